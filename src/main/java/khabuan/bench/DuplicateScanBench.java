package khabuan.bench;

import java.io.PrintWriter;
import java.time.LocalDate;
import khabuan.base.access.Actor;
import khabuan.base.duplicate.Scan;
import khabuan.base.duplicate.Suspicions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How long it takes to look for duplicates: among all organisations and persons of the demonstration, and for one that is being typed; beside reading the same rows in plain SQL. */
@Component
class DuplicateScanBench implements Bench {

    private final Scan scan;
    private final Suspicions suspicions;
    private final JdbcClient jdbc;

    DuplicateScanBench(Scan scan, Suspicions suspicions, JdbcClient jdbc) {
        this.scan = scan;
        this.suspicions = suspicions;
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "duplicates";
    }

    @Override
    public boolean needsRecords() {
        return true;
    }

    @Override
    public void run(PrintWriter out) {
        var clock = new Clockwork(out, 3);
        var found = scan.of("organisation");
        out.printf("  %,d organisations compared, %,d pairs suspected%n", found.compared(), found.suspected());
        clock.time("the scan of all organisations, written down", 60_000, () -> {}, () -> scan.of("organisation"));
        clock.time("in plain SQL: their rows, with their units, as they are read", 0, () -> {}, () -> jdbc.sql("""
                select o.id, o.name, f.type, f.name_th, u.district_code from organisation o join unit u on u.code = o.unit_code join unit_form f on f.unit_code = u.code and f.until_date is null
                where o.merged_into is null and o.ended_on is null""").query((r, n) -> r.getString(2)).list());
        var persons = scan.of("person");
        out.printf("  %,d persons compared, %,d pairs suspected%n", persons.compared(), persons.suspected());
        clock.time("the scan of all persons, written down", 60_000, () -> {}, () -> scan.of("person"));
        clock.time("in plain SQL: their names, as they are read", 0, () -> {}, () -> jdbc.sql("select id, unit_code, full_name from person where merged_into is null").query((r, n) -> r.getString(3)).list());
        String unit = jdbc.sql("""
                select min(o.unit_code) from organisation o join unit u on u.code = o.unit_code group by u.district_code order by count(*) desc limit 1""").query(String.class).single();
        String name = jdbc.sql("select name from organisation where unit_code = ? order by id limit 1").param(unit).query(String.class).single();
        var fine = new Clockwork(out, 60);
        fine.time("one name while it is typed, in the district with the most organisations", 100, () -> {},
                () -> suspicions.of(Actor.commandLine(), "organisation", 0, unit, name.replace("่", ""), "group", LocalDate.of(2019, 8, 31), 20));
        String crowded = jdbc.sql("select min(p.unit_code) from person p join unit u on u.code = p.unit_code group by u.district_code order by count(*) desc limit 1").query(String.class).single();
        String person = jdbc.sql("select full_name from person where unit_code = ? order by id limit 1").param(crowded).query(String.class).single();
        fine.time("one person while typed, in the district with the most persons", 100, () -> {}, () -> suspicions.of(Actor.commandLine(), "person", 0, crowded, person.replace("่", ""), "", null, null));
        fine.time("in plain SQL: the names of that district", 0, () -> {}, () -> jdbc.sql("""
                select o.id, o.name from organisation o join unit u on u.code = o.unit_code where u.district_code = (select district_code from unit where code = ?)
                  and o.merged_into is null and o.ended_on is null""").param(unit).query((r, n) -> r.getString(2)).list());
    }
}
