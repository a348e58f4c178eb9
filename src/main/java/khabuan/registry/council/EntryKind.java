package khabuan.registry.council;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Faults;
import khabuan.base.text.Words;

/** What is recorded of a council piece by piece, and what of it a form may correct. */
public enum EntryKind {
    MEETING("council_meeting", "works", Field.day("heldOn", "held_on"), Field.text("subject", "subject"), Field.whole("attendance", "attendance")),
    MISSION("council_mission", "works", Field.choice("mission", "mission", true, IntStream.rangeClosed(1, 12).mapToObj(Integer::toString).toList()), Field.day("doneOn", "done_on"),
            Field.text("note", "note")),
    MEMBER("council_member", "members", Field.choice("memberClass", "class", true, List.of("community", "qualified")), Field.text("village", "village"),
            Field.choice("gender", "gender", false, List.of("female", "male", "other")), Field.day("selectedOn", "selected_on"), Field.dayOrNone("endedOn", "ended_on")),
    TERM("council_term", "terms", Field.day("selectedOn", "selected_on"), Field.dayOrNone("reviewedOn", "reviewed_on"));

    /** A field of the form. @param name in the form; @param column of the table
     *  @param choices what may be chosen; empty for what is written */
    public record Field(String name, String column, Type type, boolean required, List<String> choices) {

        enum Type { DAY, TEXT, WHOLE }

        static Field day(String name, String column) {
            return new Field(name, column, Type.DAY, true, List.of());
        }

        static Field dayOrNone(String name, String column) {
            return new Field(name, column, Type.DAY, false, List.of());
        }

        static Field text(String name, String column) {
            return new Field(name, column, Type.TEXT, false, List.of());
        }

        static Field whole(String name, String column) {
            return new Field(name, column, Type.WHOLE, false, List.of());
        }

        static Field choice(String name, String column, boolean required, List<String> choices) {
            return new Field(name, column, column.equals("mission") ? Type.WHOLE : Type.TEXT, required, choices);
        }

        public boolean isShort() {
            return type != Type.TEXT;
        }

        public boolean isDay() {
            return type == Type.DAY;
        }

        /** What the form says; null for nothing, or for what can't be read, which is then a fault. */
        private Object read(String text, Faults faults) {
            if (!choices.isEmpty() && !choices.contains(text) && (required || !text.isEmpty())) {
                faults.add(name, "council.ask.choice");
                return null;
            }
            return switch (type) {
                case DAY -> faults.day(name, text, required ? "council.ask.day" : "");
                case TEXT -> text;
                case WHOLE -> faults.whole(name, text, "council.ask.attendance");
            };
        }
    }

    final String table;
    /** The part of the council's page that shows it. */
    final String anchor;
    private final List<Field> fields;

    EntryKind(String table, String anchor, Field... fields) {
        this.table = table;
        this.anchor = anchor;
        this.fields = List.of(fields);
    }

    public String table() {
        return table;
    }

    /** The word of the log: "council.correct-meeting". */
    public String act(String verb) {
        return "council." + verb + "-" + word();
    }

    public List<Field> fields() {
        return fields;
    }

    /** Reads the form's texts by field name. @return the values by field name, some null */
    Map<String, Object> read(Map<String, String> texts, Faults faults) {
        var values = new HashMap<String, Object>();
        fields.forEach(f -> values.put(f.name, f.read(texts.getOrDefault(f.name, ""), faults)));
        return values;
    }

    public String anchor() {
        return anchor;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of a field's label. */
    public String label(Field field) {
        return "field." + table + "." + field.column;
    }

    /** A field's text as people read it: a choice by its name, a day in full. */
    public String shown(Field field, String text, Words words) {
        if (text.isEmpty()) return "";
        if (!field.choices.isEmpty()) return words.t(label(field) + "." + text);
        return field.isDay() ? ThaiDate.parse(text).map(ThaiDate::full).orElse(text) : text;
    }

    /** The assignments of an update, with the values by field name. */
    String assignments() {
        String set = String.join(", ", fields.stream().map(f -> f.column + " = :" + f.name).toList());
        return this == MISSION ? set + ", fiscal_year = fiscal_year(:doneOn)" : set;
    }

    static LocalDate day(Map<String, Object> values, String name) {
        return (LocalDate) values.get(name);
    }
}
