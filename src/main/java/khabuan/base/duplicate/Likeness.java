package khabuan.base.duplicate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How likely two records are one and the same, and why. Names alone do not tell: what distinguishes them (the number of the village, the type of the local authority, a village that
 *  other records name too) parts them, and what else is the same (day, members, code) brings them together.
 *  @param score from 0 to 1 */
public record Likeness(double score, List<Reason> reasons) {

    /** From here on two records are suspected. */
    public static final double SUSPECTED = 0.75;
    static final Likeness NONE = new Likeness(0, List.of());
    private static final double FAR = 1.3;
    private static final double[][] BY_DISTANCE = {{0, 0.97}, {0.16, 0.95}, {0.35, 0.91}, {0.5, 0.86}, {0.75, 0.8}, {1.05, 0.7}, {FAR, 0.62}};
    private static final Map<String, String> AUTHORITY_OF = Map.of("อบต.", "ตำบล", "ทต.", "เทศบาลตำบล", "ทม.", "เทศบาลเมือง", "ทน.", "เทศบาลนคร", "เขต", "เขต");

    /** A reason in words: the message duplicate.reason.KEY, with its value in {0}. */
    public record Reason(String key, String value) {

        static Reason of(String kept) {
            int at = kept.indexOf(':');
            return at < 0 ? new Reason(kept, "") : new Reason(kept.substring(0, at), kept.substring(at + 1));
        }

        String kept() {
            return value.isEmpty() ? key : key + ":" + value;
        }
    }

    public boolean isSuspected() {
        return score >= SUSPECTED;
    }

    /** A record with what its name says. */
    record Side(Entry entry, NameKey key) {

        static Side of(Entry entry) {
            return new Side(entry, NameKey.of(entry));
        }
    }

    /** @param onePerUnit whether a unit can have only one such record
     *  @param villages how many of the compared records name each village of a unit, by unit and village */
    static Likeness of(Side a, Side b, boolean onePerUnit, Map<String, Integer> villages) {
        boolean sameUnit = a.entry.unitCode().equals(b.entry.unitCode());
        if (isDistinguished(a, b, sameUnit, onePerUnit)) return NONE;
        boolean together = sameUnit && onePerUnit;
        if (!together && !a.key.mayBeLike(b.key)) return NONE;
        double distance = distance(a.key, b.key, sameUnit || onePerUnit);
        var reasons = new ArrayList<Reason>();
        double score = together ? 0.9 : byName(a, b, distance, reasons);
        if (score == 0) return NONE;
        if (together) reasons.add(new Reason("one-per-unit", ""));
        score += byPlace(a, b, sameUnit, onePerUnit, reasons) + byNumbers(a, b, reasons) + byVillage(a, b, distance, villages, reasons) + byFacts(a.entry, b.entry, reasons)
                + Traits.weigh(a.entry, b.entry, reasons);
        return new Likeness(Math.round(Math.clamp(score, 0, 1) * 1000) / 1000.0, List.copyOf(reasons));
    }

    /** Beyond the unit its own name distinguishes, and so does every other word. */
    private static double distance(NameKey a, NameKey b, boolean byCore) {
        double core = byCore ? Confusions.distance(a.core(), b.core(), FAR) : FAR * 2;
        return core == 0 ? 0 : Math.min(core, Confusions.distance(a.whole(), b.whole(), FAR));
    }

    /** Different numbers, or names that name different authorities. */
    private static boolean isDistinguished(Side a, Side b, boolean sameUnit, boolean onePerUnit) {
        if (!a.key.numbers().isEmpty() && !b.key.numbers().isEmpty() && !a.key.numbers().equals(b.key.numbers())) return true;
        boolean authorities = !a.key.authority().isEmpty() && !b.key.authority().isEmpty() && !a.key.authority().equals(b.key.authority());
        return authorities && !sameUnit && (!onePerUnit || fits(a) && fits(b));
    }

    private static boolean fits(Side side) {
        return side.key.authority().equals(AUTHORITY_OF.getOrDefault(side.entry.unitType(), ""));
    }

    private static double byName(Side a, Side b, double distance, List<Reason> reasons) {
        for (var step : BY_DISTANCE) {
            if (distance > step[0] + 1e-9) continue;
            int length = Math.min(a.key.core().length(), b.key.core().length());
            reasons.add(distance == 0 ? new Reason("name-equal", "") : new Reason("name-alike", Integer.toString((int) Math.round(100 * (1 - distance / Math.max(length, 3))))));
            return distance > 0.2 && length < 6 ? step[1] - 0.15 : step[1];
        }
        return 0;
    }

    private static double byPlace(Side a, Side b, boolean sameUnit, boolean onePerUnit, List<Reason> reasons) {
        if (sameUnit) {
            if (!onePerUnit) reasons.add(new Reason("same-unit", ""));
            return 0;
        }
        boolean namesakes = a.entry.unitName().equals(b.entry.unitName());
        reasons.add(new Reason(namesakes ? "namesake-units" : "near-units", ""));
        if (onePerUnit && !a.key.authority().isEmpty() && fits(a) != fits(b)) reasons.add(new Reason("name-misfits", ""));
        return onePerUnit ? -0.12 : namesakes ? -0.24 : -0.26;
    }

    private static double byNumbers(Side a, Side b, List<Reason> reasons) {
        if (a.key.numbers().equals(b.key.numbers())) {
            if (!a.key.numbers().isEmpty()) reasons.add(new Reason("same-number", String.join(", ", a.key.numbers())));
            return 0;
        }
        reasons.add(new Reason("number-in-one", String.join(", ", a.key.numbers().isEmpty() ? b.key.numbers() : a.key.numbers())));
        return -0.25;
    }

    /** Two villages that others name too are two villages, however alike. */
    private static double byVillage(Side a, Side b, double distance, Map<String, Integer> villages, List<Reason> reasons) {
        if (distance == 0 || a.key.village().isEmpty() || b.key.village().isEmpty() || a.key.village().equals(b.key.village())) return 0;
        if (villages.getOrDefault(at(a), 0) < 2 || villages.getOrDefault(at(b), 0) < 2) return 0;
        reasons.add(new Reason("both-villages-known", ""));
        return -0.35;
    }

    static String at(Side side) {
        return side.entry.unitCode() + ' ' + side.key.village();
    }

    private static double byFacts(Entry a, Entry b, List<Reason> reasons) {
        double more = 0;
        if (!a.code().isEmpty() && a.code().equals(b.code())) more += add(reasons, "same-code", a.code(), 0.15);
        if (a.registeredOn() != null && a.registeredOn().equals(b.registeredOn())) more += add(reasons, "same-day", a.registeredOn().toString(), 0.05);
        if (a.people() != null && a.people() > 0 && a.people().equals(b.people())) more += add(reasons, "same-people", a.people().toString(), 0.06);
        if (!a.sort().equals(b.sort())) more += add(reasons, "other-sort", "", -0.15);
        return more;
    }

    private static double add(List<Reason> reasons, String key, String value, double weight) {
        reasons.add(new Reason(key, value));
        return weight;
    }
}
