package khabuan.registry.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.Baht;
import khabuan.base.print.Block;
import khabuan.base.print.Run;
import khabuan.base.print.TableBlock;
import khabuan.base.print.TableBlock.Align;
import khabuan.base.print.TableBlock.Cell;
import khabuan.base.print.TableBlock.Column;
import khabuan.base.print.TableBlock.Head;
import khabuan.base.print.TableBlock.Row;
import khabuan.base.print.TableBlock.RowKind;
import khabuan.base.text.Bundles;
import khabuan.base.text.Percentage;
import khabuan.base.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of money that reports print: budget by category, frames by programme and office, the matching subsidies. All is read at the moment that is being read. */
@Component
class MoneyTables {

    static final String WELFARE = "welfare";
    private final Budget budget;
    private final Programmes programmes;
    private final SubsidyBasis basis;
    private final JdbcClient jdbc;
    private final Words words;

    MoneyTables(Budget budget, Programmes programmes, SubsidyBasis basis, JdbcClient jdbc, Bundles bundles) {
        this.budget = budget;
        this.basis = basis;
        this.programmes = programmes;
        this.jdbc = jdbc;
        this.words = bundles.in(Bundles.THAI);
    }

    private static Cell money(Baht amount) {
        return amount.isZero() ? Cell.of(BigDecimal.ZERO, Run.plain("–")) : Cell.of(amount.amount(), Run.plain(amount.toString()));
    }

    private Cell count(long count) {
        return count(count, null);
    }

    /** @param path what it opens onto; null for nothing */
    private Cell count(long count, String path) {
        return Cell.of(count, path == null ? Run.plain(words.number(count)) : Run.figure(words.number(count), path));
    }

    private static Cell share(Baht part, Baht whole) {
        var percent = Percentage.of(part.satang(), whole.satang());
        return percent.isDefined() ? Cell.of(percent.value(), Run.plain(percent.aligned())) : Cell.text("–");
    }

    private TableBlock table(List<String> heads, List<Row> rows, LocalDate day) {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < heads.size(); i++) columns.add(new Column(i == 0 ? 26 : 14, i == 0 ? Align.LEFT : Align.RIGHT));
        return new TableBlock("", columns, List.of(heads.stream().map(h -> Head.of(words.t(h))).toList()), rows, List.of(words.t("money.table.as-of", ThaiDate.full(day)))).inSmallType();
    }

    private static Baht sum(List<Budget.Standing> of, Function<Budget.Standing, Baht> what) {
        return of.stream().map(what).reduce(Baht.ZERO, Baht::plus);
    }

    /** Given, allotted, approved, disbursed and left, by category of the budget. */
    List<Block> byCategory(int fiscalYear, LocalDate day) {
        var given = new LinkedHashMap<String, Baht>();
        jdbc.sql("select category, sum(amount)::bigint from budget_movement where budget_year = ? and act = 'budget' and decided_on <= ? group by 1 order by sum(amount) desc").params(fiscalYear, day)
                .query(r -> { given.put(r.getString(1), new Baht(r.getLong(2))); });
        if (given.isEmpty()) return List.of();
        var standing = budget.standing(fiscalYear, day).stream().collect(Collectors.groupingBy(s -> s.frame().category()));
        var rows = new ArrayList<Row>();
        given.forEach((category, baht) -> rows.add(category(RowKind.ORDINARY, words.t("project.category." + category), baht, standing.getOrDefault(category, List.of()))));
        rows.add(category(RowKind.TOTAL, words.t("figures.total"), given.values().stream().reduce(Baht.ZERO, Baht::plus), standing.values().stream().flatMap(List::stream).toList()));
        return List.of(table(List.of("money.category", "money.given", "money.granted", "money.approved", "money.paid", "money.share", "money.returned", "money.left"), rows, day));
    }

    private static Row category(RowKind kind, String name, Baht given, List<Budget.Standing> of) {
        var paid = sum(of, Budget.Standing::paid);
        var returned = sum(of, Budget.Standing::returned);
        return new Row(kind, List.of(Cell.text(name), money(given), money(sum(of, Budget.Standing::granted)), money(sum(of, Budget.Standing::approved)), money(paid), share(paid.minus(returned), given), money(returned),
                money(given.minus(paid).plus(returned))));
    }

    /** Every frame: programme by programme, office by office. */
    List<Block> frames(int fiscalYear, LocalDate day) {
        var standing = budget.standing(fiscalYear, day);
        if (standing.isEmpty()) return List.of();
        var offices = offices();
        var rows = new ArrayList<Row>();
        for (var programme : programmes.all()) {
            var of = standing.stream().filter(s -> s.frame().programme().equals(programme.code())).toList();
            if (of.isEmpty()) continue;
            rows.add(frame(RowKind.GROUP, programme.title(), of));
            for (var s : of) rows.add(frame(RowKind.ORDINARY, offices.get(s.frame().office()), List.of(s)));
        }
        rows.add(frame(RowKind.TOTAL, words.t("figures.total"), standing));
        return List.of(table(List.of("money.programme", "money.granted", "money.approved", "money.unpaid", "money.paid", "money.share", "money.returned", "money.free"), rows, day));
    }

    private static Row frame(RowKind kind, String name, List<Budget.Standing> of) {
        var granted = sum(of, Budget.Standing::granted);
        var paid = sum(of, Budget.Standing::paid);
        return new Row(kind, List.of(Cell.text(name), money(granted), money(sum(of, Budget.Standing::approved)), money(sum(of, Budget.Standing::unpaid)), money(paid), share(paid.minus(sum(of, Budget.Standing::returned)), granted),
                money(sum(of, Budget.Standing::returned)), money(sum(of, Budget.Standing::free))));
    }

    /** The names of the offices by their codes. */
    private Map<String, String> offices() {
        return jdbc.sql("select code, name_th from region").query((r, n) -> Map.entry(r.getString(1), r.getString(2))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** The matching subsidies of the welfare funds, in the columns of the official table. What the frames were reckoned by is told below, and opens onto its records. */
    List<Block> subsidies(int fiscalYear, LocalDate day) {
        var of = budget.standing(fiscalYear, day).stream().filter(s -> s.frame().programme().equals(WELFARE)).toList();
        if (of.isEmpty()) return List.of();
        var rows = new ArrayList<Row>();
        var offices = offices();
        var sums = new long[7];
        var reckoned = of.stream().map(s -> basis.of(s.frame(), day)).toList();
        for (int i = 0; i < of.size(); i++) {
            var frame = of.get(i).frame();
            rows.add(subsidy(RowKind.ORDINARY, offices.get(frame.office()), frame.basisPath(), numbers(frame.id(), reckoned.get(i), day, sums), List.of(of.get(i))));
        }
        rows.add(subsidy(RowKind.TOTAL, words.t("figures.total"), null, sums, of));
        var table = table(List.of("money.region", "money.first-time", "money.asking", "money.funds", "money.granted", "money.funds-approved", "money.funds-unpaid", "money.members", "money.subsidised",
                "money.approved", "money.free", "money.paid", "money.share", "money.returned"), rows, day);
        return List.of(table.below(below(reckoned)));
    }

    /** What the three columns of the basis are. */
    private List<String> below(List<SubsidyBasis.Basis> reckoned) {
        var days = reckoned.stream().map(SubsidyBasis.Basis::on).distinct().sorted().map(ThaiDate::full).collect(Collectors.joining(", "));
        int asked = reckoned.stream().mapToInt(SubsidyBasis.Basis::asked).sum();
        boolean stated = reckoned.stream().anyMatch(b -> b.stated() != null);
        return List.of(words.t("money.below.first-time"), words.t("money.below.funds", days), stated ? words.t("money.below.asking-stated", words.number(asked)) : words.t("money.below.asking"));
    }

    /** First-time funds, members asking, funds; approved, unpaid; members, subsidised. Added to the sums. */
    private long[] numbers(long frame, SubsidyBasis.Basis reckoned, LocalDate day, long[] sums) {
        var numbers = jdbc.sql("""
                select count(distinct coalesce(p.fund_id, p.id)),
                  count(distinct coalesce(p.fund_id, p.id)) filter (where not exists (select from payment y where y.subject_kind = 'project' and y.subject_id = p.id and y.issued_on <= :day and y.failed_on is null)),
                  coalesce(sum(l.counted_of), 0), coalesce(sum(l.counted), 0)
                from project p join project_plan l on l.project_id = p.id and l.in_force_on <= :day and (l.superseded_on is null or l.superseded_on > :day)
                where p.frame_id = :frame and p.state <> 'cancelled'""").param("frame", frame).param("day", day)
                .query((r, n) -> new long[] {reckoned.first().size(), reckoned.asking(), reckoned.there(), r.getLong(1), r.getLong(2), r.getLong(3), r.getLong(4)}).single();
        for (int i = 0; i < sums.length; i++) sums[i] += numbers[i];
        return numbers;
    }

    /** @param path where the first three are explained; null for nowhere */
    private Row subsidy(RowKind kind, String name, String path, long[] n, List<Budget.Standing> of) {
        var approved = sum(of, Budget.Standing::approved);
        var net = sum(of, Budget.Standing::paid).minus(sum(of, Budget.Standing::returned));
        return new Row(kind, List.of(Cell.text(name), count(n[0], path), count(n[1], path), count(n[2], path), money(sum(of, Budget.Standing::granted)), count(n[3]), count(n[4]), count(n[5]), count(n[6]), money(approved),
                money(sum(of, Budget.Standing::free)), money(sum(of, Budget.Standing::paid)), share(net, approved), money(sum(of, Budget.Standing::returned))));
    }
}
