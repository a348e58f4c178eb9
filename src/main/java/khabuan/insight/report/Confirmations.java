package khabuan.insight.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Role;
import khabuan.base.access.Right;
import khabuan.base.message.Messages;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
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
    private final Accounts accounts;
    private final Messages messages;

    Confirmations(JdbcClient jdbc, Changes changes, KeyFigures figures, Places places, Reach reach, Accounts accounts, Messages messages) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.figures = figures;
        this.places = places;
        this.reach = reach;
        this.accounts = accounts;
        this.messages = messages;
    }

    private record Said(String region, String room, boolean confirmed, String note, String by, Instant at, Map<String, Long> figures) {

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
        return actor.may(Right.CERTIFY) && actor.mayEnter(room) && places.tree().contains(reach.of(actor), region);
    }

    /** Says that the figures are right, or what is wrong with them; it takes the place of what was said before.
     *  @param note what is wrong; "" to confirm
     *  @throws OutOfReach when the person doesn't answer for them */
    void say(Report report, String region, String room, String note, Actor actor) {
        if (report.isPublished()) throw ReportRefusal.PUBLISHED.with();
        var place = places.find(Level.REGION, region).filter(p -> answers(actor, p, room)).orElseThrow(() -> new OutOfReach("region " + region + " " + room));
        var of = figures.rooms().stream().filter(r -> r.code().equals(room)).findFirst().orElseThrow(() -> new OutOfReach("room " + room));
        var seen = figures.of(of, place, report.moment());
        changes.make(actor.author(), "report.confirm", note, () -> jdbc.sql("""
                insert into report_confirmation (report_id, region_code, room, verdict, note, figures, by_name, said_at)
                values (:report, :region, :room, case when :note = '' then 'confirmed' else 'questioned' end, :note, :figures::jsonb, :by, clock_timestamp())
                on conflict (report_id, region_code, room) do update set verdict = excluded.verdict, note = excluded.note, figures = excluded.figures, by_name = excluded.by_name, said_at = excluded.said_at""")
                .param("report", report.id()).param("region", region).param("room", room).param("note", note).param("figures", JSON.writeValueAsString(seen)).param("by", actor.fullName()).update());
    }

    /** Asks those who answer for the regions; called within the change that begins the report. */
    void ask(long report, String month) {
        for (var account : accounts.all())
            if (!account.isDisabled() && account.role() == Role.REGIONAL_OFFICER) messages.send(account.id(), "report.confirm", List.of(month), "/reports/" + report, Messages.ONCE_IN_THIS_CHANGE);
    }
}
