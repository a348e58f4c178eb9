package khabuan.base.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.store.House;
import khabuan.base.store.Refused;
import khabuan.base.text.Bundles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes a file of records in from the terminal. */
@Command(name = "import", description = "Takes in a file of records (CSV or XLSX; boundaries as TopoJSON or GeoJSON): all rows are checked, all faults listed, and all is written or nothing.", mixinStandardHelpOptions = true)
public class ImportCommand implements Callable<Integer> {

    private static final int SHOWN = 200;
    private final House house;

    @Spec
    CommandSpec spec;
    @Parameters(index = "0", paramLabel = "KIND", description = "What the file holds: units, boundaries, councils, organisations, …; ./khabuan template lists the kinds.")
    String kind;
    @Parameters(index = "1", paramLabel = "FILE", description = "The file, with Thai or English headings in any order.")
    Path file;
    @Option(names = "--check", description = "Only looks: tells what is new, changed, the same and at fault, and writes nothing.")
    boolean check;
    @Option(names = "--accept-valid", description = "Writes the rows without fault though others are refused.")
    boolean acceptValid;
    @Option(names = "--recorded-at", paramLabel = "DAY", description = "The day (2553-10-01) or moment (2010-10-01T09:00:00+07:00) at which the old system knew it.")
    String recordedAt;
    @Option(names = "--from", paramLabel = "DAY", description = "The day from which the file holds (2565-08-01): a unit that it names otherwise is renamed or upgraded from then on.")
    String from;
    @Option(names = "--credit", paramLabel = "TEXT", description = "Whose work the boundaries are, as their maps will say; where the file doesn't tell it.", defaultValue = "")
    String credit;
    @Option(names = "--as", paramLabel = "USER", description = "Acts for this account, within its rights and its scope (default: the server's own terminal, which may do all).")
    String user;

    ImportCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        if (!Files.isReadable(file)) throw new Refused("There is no file " + file + " that can be read.");
        var intake = house.get(Intake.class);
        var wanted = house.get(Kinds.class).get(kind);
        if ((from != null || !credit.isEmpty()) && !wanted.readsTold()) throw new Refused("Files of " + kind + " tell all themselves: leave --from and --credit out.");
        var today = ThaiDate.today(house.get(Clock.class));
        var order = new Order(actor(), file, file.getFileName().toString(), moment(), told(), check, acceptValid, today, this::tell);
        long began = System.nanoTime();
        try {
            var outcome = intake.take(wanted, order);
            print(wanted, outcome, (System.nanoTime() - began) / 1e9);
            return outcome.isFaultless() || outcome.written() && acceptValid ? 0 : 1;
        } catch (OutOfReach e) {
            throw new Refused("The account " + user + " may not import " + kind + ".");
        }
    }

    private Actor actor() {
        if (user == null) return Actor.commandLine();
        var account = house.get(Accounts.class).find(user).filter(a -> !a.isDisabled()).orElseThrow(() -> new Refused("There is no account " + user + ": ./khabuan user list shows them."));
        return account.actor("command line");
    }

    private Order.Told told() {
        if (from == null) return new Order.Told(null, credit);
        return new Order.Told(ThaiDate.demand(from), credit);
    }

    private Instant moment() {
        if (recordedAt == null) return null;
        var day = ThaiDate.parse(recordedAt);
        if (day.isPresent()) return ThaiDate.endOf(day.get());
        try {
            return java.time.OffsetDateTime.parse(recordedAt).toInstant();
        } catch (java.time.DateTimeException e) {
            throw new Refused("“" + recordedAt + "” is neither a day (2553-10-01) nor a moment (2010-10-01T09:00:00+07:00).");
        }
    }

    private void tell(String phase, long lines) {
        if (System.console() != null) System.err.printf("\r%s %,d rows   ", phase, lines);
    }

    private static String where(LineFault told, Headings headings) {
        if (told.line() == 0) return "";
        return "row " + told.line() + (told.column().isEmpty() ? ": " : ", " + headings.of(told.column()) + ": ");
    }

    private void print(IntakeKind wanted, Outcome outcome, double seconds) {
        var out = spec.commandLine().getOut();
        var words = house.get(Bundles.class).in(Locale.ENGLISH);
        var headings = new Headings(wanted, house.get(Bundles.class).in(Bundles.THAI));
        outcome.unread().forEach(heading -> out.printf("The column “%s” isn't known and was not read.%n", heading));
        outcome.notes().stream().limit(SHOWN).forEach(n -> out.println("note: " + where(n, headings) + n.message(words)));
        if (outcome.notes().size() > SHOWN) out.printf("… and %,d more notes; the page /import gives them all as a file.%n", outcome.notes().size() - SHOWN);
        outcome.faults().stream().limit(SHOWN).forEach(f -> out.println(where(f, headings) + f.message(words)));
        if (outcome.faults().size() > SHOWN) out.printf("… and %,d more faults; the page /import gives them all as a file.%n", outcome.faults().size() - SHOWN);
        out.printf("%,d rows: %,d new, %,d changed, %,d unchanged, %,d refused; %,d notes.%n", outcome.lines(), outcome.added(), outcome.changed(), outcome.same(), outcome.refused(), outcome.notes().size());
        if (check) out.println("Only looked at; nothing was written.");
        else if (outcome.written() && outcome.added() + outcome.changed() == 0) out.println("There was nothing to write.");
        else if (outcome.written()) out.printf(Locale.ROOT, "Written in %.1f s.%n", seconds);
        else if (outcome.lines() == 0) out.println("Nothing was written.");
        else out.println("Nothing was written. Mend the rows, or write the others with --accept-valid.");
        out.flush();
    }
}
