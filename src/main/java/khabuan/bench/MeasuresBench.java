package khabuan.bench;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.place.Level;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ten measures by place and quarter on the records of the demonstration: when nothing has changed, when a table just has, and when nothing is kept. */
@Component
class MeasuresBench implements Bench {

    private static final FiscalYear YEAR = new FiscalYear(2562);
    private static final LocalDate DAY = LocalDate.of(2019, 8, 31);
    private static final List<String> TEN = List.of("council.registered", "council.members", "organisation.registered", "council.new", "council.certified", "council.documented",
            "council.term-due", "council.term-unreviewed", "organisation.certified", "council.capacity");
    private final Measures measures;
    private final Changes changes;
    private final JdbcClient jdbc;

    MeasuresBench(Measures measures, Changes changes, JdbcClient jdbc) {
        this.measures = measures;
        this.changes = changes;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "measures";
    }

    @Override
    public boolean needsRecords() {
        return true;
    }

    @Override
    public void run(PrintWriter out) {
        var clock = new Clockwork(out, 30);
        var quarters = List.of(1, 2, 3, 4).stream().map(q -> new Window(YEAR.start(), YEAR.quarter(q).end().isAfter(DAY) ? DAY : YEAR.quarter(q).end(), null)).toList();
        var year = List.of(new Window(YEAR.start(), DAY, null));
        var regions = questions(Level.REGION, quarters);
        measures.ask(regions);
        clock.time("10 measures × 5 regions × 4 quarters, nothing changed", 8, () -> {}, () -> measures.ask(regions));
        clock.time("… the councils just changed", 60, () -> touch("council"), () -> measures.ask(regions));
        clock.time("… the organisations just changed", 60, () -> touch("organisation"), () -> measures.ask(regions));
        clock.time("… nothing kept", 0, measures::forget, () -> measures.ask(regions));
        clock.time("10 measures × 77 provinces × 1 quarter, nothing changed", 0, () -> {}, () -> measures.ask(questions(Level.PROVINCE, year)));
        var districts = questions(Level.DISTRICT, year);
        clock.time("10 measures × 928 districts × 1 quarter, nothing changed", 40, () -> {}, () -> measures.ask(districts));
        clock.time("… the councils just changed", 40, () -> touch("council"), () -> measures.ask(districts));
        clock.time("… nothing kept", 0, measures::forget, () -> measures.ask(districts));
        var units = questions(Level.UNIT, year);
        clock.time("10 measures × 7,825 units × 1 quarter, nothing changed", 150, () -> {}, () -> measures.ask(units));
        clock.time("… the councils just changed", 150, () -> touch("council"), () -> measures.ask(units));
        clock.time("… nothing kept", 0, measures::forget, () -> measures.ask(units));
        double ours = clock.time("organisation.registered × 5 regions × 4 quarters, nothing kept", 0, measures::forget,
                () -> measures.ask(new Question("organisation.registered", Level.REGION, quarters)));
        double raw = clock.time("the same in plain SQL", 0, () -> {}, this::raw);
        out.printf("  that is %.2f × the plain SQL (target 2)%n", ours / raw);
    }

    private static List<Question> questions(Level level, List<Window> windows) {
        return TEN.stream().map(code -> new Question(code, level, windows)).toList();
    }

    /** Corrects the day of registration of one record, to and fro. */
    private void touch(String table) {
        changes.make(Author.programme("bench"), "bench.touch", "", () -> {
            jdbc.sql("update " + table + " set registered_on = registered_on + case when version % 2 = 0 then 1 else -1 end where id = (select min(id) from " + table + ")").update();
        });
    }

    private Object raw() {
        return jdbc.sql("""
                select p.region_code, count(*) filter (where o.registered_on <= '2018-12-31'), count(*) filter (where o.registered_on <= '2019-03-31'),
                       count(*) filter (where o.registered_on <= '2019-06-30'), count(*) filter (where o.registered_on <= '2019-08-31')
                from organisation o join unit u on u.code = o.unit_code join district d on d.code = u.district_code
                join province_region p on p.province_code = d.province_code and p.until_date is null
                where o.merged_into is null group by 1""").query().listOfRows();
    }
}
