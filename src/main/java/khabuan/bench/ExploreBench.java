package khabuan.bench;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import khabuan.base.page.Faults;
import khabuan.base.text.Bundles;
import khabuan.base.text.Words;
import khabuan.insight.explore.Cells;
import khabuan.insight.explore.Choices;
import khabuan.insight.explore.Wishes;
import khabuan.insight.explore.Pivots;
import khabuan.insight.explore.Wish;
import khabuan.insight.measure.Measures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A pivot of all local units by eight quarters, as a page and as the cells that go to its script: when nothing is kept and when all is; beside the same counted by hand. */
@Component
class ExploreBench implements Bench {

    private static final LocalDate DAY = LocalDate.of(2019, 8, 31);
    private static final List<String> ENDS = List.of("2017-12-31", "2018-03-31", "2018-06-30", "2018-09-30", "2018-12-31", "2019-03-31", "2019-06-30", "2019-08-31");
    private final Wishes wishes;
    private final Pivots pivots;
    private final Measures measures;
    private final JdbcClient jdbc;
    private final Words words;

    ExploreBench(Wishes wishes, Pivots pivots, Measures measures, JdbcClient jdbc, Bundles bundles) {
        this.wishes = wishes;
        this.pivots = pivots;
        this.measures = measures;
        this.jdbc = jdbc;
        this.words = bundles.in(Locale.ENGLISH);
    }

    @Override
    public String name() {
        return "explore";
    }

    @Override
    public boolean needsRecords() {
        return true;
    }

    @Override
    public void run(PrintWriter out) {
        var clock = new Clockwork(out, 15);
        var plain = choices("organisation.registered", "");
        out.printf("  %,d cells%n", pivots.of(plain, words).cells());
        double cold = clock.time("organisation.registered × 7,825 units × 8 quarters, nothing kept", 1000, measures::forget, () -> pivots.of(plain, words));
        double raw = clock.time("the same in plain SQL", 0, () -> {}, this::raw);
        out.printf("  that is %.2f × the plain SQL%n", cold / raw);
        clock.time("… nothing changed", 1000, () -> {}, () -> pivots.of(plain, words));
        var pivot = pivots.of(plain, words);
        clock.time("… its cells for the page's script", 0, () -> {}, () -> Cells.of(pivot, words));
        var share = choices("council.registered", "units");
        clock.time("council.registered in percent of units × 7,825 units × 8 quarters, nothing kept", 1000, measures::forget, () -> Cells.of(pivots.of(share, words), words));
        clock.time("… nothing changed", 1000, () -> {}, () -> Cells.of(pivots.of(share, words), words));
    }

    private Choices choices(String measure, String base) {
        return wishes.read(new Wish(List.of(measure), base, "unit", "quarter", "8", "", "", "", DAY.toString(), "", "table", "", List.of()), new Faults(words));
    }

    private Object raw() {
        var counts = String.join(", ", ENDS.stream().map(end -> "count(*) filter (where registered_on <= '" + end + "' and (ended_on is null or ended_on > '" + end + "'))").toList());
        return jdbc.sql("select unit_code, " + counts + " from organisation where merged_into is null group by 1").query().listOfRows();
    }
}
