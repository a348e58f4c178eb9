package khabuan.base.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import khabuan.base.store.House;
import khabuan.base.store.Refused;
import khabuan.base.text.Bundles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes an empty file to fill in. */
@Command(name = "template", description = "Writes an empty file of a kind: an XLSX with a sheet that explains each column, or a CSV with the headings; without KIND it lists the kinds.", mixinStandardHelpOptions = true)
public class TemplateCommand implements Callable<Integer> {

    private final House house;

    @Spec
    CommandSpec spec;
    @Parameters(paramLabel = "KIND", arity = "0..1", description = "What the file will hold.")
    String kind;
    @Option(names = "--out", paramLabel = "FILE", description = "Where to write it, .xlsx or .csv (default: KIND.xlsx).")
    Path out;

    TemplateCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() {
        var words = house.get(Bundles.class).in(Bundles.THAI);
        var kinds = house.get(Kinds.class);
        if (kind == null) {
            kinds.all().forEach(k -> spec.commandLine().getOut().printf("%-28s %s%n", k.word(), words.t("intake.kind." + k.word())));
        } else if (kinds.get(kind) instanceof RowIntake rows) {
            var file = out == null ? Path.of(kind + ".xlsx") : out;
            write(rows, file);
            spec.commandLine().getOut().println("Written: " + file);
        } else {
            throw new Refused("Files of " + kind + " are not made of rows. " + house.get(Bundles.class).in(Locale.ENGLISH).t("intake.kind." + kind + ".file"));
        }
        spec.commandLine().getOut().flush();
        return 0;
    }

    private void write(RowIntake rows, Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!name.endsWith(".xlsx") && !name.endsWith(".csv")) throw new Refused("A template is an .xlsx or a .csv: name the file so, for example --out " + rows.word() + ".xlsx");
        try (var stream = Files.newOutputStream(file)) {
            var words = house.get(Bundles.class).in(Bundles.THAI);
            if (name.endsWith(".csv")) Template.headings(rows, words, stream);
            else Template.write(rows, words, stream);
        } catch (IOException e) {
            throw new Refused("The file " + file + " can't be written: " + e.getMessage());
        }
    }
}
