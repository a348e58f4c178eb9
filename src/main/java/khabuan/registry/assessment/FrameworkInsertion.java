package khabuan.registry.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.print.Block;
import khabuan.base.print.Insertion;
import khabuan.base.print.TableBlock;
import khabuan.base.print.TableBlock.Align;
import khabuan.base.print.TableBlock.Cell;
import khabuan.base.print.TableBlock.Column;
import khabuan.base.print.TableBlock.Head;
import khabuan.base.print.TableBlock.Row;
import khabuan.base.print.TableBlock.RowKind;
import khabuan.base.record.Moments;
import khabuan.base.text.Bundles;
import khabuan.base.text.Words;
import org.springframework.stereotype.Component;

/** The framework by which councils are to be reviewed in the year after a report's: goals with their output, outcome and impact, as the instrument had them then. */
@Component
class FrameworkInsertion implements Insertion {

    private static final List<String> ASPECTS = List.of("output", "outcome", "impact");
    private final Instruments instruments;
    private final Moments moments;
    private final Bundles bundles;

    FrameworkInsertion(Instruments instruments, Moments moments, Bundles bundles) {
        this.instruments = instruments;
        this.moments = moments;
        this.bundles = bundles;
    }

    @Override
    public String place() {
        return "strategy-office.framework";
    }

    @Override
    public List<Block> blocks(int fiscalYear, Instant knownAt) {
        return moments.read(knownAt, () -> instruments.latest("council-strength", fiscalYear + 1)).<List<Block>>map(e -> List.of(table(e, bundles.in(Bundles.THAI)))).orElse(List.of());
    }

    private static TableBlock table(Edition edition, Words words) {
        var rows = new ArrayList<Row>();
        for (int d = 0; d < edition.dimensions().size(); d++) {
            var dimension = edition.dimensions().get(d);
            rows.add(new Row(RowKind.GROUP, List.of(Cell.text((d + 1) + ". " + dimension.name()).over(1 + ASPECTS.size()))));
            int number = 0;
            for (var goal : goals(dimension).entrySet()) rows.add(row((d + 1) + "." + ++number + " " + goal.getKey(), goal.getValue()));
        }
        var head = Stream.concat(Stream.of("instrument.goal"), ASPECTS.stream().map(a -> "instrument.aspect." + a)).map(k -> Head.of(words.t(k))).toList();
        var columns = List.of(new Column(12, Align.LEFT), new Column(10, Align.LEFT), new Column(13, Align.LEFT), new Column(12, Align.LEFT));
        return new TableBlock(words.t("instrument.framework", String.valueOf(edition.from()), edition.name()), columns, List.of(head), rows,
                List.of(words.t("instrument.framework-state", words.t("instrument.state." + edition.state().word())))).inSmallType();
    }

    private static Row row(String goal, Map<String, String> aspects) {
        return new Row(RowKind.ORDINARY, Stream.concat(Stream.of(goal), ASPECTS.stream().map(a -> aspects.getOrDefault(a, "–"))).map(Cell::text).toList());
    }

    /** The texts of the aspects by goal, in the order of the form. */
    private static Map<String, Map<String, String>> goals(Edition.Dimension dimension) {
        var goals = new LinkedHashMap<String, Map<String, String>>();
        dimension.items().forEach(i -> goals.computeIfAbsent(i.goal().isEmpty() ? i.text() : i.goal(), g -> new LinkedHashMap<>()).merge(i.aspect(), i.text(), (a, b) -> a + " " + b));
        return goals;
    }
}
