package khabuan.registry.project;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.BooksClosed;
import khabuan.base.money.Overdrawn;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bodies at work: meetings, what waits for each body, and what is decided. The consent of the last body that a programme asks for puts a plan in force and its money aside, in one change. */
@Component
class Committees {

    /** The office of the centre. */
    static final String CENTRE = "C";
    /** The plans that are before a body, with the office of their frame and whose turn they are: by how many bodies have consented since they were handed in. */
    static final String TURNS = """
            (select pl.id as plan_id, f.office, r.bodies[1 + (select count(*) from committee_item i where i.plan_id = pl.id and i.decision = 'consented'
                and i.id > coalesce((select max(b.id) from committee_item b where b.plan_id = pl.id and b.decision = 'returned'), 0))] as turn
              from project_plan pl join project p on p.id = pl.project_id join frame f on f.id = p.frame_id""" + Programmes.RULE + """
              where pl.in_force_on is null and pl.refused_on is null
                and (pl.edition = 1 and p.state in ('submitted', 'screened', 'considered') or pl.edition > 1 and p.state in ('approved', 'contracted', 'running'))) w\s""";
    private static final String ON_NO_AGENDA = " and not exists (select from committee_item i join committee_meeting m on m.id = i.meeting_id where i.plan_id = w.plan_id and i.decision is null and m.closed_on is null)";
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Projects projects;
    private final Plans plans;
    private final Budget budget;
    private final Approval approval;
    private final Clock clock;

    Committees(JdbcClient jdbc, Changes changes, Projects projects, Plans plans, Budget budget, Approval approval, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.projects = projects;
        this.plans = plans;
        this.budget = budget;
        this.approval = approval;
        this.clock = clock;
    }

    /** Whether a person keeps the meetings of an office. */
    static boolean isOf(Actor actor, String office) {
        return actor.scopeLevel().equals("country") || actor.scopeLevel().equals("region") && actor.scopeCode().equals(office);
    }

    /** Whether a person calls meetings of an office and enters what they decide: who certifies there, or works at the centre. */
    static boolean keeps(Actor actor, String office) {
        return isOf(actor, office) && (actor.may(Right.CERTIFY) || actor.may(Right.CENTRE));
    }

    /** A meeting to whose minutes a person may write.
     *  @throws OutOfReach when there is none, or the person does not keep it */
    private Meeting kept(Actor actor, long id) {
        var meeting = at(actor, id);
        if (!keeps(actor, meeting.office())) throw new OutOfReach("minutes of meeting " + id);
        return meeting;
    }

    /** @throws OutOfReach when there is none, or it is of an office that is not the actor's */
    Meeting at(Actor actor, long id) {
        var meeting = jdbc.sql("select * from committee_meeting where id = :id").param("id", id).query((r, n) -> meeting(r)).optional().orElseThrow(() -> new OutOfReach("meeting " + id));
        if (!isOf(actor, meeting.office())) throw new OutOfReach("meeting " + id);
        return meeting;
    }

    private static Meeting meeting(ResultSet r) throws SQLException {
        return new Meeting(r.getLong("id"), Body.of(r.getString("body")).orElseThrow(), r.getString("office"), r.getInt("fiscal_year"), r.getInt("number"), r.getObject("held_on", LocalDate.class), r.getString("venue"),
                r.getString("chair"), r.getObject("closed_on", LocalDate.class), r.getString("attended").lines().toList(), r.getString("excused").lines().toList());
    }

    /** Which meetings of those that a person keeps. @param year 0 for all @param body null for all */
    record Which(int year, Body body) {}

    /** The meetings that a person keeps, newest first. */
    List<Meeting> of(Actor actor, Which which, int size, long offset) {
        return kept("select * from committee_meeting m where ", actor, which, " order by m.held_on desc, m.id desc limit :size offset :offset").param("size", size).param("offset", offset).query((r, n) -> meeting(r)).list();
    }

    long count(Actor actor, Which which) {
        return kept("select count(*) from committee_meeting m where ", actor, which, "").query(Long.class).single();
    }

    /** The fiscal years in which a person has meetings, newest first. */
    List<Integer> years(Actor actor) {
        return kept("select distinct m.fiscal_year from committee_meeting m where ", actor, new Which(0, null), " order by 1 desc").query(Integer.class).list();
    }

    private JdbcClient.StatementSpec kept(String select, Actor actor, Which which, String rest) {
        return jdbc.sql(select + "(:all or m.office = :office) and :year in (0, m.fiscal_year) and :body in ('', m.body)" + rest).param("all", actor.scopeLevel().equals("country")).param("office", actor.scopeCode()).param("year", which.year())
                .param("body", which.body() == null ? "" : which.body().word());
    }

    /** Who came to a meeting and who did not, a line for each; while it is open. */
    void attend(Actor actor, long meeting, String attended, String excused) {
        if (!kept(actor, meeting).isOpen()) throw ProjectRefusal.MEETING_CLOSED.with();
        if (attended.isBlank()) throw ProjectRefusal.ATTENDED_MISSING.at("attended");
        changes.make(actor.author(), "meeting.attend", "", () -> { jdbc.sql("update committee_meeting set attended = ?, excused = ? where id = ?").params(lines(attended), lines(excused), meeting).update(); });
    }

    /** Without empty lines, and without numbers that somebody typed before names. */
    private static String lines(String typed) {
        return typed.lines().map(l -> l.strip().replaceFirst("^[0-9๐-๙]{1,3}[.)]\\s*", "")).filter(l -> !l.isEmpty()).collect(Collectors.joining("\n"));
    }

    /** Calls a meeting, with all that waits for the body on its agenda. The next number of its year is its own. */
    Meeting call(Actor actor, String key, Body body, String office, LocalDate heldOn, String venue, String chair) {
        if (!keeps(actor, office)) throw new OutOfReach("meetings of " + office);
        if (heldOn == null) throw ProjectRefusal.DAY_MISSING.at("heldOn");
        long id = Long.parseLong(changes.makeOnce(key, actor.author(), "meeting.call", "", () -> {
            jdbc.sql("select pg_advisory_xact_lock(7415033)").query().listOfRows();
            String number = jdbc.sql("""
                    insert into committee_meeting (body, office, fiscal_year, number, held_on, venue, chair)
                    select :body, :office, :year, coalesce(max(number), 0) + 1, :day, :venue, :chair from committee_meeting where body = :body and office = :office and fiscal_year = :year returning id""")
                    .param("body", body.word()).param("office", office).param("year", FiscalYear.of(heldOn).year()).param("day", heldOn).param("venue", venue.strip()).param("chair", chair.strip()).query(String.class).single();
            putOn(Long.parseLong(number), waiting(body, office));
            return number;
        }));
        return at(actor, id);
    }

    /** Puts plans that wait for the body on the agenda of a meeting that is open. */
    void invite(Actor actor, long meeting, List<Long> wanted) {
        var open = kept(actor, meeting);
        if (!open.isOpen()) throw ProjectRefusal.MEETING_CLOSED.with();
        var waiting = waiting(open.body(), open.office());
        changes.make(actor.author(), "meeting.invite", "", () -> putOn(meeting, waiting.stream().filter(wanted::contains).toList()));
    }

    private void putOn(long meeting, List<Long> plansThatWait) {
        jdbc.sql("""
                insert into committee_item (meeting_id, position, plan_id)
                select :meeting, (select coalesce(max(position), 0) from committee_item where meeting_id = :meeting) + n.place, n.plan from unnest(:plans::bigint[]) with ordinality n(plan, place)
                where not exists (select from committee_item i where i.meeting_id = :meeting and i.plan_id = n.plan)""")
                .param("meeting", meeting).param("plans", plansThatWait.toArray(Long[]::new)).update();
    }

    /** The plans whose turn it is before a body of an office, and which are on no open agenda. */
    List<Long> waiting(Body body, String office) {
        return jdbc.sql("select w.plan_id from " + TURNS + "where w.turn = :body and (w.office = :office or :body = 'board')" + ON_NO_AGENDA + " order by 1").param("office", office).param("body", body.word()).query(Long.class).list();
    }

    /** The plans that wait for the body of a meeting and were not on its agenda. */
    List<Long> invitable(Meeting meeting) {
        var there = agenda(meeting.id()).stream().map(Meeting.Item::plan).toList();
        return waiting(meeting.body(), meeting.office()).stream().filter(plan -> !there.contains(plan)).toList();
    }

    /** The body before which a plan is; empty when it is before none. */
    Optional<Body> turn(long plan) {
        return jdbc.sql("select w.turn from " + TURNS + "where w.plan_id = :plan").param("plan", plan).query(String.class).optional().flatMap(Body::of);
    }

    /** How many plans wait for a body of an office and are on no open agenda. */
    record Queue(Body body, String office, long plans) {}

    /** What waits for the bodies of all offices; the board is the centre's. */
    List<Queue> queues() {
        return jdbc.sql("select w.turn, case when w.turn = 'board' then :centre else w.office end, count(*) from " + TURNS + "where w.turn is not null" + ON_NO_AGENDA + " group by 1, 2 order by 1, 2").param("centre", CENTRE)
                .query((r, n) -> new Queue(Body.of(r.getString(1)).orElseThrow(), r.getString(2), r.getLong(3))).list();
    }

    /** The open meeting on whose agenda a plan is. */
    Optional<Meeting> meetingOf(long plan) {
        return jdbc.sql("select m.* from committee_meeting m join committee_item i on i.meeting_id = m.id where i.plan_id = :plan and i.decision is null and m.closed_on is null order by m.id limit 1").param("plan", plan)
                .query((r, n) -> meeting(r)).optional();
    }

    /** The agenda of a meeting. */
    List<Meeting.Item> agenda(long meeting) {
        return jdbc.sql("select id, meeting_id, position, plan_id, decision, resolution, version from committee_item where meeting_id = :id order by position").param("id", meeting).query((r, n) -> item(r)).list();
    }

    /** How much stands on the agenda of a meeting. */
    record Count(int items, int undecided) {

        static final Count NONE = new Count(0, 0);
    }

    /** The agendas of meetings in numbers; those without items are left out. */
    Map<Long, Count> counts(List<Meeting> meetings) {
        return jdbc.sql("select meeting_id, count(*), count(*) filter (where decision is null) from committee_item where meeting_id = any(:ids) group by 1").param("ids", meetings.stream().map(Meeting::id).toArray(Long[]::new))
                .query((r, n) -> Map.entry(r.getLong(1), new Count(r.getInt(2), r.getInt(3)))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Meeting.Item item(ResultSet r) throws SQLException {
        return new Meeting.Item(r.getLong(1), r.getLong(2), r.getInt(3), r.getLong(4), Meeting.Decision.of(r.getString(5)), r.getString(6), r.getInt(7));
    }

    /** What the body decided of an item.
     *  @param resolution how it is numbered or put; wanted for consent
     *  @param reason why it is returned or rejected
     *  @throws khabuan.base.access.Refusal.Thrown over the frame, with what is left; or when the meeting is closed, or it is decided already */
    void decide(Actor actor, Meeting meeting, long item, int version, Meeting.Decision decision, String resolution, String reason) {
        new Refusals().when(decision == null, ProjectRefusal.DECISION_MISSING, "decision-" + item)
                .when((decision == Meeting.Decision.RETURNED || decision == Meeting.Decision.REJECTED) && reason.isBlank(), ProjectRefusal.REASON_MISSING, "reason-" + item).demandNone();
        if (!kept(actor, meeting.id()).isOpen()) throw ProjectRefusal.MEETING_CLOSED.with();
        changes.make(actor.author(), "meeting.decide", reason.strip(), () -> {
            var before = jdbc.sql("select id, meeting_id, position, plan_id, decision, resolution, version from committee_item where id = :id and meeting_id = :meeting for update").param("id", item).param("meeting", meeting.id())
                    .query((r, n) -> item(r)).optional().orElseThrow(() -> new OutOfReach("item " + item));
            if (before.decision() != null) throw ProjectRefusal.ALREADY_DECIDED.at("decision-" + item);
            if (before.version() != version) throw ProjectRefusal.CHANGED_MEANWHILE.at("decision-" + item);
            jdbc.sql("update committee_item set decision = ?, resolution = ?, reason = ?, decided_by = ? where id = ?").params(decision.word(), resolution.strip(), decision == Meeting.Decision.CONSENTED ? "" : reason.strip(), actor.accountId(), item).update();
            effect(actor, meeting, plans.find(before.plan()).orElseThrow(), item, decision, resolution.strip(), reason.strip());
        });
    }

    private void effect(Actor actor, Meeting meeting, Plan plan, long item, Meeting.Decision decision, String resolution, String reason) {
        var project = projects.find(plan.project()).orElseThrow();
        project.demand(Projects.decidable(plan));
        if (decision == Meeting.Decision.CONSENTED && actor.accountId() != null && actor.accountId().equals(project.draftedBy())) throw ProjectRefusal.CONSENT_OF_OWN.at("decision-" + item);
        switch (decision) {
            case CONSENTED -> consent(actor, meeting, project, plan, item, resolution);
            case RETURNED -> {
                if (plan.edition() == 1) projects.enter(actor, project, Project.State.RETURNED, meeting, resolution, reason);
                else plans.refuse(plan, meeting.heldOn());
            }
            case REJECTED -> {
                plans.refuse(plan, meeting.heldOn());
                if (plan.edition() == 1) projects.enter(actor, project, Project.State.REJECTED, meeting, resolution, reason);
            }
            case POSTPONED -> { }
        }
    }

    private void consent(Actor actor, Meeting meeting, Project project, Plan plan, long item, String resolution) {
        if (!projects.rule(project).isLast(meeting.body())) {
            if (plan.edition() == 1) projects.enter(actor, project, meeting.body().consented, meeting, resolution, "");
            return;
        }
        try {
            approval.grant(project, plan, meeting, resolution);
        } catch (Overdrawn e) {
            throw ProjectRefusal.FRAME_EXCEEDED.at("decision-" + item, e.left().toString(), e.asked().toString());
        } catch (BooksClosed e) {
            throw e.at("decision-" + item);
        }
        if (plan.edition() == 1) projects.enter(actor, project, Project.State.APPROVED, meeting, resolution, "");
    }

    /** Closes a meeting: what is undecided waits for the next one. */
    void close(Actor actor, long meeting) {
        var open = kept(actor, meeting);
        if (!open.isOpen()) throw ProjectRefusal.MEETING_CLOSED.with();
        changes.make(actor.author(), "meeting.close", "", () -> {
            jdbc.sql("update committee_item set decision = 'postponed' where meeting_id = ? and decision is null").param(meeting).update();
            jdbc.sql("update committee_meeting set closed_on = ? where id = ?").params(ThaiDate.today(clock), meeting).update();
        });
    }
}
