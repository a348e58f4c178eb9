package khabuan.registry.welfare;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import khabuan.base.money.Baht;
import khabuan.registry.welfare.Figures.Benefit;
import khabuan.registry.welfare.Figures.Given;
import khabuan.registry.welfare.Figures.Source;

/** What the statements of a fund tell of a criterion. They count from the fund's founding: what happened in a year is what its newest statement tells beyond the one that stood before the year. */
public enum Reckoning {
    /** It gives more than when somebody is born, old, sick or dies. */
    BEYOND_BASIC,
    /** Somebody received welfare of some kind in the year. */
    ANY_KIND,
    /** It gives to the disadvantaged. */
    DISADVANTAGED,
    MEMBERS_GREW,
    /** Local authorities, the state or others gave money in the year. */
    SUPPORTED,
    MONEY_GREW;

    private static final List<Source> SUPPORTERS = List.of(Source.LOCAL, Source.CODI, Source.STATE, Source.OTHER, Source.DONATIONS);
    private static final Figures NOTHING = new Figures(0, Map.of(), 0, null, Map.of(), Map.of());

    static Reckoning of(String word) {
        return word == null ? null : valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param before what stood before the year; null when the fund is new in it
     *  @param now what stands; null when nothing of the year is certified
     *  @return null when nobody can tell */
    Boolean tells(Figures before, Figures now) {
        if (now == null) return null;
        var then = before == null ? NOTHING : before;
        return switch (this) {
            case BEYOND_BASIC -> !Benefit.BASIC.containsAll(now.kinds());
            case ANY_KIND -> now.benefits().entrySet().stream().anyMatch(e -> e.getValue().recipients() > then.benefits().getOrDefault(e.getKey(), Given.NOTHING).recipients());
            case DISADVANTAGED -> now.kinds().contains(Benefit.DISADVANTAGED);
            case MEMBERS_GREW -> now.members() > then.members();
            case SUPPORTED -> support(now).isAbove(support(then));
            case MONEY_GREW -> now.received().isAbove(then.received());
        };
    }

    private static Baht support(Figures figures) {
        return SUPPORTERS.stream().map(figures.money()::get).reduce(Baht.ZERO, Baht::plus);
    }
}
