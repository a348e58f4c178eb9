package khabuan.base.reconciliation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import khabuan.base.access.Actor;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.intake.Headings;
import khabuan.base.intake.Kinds;
import khabuan.base.intake.Order;
import khabuan.base.store.House;
import khabuan.base.store.Refused;
import khabuan.base.text.Bundles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compares an old system's extract with the records from the terminal; what is to be taken from it is chosen on the page. */
@Command(name = "reconcile", description = "Compares an old system's extract (CSV or XLSX) with the records: what is the same, differs, is likely, only there, only here, faulty. It writes nothing.", mixinStandardHelpOptions = true)
public class ReconcileCommand implements Callable<Integer> {

    private final House house;

    @Spec
    CommandSpec spec;
    @Parameters(index = "0", paramLabel = "KIND", description = "What the file holds: councils, organisations, members.")
    String kind;
    @Parameters(index = "1", paramLabel = "FILE", description = "The file, with the headings of ./khabuan template KIND.")
    Path file;
    @Option(names = "--system", paramLabel = "NAME", description = "The old system's name (default: the file's).")
    String system;
    @Option(names = "--area", paramLabel = "PLACE", description = "What the extract covers: a place in any spelling, or country (default: the units that it names).", defaultValue = "")
    String area;
    @Option(names = "--drawn", paramLabel = "DAY", description = "The day on which it was drawn (2562-08-31; default: today); what was registered later is not asked for in it.")
    String drawn;
    @Option(names = "--out", paramLabel = "FILE", description = "Where to write the comparison, row by row and field by field, as XLSX.")
    Path out;

    ReconcileCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        if (!Files.isReadable(file)) throw new Refused("There is no file " + file + " that can be read.");
        var today = ThaiDate.today(house.get(Clock.class));
        var on = drawn == null ? today : ThaiDate.demand(drawn);
        String name = file.getFileName().toString();
        long began = System.nanoTime();
        var order = new Order(Actor.commandLine(), file, name, null, true, false, today, this::tell);
        var found = house.get(Rehearsal.class).compare(kind, order, system == null ? name : system, area, on, out, house.get(Bundles.class).in(Bundles.THAI));
        return print(found, (System.nanoTime() - began) / 1e9);
    }

    private void tell(String phase, long lines) {
        if (System.console() != null) System.err.printf("\r%s %,d rows   ", phase, lines);
    }

    private int print(Rehearsal.Found found, double seconds) {
        var printer = spec.commandLine().getOut();
        var words = house.get(Bundles.class).in(Locale.ENGLISH);
        var headings = new Headings(house.get(Kinds.class).get(kind), house.get(Bundles.class).in(Bundles.THAI));
        found.unreadable().forEach(f -> printer.println(headings.of(f.column()) + ": " + f.message(words)));
        if (!found.unreadable().isEmpty()) return 1;
        found.unread().forEach(heading -> printer.printf("The column “%s” isn't known and was not read.%n", heading));
        found.classes().forEach((word, rows) -> {
            printer.printf("%,10d  %s%n", rows, words.t("reconciliation.class." + word));
            if (word.equals("differs")) found.fields().forEach((field, differing) -> {
                if (differing > 0) printer.printf("%,14d  in %s%n", differing, headings.of(field));
            });
        });
        printer.printf(Locale.ROOT, "%,d rows compared in %.1f s; nothing was written.%n", found.lines(), seconds);
        if (out != null) printer.println("Written: " + out);
        printer.flush();
        return 0;
    }
}
