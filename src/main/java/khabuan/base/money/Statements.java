package khabuan.base.money;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.money.Books.Held;
import org.springframework.stereotype.Component;

/** The statements of financial position (งบแสดงฐานะการเงิน) and of performance (งบแสดงผลการดำเนินงาน) as the ledger holds them, of all money or of a fund alone, on days and in periods side by side;
 *  read at the moment that is being read, once for all statements of a page. What one fund pays another stands in the fund's own statement only. */
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
    public record Span(LocalDate from, LocalDate until) {

        private Stream<LocalDate> ends() {
            return Stream.of(from.minusDays(1), until);
        }
    }

    /** A line of a statement.
     *  @param key of its name: "money.line.cash"; of a single account "ledger.5200", of a programme its code
     *  @param total whether it is a sum of lines above
     *  @param amounts one for each day or period that was asked for, assets, income and what is left above nothing, as are liabilities and expenses */
    public record Row(String key, boolean total, List<Baht> amounts) {}

    /** Reads what a book holds at the end of each period and before it began. */
    public Reading read(String book, Collection<Span> periods) {
        var days = periods.stream().flatMap(Span::ends).collect(Collectors.toSet());
        return new Reading(days, books.held(book, days).stream().collect(Collectors.groupingBy(Held::day)));
    }

    private static BiPredicate<String, String> from(String... beginnings) {
        return (code, fund) -> List.of(beginnings).stream().anyMatch(code::startsWith);
    }

    /** What a book held on some days, from which its statements are made. */
    public static final class Reading {

        private final Set<LocalDate> days;
        private final Map<LocalDate, List<Held>> held;

        private Reading(Set<LocalDate> days, Map<LocalDate, List<Held>> held) {
            this.days = days;
            this.held = held;
        }

        private Stream<Held> on(LocalDate day) {
            if (!days.contains(day)) throw new IllegalArgumentException("The books were not read on " + day);
            return held.getOrDefault(day, List.of()).stream();
        }

        private Stream<Held> in(Span span) {
            return Stream.concat(on(span.until()), on(span.from().minusDays(1)).map(Held::negated));
        }

        /** Assets, liabilities and what is left, at the end of each day. @param fund {@link #ALL} or one @param days ends of periods that were read */
        public List<Row> position(String fund, List<LocalDate> days) {
            var held = days.stream().map(d -> on(d).toList()).toList();
            return List.of(row("money.line.cash", false, held, fund, 1, from("11")), row("money.line.receivables", false, held, fund, 1, from("12")), row("money.line.loans", false, held, fund, 1, from("13")),
                    row("money.line.fixed", false, held, fund, 1, from("14")), row("money.line.assets", true, held, fund, 1, from("1")), row("money.line.liabilities", false, held, fund, -1, from("2")),
                    row("money.line.net", true, held, fund, 1, from("1", "2")));
        }

        /** Income, expense and what is left of it, in each period. @param fund {@link #ALL} or one @param periods that were read */
        public List<Row> performance(String fund, List<Span> periods) {
            boolean all = fund.equals(ALL);
            BiPredicate<String, String> within = (code, f) -> all && (code.startsWith(FEE) || code.equals(FEE_PAID));
            var moved = moved(periods);
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
            return rows.stream().filter(r -> r.total() || Reading.isSaid(r)).toList();
        }

        private List<List<Held>> moved(List<Span> periods) {
            return periods.stream().map(p -> in(p).toList()).toList();
        }

        private static boolean isSaid(Row row) {
            return row.amounts().stream().anyMatch(a -> !a.isZero());
        }

        private static Row row(String key, boolean total, List<List<Held>> moved, String fund, int sign, BiPredicate<String, String> wanted) {
            return new Row(key, total, moved.stream().map(m -> m.stream().filter(h -> (fund.isEmpty() || h.fund().equals(fund)) && wanted.test(h.code(), h.fund())).map(Held::amount).reduce(Baht.ZERO, Baht::plus).times(sign)).toList());
        }

        /** Subsidies to community organisations by programme, the greatest first; its code is the key. */
        public List<Row> subsidies(List<Span> periods) {
            var moved = periods.stream().map(p -> {
                var by = new HashMap<String, Baht>();
                in(p).filter(h -> h.code().startsWith(SUBSIDY) && !h.code().equals(FEE_PAID)).forEach(h -> by.merge(h.programme(), h.amount(), Baht::plus));
                return by;
            }).toList();
            var programmes = new HashSet<String>();
            moved.forEach(m -> programmes.addAll(m.keySet()));
            return programmes.stream().map(programme -> new Row(programme, false, moved.stream().map(m -> m.getOrDefault(programme, Baht.ZERO)).toList())).filter(Reading::isSaid)
                    .sorted((a, b) -> b.amounts().getFirst().compareTo(a.amounts().getFirst())).toList();
        }

        /** Income and expense of a fund, account by account; its key is that of the account. */
        public List<Row> kinds(String fund, List<Span> periods) {
            var moved = moved(periods);
            var codes = new TreeSet<String>();
            moved.forEach(m -> m.stream().filter(h -> h.fund().equals(fund) && h.code().matches("[45].*")).forEach(h -> codes.add(h.code())));
            return codes.stream().map(code -> row("ledger." + code, false, moved, fund, code.startsWith("4") ? -1 : 1, (c, f) -> c.equals(code))).filter(Reading::isSaid).toList();
        }
    }
}
