package khabuan.insight.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.PlaceTree;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The check-and-confirm step of a monthly report: each region looks at its figures of each room, and says that they are right, or what is wrong. */
@Component
class Confirmations {

    private static final JsonMapper JSON = new JsonMapper();
    private final JdbcClient jdbc;
    private final Changes changes;
    private final KeyFigures figures;
    private final Places places;
    private final Reach reach;
    private final ReportNews news;

    Confirmations(JdbcClient jdbc, Changes changes, KeyFigures figures, Places places, Reach reach, ReportNews news) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.figures = figures;
        this.places = places;
        this.reach = reach;
        this.news = news;
    }

    /** What a region said. */
    record Said(String region, String room, boolean confirmed, String note, String by, Instant at, Map<String, Long> figures) {

        String key() {
            return region + " " + room;
        }
    }

    private static Said said(ResultSet r, int n) throws SQLException {
        return new Said(r.getString("region_code"), r.getString("room"), r.getString("verdict").equals("confirmed"), r.getString("note"), r.getString("by_name"), r.getTimestamp("said_at").toInstant(),
                JSON.readValue(r.getString("figures"), new TypeReference<TreeMap<String, Long>>() {}));
    }

    /** What every region says of every room, in print order. */
    List<Confirmation> of(Report report) {
        var said = jdbc.sql("select * from report_confirmation where report_id = ?").param(report.id()).query(Confirmations::said).list().stream().collect(Collectors.toMap(Said::key, Function.identity()));
        var seen = figures.rooms().stream().collect(Collectors.toMap(KeyFigures.Room::code, room -> figures.byRegion(room, report.moment())));
        var all = new ArrayList<Confirmation>();
        for (var region : places.at(Level.REGION))
            for (var room : figures.rooms()) all.add(confirmation(region.code(), room.code(), said.get(region.code() + " " + room.code()), seen.get(room.code()).getOrDefault(region.code(), Map.of())));
        return all;
    }

    private static Confirmation confirmation(String region, String room, Said said, Map<String, Long> now) {
        if (said == null) return new Confirmation(region, room, Confirmation.State.WAITING, "", null, "");
        var state = !said.confirmed() ? Confirmation.State.QUESTIONED : said.figures().equals(now) ? Confirmation.State.CONFIRMED : Confirmation.State.MOVED;
        return new Confirmation(region, room, state, said.by(), said.at(), said.note());
    }

    /** How a confirmation is shown to a person. */
    ReportPage.Check check(Confirmation confirmation, Actor actor) {
        var region = places.find(Level.REGION, confirmation.region()).orElseThrow();
        var room = figures.rooms().stream().filter(r -> r.code().equals(confirmation.room())).findFirst().orElseThrow();
        return new ReportPage.Check(confirmation, region.title(), room.nameKey(), answers(actor, region, room.code()));
    }

    /** Whether a person answers for a region's figures of a room: who certifies there. */
    boolean answers(Actor actor, Place region, String room) {
        return answers(places.tree(), actor, region, room);
    }

    private boolean answers(PlaceTree tree, Actor actor, Place region, String room) {
        return actor.may(Right.CERTIFY) && actor.mayEnter(room) && tree.contains(reach.of(actor), region);
    }

    /** Says that the figures are right, or what is wrong with them; it takes the place of what was said before.
     *  @param note what is wrong; "" to confirm
     *  @throws OutOfReach when the person doesn't answer for them */
    void say(Report report, String region, String room, String note, Actor actor) {
        if (report.isPublished()) throw ReportRefusal.PUBLISHED.with();
        var place = places.find(Level.REGION, region).filter(p -> answers(actor, p, room)).orElseThrow(() -> new OutOfReach("region " + region + " " + room));
        var of = figures.rooms().stream().filter(r -> r.code().equals(room)).findFirst().orElseThrow(() -> new OutOfReach("room " + room));
        var seen = figures.of(of, place, report.moment());
        changes.make(actor.author(), note.isEmpty() ? "report.confirm" : "report.question", note, () -> {
            jdbc.sql("""
                    insert into report_confirmation (report_id, region_code, room, verdict, note, figures, by_name, said_at)
                    values (:report, :region, :room, case when :note = '' then 'confirmed' else 'questioned' end, :note, :figures::jsonb, :by, clock_timestamp())
                    on conflict (report_id, region_code, room) do update set verdict = excluded.verdict, note = excluded.note, figures = excluded.figures, by_name = excluded.by_name, said_at = excluded.said_at""")
                    .param("report", report.id()).param("region", region).param("room", room).param("note", note).param("figures", JSON.writeValueAsString(seen)).param("by", actor.fullName()).update();
            if (!note.isEmpty()) news.questioned(report, place, of, note, actor);
            settle(report);
        });
    }

    /** The request is done for those who answer for nothing more that nobody has said anything of. */
    private void settle(Report report) {
        var said = Set.copyOf(jdbc.sql("select region_code || ' ' || room from report_confirmation where report_id = ?").param(report.id()).query(String.class).list());
        var tree = places.tree();
        news.settle(report, officer -> keys(tree, officer).allMatch(said::contains));
    }

    /** What an officer answers for: region and room. */
    private Stream<String> keys(PlaceTree tree, Actor officer) {
        return tree.at(Level.REGION).stream().flatMap(region -> figures.rooms().stream().filter(room -> answers(tree, officer, region, room.code())).map(room -> region.code() + " " + room.code()));
    }

    /** What the regions confirmed in the last published report of the same month, and is still so.
     *  @param now the moment at which the new draft stands */
    List<Said> stillTrue(String kind, LocalDate asOf, ReportMoment now) {
        var said = jdbc.sql("""
                select c.* from report_confirmation c where c.verdict = 'confirmed'
                  and c.report_id = (select id from report where kind = :kind and as_of = :asOf and known_at is not null order by known_at desc limit 1)""")
                .param("kind", kind).param("asOf", asOf).query(Confirmations::said).list();
        if (said.isEmpty()) return said;
        var seen = figures.rooms().stream().collect(Collectors.toMap(KeyFigures.Room::code, room -> figures.byRegion(room, now)));
        return said.stream().filter(s -> s.figures().equals(seen.getOrDefault(s.room(), Map.of()).getOrDefault(s.region(), Map.of()))).toList();
    }

    /** Asks those who answer for the regions, save for what they confirmed before and is still true, which is taken over; called within the change that begins the report. */
    void ask(long report, String month, List<Said> stillTrue) {
        for (var s : stillTrue)
            jdbc.sql("insert into report_confirmation (report_id, region_code, room, verdict, note, figures, by_name, said_at) values (?, ?, ?, 'confirmed', '', ?::jsonb, ?, ?::timestamptz)")
                    .params(report, s.region(), s.room(), JSON.writeValueAsString(s.figures()), s.by(), s.at().toString()).update();
        var settled = stillTrue.stream().map(Said::key).collect(Collectors.toSet());
        var tree = places.tree();
        news.ask(report, month, officer -> !keys(tree, officer).allMatch(settled::contains));
    }
}
