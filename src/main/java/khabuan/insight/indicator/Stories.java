package khabuan.insight.indicator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.place.Place;
import khabuan.base.record.Changes;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stories of results: what people write beside the figures, each thing in its own field. */
@Component
class Stories {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Quarters quarters;
    private final ApplicationEventPublisher news;

    Stories(JdbcClient jdbc, Changes changes, Quarters quarters, ApplicationEventPublisher news) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.quarters = quarters;
        this.news = news;
    }

    /** The stories of a year by indicator; as they are, or within a moment as they were known. */
    Map<Long, List<Story>> of(int fiscalYear) {
        var all = new HashMap<Long, List<Story>>();
        jdbc.sql("""
                select s.indicator_id, s.quarter, s.place, s.done, s.breakdown, s.example, s.outcome, s.problem, s.next_step
                from indicator_story s join indicator i on i.id = s.indicator_id where i.fiscal_year = ? order by s.quarter, s.place""").param(fiscalYear)
                .query(r -> {
                    all.computeIfAbsent(r.getLong(1), i -> new ArrayList<>())
                            .add(new Story(r.getInt(2), r.getString(3), r.getString(4), r.getString(5), r.getString(6), r.getString(7), r.getString(8), r.getString(9)));
                });
        return all;
    }

    /** Keeps a story; one that is empty in all fields is taken away. @throws khabuan.base.access.Refusal.Thrown when its quarter is closed */
    void write(Indicator indicator, Story story, Actor actor) {
        demand(indicator, story, actor);
        changes.make(actor.author(), "indicator.tell", "", () -> keep(indicator, story, actor));
    }

    /** Judges a story, at every door. @throws OutOfReach when its place is not the actor's */
    void demand(Indicator indicator, Story story, Actor actor) {
        if (!Results.isOf(actor, teller(story))) throw new OutOfReach("story of " + story.place());
        new Refusals().when(quarters.of(indicator.fiscalYear(), story.quarter()).closed(), IndicatorRefusal.CLOSED, "").demandNone();
    }

    /** The country's story is told by the centre. */
    private static String teller(Story story) {
        return story.place().equals(Place.COUNTRY.code()) ? Scores.CENTRE : story.place();
    }

    /** Keeps what was judged, within a change. */
    void keep(Indicator indicator, Story story, Actor actor) {
        if (Stream.of(story.done(), story.breakdown(), story.example(), story.outcome(), story.problem(), story.nextStep()).allMatch(String::isBlank))
            jdbc.sql("delete from indicator_story where indicator_id = ? and quarter = ? and place = ?").params(indicator.id(), story.quarter(), story.place()).update();
        else
            jdbc.sql("""
                    insert into indicator_story (indicator_id, quarter, place, done, breakdown, example, outcome, problem, next_step)
                    values (:indicator, :quarter, :place, :done, :breakdown, :example, :outcome, :problem, :next)
                    on conflict (indicator_id, quarter, place) do update set done = excluded.done, breakdown = excluded.breakdown, example = excluded.example, outcome = excluded.outcome,
                      problem = excluded.problem, next_step = excluded.next_step""")
                    .param("indicator", indicator.id()).param("quarter", story.quarter()).param("place", story.place()).param("done", story.done()).param("breakdown", story.breakdown())
                    .param("example", story.example()).param("outcome", story.outcome()).param("problem", story.problem()).param("next", story.nextStep()).update();
        news.publishEvent(new ResultNews.Changed(ResultNews.What.TOLD, indicator, story.quarter(), teller(story), null, "", actor));
    }
}
