package khabuan.insight.measure;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import khabuan.base.record.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The targets of measures by fiscal year and region. */
@Component
public class Targets {

    private final JdbcClient jdbc;
    private final Moments moments;

    Targets(JdbcClient jdbc, Moments moments) {
        this.jdbc = jdbc;
        this.moments = moments;
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
}
