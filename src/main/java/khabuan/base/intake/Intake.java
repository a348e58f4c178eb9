package khabuan.base.intake;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import khabuan.base.access.OutOfReach;
import khabuan.base.place.Places;
import khabuan.base.record.Changes;
import khabuan.base.store.Refused;
import khabuan.base.store.RowScope;
import khabuan.base.store.Upkeep;
import khabuan.base.text.Bundles;
import khabuan.base.text.Words;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files in: all rows are read and checked, all faults are told, and the whole is written as one change or not at all. */
@Component
public class Intake {

    private static final int HEADING_WITHIN = 10;

    private final JdbcTemplate jdbc;
    private final Changes changes;
    private final TransactionTemplate transaction;
    private final Places places;
    private final Bundles bundles;
    private final Upkeep upkeep;

    Intake(JdbcTemplate jdbc, Changes changes, PlatformTransactionManager transactions, Places places, Bundles bundles, Upkeep upkeep) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.transaction = new TransactionTemplate(transactions);
        this.places = places;
        this.bundles = bundles;
        this.upkeep = upkeep;
    }

    /** Takes back what a file wrote before its faults were known. */
    private static final class TakenBack extends RuntimeException {

        private final transient Outcome outcome;

        TakenBack(Outcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }
    }

    /** @throws OutOfReach when the kind isn't open to the actor
     *  @throws Refused when the file is none that can be read */
    public Outcome take(IntakeKind kind, Order order) {
        if (!kind.isOpenTo(order.actor())) throw new OutOfReach("import of " + kind.word());
        var closed = kind.closed();
        if (closed.isPresent()) return Outcome.refused(new LineFault(0, "", closed.get()));
        return new RowScope(order.actor().scopeLevel(), order.actor().scopeCode()).during(() -> takeWithin(kind, order));
    }

    private Outcome takeWithin(IntakeKind kind, Order order) {
        try {
            if (order.check()) return transaction.execute(status -> {
                status.setRollbackOnly();
                return dispatch(kind, order);
            });
            var taken = changes.make(order.actor().author(), "intake." + kind.word(), reason(order), order.recordedAt(), () -> {
                var outcome = dispatch(kind, order);
                if (!outcome.written()) throw new TakenBack(outcome);
                return outcome;
            });
            if (kind instanceof RowIntake rows && taken.added() + taken.changed() >= RowWork.MANY) upkeep.settle(rows.table());
            return taken;
        } catch (TakenBack refused) {
            return refused.outcome;
        }
    }

    private static String reason(Order order) {
        return order.name() + " sha256:" + Sha256.of(order.file());
    }

    private Outcome dispatch(IntakeKind kind, Order order) {
        return switch (kind) {
            case RowIntake rows -> rows(rows, order);
            case FileIntake file -> file.take(order);
            default -> throw new IllegalStateException(kind.word());
        };
    }

    private Outcome rows(RowIntake kind, Order order) {
        lock(kind);
        var laid = laid(kind, order);
        if (laid.isUnreadable()) return new Outcome(false, 0, 0, 0, 0, 0, laid.faults(), List.of(), laid.unread(), laid.first());
        return new RowWork(jdbc, kind, order, laid).outcome();
    }

    /** Lays a file's rows out for who only looks, in the transaction that is open: intake_row as the kind reads them, intake_fault with what is wrong with each of them,
     *  intake_reach with the units of an actor whose scope is not the country. What concerns more than one row, or a record that would change, is not judged.
     *  @throws OutOfReach when the kind isn't open to the actor
     *  @throws Refused when the file is none that can be read */
    public Laid look(RowIntake kind, Order order) {
        if (!kind.isOpenTo(order.actor())) throw new OutOfReach("import of " + kind.word());
        var laid = laid(kind, order);
        if (!laid.isUnreadable()) new RowWork(jdbc, kind, order, laid).look();
        return laid;
    }

    /** Writes rows that another room has, in the change that is open, as a file of them would be written that accepts valid rows; intake_fault tells what was refused. What is only to be
     *  noted of rows is not looked for: who has compared them knows better, and the nightly scan finds the rest.
     *  @param laying puts the rows into intake_file and answers how many; its column "own" names the record of a row by its code, whatever code the row brings */
    public Outcome write(RowIntake kind, Order order, LongSupplier laying) {
        if (!kind.isOpenTo(order.actor())) throw new OutOfReach("import of " + kind.word());
        lock(kind);
        jdbc.execute(Staging.table(kind));
        return new RowWork(jdbc, kind, order, Laid.by(laying.getAsLong())).outcome(false);
    }

    /** The rows of intake_file as the kind reads them now: SQL. */
    public String reading(RowIntake kind, Order order) {
        return new RowWork(jdbc, kind, order, Laid.by(0)).filled(kind.reading());
    }

    /** An empty workbook of a kind, to be filled in. */
    public static byte[] template(RowIntake kind, Words words) {
        try {
            var bytes = new ByteArrayOutputStream();
            Template.write(kind, words, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lock(RowIntake kind) {
        jdbc.execute("select pg_advisory_xact_lock(" + kind.lock() + ")");
    }

    private Laid laid(RowIntake kind, Order order) {
        try (var lines = Lines.of(order.file())) {
            return stage(kind, lines, order);
        } catch (Unreadable file) {
            return new Laid(0, List.of(file.fault()), List.of(), List.of());
        }
    }

    private Laid stage(RowIntake kind, Lines lines, Order order) {
        var heading = heading(kind, lines);
        var staging = new Staging(kind, heading, new CellReader(kind, heading, spelling(), bundles));
        if (!heading.faults().isEmpty()) return staging.laid();
        jdbc.execute(Staging.table(kind));
        jdbc.execute((java.sql.Connection connection) -> {
            staging.read(lines, connection, order.progress());
            return null;
        });
        return staging.laid();
    }

    /** The heading is the row among the first ones in which most columns are found; what stands above it is a title. */
    private Heading heading(RowIntake kind, Lines lines) {
        Heading best = null;
        for (int i = 0; i < HEADING_WITHIN && lines.hasNext(); i++) {
            var row = new Heading(kind, lines.next(), bundles);
            if (row.faults().isEmpty()) return row;
            if (best == null || row.found() > best.found()) best = row;
        }
        if (best == null) throw new Unreadable(0, "intake.fault.file-empty");
        if (best.found() == 0) throw new Unreadable(0, "intake.fault.no-heading", Integer.toString(HEADING_WITHIN), required(kind));
        return best;
    }

    private String required(RowIntake kind) {
        var words = bundles.in(Bundles.THAI);
        return kind.columns().stream().filter(Column::required).map(c -> c.heading(kind, words).split("\\|")[0]).collect(Collectors.joining(", "));
    }

    private UnitSpelling spelling() {
        Map<String, String> aliases = new HashMap<>();
        jdbc.query("select level, alias, place_code from place_alias", r -> { aliases.put(r.getString(1) + ":" + r.getString(2), r.getString(3)); });
        return new UnitSpelling(places.tree(), aliases);
    }

    static List<LineFault> ordered(List<LineFault> faults) {
        var all = new ArrayList<>(faults);
        all.sort(Comparator.comparingInt(LineFault::line).thenComparing(LineFault::column));
        return all.size() > Outcome.MOST_FAULTS ? all.subList(0, Outcome.MOST_FAULTS) : all;
    }
}
