package khabuan.insight.indicator;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.evidence.Evidence;
import khabuan.base.evidence.EvidenceOwner;
import khabuan.base.evidence.Vault;
import khabuan.base.record.Changes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Results that are entered, by region or by the centre: one person records, with evidence; another certifies, or returns with a reason. Only certified ones count. */
@Component
class Results {

    static final String KIND = "indicator-result";
    private static final String COLUMNS = """
            select r.id, r.version, r.indicator_id, r.quarter, r.place, r.amount, r.whole, r.recorded_by, r.recorded_name, r.recorded_on, r.certified_name, r.certified_on, r.returned_because
            from indicator_result r\s""";
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Quarters quarters;
    private final Evidence evidence;
    private final ApplicationEventPublisher news;
    private final Clock clock;

    Results(JdbcClient jdbc, Changes changes, Quarters quarters, Evidence evidence, ApplicationEventPublisher news, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.quarters = quarters;
        this.evidence = evidence;
        this.news = news;
        this.clock = clock;
    }

    /** Results lie above the units: their files are for everybody who is signed in. */
    @Bean
    static EvidenceOwner resultEvidence() {
        return new EvidenceOwner(KIND, "", "(select id, '' as unit_code from indicator_result)", List.of("report"), Set.of(), "indicator.evidence.", "/agreements");
    }

    /** A result. @param amount null when nothing is new
     *  @param whole what a RATIO is of; else null */
    record Result(long id, int version, long indicator, int quarter, String place, BigDecimal amount, BigDecimal whole, Long recordedBy, String recordedName, LocalDate recordedOn,
            String certifiedName, LocalDate certifiedOn, String returnedBecause) {

        boolean isCertified() {
            return certifiedOn != null;
        }

        Said said() {
            return amount == null ? Said.NOTHING_NEW : Said.FIGURE;
        }
    }

    /** What a form says of a quarter. */
    record Entry(int quarter, String place, boolean nothingNew, BigDecimal amount, BigDecimal whole) {}

    /** All results of a year by indicator; as they are, or within a moment as they were known. */
    Map<Long, List<Result>> of(int fiscalYear) {
        var all = new HashMap<Long, List<Result>>();
        jdbc.sql(COLUMNS + "join indicator i on i.id = r.indicator_id where i.fiscal_year = ? order by r.quarter, r.place").param(fiscalYear).query(Results::result).list()
                .forEach(r -> all.computeIfAbsent(r.indicator(), i -> new ArrayList<>()).add(r));
        return all;
    }

    private static Result result(ResultSet r, int n) throws SQLException {
        return new Result(r.getLong(1), r.getInt(2), r.getLong(3), r.getInt(4), r.getString(5), r.getBigDecimal(6), r.getBigDecimal(7), r.getObject(8, Long.class), r.getString(9),
                r.getObject(10, LocalDate.class), r.getString(11), r.getObject(12, LocalDate.class), r.getString(13));
    }

    private Optional<Result> find(Indicator indicator, int quarter, String place) {
        return jdbc.sql(COLUMNS + "where r.indicator_id = ? and r.quarter = ? and r.place = ?").params(indicator.id(), quarter, place).query(Results::result).optional();
    }

    /** Whether a person answers for the results of a place. */
    static boolean isOf(Actor actor, String place) {
        return actor.scopeLevel().equals("country") ? place.equals(Scores.CENTRE) || actor.may(Right.CENTRE) : actor.scopeLevel().equals("region") && actor.scopeCode().equals(place);
    }

    /** Whether a person may certify there: the officer of a region; for the centre's results, who confirms at the centre. */
    static boolean mayCertify(Actor actor, String place) {
        return isOf(actor, place) && (place.equals(Scores.CENTRE) ? actor.may(Right.CENTRE) : actor.may(Right.CERTIFY));
    }

    /** Records what a quarter has brought, or that it has brought nothing new; what was certified before must be certified again.
     *  @param file keeps the evidence, within the change; null for none
     *  @throws khabuan.base.access.Refusal.Thrown as {@link #demand}
     *  @throws OutOfReach when the place is not the actor's */
    void record(Indicator indicator, Entry entry, Supplier<Vault.Kept> file, Actor actor) {
        demand(indicator, entry, actor);
        changes.make(actor.author(), "indicator.record", "", () -> keep(indicator, entry, file, actor));
    }

    /** Judges what is to be recorded, at every door.
     *  @throws khabuan.base.access.Refusal.Thrown when the quarter is closed or has not begun, or the figure is missing
     *  @throws OutOfReach when the place is not the actor's */
    void demand(Indicator indicator, Entry entry, Actor actor) {
        if (!isOf(actor, entry.place())) throw new OutOfReach("results of " + entry.place());
        String slot = "-" + entry.quarter() + "-" + entry.place();
        new Refusals().when(!indicator.isEntered(), IndicatorRefusal.NOT_ENTERED, "")
                .when(quarters.of(indicator.fiscalYear(), entry.quarter()).closed(), IndicatorRefusal.CLOSED, "")
                .when(ThaiDate.today(clock).isBefore(new FiscalYear(indicator.fiscalYear()).quarter(entry.quarter()).start()), IndicatorRefusal.NOT_BEGUN, "")
                .when(!entry.nothingNew() && entry.amount() == null, IndicatorRefusal.AMOUNT_MISSING, "amount" + slot)
                .when(!entry.nothingNew() && indicator.measuring() == Measuring.RATIO && entry.whole() == null, IndicatorRefusal.WHOLE_MISSING, "whole" + slot).demandNone();
    }

    /** Keeps what was judged, within a change. @param file null for none */
    void keep(Indicator indicator, Entry entry, Supplier<Vault.Kept> file, Actor actor) {
        var before = find(indicator, entry.quarter(), entry.place()).orElse(null);
        long id = write(indicator, entry, actor, ThaiDate.today(clock));
        if (file != null) evidence.keep(KIND, id, "report", null, "", file.get());
        news.publishEvent(new ResultNews.Changed(ResultNews.What.RECORDED, indicator, entry.quarter(), entry.place(), before, "", actor));
    }

    private long write(Indicator indicator, Entry entry, Actor actor, LocalDate today) {
        return jdbc.sql("""
                insert into indicator_result (indicator_id, quarter, place, amount, whole, recorded_by, recorded_name, recorded_on) values (:indicator, :quarter, :place, :amount, :whole, :by, :name, :today)
                on conflict (indicator_id, quarter, place) do update set amount = excluded.amount, whole = excluded.whole, recorded_by = excluded.recorded_by, recorded_name = excluded.recorded_name,
                  recorded_on = excluded.recorded_on, certified_by = null, certified_name = '', certified_on = null, returned_because = ''
                returning id""")
                .param("indicator", indicator.id()).param("quarter", entry.quarter()).param("place", entry.place()).param("amount", entry.nothingNew() ? null : entry.amount())
                .param("whole", entry.nothingNew() ? null : entry.whole()).param("by", actor.accountId()).param("name", actor.fullName()).param("today", today).query(Long.class).single();
    }

    /** Certifies, or returns with a reason. @param because "" to certify
     *  @throws khabuan.base.access.Refusal.Thrown as {@link #demandCertifiable} */
    void certify(Indicator indicator, int quarter, String place, int version, String because, Actor actor) {
        if (because.isBlank()) {
            var result = demandCertifiable(indicator, quarter, place, version, actor);
            changes.make(actor.author(), "indicator.certify", "", () -> certify(indicator, result, actor));
        } else giveBack(indicator, quarter, place, version, because.strip(), actor);
    }

    /** Judges a certification, at every door. @return the result as it stands
     *  @throws khabuan.base.access.Refusal.Thrown when it is one's own, without evidence, changed since that version, or its quarter is closed
     *  @throws OutOfReach when there is none, or the actor may not certify there */
    Result demandCertifiable(Indicator indicator, int quarter, String place, int version, Actor actor) {
        var result = ofCertifier(indicator, quarter, place, actor);
        open(result, indicator, version).when(actor.accountId() != null && actor.accountId().equals(result.recordedBy()), IndicatorRefusal.OWN_RESULT, "")
                .when(lacksEvidence(result), IndicatorRefusal.NO_EVIDENCE, "").demandNone();
        return result;
    }

    private Result ofCertifier(Indicator indicator, int quarter, String place, Actor actor) {
        if (!mayCertify(actor, place)) throw new OutOfReach("results of " + place);
        return find(indicator, quarter, place).orElseThrow(() -> new OutOfReach("result " + indicator.code() + " " + quarter + " " + place));
    }

    private Refusals open(Result result, Indicator indicator, int version) {
        return new Refusals().when(quarters.of(indicator.fiscalYear(), result.quarter()).closed(), IndicatorRefusal.CLOSED, "").when(result.version() != version, IndicatorRefusal.CHANGED_MEANWHILE, "");
    }

    /** Whether a figure that tells of something has no paper. */
    boolean lacksEvidence(Result result) {
        return result.said() == Said.FIGURE && result.amount().signum() > 0 && evidence.of(KIND, result.id()).isEmpty();
    }

    /** Certifies what was judged, within a change. */
    void certify(Indicator indicator, Result result, Actor actor) {
        jdbc.sql("update indicator_result set certified_by = ?, certified_name = ?, certified_on = ?, returned_because = '' where id = ?")
                .params(actor.accountId(), actor.fullName(), ThaiDate.today(clock), result.id()).update();
        news.publishEvent(new ResultNews.Changed(ResultNews.What.CERTIFIED, indicator, result.quarter(), result.place(), result, "", actor));
    }

    private void giveBack(Indicator indicator, int quarter, String place, int version, String because, Actor actor) {
        var result = ofCertifier(indicator, quarter, place, actor);
        open(result, indicator, version).demandNone();
        changes.make(actor.author(), "indicator.return", because, () -> {
            jdbc.sql("update indicator_result set certified_by = null, certified_name = '', certified_on = null, returned_because = ? where id = ?").params(because, result.id()).update();
            news.publishEvent(new ResultNews.Changed(ResultNews.What.RETURNED, indicator, quarter, place, result, because, actor));
        });
    }
}
