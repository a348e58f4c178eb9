package khabuan.registry.welfare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.money.Baht;
import khabuan.base.money.Grants;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import khabuan.base.place.Within;
import khabuan.registry.welfare.SubsidyPages.Line;
import khabuan.registry.welfare.SubsidyPages.Region;
import khabuan.registry.welfare.SubsidyPages.RoundLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The requests of rounds within a person's scope, and what stands in the regions. */
@Component
class SubsidyList {

    /** All that stand; those that wait for somebody to propose them; those that became projects; those that were refused or withdrawn. */
    static final List<String> STATES = List.of("", "asked", "given", "ended");
    private static final String FROM = " from subsidy_request q join welfare_fund f on f.id = q.fund_id ";
    private final JdbcClient jdbc;
    private final Places places;
    private final Reach reach;
    private final Funds funds;
    private final Grants grants;

    SubsidyList(JdbcClient jdbc, Places places, Reach reach, Funds funds, Grants grants) {
        this.jdbc = jdbc;
        this.places = places;
        this.reach = reach;
        this.funds = funds;
        this.grants = grants;
    }

    private record Selection(String condition, Map<String, Object> parameters) {}

    private Selection selection(Place scope, String state) {
        var parameters = new HashMap<String, Object>();
        var condition = new StringBuilder(switch (state) {
            case "asked" -> "q.ended_on is null and q.project_id is null";
            case "given" -> "q.ended_on is null and q.project_id is not null";
            case "ended" -> "q.ended_on is not null";
            default -> "q.ended_on is null";
        });
        Within.add("f.unit_code", "scope", scope, condition, parameters);
        return new Selection(condition.toString(), parameters);
    }

    /** The rounds, each with what stands of it within reach. */
    List<RoundLine> rounds(Actor actor, List<SubsidyRound> rounds) {
        var selection = selection(reach.of(actor), "");
        var counted = jdbc.sql("select q.round_id, count(*), count(*) filter (where q.project_id is null)" + FROM + "where " + selection.condition + " group by 1").params(selection.parameters)
                .query((r, n) -> Map.entry(r.getLong(1), new int[] {r.getInt(2), r.getInt(3)})).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return rounds.stream().map(r -> {
            var of = counted.getOrDefault(r.id(), new int[2]);
            return new RoundLine(r, r.isOpenOn(funds.today()), of[0], of[1]);
        }).toList();
    }

    long count(SubsidyRound round, String state, Actor actor) {
        var selection = selection(reach.of(actor), state);
        return jdbc.sql("select count(*)" + FROM + "where q.round_id = :round and " + selection.condition).params(selection.parameters).param("round", round.id()).query(Long.class).single();
    }

    /** A page of the requests of a round, those that wait first, each with how its grant stands. */
    List<Line> page(SubsidyRound round, String state, Actor actor, int limit, long offset) {
        var selection = selection(reach.of(actor), state);
        var lines = jdbc.sql("select q.*, f.name, u.name as unit, u.province" + FROM + """
                join lateral (select n.type || n.name_th as name, v.name_th as province from unit x join unit_form n on n.unit_code = x.code and n.until_date is null join district d on d.code = x.district_code
                  join province v on v.code = d.province_code where x.code = f.unit_code) u on true
                where q.round_id = :round and\s""" + selection.condition + " order by q.project_id is not null, q.asked_on, q.id limit :limit offset :offset").params(selection.parameters).param("round", round.id())
                .param("limit", limit).param("offset", offset).query((r, n) -> new Line(SubsidyRequests.request(r), null, r.getString("name"), r.getString("unit"), r.getString("province"))).list();
        var standing = grants.standing(lines.stream().map(l -> l.request().grant()).filter(Objects::nonNull).toList());
        return lines.stream().map(l -> new Line(l.request(), l.request().grant() == null ? null : standing.get(l.request().grant()), l.fund(), l.unit(), l.province())).toList();
    }

    /** What stands in the regions that the actor sees whole: all with their sum from the country, one's own from a region, none from below. @param total what the sum is called */
    List<Region> regions(SubsidyRound round, Actor actor, String total) {
        var scope = reach.of(actor);
        var seen = scope.level() == Level.COUNTRY ? places.tree().at(Level.REGION) : scope.level() == Level.REGION ? List.of(scope) : List.<Place>of();
        if (seen.isEmpty()) return List.of();
        var frames = grants.frames(round.fiscalYear(), SubsidyRound.PROGRAMME);
        var asked = jdbc.sql("""
                select u.region_code, count(*)::int as requests, (count(*) filter (where q.project_id is null))::int as waiting, sum(q.counted)::int as counted, sum(q.amount)::bigint as asked, coalesce(sum(q.proposed), 0)::bigint as proposed
                from subsidy_request q join welfare_fund f on f.id = q.fund_id join unit_now u on u.code = f.unit_code where q.round_id = :round and q.ended_on is null group by 1""").param("round", round.id())
                .query((r, n) -> Map.entry(r.getString(1), new Region("", null, r.getInt(2), r.getInt(3), r.getInt(4), new Baht(r.getLong(5)), new Baht(r.getLong(6))))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var none = new Region("", null, 0, 0, 0, Baht.ZERO, Baht.ZERO);
        var regions = new ArrayList<Region>();
        for (var place : seen) {
            var of = asked.getOrDefault(place.code(), none);
            regions.add(new Region(place.title(), frames.getOrDefault(place.code(), Grants.Allotted.NOTHING), of.requests(), of.waiting(), of.counted(), of.asked(), of.proposed()));
        }
        if (regions.size() > 1) regions.add(regions.stream().reduce(new Region(total, Grants.Allotted.NOTHING, 0, 0, 0, Baht.ZERO, Baht.ZERO), Region::plus));
        return regions;
    }

    /** The frame of a fund's region; null to whom it is not shown. */
    Grants.Allotted frame(SubsidyRound round, List<Place> path, Actor actor) {
        var level = reach.of(actor).level();
        if (level != Level.COUNTRY && level != Level.REGION) return null;
        return grants.frames(round.fiscalYear(), SubsidyRound.PROGRAMME).getOrDefault(path.get(1).code(), Grants.Allotted.NOTHING);
    }
}
