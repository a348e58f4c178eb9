package khabuan.registry.project;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.money.Baht;
import khabuan.base.money.Grants;
import khabuan.base.record.Changes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Grants to welfare funds, as projects that the funds carry out. */
@Component
class GrantsOfFunds implements Grants {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Projects projects;
    private final Programmes programmes;
    private final Budget budget;

    GrantsOfFunds(JdbcClient jdbc, Changes changes, Projects projects, Programmes programmes, Budget budget) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.projects = projects;
        this.programmes = programmes;
        this.budget = budget;
    }

    @Override
    public Optional<Baht> mostEach(String programme, int fiscalYear) {
        return Optional.ofNullable(programmes.rule(programme, fiscalYear).mostEach());
    }

    @Override
    public long propose(Actor actor, Wish wish) {
        var plan = new Plan.Draft("", "", "", wish.counted(), wish.amount(), wish.startsOn(), wish.endsOn(), "", List.of());
        return changes.make(actor.author(), "project.draft", "", () -> {
            var project = projects.draft(actor, "", new Projects.Draft(wish.budgetYear(), wish.programme(), wish.unit(), new Carrier(null, null, wish.fund()), wish.title(), plan));
            jdbc.sql("update project_plan set counted_of = ? where project_id = ?").params(wish.of(), project.id()).update();
            projects.submit(actor, project.id());
            return project.id();
        });
    }

    @Override
    public Map<Long, Standing> standing(Collection<Long> grants) {
        if (grants.isEmpty()) return Map.of();
        var monies = projects.monies(List.copyOf(grants), projects.today());
        return jdbc.sql("select id, code, state from project where id in (:ids)").param("ids", grants).query((r, n) -> {
            var state = Project.State.of(r.getString(3));
            var money = monies.get(r.getLong(1));
            return new Standing(r.getLong(1), r.getString(2), "/projects/" + r.getLong(1), "project.state." + state.word(), Project.OVER.contains(state), money.approved(), money.paid(), money.returned());
        }).list().stream().collect(Collectors.toMap(Standing::id, s -> s));
    }

    @Override
    public Map<String, Allotted> frames(int budgetYear, String programme) {
        return budget.standing(budgetYear, projects.today()).stream().filter(s -> s.frame().programme().equals(programme))
                .collect(Collectors.toMap(s -> s.frame().office(), s -> new Allotted(s.granted(), s.approved(), s.free(), s.paid(), s.returned())));
    }

    @Override
    public List<Late> late(long fund, LocalDate day) {
        return jdbc.sql("""
                select p.id, p.code, l.ends_on from project p join project_plan l on l.project_id = p.id and l.in_force_on is not null and l.superseded_on is null
                where p.fund_id = :fund and p.state in ('contracted', 'running') and l.ends_on < :day
                  and exists (select from payment y where y.subject_kind = 'project' and y.subject_id = p.id and y.issued_on is not null and y.failed_on is null) order by l.ends_on, p.id""")
                .param("fund", fund).param("day", day).query((r, n) -> new Late(r.getString(2), "/projects/" + r.getLong(1), r.getObject(3, LocalDate.class))).list();
    }

    @Override
    public Baht received(long fund, LocalDate after, LocalDate until) {
        var grants = jdbc.sql("select id from project where fund_id = ?").param(fund).query(Long.class).list();
        return kept(grants, until).minus(kept(grants, after));
    }

    private Baht kept(List<Long> grants, LocalDate day) {
        return projects.monies(grants, day).values().stream().map(Projects.Money::kept).reduce(Baht.ZERO, Baht::plus);
    }
}
