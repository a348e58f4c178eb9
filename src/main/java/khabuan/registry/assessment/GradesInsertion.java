package khabuan.registry.assessment;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import khabuan.base.print.Block;
import khabuan.base.print.Insertion;
import khabuan.base.print.Run;
import khabuan.base.record.Moments;
import khabuan.base.text.Bundles;
import org.springframework.stereotype.Component;

/** The bounds of the grades by which councils are reviewed, as the edition of a report's year says them. */
@Component
class GradesInsertion implements Insertion {

    private final Instruments instruments;
    private final Moments moments;
    private final Bundles bundles;

    GradesInsertion(Instruments instruments, Moments moments, Bundles bundles) {
        this.instruments = instruments;
        this.moments = moments;
        this.bundles = bundles;
    }

    @Override
    public String place() {
        return "strategy-office.grades";
    }

    @Override
    public List<Block> blocks(int fiscalYear, Instant knownAt) {
        var words = bundles.in(Bundles.THAI);
        return moments.read(knownAt, () -> instruments.published("council-quality", fiscalYear)).<List<Block>>map(e -> {
            String bounds = e.ranked().stream().map(l -> l.name() + ": " + e.bounds(l, words)).collect(Collectors.joining("; "));
            return List.of(new Block.Paragraph(List.of(Run.plain(words.t("instrument.grades", bounds, String.valueOf(e.from())))), Block.Manner.NOTE));
        }).orElse(List.of());
    }
}
