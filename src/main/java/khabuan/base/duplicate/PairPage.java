package khabuan.base.duplicate;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import khabuan.base.page.Faults;

/** Two records beside one another.
 *  @param survivor the one that is proposed to stay, or the older one
 *  @param moved the present and past figures that a merge would move, day by day, the latest first
 *  @param undone the merges of the two that were taken back, the latest first
 *  @param moves whether what stands with either in its unit would go to another one
 *  @param standing whether both stand
 *  @param correctable whether each has a page that corrects it
 *  @param table whose columns the lines name: field.TABLE.COLUMN */
public record PairPage(Pair pair, One first, One second, long survivor, List<Line> lines, List<Children> children, List<MovedFigure> moved, List<Undone> undone, boolean moves, boolean standing, Rights may, String table, boolean correctable,
                       Faults faults) {

    public record One(long id, String name, String code, String unit, String path) {}

    /** @param choosable whether the survivor may take it from the other; @param taken whether it is proposed to */
    public record Line(String column, String first, String second, boolean differs, boolean choosable, boolean taken) {}

    /** @param confirm whether the reader may confirm this proposal: never one's own */
    public record Rights(boolean decide, boolean centre, boolean confirm) {}

    /** The figures that would move on each day, the latest first. */
    public Map<LocalDate, List<MovedFigure>> movedByDay() {
        return moved.stream().collect(Collectors.groupingBy(MovedFigure::day, LinkedHashMap::new, Collectors.toList()));
    }

    public One survivorOne() {
        return survivor == first.id() ? first : second;
    }

    public One loserOne() {
        return survivor == first.id() ? second : first;
    }

    public boolean isOpen() {
        return standing && (pair.state() == Pair.State.SUSPECTED || pair.state() == Pair.State.DIFFERENT || pair.state() == Pair.State.PROPOSED);
    }
}
