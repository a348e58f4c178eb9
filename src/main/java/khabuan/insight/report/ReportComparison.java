package khabuan.insight.report;

import java.util.List;
import khabuan.base.place.Place;
import khabuan.insight.measure.Difference;
import org.springframework.stereotype.Component;

/** Compares two moments of a report, measure by measure and record by record. */
@Component
public class ReportComparison {

    private static final int NAMED = 100;
    private final Difference difference;

    ReportComparison(Difference difference) {
        this.difference = difference;
    }

    /** One measure of the report in both moments. */
    public record Line(String measure, Difference.Explained explained) {}

    /** Some measures in both moments, and what makes their difference.
     *  @param naming whether records may be named; otherwise they are only counted */
    List<Line> of(List<String> measures, ReportMoment earlier, ReportMoment later, boolean naming) {
        return measures.stream().map(code -> new Line(code, difference.of(code, Place.COUNTRY, "", earlier.now(), later.now(), naming ? NAMED : 0))).toList();
    }
}
