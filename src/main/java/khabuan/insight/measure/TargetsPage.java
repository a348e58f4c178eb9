package khabuan.insight.measure;

import java.util.List;
import java.util.Map;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.place.Place;

/** The targets of a measure for a fiscal year, region by region.
 *  @param amounts as typed, by region code; "" for none
 *  @param reached the figure of the measure in that year, by region code */
public record TargetsPage(String measure, int fiscalYear, List<Choice> measures, List<Place> regions, Map<String, String> amounts, Map<String, Long> reached, String reason, boolean maySet, Faults faults) {}
