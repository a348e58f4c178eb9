package khabuan.insight.outlook;

import java.util.List;
import khabuan.base.place.PlaceMap;
import khabuan.insight.measure.ProvinceFigures;

/** One indicator on the map: its regions in their lights, and beside them the provinces, where it is counted from records.
 *  @param regions each drawn as its provinces
 *  @param provinces by what was counted in each; null where the indicator rests on no measure
 *  @param shades what the colours of the provinces stand for */
public record Picture(Outlook.Line line, PlaceMap regions, PlaceMap provinces, List<ProvinceFigures.Shade> shades) {}
