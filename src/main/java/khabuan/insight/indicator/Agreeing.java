package khabuan.insight.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusals;
import khabuan.base.place.Place;
import khabuan.base.record.Changes;
import khabuan.insight.indicator.Indicator.PassBy;
import khabuan.insight.indicator.Targets.Spot;
import khabuan.insight.measure.Measures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes agreements: begins a year or copies one, keeps headings and indicators, and targets until they are signed; from then on {@link Adjusting} moves them. */
@Component
class Agreeing {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9.-]{0,29}");
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Agreements agreements;
    private final Measures measures;
    private final Surveys surveys;

    Agreeing(JdbcClient jdbc, Changes changes, Agreements agreements, Measures measures, Surveys surveys) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.agreements = agreements;
        this.measures = measures;
        this.surveys = surveys;
    }

    /** Begins the agreement of a year. @param copied the year whose tree and indicators it takes over, without targets; null to begin empty
     *  @throws khabuan.base.access.Refusal.Thrown when the year has one, or the other has none */
    void begin(int fiscalYear, Integer copied, Actor actor) {
        new Refusals().when(fiscalYear < 2551 || fiscalYear > 2700, IndicatorRefusal.YEAR_UNREADABLE, "year").when(agreements.of(fiscalYear).isPresent(), IndicatorRefusal.YEAR_EXISTS, "year", Integer.toString(fiscalYear))
                .when(copied != null && agreements.of(copied).isEmpty(), IndicatorRefusal.NOTHING_TO_COPY, "copied").demandNone();
        changes.make(actor.author(), "indicator.begin", "", () -> {
            if (copied == null) jdbc.sql("insert into agreement (fiscal_year) values (?)").param(fiscalYear).update();
            else {
                jdbc.sql("insert into agreement (fiscal_year, red_below, green_above) select ?, red_below, green_above from agreement where fiscal_year = ?").params(fiscalYear, copied).update();
                copy(copied, fiscalYear);
            }
        });
    }

    private void copy(int from, int to) {
        var headings = new HashMap<Long, Long>();
        for (var h : parentsFirst(agreements.headings(from)))
            headings.put(h.id(), heading(to, new Heading(0, h.parentId() == null ? null : headings.get(h.parentId()), h.kind(), h.number(), h.title(), h.position())));
        var copies = new HashMap<Long, Long>();
        for (var i : agreements.indicators(from)) {
            var copy = new Indicator(0, to, i.headingId() == null ? null : headings.get(i.headingId()), i.partOf() == null ? null : copies.get(i.partOf()), i.code(), i.number(), i.title(), i.criteria(), i.position(),
                    i.measuring(), i.unit(), i.decimals(), i.base(), i.owner(), i.opdc(), i.passAt(), i.passBy(), i.source(), i.measureCode(), i.inHandCode(), i.links(), "");
            copies.put(i.id(), insert(copy));
        }
    }

    private static List<Heading> parentsFirst(List<Heading> headings) {
        return headings.stream().sorted(Comparator.comparing(Heading::id)).toList();
    }

    private long heading(int year, Heading h) {
        return jdbc.sql("insert into agreement_heading (fiscal_year, parent_id, kind, number, title, position) values (?, ?, ?, ?, ?, ?) returning id")
                .params(year, h.parentId(), h.kind().name(), h.number(), h.title(), h.position()).query(Long.class).single();
    }

    /** Keeps a heading, a new one with id 0. @throws khabuan.base.access.Refusal.Thrown when it has no title */
    void keep(int fiscalYear, Heading heading, Actor actor) {
        agreements.demand(fiscalYear);
        new Refusals().when(heading.title().isBlank(), IndicatorRefusal.TITLE_MISSING, "title").demandNone();
        changes.make(actor.author(), "indicator.head", "", () -> {
            if (heading.id() == 0) heading(fiscalYear, heading);
            else jdbc.sql("update agreement_heading set parent_id = ?, kind = ?, number = ?, title = ?, position = ? where id = ? and fiscal_year = ?")
                    .params(heading.parentId(), heading.kind().name(), heading.number(), heading.title(), heading.position(), heading.id(), fiscalYear).update();
        });
    }

    /** The bounds of the lights. @throws khabuan.base.access.Refusal.Thrown when they cross */
    void bound(int fiscalYear, BigDecimal redBelow, BigDecimal greenAbove, Actor actor) {
        agreements.demand(fiscalYear);
        new Refusals().when(redBelow == null || greenAbove == null || redBelow.signum() < 0 || redBelow.compareTo(greenAbove) > 0, IndicatorRefusal.BOUNDS_CROSSED, "redBelow").demandNone();
        changes.make(actor.author(), "indicator.bound", "", () -> jdbc.sql("update agreement set red_below = ?, green_above = ? where fiscal_year = ?").params(redBelow, greenAbove, fiscalYear).update());
    }

    /** Keeps an indicator, a new one with id 0. @throws khabuan.base.access.Refusal.Thrown with all that is wrong */
    void keep(Indicator indicator, Actor actor) {
        demand(indicator);
        changes.make(actor.author(), "indicator.keep", "", () -> {
            if (indicator.id() == 0) insert(indicator);
            else update(indicator);
        });
    }

    /** Judges an indicator, at every door. */
    void demand(Indicator i) {
        agreements.demand(i.fiscalYear());
        boolean taken = agreements.indicators(i.fiscalYear()).stream().anyMatch(o -> o.code().equals(i.code()) && o.id() != i.id());
        var measure = i.source() != Source.MEASURE ? null : measures.all().stream().filter(m -> m.code().equals(i.measureCode())).findFirst().orElse(null);
        new Refusals().when(!CODE.matcher(i.code()).matches(), IndicatorRefusal.CODE_UNREADABLE, "code").when(taken, IndicatorRefusal.CODE_TAKEN, "code", i.code())
                .when(i.title().isBlank(), IndicatorRefusal.TITLE_MISSING, "title").when(i.unit().isBlank(), IndicatorRefusal.UNIT_MISSING, "unit")
                .when(i.measuring() == Measuring.SHARE && (i.base() == null || i.base().signum() <= 0), IndicatorRefusal.BASE_MISSING, "base")
                .when(i.source() == Source.MEASURE && measure == null, IndicatorRefusal.MEASURE_MISSING, "measureCode")
                .when(measure != null && !Scores.fits(i.measuring(), measure), IndicatorRefusal.MEASURE_DOES_NOT_FIT, "measureCode")
                .when(i.source() == Source.SURVEY && surveys.topic(i.measureCode()).isEmpty(), IndicatorRefusal.SURVEY_MISSING, "measureCode")
                .when(i.source() == Source.SURVEY && i.measuring() != Measuring.SCORE, IndicatorRefusal.SURVEY_IS_A_SCORE, "measuring").demandNone();
    }

    private long insert(Indicator i) {
        return filled(i, """
                insert into indicator (fiscal_year, heading_id, part_of, code, number, title, criteria, position, measuring, unit, decimals, base, owner, opdc, pass_at, pass_by, source, measure_code,
                  in_hand_code, sdg, national_strategy, ministry_plan, remark)
                values (:year, :heading, :part, :code, :number, :title, :criteria, :position, :measuring, :unit, :decimals, :base, :owner, :opdc, :pass, :passBy, :source, :measure,
                  :hand, :sdg, :strategy, :ministry, :remark) returning id""").query(Long.class).single();
    }

    private void update(Indicator i) {
        filled(i, """
                update indicator set heading_id = :heading, part_of = :part, code = :code, number = :number, title = :title, criteria = :criteria, position = :position, measuring = :measuring,
                  unit = :unit, decimals = :decimals, base = :base, owner = :owner, opdc = :opdc, pass_at = :pass, pass_by = :passBy, source = :source, measure_code = :measure, in_hand_code = :hand,
                  sdg = :sdg, national_strategy = :strategy, ministry_plan = :ministry, remark = :remark
                where id = :id and fiscal_year = :year""").param("id", i.id()).update();
    }

    private JdbcClient.StatementSpec filled(Indicator i, String sql) {
        return jdbc.sql(sql).param("year", i.fiscalYear()).param("heading", i.headingId()).param("part", i.partOf()).param("code", i.code()).param("number", i.number()).param("title", i.title())
                .param("criteria", i.criteria()).param("position", i.position()).param("measuring", i.measuring().name()).param("unit", i.unit()).param("decimals", i.decimals()).param("base", i.base())
                .param("owner", i.owner()).param("opdc", i.opdc()).param("pass", i.passAt()).param("passBy", (i.passBy() == null ? PassBy.RESULT : i.passBy()).name()).param("source", i.source().name())
                .param("measure", i.measureCode()).param("hand", i.inHandCode()).param("sdg", i.links().sdg()).param("strategy", i.links().nationalStrategy()).param("ministry", i.links().ministryPlan())
                .param("remark", i.remark());
    }

    /** Sets the targets of an indicator before the agreement is signed; a spot without an amount has none.
     *  @param amounts by quarter (0 for the year) and place
     *  @throws khabuan.base.access.Refusal.Thrown when it is signed, or the quarters or the regions don't add up to the year */
    void aim(Indicator indicator, Map<Spot, BigDecimal> amounts, Map<Integer, String> words, Actor actor) {
        demand(indicator, amounts);
        changes.make(actor.author(), "indicator.aim", "", () -> {
            jdbc.sql("delete from indicator_target where indicator_id = ?").param(indicator.id()).update();
            amounts.forEach((spot, amount) -> {
                String told = spot.place().equals(Place.COUNTRY.code()) ? words.getOrDefault(spot.quarter(), "") : "";
                jdbc.sql("insert into indicator_target (indicator_id, quarter, place, amount, words) values (?, ?, ?, ?, ?)").params(indicator.id(), spot.quarter(), spot.place(), amount, told).update();
            });
            words.forEach((quarter, text) -> {
                if (!text.isBlank() && !amounts.containsKey(new Spot(indicator.id(), quarter, Place.COUNTRY.code())))
                    jdbc.sql("insert into indicator_target (indicator_id, quarter, place, words) values (?, ?, ?, ?)").params(indicator.id(), quarter, Place.COUNTRY.code(), text.strip()).update();
            });
        });
    }

    /** Judges targets, at every door. */
    void demand(Indicator indicator, Map<Spot, BigDecimal> amounts) {
        var year = amounts.get(new Spot(indicator.id(), Targets.YEAR, Place.COUNTRY.code()));
        var ofQuarters = sum(amounts, s -> s.quarter() != Targets.YEAR && s.place().equals(Place.COUNTRY.code()));
        var ofRegions = sum(amounts, s -> s.quarter() == Targets.YEAR && !s.place().equals(Place.COUNTRY.code()));
        new Refusals().when(agreements.demand(indicator.fiscalYear()).isSigned(), IndicatorRefusal.SIGNED, "")
                .when(indicator.measuring().addsUp() && year != null && ofQuarters != null && ofQuarters.compareTo(year) != 0, IndicatorRefusal.QUARTERS_DO_NOT_ADD_UP, "amount-0-TH", indicator.write(ofQuarters))
                .when(indicator.measuring().addsUp() && year != null && ofRegions != null && ofRegions.compareTo(year) != 0, IndicatorRefusal.REGIONS_DO_NOT_ADD_UP, "amount-0-TH", indicator.write(ofRegions)).demandNone();
    }

    private static BigDecimal sum(Map<Spot, BigDecimal> amounts, Predicate<Spot> of) {
        return amounts.entrySet().stream().filter(e -> of.test(e.getKey())).map(Map.Entry::getValue).filter(Objects::nonNull).reduce(BigDecimal::add).orElse(null);
    }

    /** Signs the agreement: from now on its targets are adjusted, not rewritten. @throws khabuan.base.access.Refusal.Thrown when it is signed, or there is no day */
    void sign(int fiscalYear, LocalDate day, Actor actor) {
        new Refusals().when(agreements.demand(fiscalYear).isSigned(), IndicatorRefusal.SIGNED, "").when(day == null, IndicatorRefusal.DAY_MISSING, "signedOn").demandNone();
        changes.make(actor.author(), "indicator.sign", "", () -> jdbc.sql("update agreement set signed_on = ? where fiscal_year = ?").params(day, fiscalYear).update());
    }
}
