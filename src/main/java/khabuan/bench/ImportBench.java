package khabuan.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.intake.Intake;
import khabuan.base.intake.Kinds;
import khabuan.base.intake.Order;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import khabuan.base.store.Home;
import khabuan.base.store.Upkeep;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All organisations of the country from one file, with all checks and history, beside COPY and one INSERT into the same table without any check. */
@Component
class ImportBench implements Bench {

    private static final int ROWS = 155_279;
    private static final int TIMES = 3;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Intake intake;
    private final Kinds kinds;
    private final JdbcTemplate jdbc;
    private final Changes changes;
    private final Upkeep upkeep;
    private final Home home;
    private final TransactionTemplate transaction;

    ImportBench(Intake intake, Kinds kinds, JdbcTemplate jdbc, Changes changes, Upkeep upkeep, Home home, PlatformTransactionManager transactions) {
        this.intake = intake;
        this.kinds = kinds;
        this.jdbc = jdbc;
        this.changes = changes;
        this.upkeep = upkeep;
        this.home = home;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "import";
    }

    private static final class TakenBack extends RuntimeException {}

    @Override
    public void run(PrintWriter out) throws IOException {
        country();
        upkeep.analyse();
        var file = home.path().resolve("organisations.csv");
        var plain = home.path().resolve("organisations.tsv");
        write(file, plain);
        var bounds = new double[TIMES];
        var imports = new double[TIMES];
        for (int i = 0; i < TIMES; i++) {
            bounds[i] = bound(plain);
            upkeep.analyse();
            imports[i] = take(file, i, out);
            upkeep.analyse();
        }
        out.printf("  COPY and INSERT, no checks    %6.2f s  %,7.0f rows/s%n", median(bounds), ROWS / median(bounds));
        out.printf("  import, all checks, history   %6.2f s  %,7.0f rows/s  (%.2f × the lower bound; medians of %d)%n", median(imports), ROWS / median(imports),
                median(imports) / median(bounds), TIMES);
        again(file, out);
        out.println("  What is left over the checks is the table's own: its indexes (trigrams and the Thai order of names above all) and foreign keys, which the lower bound pays, too; the import also vacuums and analyses it.");
    }

    /** A unit in each tambon, and a council in each unit. */
    private void country() {
        changes.make(Author.programme("bench"), "bench.country", "", () -> {
            jdbc.update("insert into unit (code, district_code) select code, district_code from tambon");
            jdbc.update("insert into unit_form (unit_code, type, name_th) select code, 'อบต.', name_th from tambon");
            jdbc.update("""
                    insert into council (code, unit_code, name, registered_on)
                    select (20000 + row_number() over (order by code))::text, code, council_name('อบต.', name_th), '2009-01-15' from tambon""");
        });
    }

    /** The same rows twice: as people write them, and as the database takes them. */
    private void write(Path file, Path plain) throws IOException {
        var units = jdbc.queryForList("select f.type || f.name_th as title, d.name_th as district, p.name_th as province, c.code, c.id, c.unit_code from council c "
                + "join unit_form f on f.unit_code = c.unit_code join unit u on u.code = c.unit_code join district d on d.code = u.district_code "
                + "join province p on p.code = d.province_code order by c.code");
        try (var people = new PrintWriter(Files.newBufferedWriter(file)); var database = new PrintWriter(Files.newBufferedWriter(plain))) {
            people.println("รหัสองค์กร,ชื่อองค์กร,ประเภท,พื้นที่,อำเภอ,จังหวัด,รหัสสภา,วันที่จดแจ้ง,จำนวนสมาชิก,กิจกรรม");
            for (int i = 0; i < ROWS; i++) {
                var unit = units.get(i * 7 % units.size());
                String name = "กลุ่มออมทรัพย์เพื่อการผลิตบ้าน" + unit.get("district") + " หมู่ที่ " + (i % 17 + 1) + " ที่ " + i / 20;
                var day = LocalDate.of(2009, 2, 1).plusDays(i % 3500);
                people.printf("%d,%s,%s,%s,%s,%s,%s,%s,%d,%s%n", 200_000 + i, name, i % 9 == 0 ? "เครือข่าย" : "กลุ่ม", unit.get("title"), unit.get("district"), unit.get("province"),
                        unit.get("code"), ThaiDate.full(day), i % 60, "ออมทรัพย์ ปลูกผัก");
                database.printf("%d\t%s\t%s\t%s\t%s\t%s\t%d\t%s%n", 200_000 + i, name, i % 9 == 0 ? "network" : "group", unit.get("unit_code"), unit.get("id"), day, i % 60, "ออมทรัพย์ ปลูกผัก");
            }
        }
    }

    private double bound(Path plain) {
        long began = System.nanoTime();
        try {
            changes.make(Author.programme("bench"), "bench.bound", "", () -> {
                jdbc.execute("create temporary table raw (code text, name text, kind text, unit text, council bigint, day date, members int, activities text) on commit drop");
                jdbc.execute((Connection connection) -> copy(connection, plain));
                jdbc.update("insert into organisation (code, name, kind, unit_code, council_id, registered_on, members, activities) select * from raw");
                throw new TakenBack();
            });
        } catch (TakenBack e) {
            // so that the import finds the table as it was
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static long copy(Connection connection, Path plain) {
        try (var in = Files.newInputStream(plain)) {
            return connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy raw from stdin", in);
        } catch (IOException | java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The last time it stays; before, it is taken back, so that each finds the table as it was. */
    private double take(Path file, int time, PrintWriter out) {
        Map<String, Long> phases = new LinkedHashMap<>();
        long began = System.nanoTime();
        var order = new Order(Actor.commandLine(), file, "organisations.csv", null, false, false, TODAY, (phase, lines) -> phases.putIfAbsent(phase, System.nanoTime() - began));
        var outcome = transaction.execute(status -> {
            if (time < TIMES - 1) status.setRollbackOnly();
            var done = intake.take(kinds.get("organisations"), order);
            phases.put("done", System.nanoTime() - began);
            return done;
        });
        if (outcome.added() != ROWS) throw new IllegalStateException(outcome.lines() + " rows, " + outcome.added() + " new, faults " + outcome.faults().stream().limit(5).toList());
        double seconds = (System.nanoTime() - began) / 1e9;
        out.printf("  run %d: %s%n", time + 1, phases.entrySet().stream().map(e -> "%s at %.2f s".formatted(e.getKey(), e.getValue() / 1e9)).toList());
        return seconds;
    }

    private void again(Path file, PrintWriter out) {
        var order = new Order(Actor.commandLine(), file, "organisations.csv", null, false, false, TODAY, Order.Progress.NONE);
        long began = System.nanoTime();
        var outcome = intake.take(kinds.get("organisations"), order);
        double seconds = (System.nanoTime() - began) / 1e9;
        if (outcome.same() != ROWS) throw new IllegalStateException("The same file changed something: " + outcome.changed());
        out.printf("  the same file again           %6.2f s  %,7.0f rows/s, nothing changed%n", seconds, ROWS / seconds);
    }

    private static double median(double[] seconds) {
        var sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
