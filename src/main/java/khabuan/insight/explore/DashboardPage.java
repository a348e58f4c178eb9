package khabuan.insight.explore;

import java.util.List;
import khabuan.base.page.Faults;

/** What a person has pinned, in order. @param views all that could be pinned too */
public record DashboardPage(List<Card> cards, List<Exploration> views, Faults faults) {

    /** A pinned view.
     *  @param page its table, chart or map; its pivot is null when its choices no longer hold together */
    public record Card(Exploration view, ExplorePage page) {}

    /** The lines of a table on a card. */
    public static final int LINES = 8;
}
