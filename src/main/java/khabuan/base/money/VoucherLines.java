package khabuan.base.money;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabuan.base.access.Refusals;
import khabuan.base.calendar.ThaiDate;

/** Reads the lines of a voucher as they are pasted from a spreadsheet or stand in a CSV file: account, fund, debit, credit. */
final class VoucherLines {

    private static final Map<String, String> FUNDS = Map.of("state", "state", "codi", "codi", "เงินอุดหนุน", "state", "เงินทุน พอช.", "codi", "เงินทุนพอช.", "codi");

    private VoucherLines() {}

    /** A first line without an account is a heading. Empty lines are left out.
     *  @throws khabuan.base.access.Refusal.Thrown with each line that can't be read */
    static List<Voucher.Line> read(String text) {
        var lines = new ArrayList<Voucher.Line>();
        var refusals = new Refusals();
        var rows = rows(text);
        for (int i = 0; i < rows.size(); i++) {
            var cells = rows.get(i).getFields().stream().map(String::strip).toList();
            if (cells.stream().allMatch(String::isEmpty) || i == 0 && !ThaiDate.arabic(cells.getFirst()).matches("\\d{4}.*")) continue;
            var line = line(cells);
            line.ifPresent(lines::add);
            refusals.when(line.isEmpty(), MoneyRefusal.LINE_UNREADABLE, "lines", String.valueOf(i + 1), String.join(" · ", cells));
        }
        refusals.demandNone();
        return lines;
    }

    private static List<CsvRecord> rows(String text) {
        String clean = text.replace("\uFEFF", "").strip();
        if (clean.isEmpty()) return List.of();
        return CsvReader.builder().fieldSeparator(clean.indexOf('\t') >= 0 ? '\t' : ',').ofCsvRecord(clean).stream().toList();
    }

    /** An amount on one side, and none or nothing on the other. */
    private static Optional<Voucher.Line> line(List<String> cells) {
        if (cells.size() < 3 || cells.getFirst().length() < 4) return Optional.empty();
        var fund = FUNDS.get(cells.get(1));
        var debit = side(cells, 2);
        var credit = side(cells, 3);
        if (fund == null || debit.isEmpty() || credit.isEmpty() || debit.get().isZero() == credit.get().isZero()) return Optional.empty();
        return Optional.of(new Voucher.Line(ThaiDate.arabic(cells.getFirst().substring(0, 4)), fund, debit.get().minus(credit.get())));
    }

    private static Optional<Baht> side(List<String> cells, int at) {
        if (at >= cells.size() || cells.get(at).isEmpty() || cells.get(at).equals("-") || cells.get(at).equals("–")) return Optional.of(Baht.ZERO);
        return Baht.parse(cells.get(at)).filter(b -> b.satang() >= 0);
    }
}
