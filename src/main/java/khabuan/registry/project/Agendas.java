package khabuan.registry.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import khabuan.base.access.Actor;
import khabuan.base.money.Baht;
import khabuan.base.money.Ledger;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.text.Words;
import khabuan.registry.project.MeetingPages.Row;
import khabuan.registry.project.MeetingPages.Tally;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The agenda of a meeting as a body reads it: the projects with their places, what they ask for, what their frames hold, which papers lack. */
@Component
class Agendas {

    private static final String ROWS = """
            select %s p.id as project, p.code, p.title, f.type || f.name_th as unit, v.name_th as province, g.title as programme, g.title_en, pl.id as plan, pl.edition, pl.reason, pl.amount, fr.id as frame, p.drafted_by, r.bodies[cardinality(r.bodies)] as last,
              array(select x from unnest(r.papers) x where x <> 'contract' and x <> 'bank-book' and not exists (select from evidence e where e.record_kind = 'project' and e.record_id = p.id and e.kind = x)) as missing,
              array(select e.kind || ' ' || f.sha256 from evidence e join present.file f on f.id = e.file_id where e.record_kind = 'project' and e.record_id = p.id order by e.kind, e.id) as papers
            from %s join project p on p.id = pl.project_id join frame fr on fr.id = p.frame_id join programme g on g.code = fr.programme
              join unit u on u.code = p.unit_code join unit_form f on f.unit_code = u.code and f.until_date is null join district d on d.code = u.district_code join province v on v.code = d.province_code""" + Programmes.ruleOf("fr") + "where %s";
    private final JdbcClient jdbc;
    private final Budget budget;
    private final Programmes programmes;
    private final Projects projects;
    private final Ledger ledger;
    private final Places places;

    Agendas(JdbcClient jdbc, Budget budget, Programmes programmes, Projects projects, Ledger ledger, Places places) {
        this.jdbc = jdbc;
        this.budget = budget;
        this.programmes = programmes;
        this.projects = projects;
        this.ledger = ledger;
        this.places = places;
    }

    /** The items of a meeting, in their order. */
    List<Row> rows(Meeting meeting, Actor actor, Words words) {
        var rows = jdbc.sql(ROWS.formatted("i.id as item, i.version as item_version, i.position, i.decision, i.resolution, i.reason as decided_because,", "committee_item i join project_plan pl on pl.id = i.plan_id", "i.meeting_id = :id order by i.position")).param("id", meeting.id())
                .query((r, n) -> row(r, meeting, actor, words)).list();
        return withWhatStands(rows);
    }

    /** Plans that are on no agenda yet, as rows. */
    List<Row> rows(List<Long> plans, Meeting meeting, Actor actor, Words words) {
        var rows = jdbc.sql(ROWS.formatted("pl.id as item, 0 as item_version, 0 as position, null::text as decision, '' as resolution, '' as decided_because,", "project_plan pl", "pl.id = any(:plans) order by p.code")).param("plans", plans.toArray(Long[]::new))
                .query((r, n) -> row(r, meeting, actor, words)).list();
        return withWhatStands(rows);
    }

    private static Row row(ResultSet r, Meeting meeting, Actor actor, Words words) throws SQLException {
        var drafter = (Long) r.getObject("drafted_by");
        return new Row(r.getLong("item"), r.getInt("item_version"), r.getInt("position"), r.getLong("project"), r.getString("code"), r.getString("title"), r.getString("unit"), r.getString("province"),
                ProjectPages.named(words, r.getString("programme"), r.getString("title_en")), r.getInt("edition"), r.getString("reason"), new Baht(r.getLong("amount")), new Baht(r.getLong("amount")), r.getLong("frame"),
                r.getString("last").equals(meeting.body().word()), Arrays.asList((String[]) r.getArray("missing").getArray()), papers(r), Instalments.same(actor, drafter), Meeting.Decision.of(r.getString("decision")), r.getString("resolution"), r.getString("decided_because"));
    }

    private static List<MeetingPages.Paper> papers(ResultSet r) throws SQLException {
        return Arrays.stream((String[]) r.getArray("papers").getArray()).map(p -> p.split(" ")).map(p -> new MeetingPages.Paper(p[0], "/files/" + p[1])).toList();
    }

    /** A change of plan asks only for what it is more than what stands approved. */
    private List<Row> withWhatStands(List<Row> rows) {
        var monies = projects.monies(rows.stream().filter(r -> r.edition() > 1).map(Row::project).toList(), Ledger.EVER);
        return rows.stream().map(r -> monies.containsKey(r.project()) ? r.asking(r.amount().minus(monies.get(r.project()).approved())) : r).toList();
    }

    /** What the frames of the open items hold, and what consent to the chosen ones would take. */
    List<Tally> tallies(List<Row> rows, Predicate<Row> chosen, Words words) {
        var byFrame = new LinkedHashMap<Long, Tally>();
        for (var row : rows) {
            if (!row.binds() || !row.isOpen()) continue;
            var tally = byFrame.computeIfAbsent(row.frame(), id -> tally(budget.at(id), words));
            if (chosen.test(row)) byFrame.put(row.frame(), new Tally(tally.programme(), tally.office(), tally.budgetYear(), tally.free(), tally.taken().plus(row.asked())));
        }
        return new ArrayList<>(byFrame.values());
    }

    private Tally tally(Frame frame, Words words) {
        return new Tally(programmes.find(frame.programme()).map(p -> p.title(words)).orElse(frame.programme()), office(frame.office()), frame.budgetYear(), ledger.balance(frame.free(), Ledger.EVER), Baht.ZERO);
    }

    /** Consent to what fits the frames, in the order of the agenda, postponement of what does not; nothing for what the person drafted. By the names of the fields. */
    Map<String, String> fitting(List<Row> rows) {
        var left = new HashMap<Long, Baht>();
        var choices = new LinkedHashMap<String, String>();
        for (var row : rows) {
            if (!row.isOpen() || row.own()) continue;
            var free = left.computeIfAbsent(row.frame(), id -> ledger.balance(budget.at(id).free(), Ledger.EVER));
            boolean fits = !row.binds() || !row.asked().isAbove(free);
            if (fits && row.binds()) left.put(row.frame(), free.minus(row.asked()));
            choices.put("decision-" + row.id(), (fits ? Meeting.Decision.CONSENTED : Meeting.Decision.POSTPONED).word());
        }
        return choices;
    }

    /** An office by its name. */
    String office(String code) {
        return places.find(Level.REGION, code).map(Place::title).orElse(code);
    }
}
