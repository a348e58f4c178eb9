package khabuan.bench;

import java.io.PrintWriter;
import java.time.LocalDate;
import khabuan.base.calendar.FiscalYear;
import khabuan.insight.measure.Measures;
import khabuan.insight.outlook.Outlooks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The executive's screen on the records of the demonstration: twenty-four indicators, five regions, twelve quarters and four past years, with nothing kept and with all kept. */
@Component
class EisBench implements Bench {

    private final Outlooks outlooks;
    private final Measures measures;
    private final JdbcClient jdbc;

    EisBench(Outlooks outlooks, Measures measures, JdbcClient jdbc) {
        this.outlooks = outlooks;
        this.measures = measures;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "eis";
    }

    @Override
    public boolean needsRecords() {
        return true;
    }

    @Override
    public void run(PrintWriter out) {
        var clock = new Clockwork(out, 20);
        var quarter = new FiscalYear(2562).quarter(4);
        var day = LocalDate.of(2019, 9, 2);
        double cold = clock.time("the outlook of 2562, nothing kept", 1_500, measures::forget, () -> outlooks.at(quarter, day));
        clock.time("… nothing changed", 100, () -> {}, () -> outlooks.at(quarter, day));
        double raw = clock.time("results by indicator, region and quarter, and new councils by region and quarter, in plain SQL", 0, () -> {}, this::raw);
        out.printf("  cold, that is %.1f × the plain SQL%n", cold / raw);
    }

    private Object raw() {
        jdbc.sql("""
                select i.fiscal_year, i.code, r.place, r.quarter, sum(r.amount) from indicator_result r join indicator i on i.id = r.indicator_id
                where i.fiscal_year between 2558 and 2562 and r.certified_on is not null group by 1, 2, 3, 4""").query().listOfRows();
        return jdbc.sql("""
                select p.region_code, date_trunc('quarter', c.registered_on), count(*) from council c join unit u on u.code = c.unit_code join district d on d.code = u.district_code
                join province_region p on p.province_code = d.province_code and p.until_date is null where c.merged_into is null and c.registered_on >= '2014-10-01' group by 1, 2""").query().listOfRows();
    }
}
