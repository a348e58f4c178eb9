package khabuan.bench;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.print.Format;
import khabuan.base.record.Moments;
import khabuan.base.text.Digits;
import khabuan.insight.measure.Measures;
import khabuan.insight.report.ReportMoment;
import khabuan.insight.report.Reports;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The chapter, composed and printed: in the present with nothing kept, at moments that nobody asked for before, and again; beside some of its figures in plain SQL. */
@Component
class ReportBench implements Bench {

    private static final FiscalQuarter QUARTER = new FiscalQuarter(new FiscalYear(2562), 4);
    private static final LocalDate DAY = LocalDate.of(2019, 8, 31);
    private static final String BY_REGION = " join unit u on u.code = c.unit_code join district d on d.code = u.district_code "
            + "join province_region p on p.province_code = d.province_code and p.until_date is null ";
    private static final List<String> PLAIN = List.of(
            "select p.region_code, count(*), count(*) filter (where c.registered_on >= '2018-10-01') from council c" + BY_REGION + "group by 1",
            "select p.region_code, count(*) from organisation c" + BY_REGION + "group by 1",
            "select p.region_code, m.class, count(*) from council_member m join council c on c.id = m.council_id" + BY_REGION + "group by 1, 2",
            "select p.region_code, count(*) filter (where t.reviewed_on is null) from council_term t join council c on c.id = t.council_id" + BY_REGION + "group by 1",
            "select p.region_code, m.mission, count(*) from council_mission m join council c on c.id = m.council_id" + BY_REGION + "where m.fiscal_year = 2562 group by 1, 2",
            "select p.region_code, e.kind, count(distinct c.id) from evidence e join council c on c.id = e.record_id and e.record_kind = 'council'" + BY_REGION + "group by 1, 2");
    private final Reports reports;
    private final Measures measures;
    private final Moments moments;
    private final JdbcClient jdbc;
    private Instant unasked = ThaiDate.endOf(DAY);

    ReportBench(Reports reports, Measures measures, Moments moments, JdbcClient jdbc) {
        this.reports = reports;
        this.measures = measures;
        this.moments = moments;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "report";
    }

    @Override
    public boolean needsRecords() {
        return true;
    }

    @Override
    public void run(PrintWriter out) {
        var clock = new Clockwork(out, 7);
        clock.time("the chapter as HTML, in the present, nothing kept", 3000, measures::forget, () -> print(null, Format.HTML));
        clock.time("… six of its figures by region in plain SQL", 0, () -> {}, () -> plain(null));
        clock.time("… asked again", 300, () -> {}, () -> print(null, Format.HTML));
        clock.time("… as it was known at a moment never asked before", 6000, this::earlier, () -> print(unasked, Format.HTML));
        clock.time("… six of its figures at such a moment in plain SQL", 0, () -> {}, () -> plain(unasked));
        clock.time("… that moment asked again", 300, () -> {}, () -> print(unasked, Format.HTML));
        for (var format : List.of(Format.DOCX, Format.XLSX, Format.PDF)) clock.time("the chapter as " + format + ", in the present, nothing kept", 6000, measures::forget, () -> print(null, format));
    }

    private void earlier() {
        measures.forget();
        unasked = unasked.minusSeconds(3601);
    }

    private byte[] print(Instant knownAt, Format format) {
        return reports.print("strategy-office", new ReportMoment(QUARTER, DAY, knownAt), format, Digits.ARABIC);
    }

    private Object plain(Instant knownAt) {
        return moments.read(knownAt, () -> PLAIN.stream().map(sql -> jdbc.sql(sql).query().listOfRows().size()).toList());
    }
}
