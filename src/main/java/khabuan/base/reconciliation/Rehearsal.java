package khabuan.base.reconciliation;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.intake.Laid;
import khabuan.base.intake.LineFault;
import khabuan.base.intake.Order;
import khabuan.base.place.Place;
import khabuan.base.place.PlaceSearch;
import khabuan.base.store.Refused;
import khabuan.base.store.RowScope;
import khabuan.base.text.Words;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A comparison of which nothing is kept: for the terminal, and for measuring. */
@Component
public class Rehearsal {

    private final Reconciliations reconciliations;
    private final Comparing comparing;
    private final RowTable table;
    private final ComparisonWorkbook workbook;
    private final PlaceSearch search;
    private final TransactionTemplate transaction;

    Rehearsal(Reconciliations reconciliations, Comparing comparing, RowTable table, ComparisonWorkbook workbook, PlaceSearch search, PlatformTransactionManager transactions) {
        this.reconciliations = reconciliations;
        this.comparing = comparing;
        this.table = table;
        this.workbook = workbook;
        this.search = search;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What was found. @param lines rows of the file; @param classes how many rows of each class; @param fields how many rows differ in each field, by its column
     *  @param unreadable why nothing was read; empty when it was */
    public record Found(long lines, Map<String, Long> classes, Map<String, Long> fields, List<String> unread, List<LineFault> unreadable) {}

    /** @param kind of file; @param area a place in any spelling, "" for the units that the file names; @param on the day on which it was drawn; @param out where the comparison is written as XLSX, null for nowhere */
    public Found compare(String kind, Order order, String system, String area, LocalDate on, Path out, Words words) {
        var wanted = reconciliations.kind(kind);
        var covered = new Comparing.Covered(place(area), on);
        var actor = order.actor();
        return new RowScope(actor.scopeLevel(), actor.scopeCode()).during(() -> transaction.execute(status -> {
            status.setRollbackOnly();
            long id = reconciliations.open(actor, new Reconciliations.Wish(kind, system, covered, order.name(), ""));
            var laid = comparing.compare(id, wanted, order, covered);
            if (laid.isUnreadable()) return new Found(0, Map.of(), Map.of(), laid.unread(), laid.faults());
            return found(order, reconciliations.at(actor, id), wanted, laid, out, words);
        }));
    }

    private Found found(Order order, Reconciliation of, Reconcilable kind, Laid laid, Path out, Words words) {
        var tally = table.tally(order.actor(), of);
        var classes = new LinkedHashMap<String, Long>();
        RowFilter.CLASSES.forEach(word -> classes.put(word, tally.of(word)));
        var fields = new LinkedHashMap<String, Long>();
        kind.compared().forEach(c -> fields.put(c.key(), tally.differIn(c.key())));
        if (out != null) write(order, of, out, words);
        return new Found(laid.lines(), classes, fields, laid.unread(), List.of());
    }

    private void write(Order order, Reconciliation of, Path out, Words words) {
        try (OutputStream stream = Files.newOutputStream(out)) {
            workbook.write(order.actor(), of, RowFilter.read(Map.of()), words, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String place(String area) {
        if (area.isEmpty()) return "";
        if (area.equalsIgnoreCase("country")) return "country:" + Place.COUNTRY.code();
        var hit = search.find(area, 10).stream().filter(h -> !h.kind().equals("tambon")).findFirst().orElseThrow(() -> new Refused("There is no place “" + area + "”."));
        return hit.kind() + ":" + hit.code();
    }
}
