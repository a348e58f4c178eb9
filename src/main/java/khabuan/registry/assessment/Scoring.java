package khabuan.registry.assessment;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The only place where a score comes about: from the answers to an edition's items, and from which of them are proved by a file.
 *
 *  <p>An item earns its weight times the share that its answer gives; a dimension is the share of its weights that were earned; the whole is the dimensions by their
 *  weights. All is of a hundred, with two decimals, rounded half up once, at the end; the level is that of the rounded score, so that what is printed and the level
 *  never contradict one another. An item that requires evidence and has none earns nothing; an open item earns nothing yet. */
public final class Scoring {

    private static final MathContext EXACT = MathContext.DECIMAL128;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Scoring() {}

    /** @param parts the scores of the dimensions, in their order
     *  @param level null when the edition has no level for it, as a draft may
     *  @param open the items without an answer; @param unproved those that earned nothing for want of evidence */
    public record Result(List<Part> parts, BigDecimal score, Edition.Level level, List<Long> open, List<Long> unproved) {

        public boolean isComplete() {
            return open.isEmpty();
        }
    }

    /** The score of a dimension. */
    public record Part(long dimension, BigDecimal score) {}

    /** @param answers by item; an item without one is open
     *  @param proved the items that bear a file
     *  @throws IllegalArgumentException when an answer does not fit its item */
    public static Result of(Edition edition, Map<Long, BigDecimal> answers, Set<Long> proved) {
        var parts = new ArrayList<Part>();
        var earned = BigDecimal.ZERO;
        var possible = BigDecimal.ZERO;
        for (var dimension : edition.dimensions()) {
            var share = share(dimension, answers, proved);
            parts.add(new Part(dimension.id(), ofHundred(share)));
            earned = earned.add(share.multiply(dimension.share(), EXACT));
            possible = possible.add(dimension.share());
        }
        var score = ofHundred(share(earned, possible));
        var open = edition.items().map(Edition.Item::id).filter(id -> answers.get(id) == null).toList();
        var unproved = edition.items().filter(i -> answers.get(i.id()) != null && !counts(i, proved) && i.earned(answers.get(i.id())).signum() > 0).map(Edition.Item::id).toList();
        return new Result(List.copyOf(parts), score, edition.level(score).orElse(null), open, unproved);
    }

    private static BigDecimal share(Edition.Dimension dimension, Map<Long, BigDecimal> answers, Set<Long> proved) {
        var earned = BigDecimal.ZERO;
        var possible = BigDecimal.ZERO;
        for (var item : dimension.items()) {
            var answer = answers.get(item.id());
            if (answer != null && counts(item, proved)) earned = earned.add(item.earned(answer).multiply(item.weight(), EXACT));
            possible = possible.add(item.weight());
        }
        return share(earned, possible);
    }

    private static boolean counts(Edition.Item item, Set<Long> proved) {
        return item.proof() != Edition.Proof.REQUIRED || proved.contains(item.id());
    }

    /** A part of a whole; nothing of nothing. */
    static BigDecimal share(BigDecimal part, BigDecimal whole) {
        return whole.signum() == 0 ? BigDecimal.ZERO : part.divide(whole, EXACT);
    }

    private static BigDecimal ofHundred(BigDecimal share) {
        return share.multiply(HUNDRED, EXACT).setScale(2, RoundingMode.HALF_UP);
    }
}
