package khabuan.base.money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The statements of financial position (งบแสดงฐานะการเงิน) and of performance (งบแสดงผลการดำเนินงาน) as the ledger holds them, of all money or of a fund alone, on days and in periods side by side;
 *  read at the moment that is being read. What one fund pays another stands in the fund's own statement only. */
@Component
public class Statements {

    /** Of all funds together. */
    public static final String ALL = "";
    private static final String FEE = "42", FEE_PAID = "5190", SUBSIDY = "51";
    private final Books books;

    Statements(Books books) {
        this.books = books;
    }

    /** Days from one to another, both among them. */
    public record Span(LocalDate from, LocalDate until) {}

    /** A line of a statement.
     *  @param key of its name: "money.line.cash"; of a single account "ledger.5200", of a programme its code
     *  @param total whether it is a sum of lines above
     *  @param amounts one for each day or period that was asked for, assets, income and what is left above nothing, as are liabilities and expenses */
    public record Row(String key, boolean total, List<Baht> amounts) {}

    /** What the books say of a day, or moved in a period: by code and fund. */
    private record Moved(Map<String, Map<String, Baht>> byCode) {

        Baht of(String fund, BiPredicate<String, String> wanted) {
            return byCode.entrySet().stream().flatMap(c -> c.getValue().entrySet().stream().filter(f -> (fund.isEmpty() || f.getKey().equals(fund)) && wanted.test(c.getKey(), f.getKey()))).map(Map.Entry::getValue).reduce(Baht.ZERO, Baht::plus);
        }
    }

    private Moved at(String book, LocalDate day) {
        return new Moved(books.trial(new Books.Which(book, "", 0, "", "", "fund"), day).stream().collect(Collectors.groupingBy(Books.Line::code, Collectors.toMap(Books.Line::division, Books.Line::amount))));
    }

    private Moved in(String book, Span span) {
        var moved = new HashMap<String, Map<String, Baht>>();
        at(book, span.until()).byCode().forEach((code, funds) -> funds.forEach((fund, amount) -> moved.computeIfAbsent(code, k -> new HashMap<>()).merge(fund, amount, Baht::plus)));
        at(book, span.from().minusDays(1)).byCode().forEach((code, funds) -> funds.forEach((fund, amount) -> moved.computeIfAbsent(code, k -> new HashMap<>()).merge(fund, amount.negated(), Baht::plus)));
        return new Moved(moved);
    }

    private static BiPredicate<String, String> from(String... beginnings) {
        return (code, fund) -> List.of(beginnings).stream().anyMatch(code::startsWith);
    }

    /** Assets, liabilities and what is left, at the end of each day. @param fund {@link #ALL} or one */
    public List<Row> position(String book, String fund, List<LocalDate> days) {
        var moved = days.stream().map(d -> at(book, d)).toList();
        var rows = new ArrayList<Row>();
        rows.add(row("money.line.cash", false, moved, fund, 1, from("11")));
        rows.add(row("money.line.receivables", false, moved, fund, 1, from("12")));
        rows.add(row("money.line.loans", false, moved, fund, 1, from("13")));
        rows.add(row("money.line.fixed", false, moved, fund, 1, from("14")));
        rows.add(row("money.line.assets", true, moved, fund, 1, from("1")));
        rows.add(row("money.line.liabilities", false, moved, fund, -1, from("2")));
        rows.add(row("money.line.net", true, moved, fund, 1, from("1", "2")));
        return rows;
    }

    /** Income, expense and what is left of it, in each period. @param fund {@link #ALL} or one */
    public List<Row> performance(String book, String fund, List<Span> periods) {
        boolean all = fund.equals(ALL);
        BiPredicate<String, String> within = (code, f) -> all && (code.startsWith(FEE) || code.equals(FEE_PAID));
        var moved = periods.stream().map(p -> in(book, p)).toList();
        var rows = new ArrayList<Row>();
        rows.add(row("money.line.granted", false, moved, fund, -1, from("41")));
        if (!all) rows.add(row("money.line.fee", false, moved, fund, -1, from(FEE)));
        rows.add(row("money.line.other-income", false, moved, fund, -1, from("43", "44", "45", "49")));
        rows.add(row("money.line.income", true, moved, fund, -1, from("4").and(within.negate())));
        rows.add(row("money.line.subsidies", false, moved, fund, 1, from(SUBSIDY).and((code, f) -> !code.equals(FEE_PAID))));
        if (!all) rows.add(row("money.line.fee-paid", false, moved, fund, 1, from(FEE_PAID)));
        rows.add(row("money.line.operation", false, moved, fund, 1, from("52")));
        rows.add(row("money.line.depreciation", false, moved, fund, 1, from("59")));
        rows.add(row("money.line.expense", true, moved, fund, 1, from("5").and(within.negate())));
        rows.add(row("money.line.surplus", true, moved, fund, -1, from("4", "5").and(within.negate())));
        return rows.stream().filter(r -> r.total() || r.amounts().stream().anyMatch(a -> !a.isZero())).toList();
    }

    private static Row row(String key, boolean total, List<Moved> moved, String fund, int sign, BiPredicate<String, String> wanted) {
        return new Row(key, total, moved.stream().map(m -> m.of(fund, wanted).times(sign)).toList());
    }

    /** Subsidies to community organisations by programme, the greatest first; its code is the key. */
    public List<Row> subsidies(String book, List<Span> periods) {
        var moved = periods.stream().map(p -> {
            var by = new HashMap<String, Baht>();
            subsidies(book, p.until()).forEach((programme, amount) -> by.merge(programme, amount, Baht::plus));
            subsidies(book, p.from().minusDays(1)).forEach((programme, amount) -> by.merge(programme, amount.negated(), Baht::plus));
            return by;
        }).toList();
        return moved.stream().map(Map::keySet).flatMap(Collection::stream).distinct().map(programme -> new Row(programme, false, moved.stream().map(m -> m.getOrDefault(programme, Baht.ZERO)).toList()))
                .filter(r -> r.amounts().stream().anyMatch(a -> !a.isZero())).sorted((a, b) -> b.amounts().getFirst().compareTo(a.amounts().getFirst())).toList();
    }

    private Map<String, Baht> subsidies(String book, LocalDate day) {
        return books.trial(new Books.Which(book, "", 0, "", "", "programme"), day).stream().filter(l -> l.code().startsWith(SUBSIDY) && !l.code().equals(FEE_PAID)).collect(Collectors.groupingBy(Books.Line::division, Collectors.reducing(Baht.ZERO, Books.Line::amount, Baht::plus)));
    }

    /** Income and expense of a fund, account by account; its key is that of the account. */
    public List<Row> kinds(String book, String fund, List<Span> periods) {
        var moved = periods.stream().map(p -> in(book, p)).toList();
        var codes = new TreeSet<String>();
        moved.forEach(m -> m.byCode().forEach((code, funds) -> { if (code.matches("[45].*") && funds.containsKey(fund)) codes.add(code); }));
        return codes.stream().map(code -> row("ledger." + code, false, moved, fund, code.startsWith("4") ? -1 : 1, (c, f) -> c.equals(code))).filter(r -> r.amounts().stream().anyMatch(a -> !a.isZero())).toList();
    }
}
