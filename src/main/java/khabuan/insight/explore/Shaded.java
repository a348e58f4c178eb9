package khabuan.insight.explore;

import java.util.List;
import khabuan.base.place.PlaceMap;
import khabuan.insight.measure.ProvinceFigures;

/** The provinces shaded by one column of a pivot. @param column its number, from 0 */
public record Shaded(int column, PlaceMap map, List<ProvinceFigures.Shade> shades) {}
