package khabuan.registry.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khabuan.base.text.Words;
import khabuan.registry.assessment.Edition.Choice;
import khabuan.registry.assessment.Edition.Dimension;
import khabuan.registry.assessment.Edition.Item;
import khabuan.registry.assessment.Edition.Kind;
import khabuan.registry.assessment.Edition.Level;
import khabuan.registry.assessment.Edition.Proof;
import khabuan.registry.assessment.Edition.Subject;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A score")
class ScoringTest {

    private static final List<Level> GRADES = List.of(level("A", "81"), level("B", "61"), level("C", "0"));

    private static Level level(String code, String from) {
        return new Level(code.charAt(0), code, code, new BigDecimal(from), code.equals("A"));
    }

    private static Item points(long id, int most, String weight, Proof proof) {
        return new Item(id, "", "", "ข้อ " + id, Kind.POINTS, most, new BigDecimal(weight), proof, List.of());
    }

    private static Item of(long id, Kind kind, String weight, Choice... choices) {
        return new Item(id, "", "", "ข้อ " + id, kind, kind == Kind.POINTS ? 5 : null, new BigDecimal(weight), Proof.NONE, List.of(choices));
    }

    private static Edition edition(List<Level> levels, Dimension... dimensions) {
        return new Edition(1, 1, "council-quality", "การสอบทานคุณภาพ", "", Subject.COUNCIL, 2561, 1, "", "", null, null, 1, List.of(dimensions), levels);
    }

    private static Dimension dimension(long id, String weight, Item... items) {
        return new Dimension(id, "ด้าน " + id, weight == null ? null : new BigDecimal(weight), List.of(items));
    }

    private static Map<Long, BigDecimal> answers(String... values) {
        var answers = new HashMap<Long, BigDecimal>();
        for (int i = 0; i < values.length; i++) if (values[i] != null) answers.put((long) i + 1, new BigDecimal(values[i]));
        return answers;
    }

    @ParameterizedTest(name = "{0} % is grade {2}")
    @DisplayName("of a bound is of the level that begins there; just under it, of the level below")
    @CsvSource({"0, 0.00, C", "60, 60.00, C", "60.99, 60.99, C", "61, 61.00, B", "80, 80.00, B", "80.99, 80.99, B", "81, 81.00, A", "100, 100.00, A"})
    void bounds(String answer, String score, String grade) {
        var result = Scoring.of(edition(GRADES, dimension(1, null, of(1, Kind.PERCENTAGE, "10"))), answers(answer), Set.of());
        assertThat(result.score()).isEqualTo(score);
        assertThat(result.level().code()).isEqualTo(grade);
    }

    @Test
    @DisplayName("is rounded once, and its level is that of what is printed: 80.9995 is printed as 81.00 and is an A, 80.994 is a B")
    void roundedOnce() {
        var edition = edition(GRADES, dimension(1, null, points(1, 1000, "199", Proof.NONE), points(2, 1000, "1", Proof.NONE)));
        assertThat(Scoring.of(edition, answers("810", "809"), Set.of()).score()).isEqualTo("81.00");
        assertThat(Scoring.of(edition, answers("810", "809"), Set.of()).level().code()).isEqualTo("A");
        assertThat(Scoring.of(edition, answers("810", "798"), Set.of()).score()).isEqualTo("80.99");
        assertThat(Scoring.of(edition, answers("810", "798"), Set.of()).level().code()).isEqualTo("B");
    }

    @Test
    @DisplayName("weighs items within their dimension and dimensions within the whole; one without a weight of its own weighs what its items weigh")
    void weighed() {
        var equal = edition(GRADES, dimension(1, "25", points(1, 4, "1", Proof.NONE), points(2, 4, "1", Proof.NONE)), dimension(2, "75", points(3, 4, "1", Proof.NONE)));
        var result = Scoring.of(equal, answers("4", "0", "4"), Set.of());
        assertThat(result.parts()).extracting(Scoring.Part::score).containsExactly(new BigDecimal("50.00"), new BigDecimal("100.00"));
        assertThat(result.score()).isEqualTo("87.50");
        var flat = edition(GRADES, dimension(1, null, points(1, 4, "1", Proof.NONE), points(2, 4, "1", Proof.NONE)), dimension(2, null, points(3, 4, "1", Proof.NONE)));
        assertThat(Scoring.of(flat, answers("4", "0", "4"), Set.of()).score()).isEqualTo("66.67");
    }

    @Test
    @DisplayName("takes yes and no, points of the most, percentages, and choices by their points")
    void kinds() {
        var edition = edition(GRADES, dimension(1, null, of(1, Kind.YES_NO, "10"), of(2, Kind.POINTS, "10"), of(3, Kind.PERCENTAGE, "10"),
                of(4, Kind.CHOICE, "10", new Choice(1, "ไม่ได้ประชุม", 0), new Choice(2, "2–3 ครั้ง", 8), new Choice(3, "4 ครั้งขึ้นไป", 16))));
        assertThat(Scoring.of(edition, answers("1", "5", "100", "3"), Set.of()).score()).isEqualTo("100.00");
        assertThat(Scoring.of(edition, answers("0", "2.5", "50", "2"), Set.of()).score()).isEqualTo("37.50");
        for (var wrong : new String[][] {{"2"}, {null, "5.5"}, {null, null, "100.01"}, {null, null, null, "4"}, {null, null, null, "0"}, {null, "-1"}})
            assertThatThrownBy(() -> Scoring.of(edition, answers(wrong), Set.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("counts nothing for an item that requires evidence and has none, and names it; an item that claims nothing is not named")
    void noEvidenceNoPoints() {
        var edition = edition(GRADES, dimension(1, null, points(1, 5, "50", Proof.REQUIRED), points(2, 5, "50", Proof.WANTED)));
        var without = Scoring.of(edition, answers("5", "5"), Set.of());
        assertThat(without.score()).isEqualTo("50.00");
        assertThat(without.unproved()).containsExactly(1L);
        assertThat(Scoring.of(edition, answers("5", "5"), Set.of(1L)).score()).isEqualTo("100.00");
        assertThat(Scoring.of(edition, answers("0", "5"), Set.of()).unproved()).isEmpty();
    }

    @Test
    @DisplayName("of a form that is half answered counts what is there, and names what is open")
    void halfAnswered() {
        var edition = edition(GRADES, dimension(1, null, points(1, 5, "50", Proof.NONE), points(2, 5, "50", Proof.NONE)));
        var result = Scoring.of(edition, answers("5"), Set.of());
        assertThat(result.score()).isEqualTo("50.00");
        assertThat(result.open()).containsExactly(2L);
        assertThat(result.isComplete()).isFalse();
    }

    /** An instrument as it may come: up to five dimensions of up to eight items of all kinds, and any levels. */
    private static Edition drawn(Random lots) {
        var dimensions = new ArrayList<Dimension>();
        long number = 0;
        for (int d = 0; d <= lots.nextInt(5); d++) {
            var items = new ArrayList<Item>();
            for (int i = 0; i <= lots.nextInt(8); i++) {
                var kind = Kind.values()[lots.nextInt(4)];
                var choices = kind != Kind.CHOICE ? new Choice[0] : IntStream.rangeClosed(1, 2 + lots.nextInt(3)).mapToObj(c -> new Choice(c, "ก", c * 3)).toArray(Choice[]::new);
                var item = of(++number, kind, String.valueOf(1 + lots.nextInt(30)), choices);
                items.add(new Item(item.id(), "", "", item.text(), kind, item.most(), item.weight(), Proof.values()[lots.nextInt(3)], item.choices()));
            }
            dimensions.add(new Dimension(d + 1, "ด้าน", lots.nextBoolean() ? null : BigDecimal.valueOf(1 + lots.nextInt(50)), items));
        }
        var froms = IntStream.range(0, lots.nextInt(5)).mapToObj(n -> BigDecimal.valueOf(1 + lots.nextInt(9999), 2)).collect(Collectors.toSet());
        froms.add(BigDecimal.ZERO);
        var levels = froms.stream().map(f -> new Level(0, "L" + f.unscaledValue(), "ระดับ", f, false)).toList();
        return edition(levels, dimensions.toArray(Dimension[]::new));
    }

    private static BigDecimal answer(Item item, double share) {
        return switch (item.kind()) {
            case YES_NO -> share < 0.5 ? BigDecimal.ZERO : BigDecimal.ONE;
            case POINTS -> BigDecimal.valueOf(Math.round(share * item.most()));
            case PERCENTAGE -> BigDecimal.valueOf(Math.round(share * 100));
            case CHOICE -> BigDecimal.valueOf(1 + Math.round(share * (item.choices().size() - 1)));
        };
    }

    @RepeatedTest(200)
    @DisplayName("of any instrument: lies from 0 to 100, in exactly one level; grows with no answer that falls; all best is 100, all worst only what the least choices give")
    void properties(RepetitionInfo run) {
        var lots = new Random(2562L + run.getCurrentRepetition());
        var edition = drawn(lots);
        var proved = edition.items().map(Item::id).filter(i -> lots.nextBoolean()).collect(Collectors.toSet());
        var all = edition.items().map(Item::id).collect(Collectors.toSet());
        var answers = new HashMap<Long, BigDecimal>();
        edition.items().forEach(i -> answers.put(i.id(), answer(i, lots.nextDouble())));
        var result = Scoring.of(edition, answers, proved);
        assertThat(result.score()).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
        assertThat(edition.levels().stream().filter(l -> within(edition, l, result.score()))).containsExactly(result.level());
        assertThat(Scoring.of(edition, answers, all).score()).isGreaterThanOrEqualTo(result.score());
        var better = new HashMap<>(answers);
        edition.items().skip(lots.nextInt(answers.size())).findFirst().ifPresent(i -> better.put(i.id(), answer(i, 1)));
        assertThat(Scoring.of(edition, better, proved).score()).isGreaterThanOrEqualTo(result.score());
        var best = edition.items().collect(Collectors.toMap(Item::id, i -> answer(i, 1)));
        assertThat(Scoring.of(edition, best, all).score()).isEqualTo("100.00");
    }

    /** From its bound up to, without, the next one above. */
    private static boolean within(Edition edition, Level level, BigDecimal score) {
        return level.from().compareTo(score) <= 0 && edition.levels().stream().noneMatch(l -> l.from().compareTo(level.from()) > 0 && l.from().compareTo(score) <= 0);
    }

    @Test
    @DisplayName("has levels whose bounds are said in words by what bounds them; a draft that leaves a gap, or has nothing to ask, can't be published and says why")
    void levelsAreSaid() {
        var edition = edition(GRADES, dimension(1, null, of(1, Kind.YES_NO, "1")));
        assertThat(edition.ranked()).extracting(Level::code).containsExactly("A", "B", "C");
        assertThat(edition.ranked()).extracting(l -> edition.bounds(l, Words.NONE)).containsExactly("assessment.bounds-top", "assessment.bounds", "assessment.bounds-bottom");
        assertThat(edition.lacks()).isEmpty();
        assertThat(edition(List.of(level("A", "81"), level("B", "61")), dimension(1, null)).lacks())
                .containsExactly(InstrumentRefusal.NO_ITEMS, InstrumentRefusal.EMPTY_DIMENSION, InstrumentRefusal.GAP_BELOW);
        assertThat(edition(List.of(), dimension(1, null, of(1, Kind.CHOICE, "1"))).lacks()).containsExactly(InstrumentRefusal.CHOICES_MISSING, InstrumentRefusal.LEVELS_MISSING);
    }
}
