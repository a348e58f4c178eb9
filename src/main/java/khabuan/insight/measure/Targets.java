package khabuan.insight.measure;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import khabuan.base.access.Actor;
import khabuan.base.record.Changes;
import khabuan.base.record.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The targets of measures by fiscal year and region. */
@Component
public class Targets {

    private final JdbcClient jdbc;
    private final Moments moments;
    private final Changes changes;

    Targets(JdbcClient jdbc, Moments moments, Changes changes) {
        this.jdbc = jdbc;
        this.moments = moments;
        this.changes = changes;
    }

    /** The target of each region that has one, by region code. @param knownAt as known then; null for now */
    public Map<String, BigDecimal> of(String measureCode, int fiscalYear, Instant knownAt) {
        return moments.read(knownAt, () -> {
            var targets = new TreeMap<String, BigDecimal>();
            jdbc.sql("select region_code, amount from target where measure_code = ? and fiscal_year = ?").param(measureCode).param(fiscalYear)
                    .query(row -> { targets.put(row.getString(1), row.getBigDecimal(2)); });
            return targets;
        });
    }

    /** Sets the targets of a measure for a fiscal year; a region without one has none.
     *  @param reason why, such as the resolution that set them */
    void set(Actor actor, String measureCode, int fiscalYear, Map<String, BigDecimal> byRegion, String reason) {
        changes.make(actor.author(), "target.set", reason, () -> {
            jdbc.sql("delete from target where measure_code = ? and fiscal_year = ? and not region_code = any(?)").params(measureCode, fiscalYear, byRegion.keySet().toArray(String[]::new)).update();
            byRegion.forEach((region, amount) -> jdbc.sql("""
                    insert into target (measure_code, fiscal_year, region_code, amount) values (?, ?, ?, ?)
                    on conflict (measure_code, fiscal_year, region_code) do update set amount = excluded.amount""").params(measureCode, fiscalYear, region, amount).update());
        });
    }
}
