package khabuan.registry.organisation;

import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.job.Job;
import khabuan.base.job.Jobs;
import khabuan.base.record.Changes;
import khabuan.base.store.RowScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Certifies all organisations of a filtered list for a fiscal year, in the background, five hundred to a change: those that the rules of {@link Organisation#certify} admit.
 *  What is broken off can be begun again; nobody is certified twice. */
@Component
class BatchCertification {

    static final String JOB = "organisation.certify-batch";
    private static final int PORTION = 500;
    /** The rules of {@link Organisation#certify}, over organisation o. */
    private static final String ADMITTED = """
            o.ended_on is null and o.merged_into is null and o.registered_on <= :end
            and coalesce((select s.existing from organisation_sighting s where s.organisation_id = o.id order by s.seen_on desc, s.id desc limit 1), true)
            and not exists (select from organisation_certification k where k.organisation_id = o.id and k.fiscal_year = :year)""";

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Jobs jobs;
    private final OrganisationList list;
    private final Organisations organisations;

    BatchCertification(JdbcClient jdbc, Changes changes, Jobs jobs, OrganisationList list, Organisations organisations) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.jobs = jobs;
        this.list = list;
        this.organisations = organisations;
    }

    /** How many of the list would be certified. */
    long admitted(OrganisationFilter filter, Actor actor) {
        var selection = list.selection(filter, actor);
        return jdbc.sql("select count(*) from %s o where %s and %s".formatted(selection.organisations(), selection.condition(), ADMITTED)).params(selection.parameters()).query(Long.class).single();
    }

    /** Begins. @return the job's number */
    long begin(OrganisationFilter filter, Actor actor) {
        if (!actor.may(Right.CERTIFY)) throw OrganisationRefusal.CERTIFY_WITHOUT_RIGHT.with();
        if (new FiscalYear(filter.year()).start().isAfter(organisations.today())) throw OrganisationRefusal.CERTIFY_OUTSIDE_YEARS.with(String.valueOf(filter.year()));
        var scope = new RowScope(actor.scopeLevel(), actor.scopeCode());
        return jobs.begin(actor, JOB, filter.path(), Long.toString(admitted(filter, actor)), (job, progress) -> scope.during(() -> {
            long done = 0;
            for (int portion = certify(filter, actor, job); portion > 0; portion = certify(filter, actor, job)) progress.at("certifying", done += portion);
            return Long.toString(done);
        }));
    }

    private int certify(OrganisationFilter filter, Actor actor, long job) {
        var selection = list.selection(filter, actor);
        return changes.make(actor.author(), JOB, "งานที่ " + job, () -> jdbc.sql("""
                insert into organisation_certification (organisation_id, fiscal_year, certified_on)
                select o.id, :year, :today from %s o where %s and %s order by o.id limit :portion on conflict do nothing""".formatted(selection.organisations(), selection.condition(), ADMITTED))
                .params(selection.parameters()).param("today", organisations.today()).param("portion", PORTION).update());
    }

    /** @throws OutOfReach when it is not the actor's */
    Job at(Actor actor, long id) {
        return jobs.at(actor, JOB, id);
    }
}
