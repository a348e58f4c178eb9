package khabuan.registry.organisation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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

/** Certifies the organisations of a filtered list for a fiscal year: first told without a change, then, when it is confirmed, exactly those that were told, in the background, five hundred to a change.
 *  Whom the rules of {@link Organisation#certify} don't admit is left out; who was not seen since the year began, too, unless a reason is given. What is broken off can be begun again; nobody is certified twice. */
@Component
class BatchCertification {

    static final String JOB = "organisation.certify-batch";
    private static final int PORTION = 500;
    /** The standing of organisation o towards the certification of a year, in the order of {@link Standing}: the rules of {@link Organisation#certify}. */
    private static final String STANDINGS = """
            select case when exists (select from organisation_certification k where k.organisation_id = o.id and k.fiscal_year = :year) then 'CERTIFIED'
                        when o.ended_on is not null or o.registered_on > :end then 'OUTSIDE'
                        when not s.existing then 'GONE'
                        when s.seen_on is null then 'NEVER_SEEN'
                        when s.seen_on < :start then 'UNSEEN'
                        else 'SEEN' end as standing, o.id
            from %s o left join lateral (select x.seen_on, x.existing from organisation_sighting x where x.organisation_id = o.id order by x.seen_on desc, x.id desc limit 1) s on true
            where o.merged_into is null and %s""";

    /** How an organisation stands towards the certification of a year. */
    enum Standing {
        /** Seen since the year began: is certified. */
        SEEN,
        /** Seen before the year began: is left out without a reason. */
        UNSEEN,
        /** Nobody ever saw it: is left out without a reason. */
        NEVER_SEEN,
        CERTIFIED, GONE,
        /** It ended, or was registered after the year. */
        OUTSIDE;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** What a batch would do. @param ids of the organisations of each standing */
    record Preview(FiscalYear year, Map<Standing, List<Long>> ids) {

        long count(Standing standing) {
            return ids.get(standing).size();
        }

        /** Those that are certified only with a reason. */
        List<Long> unseen() {
            var unseen = new ArrayList<>(ids.get(Standing.UNSEEN));
            unseen.addAll(ids.get(Standing.NEVER_SEEN));
            return unseen;
        }

        /** Tells this list from any other: what is confirmed must be what was told. */
        String mark() {
            return UUID.nameUUIDFromBytes((year.year() + " " + ids.get(Standing.SEEN) + unseen()).getBytes(StandardCharsets.UTF_8)).toString();
        }
    }

    /** What a person confirmed. @param mark of the preview; @param including whether those are certified that were not seen, for the reason */
    record Confirmation(String key, String mark, boolean including, String reason) {}

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

    /** What a batch would do with a list now. Nothing is changed. */
    Preview preview(OrganisationFilter filter, Actor actor) {
        var selection = list.selection(filter, actor);
        var ids = new EnumMap<Standing, List<Long>>(Standing.class);
        for (var standing : Standing.values()) ids.put(standing, new ArrayList<>());
        jdbc.sql("select * from (%s) l order by id".formatted(STANDINGS.formatted(selection.organisations(), selection.condition()))).params(selection.parameters())
                .query(row -> { ids.get(Standing.valueOf(row.getString(1))).add(row.getLong(2)); });
        return new Preview(new FiscalYear(filter.year()), ids);
    }

    /** The first of those that are left out because nobody saw them, by name. */
    List<OrganisationPages.Left> left(Preview preview, int most) {
        return jdbc.sql("""
                select o.id, o.name, f.type || f.name_th, (select max(s.seen_on) from organisation_sighting s where s.organisation_id = o.id)
                from organisation o join unit_form f on f.unit_code = o.unit_code and f.until_date is null where o.id = any(:ids) order by o.name collate "th-TH-x-icu", o.id limit :most""")
                .param("ids", preview.unseen().toArray(Long[]::new)).param("most", most)
                .query((r, n) -> new OrganisationPages.Left(r.getLong(1), r.getString(2), r.getString(3), r.getObject(4, LocalDate.class))).list();
    }

    /** @throws khabuan.base.access.Refusal.Thrown when the actor may not certify, or not that year */
    void demand(OrganisationFilter filter, Actor actor) {
        if (!actor.may(Right.CERTIFY)) throw OrganisationRefusal.CERTIFY_WITHOUT_RIGHT.with();
        if (new FiscalYear(filter.year()).start().isAfter(organisations.today())) throw OrganisationRefusal.CERTIFY_OUTSIDE_YEARS.with(String.valueOf(filter.year()));
    }

    /** Begins, once for a key. @return the job's number */
    String begin(OrganisationFilter filter, Confirmation confirmed, Actor actor) {
        demand(filter, actor);
        return changes.makeOnce(confirmed.key(), actor.author(), "organisation.order-batch", confirmed.including() ? confirmed.reason() : "", () -> {
            var told = preview(filter, actor);
            if (!told.mark().equals(confirmed.mark())) throw OrganisationRefusal.LIST_CHANGED.with();
            if (confirmed.including() && confirmed.reason().isBlank()) throw OrganisationRefusal.UNSEEN_WITHOUT_REASON.at("reason", String.valueOf(filter.year()));
            var unseen = confirmed.including() ? told.unseen() : List.<Long>of();
            var seen = told.ids().get(Standing.SEEN);
            if (seen.isEmpty() && unseen.isEmpty()) throw OrganisationRefusal.NOBODY_TO_CERTIFY.with();
            return Long.toString(order(filter, seen, unseen, confirmed.reason(), actor));
        });
    }

    private long order(OrganisationFilter filter, List<Long> seen, List<Long> unseen, String reason, Actor actor) {
        var scope = new RowScope(actor.scopeLevel(), actor.scopeCode());
        return jobs.begin(actor, JOB, filter.path(), Long.toString((long) seen.size() + unseen.size()), (job, progress) -> scope.during(() -> {
            long done = certify(filter, seen, "", actor, job, 0, progress);
            return Long.toString(certify(filter, unseen, reason, actor, job, done, progress));
        }));
    }

    /** Certifies those of the ids that still stand so. @param before how many the job certified already; @return how many then */
    private long certify(OrganisationFilter filter, List<Long> ids, String reason, Actor actor, long job, long before, Jobs.Progress progress) {
        String why = "งานที่ " + job + (reason.isEmpty() ? "" : " · " + reason);
        var admitted = reason.isEmpty() ? List.of("SEEN") : List.of("SEEN", "UNSEEN", "NEVER_SEEN");
        long done = before;
        for (int from = 0; from < ids.size(); from += PORTION) {
            var portion = ids.subList(from, Math.min(ids.size(), from + PORTION)).toArray(Long[]::new);
            done += changes.make(actor.author(), JOB, why, () -> certify(new FiscalYear(filter.year()), portion, admitted));
            progress.at("certifying", done);
        }
        return done;
    }

    private int certify(FiscalYear year, Long[] portion, List<String> admitted) {
        return jdbc.sql("""
                insert into organisation_certification (organisation_id, fiscal_year, certified_on)
                select l.id, :year, :today from (%s) l where l.standing in (:admitted) order by l.id on conflict do nothing""".formatted(STANDINGS.formatted("organisation", "o.id = any(:ids)")))
                .param("year", year.year()).param("start", year.start()).param("end", year.end()).param("today", organisations.today())
                .param("ids", portion).param("admitted", admitted).update();
    }

    /** @throws OutOfReach when it is not the actor's */
    Job at(Actor actor, long id) {
        return jobs.at(actor, JOB, id);
    }
}
