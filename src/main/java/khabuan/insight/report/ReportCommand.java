package khabuan.insight.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.print.Format;
import khabuan.base.store.House;
import khabuan.base.text.Digits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a report to a file. */
@Command(name = "report", description = "Prints a report: strategy-office, key-data, kpi-matrix, kpi-summary or money.", mixinStandardHelpOptions = true)
public class ReportCommand implements Callable<Integer> {

    private final House house;

    @Spec
    CommandSpec spec;
    @Parameters(paramLabel = "REPORT", description = "strategy-office: the quarterly report of the strategy office; key-data: the monthly report of key data; kpi-matrix and kpi-summary: the indicators of a year; money: budget and disbursement.")
    String report;
    @Option(names = "--fiscal-year", paramLabel = "YEAR", description = "The fiscal year, B.E.: 2562 (default: that of the data date).")
    Integer fiscalYear;
    @Option(names = "--quarter", paramLabel = "1-4", description = "The quarter (default: that of the data date).")
    Integer quarter;
    @Option(names = "--as-of", paramLabel = "DAY", description = "The data date: 2562-08-31 or 2019-08-31 (default: the end of the quarter).")
    String asOf;
    @Option(names = "--known-at", paramLabel = "DAY", description = "As it was known at the end of this day (default: as known now).")
    String knownAt;
    @Option(names = "--format", defaultValue = "html", paramLabel = "FORMAT", description = "html, docx, xlsx or pdf (default: ${DEFAULT-VALUE}).")
    String format;
    @Option(names = "--digits", defaultValue = "arabic", paramLabel = "DIGITS", description = "arabic or thai (default: ${DEFAULT-VALUE}).")
    String digits;
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
    Path out;

    ReportCommand(House house) {
        this.house = house;
    }

    @Override
    public Integer call() throws Exception {
        var reports = house.get(Reports.class);
        var kind = reports.kind(report);
        if (asOf == null && (kind.isMonthly() || fiscalYear == null || quarter == null)) throw new IllegalArgumentException(kind.isMonthly() ? "Say of which month: --as-of 2562-08-31." : "Say of which quarter: --fiscal-year 2562 --quarter 4.");
        LocalDate day = asOf == null ? new FiscalQuarter(new FiscalYear(fiscalYear), quarter).end() : ThaiDate.demand(asOf);
        var ofQuarter = fiscalYear == null || quarter == null || kind.isMonthly() ? FiscalQuarter.of(day) : new FiscalQuarter(new FiscalYear(fiscalYear), quarter);
        Instant known = knownAt == null ? null : ThaiDate.endOf(ThaiDate.demand(knownAt));
        byte[] content = reports.print(kind.kind(), new ReportMoment(ofQuarter, day, known), choose(Format.class, format), choose(Digits.class, digits));
        Files.write(out, content);
        spec.commandLine().getOut().println(out + " " + content.length + " bytes");
        return 0;
    }

    private static <E extends Enum<E>> E choose(Class<E> choices, String word) {
        try {
            return Enum.valueOf(choices, word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("“" + word + "” is none of " + Arrays.toString(choices.getEnumConstants()).toLowerCase(Locale.ROOT) + ".");
        }
    }
}
