package khabuan.registry.welfare;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import khabuan.base.money.Baht;

/** What a fund states of itself at a day.
 *  @param members all of them; those of no class are shown as unspecified
 *  @param committee how many lead it; null when nobody knows
 *  @param money received since the fund was founded, by source
 *  @param benefits given since then, by kind */
public record Figures(int members, Map<MemberClass, Integer> classes, int villages, Integer committee, Map<Source, Baht> money, Map<Benefit, Given> benefits) {

    /** The classes of members, as V2 counts them. */
    public enum MemberClass {
        /** คนวัยทำงาน */ WORKING,
        /** เด็กเยาวชน (0–25 ปี) */ YOUNG,
        /** ผู้สูงอายุ (60 ปีขึ้นไป) */ ELDERLY,
        /** ผู้ด้อยโอกาส/ผู้พิการ */ DISADVANTAGED,
        /** อื่น ๆ */ OTHER;

        public String word() {
            return lower(this);
        }
    }

    /** Where money comes from, with the number of the item in V2. */
    public enum Source {
        MEMBERS(6), LOCAL(64), CODI(65), STATE(66), OTHER(67), DONATIONS(75);

        private final int item;

        Source(int item) {
            this.item = item;
        }

        public int item() {
            return item;
        }

        public String word() {
            return lower(this);
        }

        /** Its column in a statement. */
        String column() {
            return "from_" + word();
        }
    }

    /** The kinds of welfare. */
    public enum Benefit {
        BIRTH, SICKNESS, DEATH, ELDERLY, DISADVANTAGED, EDUCATION, DISASTER, PUBLIC, OTHER;

        /** Born, old, sick, dead: what every fund gives. */
        static final List<Benefit> BASIC = List.of(BIRTH, ELDERLY, SICKNESS, DEATH);

        public String word() {
            return lower(this);
        }

        static Benefit of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** How many received how much. */
    public record Given(int recipients, Baht amount) {
        static final Given NOTHING = new Given(0, Baht.ZERO);
    }

    public Figures {
        classes = whole(MemberClass.class, classes, 0);
        money = whole(Source.class, money, Baht.ZERO);
        benefits = whole(Benefit.class, benefits, Given.NOTHING);
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    /** A value for each, in their order. */
    private static <K extends Enum<K>, V> Map<K, V> whole(Class<K> keys, Map<K, V> given, V otherwise) {
        var all = new EnumMap<K, V>(keys);
        Arrays.stream(keys.getEnumConstants()).forEach(k -> all.put(k, given.getOrDefault(k, otherwise)));
        return java.util.Collections.unmodifiableMap(all);
    }

    /** Members of some class. */
    public int classified() {
        return classes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Members of no class. */
    public int unspecified() {
        return members - classified();
    }

    /** All that the fund has received: always the sum of its sources. */
    public Baht received() {
        return money.values().stream().reduce(Baht.ZERO, Baht::plus);
    }

    public Given given() {
        return benefits.values().stream().reduce(Given.NOTHING, (a, b) -> new Given(a.recipients + b.recipients, a.amount.plus(b.amount)));
    }

    /** The kinds of welfare that somebody received. */
    public List<Benefit> kinds() {
        return benefits.entrySet().stream().filter(e -> e.getValue().recipients > 0).map(Map.Entry::getKey).collect(Collectors.toList());
    }
}
