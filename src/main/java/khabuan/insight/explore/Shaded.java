package khabuan.insight.explore;

import java.util.List;
import khabuan.base.place.PlaceMap;
import khabuan.insight.measure.ProvinceFigures;

/** The provinces shaded by one column of a pivot. @param column its number, from 0 @param lit whether the shades are the lights of an indicator */
public record Shaded(int column, PlaceMap map, List<ProvinceFigures.Shade> shades, boolean lit) {}
