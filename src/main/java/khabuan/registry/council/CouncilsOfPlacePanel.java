package khabuan.registry.council;

import java.util.List;
import khabuan.base.place.Place;

/** The councils of a place, in short. @param total of which rows are the newest
 *  @param listPath the list of all of them */
public record CouncilsOfPlacePanel(Place place, List<CouncilTable.Row> rows, long total, String listPath, boolean mayRegister) {}
