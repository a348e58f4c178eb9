package khabuan.registry.council;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Frame;
import khabuan.base.page.Panels;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import khabuan.base.record.Moments;
import khabuan.base.record.Timeline;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lays out all that is known of one council, as it is or as it was known at the end of a day. */
@Component
class CouncilDesk {

    private final Councils councils;
    private final Members members;
    private final Terms terms;
    private final Works works;
    private final CouncilRules rules;
    private final Timeline timeline;
    private final Panels panels;
    private final Places places;
    private final Reach reach;
    private final Moments moments;
    private final JdbcClient jdbc;

    CouncilDesk(Councils councils, Members members, Terms terms, Works works, CouncilRules rules, Timeline timeline, Panels panels, Places places, Reach reach,
                Moments moments, JdbcClient jdbc) {
        this.councils = councils;
        this.members = members;
        this.terms = terms;
        this.works = works;
        this.rules = rules;
        this.timeline = timeline;
        this.panels = panels;
        this.places = places;
        this.reach = reach;
        this.moments = moments;
        this.jdbc = jdbc;
    }

    /** @param knownOn null for the present
     *  @param year null for the present fiscal year
     *  @throws OutOfReach when it was not known then, or lies outside of the actor's scope */
    CouncilPage lay(Actor actor, long id, FiscalYear year, LocalDate knownOn, Frame frame) {
        Instant knownAt = knownOn == null ? null : ThaiDate.endOf(knownOn);
        var day = knownOn == null ? councils.today() : knownOn;
        var shown = year == null ? FiscalYear.of(day) : year;
        var added = knownOn == null ? panels.of("council", id, frame) : List.<gg.jte.Content>of();
        return moments.read(knownAt, () -> {
            var council = councils.find(id).orElseThrow(() -> new OutOfReach("council " + id));
            reach.demand(actor, council.unitCode());
            var other = council.isInForce() && !council.surplus() ? null : councils.inForce(council.unitCode()).filter(c -> c.id() != id).orElse(null);
            return new CouncilPage(council, path(council), shown, years(council, day), day, knownOn, other, attachments(id), rules.judge(id, shown), terms.of(id),
                    members.of(id, false), members.former(id), works.meetings(id, shown), works.missions(id, shown), works.certifications(id), steps(id, knownAt), added, rights(actor));
        });
    }

    /** The years of a council's life, newest first. */
    static List<Integer> years(Council council, LocalDate day) {
        int first = FiscalYear.of(council.registeredOn()).year();
        return IntStream.iterate(Math.max(first, FiscalYear.of(day).year()), y -> y >= first, y -> y - 1).boxed().toList();
    }

    List<Place> path(Council council) {
        var tree = places.tree();
        return tree.find(Level.UNIT, council.unitCode()).map(tree::path).orElse(List.of(Place.COUNTRY));
    }

    private static CouncilPage.Rights rights(Actor actor) {
        return new CouncilPage.Rights(actor.may(Right.RECORD), actor.may(Right.CERTIFY), actor.may(Right.READ_PERSONS));
    }

    /** The steps that were known by then, with units by their names. */
    private List<Timeline.Step> steps(long id, Instant knownAt) {
        return timeline.ofRecord("council", id).stream().filter(s -> knownAt == null || !s.at().isAfter(knownAt)).map(s -> s.told(this::named)).toList();
    }

    private Timeline.Field named(Timeline.Field field) {
        return field.name().equals("unit_code") ? new Timeline.Field(field.name(), title(field.before()), title(field.after())) : field;
    }

    private String title(String unitCode) {
        return unitCode == null ? null : places.find(Level.UNIT, unitCode).map(Place::title).orElse(unitCode);
    }

    private List<CouncilPage.Attachment> attachments(long id) {
        return jdbc.sql("""
                select e.kind, e.fiscal_year, f.name, e.attached_on from evidence e join file f on f.id = e.file_id
                where e.record_kind = 'council' and e.record_id = :id order by e.fiscal_year nulls first, e.kind, e.attached_on""")
                .param("id", id)
                .query((r, n) -> new CouncilPage.Attachment(r.getString(1), (Integer) r.getObject(2), r.getString(3), r.getObject(4, LocalDate.class))).list();
    }
}
