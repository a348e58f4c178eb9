package khabuan.registry.council;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.page.Choice;
import khabuan.base.page.Pager;
import khabuan.base.place.Place;
import khabuan.base.place.PlaceTree;

/** The list of councils.
 *  @param within the place that is shown: the filter's, or the reader's scope
 *  @param places the choices below, by level: "region", "province", "district", "unit"; a level that cannot be chosen yet is not there
 *  @param mayPrint whether the reader may order letters for the whole list
 *  @param year that "new" and "certified" speak of */
public record CouncilListPage(CouncilFilter filter, Place within, List<PlaceChoice> places, List<CouncilTable.Row> rows, Pager pager, FiscalYear year, List<Integer> years,
                              PlaceTree tree, LocalDate today, boolean mayRecord, boolean mayPrint) {

    /** A list of places to choose from. @param level its word; the name of the parameter */
    public record PlaceChoice(String level, String chosen, List<Choice> choices) {}

    /** "อ.เมืองน่าน จ.น่าน" of a council. */
    public Place placeOf(CouncilTable.Row row) {
        return tree.find(khabuan.base.place.Level.UNIT, row.unitCode()).orElse(Place.COUNTRY);
    }

    /** The place above that is of a level; the country when the unit is no more. */
    public String above(CouncilTable.Row row, khabuan.base.place.Level level) {
        return tree.path(placeOf(row)).stream().filter(p -> p.level() == level).map(Place::title).findFirst().orElse("");
    }

    public boolean isDue(CouncilTable.Row row) {
        return row.termDueOn() != null && !row.termDueOn().isAfter(today);
    }

    public List<String> grades() {
        return CouncilFilter.GRADES;
    }
}
