package khabuan.insight.explore;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.record.Measure;
import khabuan.base.text.Words;
import khabuan.insight.explore.Pivot.Column;
import khabuan.insight.explore.Pivot.Row;
import khabuan.insight.measure.ClassWords;

/** The page on which figures are explored.
 *  @param pivot null when the choices are wrong, which the faults tell
 *  @param bars the chart as markup; "" for none
 *  @param shaded the map; null for none
 *  @param opened the kept view that stands open; null for none
 *  @param name as typed, @param shared as ticked, of a view to keep */
public record ExplorePage(Wish wish, Pivot pivot, Menu menu, String bars, Shaded shaded, List<Exploration> views, Exploration opened, Naming naming, Faults faults) {

    /** The lines that a page carries; a script shows all others. */
    public static final int LINES = 200;

    /** What there is to choose from: measures by what they count and with them indicators by work item, measures alone, places by region, the classes of a measure that is chosen alone, the chosen indicators that are counted from measures. */
    public record Menu(Map<String, List<Choice>> all, Map<String, List<Choice>> measures, Map<String, List<Choice>> places, List<Choice> classes, List<Kpi> counted, LocalDate today) {}

    /** A view about to be kept, as typed. */
    public record Naming(String name, boolean shared) {}

    public List<Axis> rowsToChoose() {
        return Axis.ROWS;
    }

    public List<Axis> columnsToChoose() {
        return Axis.COLUMNS;
    }

    public boolean hasMore() {
        return pivot.rows().size() > LINES;
    }

    public boolean mayChange(Actor actor) {
        return opened != null && opened.isOf(actor);
    }

    /** What a column is called in full. */
    public String name(Column column, Words words) {
        return Drawing.name(column, true, words);
    }

    /** A figure as people read it. */
    public static String text(Row row, int column, Words words) {
        return Drawing.text(row, column, words);
    }

    public int barsShown() {
        return Drawing.shown(pivot);
    }

    public List<Aspect> aspectsToChoose() {
        return List.of(Aspect.values());
    }

    /** Whether a choice stands among those that are folded away. */
    public boolean isDetailed() {
        return wish.measure().size() > 1 || !wish.clazz().isEmpty() || !wish.asOf().isEmpty() || !wish.from().isEmpty() || !wish.knownAt().isEmpty();
    }

    /** What is shown, in a sentence. */
    public String sentence(Words words) {
        var choices = pivot.choices();
        var named = Stream.concat(choices.measures().stream().map(m -> words.t("measure." + m.code() + ".name")), choices.kpis().stream().map(Kpi::heading)).collect(Collectors.joining(", "));
        if (!choices.clazz().isEmpty()) named += " (" + ClassWords.of(words, choices.measures().getFirst().code(), choices.clazz()) + ")";
        if (choices.base() != null) named += " · " + words.t("explore.in-percent", words.t("measure." + choices.base().code() + ".name"));
        return named;
    }

    /** Where and when. */
    public String moment(Words words) {
        var choices = pivot.choices();
        var flow = choices.time() == Axis.NONE && choices.measures().stream().anyMatch(m -> m.period() == Measure.Period.FLOW);
        var when = flow ? words.t("figures.between", words.longDay(choices.from()), words.longDay(choices.to())) : words.t("figures.as-of", words.longDay(choices.to()));
        return choices.within().title() + " · " + when + (choices.knownAt() == null ? "" : " · " + words.t("figures.known", words.moment(choices.knownAt())));
    }
}
