package khabuan.registry.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Faults;

/** The forms by which a draft is worked on, as they were typed, and what they say. */
public final class DraftForms {

    private static final Set<String> KINDS = Set.of("points", "yes-no", "choice", "percentage");
    private static final Set<String> PROOFS = Set.of("none", "wanted", "required");
    private static final Set<String> ASPECTS = Set.of("", "output", "outcome", "impact");

    private DraftForms() {}

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    /** @return null when there is none or it can't be read, which is then a fault if it must be there */
    private static BigDecimal number(String field, String typed, InstrumentRefusal missing, boolean needed, Faults faults) {
        String plain = ThaiDate.arabic(typed).replace(",", "");
        if (plain.matches("\\d{1,5}(\\.\\d{1,2})?")) return new BigDecimal(plain);
        if (needed || !plain.isEmpty()) faults.add(field, missing.key());
        return null;
    }

    static BigDecimal weight(String typed, boolean needed, Faults faults) {
        var weight = number("weight", typed, InstrumentRefusal.WEIGHT_MISSING, needed, faults);
        if (weight == null || weight.signum() > 0) return weight;
        faults.add("weight", InstrumentRefusal.WEIGHT_MISSING.key());
        return null;
    }

    /** A new instrument. */
    public record InstrumentForm(String key, String code, String name, String nameEn, String subject, String year) {

        public InstrumentForm {
            key = text(key);
            code = text(code);
            name = text(name);
            nameEn = text(nameEn);
            subject = text(subject);
            year = text(year);
        }

        Integer read(Faults faults) {
            if (name.isEmpty()) faults.add("name", InstrumentRefusal.NAME_MISSING.key());
            if (!code.matches("[a-z][a-z0-9-]{1,40}")) faults.add("code", InstrumentRefusal.CODE_SHAPE.key());
            String plain = ThaiDate.arabic(year);
            if (plain.matches("2[56]\\d\\d")) return Integer.valueOf(plain);
            faults.add("year", InstrumentRefusal.YEAR_MISSING.key());
            return null;
        }

        Edition.Subject kind() {
            return Arrays.stream(Edition.Subject.values()).anyMatch(s -> s.word().equals(subject)) ? Edition.Subject.of(subject) : Edition.Subject.COUNCIL;
        }
    }

    /** A dimension. @param weight empty: as much as its items together */
    public record DimensionForm(int version, String name, String weight) {

        public DimensionForm {
            name = text(name);
            weight = text(weight);
        }
    }

    /** An item. @param place its place within the dimension, from 1; @param choices a line for each: "4 ครั้งขึ้นไป = 15" */
    public record ItemForm(int version, long dimension, String place, String goal, String aspect, String text, String kind, String most, String weight, String proof, String choices) {

        public ItemForm {
            place = DraftForms.text(place);
            goal = DraftForms.text(goal);
            aspect = ASPECTS.contains(DraftForms.text(aspect)) ? DraftForms.text(aspect) : "";
            text = DraftForms.text(text);
            kind = KINDS.contains(DraftForms.text(kind)) ? DraftForms.text(kind) : "points";
            most = DraftForms.text(most);
            weight = DraftForms.text(weight);
            proof = PROOFS.contains(DraftForms.text(proof)) ? DraftForms.text(proof) : "none";
            choices = DraftForms.text(choices);
        }

        static ItemForm of(Edition.Item item, int version, long dimension, int place) {
            var lines = item.choices().stream().map(c -> c.label() + " = " + c.points()).collect(Collectors.joining("\n"));
            return new ItemForm(version, dimension, String.valueOf(place), item.goal(), item.aspect(), item.text(), item.kind().word(), item.most() == null ? "" : String.valueOf(item.most()),
                    item.weight().stripTrailingZeros().toPlainString(), item.proof().word(), lines);
        }

        /** The item that it says, without a number; its faults are added. */
        Edition.Item read(Faults faults) {
            if (text.isEmpty()) faults.add("text", InstrumentRefusal.TEXT_MISSING.key());
            var said = Edition.Kind.of(kind);
            Integer top = said == Edition.Kind.POINTS ? faults.whole("most", most, InstrumentRefusal.MOST_MISSING.key()) : null;
            if (said == Edition.Kind.POINTS && !faults.has("most") && (top == null || top < 1 || top > 1000)) faults.add("most", InstrumentRefusal.MOST_MISSING.key());
            return new Edition.Item(0, goal, aspect, text, said, top, DraftForms.weight(weight, true, faults), Edition.Proof.of(proof), said == Edition.Kind.CHOICE ? readChoices(faults) : List.of());
        }

        private List<Edition.Choice> readChoices(Faults faults) {
            var read = new ArrayList<Edition.Choice>();
            for (var line : choices.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
                int at = line.lastIndexOf('=');
                String points = at < 1 ? "" : ThaiDate.arabic(line.substring(at + 1).strip());
                if (points.matches("\\d{1,3}|1000")) read.add(new Edition.Choice(0, line.substring(0, at).strip(), Integer.parseInt(points)));
                else if (!faults.has("choices")) faults.add("choices", InstrumentRefusal.CHOICE_SHAPE.key(), line);
            }
            if (!faults.has("choices") && read.stream().noneMatch(c -> c.points() > 0)) faults.add("choices", InstrumentRefusal.CHOICES_MISSING.key());
            return read;
        }

        int index() {
            String plain = ThaiDate.arabic(place);
            return plain.matches("\\d{1,3}") ? Math.max(0, Integer.parseInt(plain) - 1) : Integer.MAX_VALUE;
        }
    }

    /** The levels, a row for each; rows that are left empty say nothing. */
    public record LevelsForm(List<LevelRow> rows) {

        static final int ROWS = 8;

        static LevelsForm of(Edition edition) {
            return new LevelsForm(IntStream.range(0, ROWS).mapToObj(n -> {
                var ranked = edition.ranked();
                return n >= ranked.size() ? new LevelRow("", "", "", false)
                        : new LevelRow(ranked.get(n).code(), ranked.get(n).name(), ranked.get(n).from().toPlainString(), ranked.get(n).passing());
            }).toList());
        }

        static LevelsForm of(Map<String, String> sent) {
            return new LevelsForm(IntStream.range(0, ROWS).mapToObj(n -> new LevelRow(text(sent.get("code-" + n)), text(sent.get("name-" + n)), text(sent.get("from-" + n)), sent.containsKey("passing-" + n))).toList());
        }

        /** The levels that it says: no two from one score, none of the same code; whether one begins at 0 is asked when the edition is published. */
        List<Edition.Level> read(Faults faults) {
            var levels = new ArrayList<Edition.Level>();
            for (int n = 0; n < rows.size(); n++) {
                var row = rows.get(n);
                if (row.code().isEmpty() && row.name().isEmpty() && row.from().isEmpty()) continue;
                if (!row.code().matches("[A-Z0-9][A-Z0-9-]{0,30}")) faults.add("code-" + n, InstrumentRefusal.LEVEL_CODE_SHAPE.key());
                else if (levels.stream().anyMatch(l -> l.code().equals(row.code()))) faults.add("code-" + n, InstrumentRefusal.LEVEL_CODE_TAKEN.key());
                var from = number("from-" + n, row.from(), InstrumentRefusal.LEVEL_FROM_MISSING, true, faults);
                if (from == null) continue;
                if (from.compareTo(BigDecimal.valueOf(100)) > 0) faults.add("from-" + n, InstrumentRefusal.LEVEL_FROM_MISSING.key());
                var other = levels.stream().filter(l -> l.from().compareTo(from) == 0).findFirst();
                if (other.isPresent()) faults.add("from-" + n, InstrumentRefusal.LEVELS_OVERLAP.key(), row.from(), other.get().code());
                levels.add(new Edition.Level(0, row.code(), row.name().isEmpty() ? row.code() : row.name(), from, row.passing()));
            }
            return levels;
        }
    }

    public record LevelRow(String code, String name, String from, boolean passing) {}
}
