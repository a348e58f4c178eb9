package khabuan.insight.explore;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.place.Place;
import khabuan.base.record.Measure;

/** What a person chose to see, understood.
 *  @param measures and {@code kpis}: one at least of both together
 *  @param aspects what is shown of indicators, one at least
 *  @param base what percentages are of; null for plain figures
 *  @param periods how many stand side by side, where rows or columns are times
 *  @param clazz the only class that counts; "" for all
 *  @param from the first day of flows where no periods stand side by side
 *  @param to the day as of which all stands
 *  @param knownAt as it was known then; null for now
 *  @param sort the column by which lines stand, from 1; 0 for their own order */
public record Choices(List<Measure> measures, List<Kpi> kpis, List<Aspect> aspects, Measure base, Axis rows, Axis columns, int periods, Place within, String clazz, LocalDate from, LocalDate to, Instant knownAt, int sort) {

    public Choices {
        measures = List.copyOf(measures);
        kpis = List.copyOf(kpis);
        aspects = List.copyOf(aspects);
    }

    /** The axis of time; NONE when there is but one period. */
    Axis time() {
        return rows.isTime() ? rows : columns.isTime() ? columns : Axis.NONE;
    }

    /** How many things are set side by side, measures and indicators. */
    int things() {
        return measures.size() + kpis.size();
    }

    /** Whether figures are asked for class by class. */
    boolean byClass() {
        return !clazz.isEmpty() || rows == Axis.CLASS || columns == Axis.CLASS;
    }
}
