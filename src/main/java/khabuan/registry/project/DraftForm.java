package khabuan.registry.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.Baht;
import khabuan.base.page.Faults;
import org.springframework.util.MultiValueMap;

/** What the form of a project or of a change of its plan sends, as it was typed.
 *  @param key of the request, so that sending it twice drafts once
 *  @param version the last change of the project when the form was opened; 0 for a new one
 *  @param unit the code of the unit that was chosen; @param place what was typed of it
 *  @param carrier who carries it out: "council", "" for nobody said, or the number of an organisation or a fund
 *  @param more the kind of which more rows are wanted; "" when it is meant */
public record DraftForm(String key, long version, String year, String programme, String unit, String place, String carrier, String title, String objectives, String results, String indicator, String counted, String amount,
        String startsOn, String endsOn, String reason, List<Row> costs, List<Row> activities, List<Row> contributions, String more) {

    static final String COUNCIL = "council";
    private static final int LEAST = 3;

    /** A line of the plan. @param partner who contributes; @param dueOn by when an activity is done */
    public record Row(String title, String partner, String amount, String dueOn) {

        static final Row EMPTY = new Row("", "", "", "");

        boolean isEmpty() {
            return equals(EMPTY);
        }
    }

    static DraftForm blank(String key, int year, String unit) {
        return new DraftForm(key, 0, String.valueOf(year), "", unit, "", COUNCIL, "", "", "", "", "", "", "", "", "", rows(List.of()), rows(List.of()), rows(List.of()), "");
    }

    static DraftForm of(MultiValueMap<String, String> sent) {
        String version = text(sent, "version");
        return new DraftForm(text(sent, "key"), version.matches("\\d{1,18}") ? Long.parseLong(version) : 0, text(sent, "year"), text(sent, "programme"), text(sent, "unit"), text(sent, "place"), text(sent, "carrier"), text(sent, "title"),
                text(sent, "objectives"), text(sent, "results"), text(sent, "indicator"), text(sent, "counted"), text(sent, "amount"), text(sent, "startsOn"), text(sent, "endsOn"), text(sent, "reason"),
                rows(sent, "cost"), rows(sent, "activity"), rows(sent, "contribution"), text(sent, "more"));
    }

    /** What a plan says, to be said anew. */
    static DraftForm of(Project project, Plan plan, long lastChange) {
        return new DraftForm("", lastChange, "", "", project.unitCode(), "", "", project.title(), plan.objectives(), plan.results(), plan.indicator(), Objects.toString(plan.counted(), ""), plan.amount().toString(),
                ThaiDate.brief(plan.startsOn()), ThaiDate.brief(plan.endsOn()), "", rows(plan, "cost"), rows(plan, "activity"), rows(plan, "contribution"), "");
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "").strip();
    }

    private static List<Row> rows(Plan plan, String kind) {
        return rows(plan.lines(kind).stream().map(l -> new Row(l.title(), l.partner(), l.amount().isZero() ? "" : l.amount().toString(), l.dueOn() == null ? "" : ThaiDate.brief(l.dueOn()))).toList());
    }

    private static List<Row> rows(MultiValueMap<String, String> sent, String kind) {
        int count = sent.getOrDefault(kind + "-title", List.of()).size();
        return rows(IntStream.range(0, Math.min(count, 200)).mapToObj(i -> new Row(nth(sent, kind + "-title", i), nth(sent, kind + "-partner", i), nth(sent, kind + "-amount", i), nth(sent, kind + "-dueOn", i)))
                .filter(Predicate.not(Row::isEmpty)).toList());
    }

    private static String nth(MultiValueMap<String, String> sent, String name, int index) {
        var all = sent.getOrDefault(name, List.of());
        return index < all.size() ? all.get(index).strip() : "";
    }

    /** With empty rows to write into. */
    private static List<Row> rows(List<Row> filled) {
        var rows = new ArrayList<>(filled);
        do rows.add(Row.EMPTY); while (rows.size() < LEAST);
        return List.copyOf(rows);
    }

    DraftForm withUnit(String chosen) {
        return new DraftForm(key, version, year, programme, chosen, place, carrier, title, objectives, results, indicator, counted, amount, startsOn, endsOn, reason, costs, activities, contributions, more);
    }

    /** With three more rows of the kind that was asked for. */
    DraftForm withMore() {
        return new DraftForm(key, version, year, programme, unit, place, carrier, title, objectives, results, indicator, counted, amount, startsOn, endsOn, reason,
                wider("cost", costs), wider("activity", activities), wider("contribution", contributions), "");
    }

    private List<Row> wider(String kind, List<Row> rows) {
        if (!more.equals(kind)) return rows;
        var wider = new ArrayList<>(rows);
        for (int i = 0; i < LEAST; i++) wider.add(Row.EMPTY);
        return List.copyOf(wider);
    }

    /** The budget year; 0 when it can't be read. */
    int budgetYear() {
        String plain = ThaiDate.arabic(year);
        return plain.matches("25[5-9]\\d|26\\d\\d|2700") ? Integer.parseInt(plain) : 0;
    }

    /** What is said, as far as it can be read; what can't be is added to the faults. Who says what it costs, need not say the sum. */
    Plan.Draft read(Faults faults) {
        var lines = new ArrayList<Plan.Line>();
        read("activity", activities, lines, faults);
        read("cost", costs, lines, faults);
        read("contribution", contributions, lines, faults);
        var spent = lines.stream().filter(l -> l.kind().equals("cost")).map(Plan.Line::amount).reduce(Baht.ZERO, Baht::plus);
        var asked = amount.isEmpty() ? spent : baht("amount", amount, faults);
        return new Plan.Draft(objectives, results, indicator, faults.whole("counted", counted, ProjectRefusal.COUNT_MISSING.key()), asked, day("startsOn", startsOn, faults), day("endsOn", endsOn, faults), reason, List.copyOf(lines));
    }

    private static LocalDate day(String field, String typed, Faults faults) {
        return faults.day(field, typed, field.equals("startsOn") ? "project.start-missing" : "project.end-missing");
    }

    private static void read(String kind, List<Row> rows, List<Plan.Line> lines, Faults faults) {
        for (int i = 0, number = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.isEmpty()) continue;
            String at = "-" + (i + 1);
            if (row.title().isEmpty()) faults.add(ProjectRefusal.LINE_TITLE_MISSING.at(kind + "-title" + at));
            boolean free = row.amount().isEmpty() && !kind.equals("cost");
            var amount = free ? Baht.ZERO : baht(kind + "-amount" + at, row.amount(), faults);
            var due = faults.day(kind + "-dueOn" + at, row.dueOn(), "");
            lines.add(new Plan.Line(kind, ++number, row.title(), row.partner(), amount == null ? Baht.ZERO : amount, due));
        }
    }

    private static Baht baht(String field, String typed, Faults faults) {
        var read = Baht.parse(typed).filter(Baht::isPositive);
        if (read.isEmpty()) faults.add(ProjectRefusal.AMOUNT_MISSING.at(field));
        return read.orElse(null);
    }
}
