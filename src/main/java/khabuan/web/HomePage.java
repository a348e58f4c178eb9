package khabuan.web;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.place.Place;
import khabuan.base.record.Measure;
import khabuan.base.text.Percentage;

/** @param asOf the day that the figures stand at
 *  @param fiscalYear the year that the flows count in
 *  @param measures the columns of the table
 *  @param lines the regions, and the country last */
public record HomePage(LocalDate asOf, int fiscalYear, List<Measure> measures, List<Line> lines) {

    /** @param figures one for each measure */
    public record Line(Place place, List<Figure> figures) {}

    /** @param share of what it is a share of; null for none
     *  @param path the page of the figure, with its records */
    public record Figure(long value, Percentage share, String path) {}

    public Line country() {
        return lines.getLast();
    }
}
