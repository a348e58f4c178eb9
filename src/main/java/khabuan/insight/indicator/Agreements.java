package khabuan.insight.indicator;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import khabuan.base.access.OutOfReach;
import khabuan.base.record.Aims;
import khabuan.insight.indicator.Indicator.Links;
import khabuan.insight.indicator.Indicator.PassBy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The performance agreements: their trees, read as they are, or within a moment as they were known. */
@Component
public class Agreements implements Aims {

    private final JdbcClient jdbc;

    Agreements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The fiscal years that have an agreement, the newest first. */
    public List<Integer> years() {
        return jdbc.sql("select fiscal_year from agreement order by fiscal_year desc").query(Integer.class).list();
    }

    /** The agreement of the year that runs, or of the last one that has one; the first to come where none has been. @throws java.util.NoSuchElementException when there is none at all */
    public int newest(int running) {
        var years = years();
        return years.stream().filter(y -> y <= running).findFirst().orElseGet(years::getFirst);
    }

    /** The measures that indicators of any year take. */
    public List<String> measures() {
        return jdbc.sql("select distinct measure_code from indicator where measure_code is not null order by 1").query(String.class).list();
    }

    public Optional<Agreement> of(int fiscalYear) {
        return jdbc.sql("select fiscal_year, red_below, green_above, signed_on from agreement where fiscal_year = ?").param(fiscalYear)
                .query((r, n) -> new Agreement(r.getInt(1), r.getBigDecimal(2), r.getBigDecimal(3), r.getObject(4, LocalDate.class))).optional();
    }

    /** @throws OutOfReach when the year has none */
    public Agreement demand(int fiscalYear) {
        return of(fiscalYear).orElseThrow(() -> new OutOfReach("agreement " + fiscalYear));
    }

    /** The headings of a year, in print order. */
    public List<Heading> headings(int fiscalYear) {
        return jdbc.sql("select id, parent_id, kind, number, title, position from agreement_heading where fiscal_year = ? order by position, id").param(fiscalYear)
                .query((r, n) -> new Heading(r.getLong(1), r.getObject(2, Long.class), Heading.Kind.valueOf(r.getString(3)), r.getString(4), r.getString(5), r.getInt(6))).list();
    }

    /** The indicators of a year, in print order. */
    public List<Indicator> indicators(int fiscalYear) {
        return jdbc.sql(COLUMNS + "where fiscal_year = ? order by position, id").param(fiscalYear).query(Agreements::indicator).list();
    }

    @Override
    public List<Aim> aims(int fiscalYear) {
        return indicators(fiscalYear).stream().map(i -> new Aim(i.code(), i.heading(), i.path())).toList();
    }

    /** @throws OutOfReach when there is none of that code in that year */
    public Indicator find(int fiscalYear, String code) {
        return jdbc.sql(COLUMNS + "where fiscal_year = ? and code = ?").params(fiscalYear, code).query(Agreements::indicator).optional()
                .orElseThrow(() -> new OutOfReach("indicator " + fiscalYear + " " + code));
    }

    private static final String COLUMNS = """
            select id, fiscal_year, heading_id, part_of, code, number, title, criteria, position, measuring, unit, decimals, base, owner, opdc, pass_at, pass_by, source, measure_code, in_hand_code,
                   sdg, national_strategy, ministry_plan, remark
            from indicator\s""";

    private static Indicator indicator(ResultSet r, int n) throws SQLException {
        return new Indicator(r.getLong("id"), r.getInt("fiscal_year"), r.getObject("heading_id", Long.class), r.getObject("part_of", Long.class), r.getString("code"), r.getString("number"),
                r.getString("title"), r.getString("criteria"), r.getInt("position"), Measuring.valueOf(r.getString("measuring")), r.getString("unit"), r.getInt("decimals"), r.getBigDecimal("base"),
                r.getString("owner"), r.getBoolean("opdc"), plain(r.getBigDecimal("pass_at")), PassBy.valueOf(r.getString("pass_by")), Source.valueOf(r.getString("source")), r.getString("measure_code"),
                r.getString("in_hand_code"), new Links(r.getString("sdg"), r.getString("national_strategy"), r.getString("ministry_plan")), r.getString("remark"));
    }

    private static BigDecimal plain(BigDecimal kept) {
        return kept == null ? null : kept.stripTrailingZeros();
    }
}
