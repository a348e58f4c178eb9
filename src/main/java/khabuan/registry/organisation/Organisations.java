package khabuan.registry.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.duplicate.Scan;
import khabuan.base.place.Reach;
import khabuan.base.record.Changes;
import khabuan.base.record.Conflict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The register of organisations: the room's face to the others. All that is found and done here lies within the actor's reach. */
@Component
public class Organisations {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Reach reach;
    private final Scan duplicates;
    private final Clock clock;

    Organisations(JdbcClient jdbc, Changes changes, Reach reach, Scan duplicates, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.reach = reach;
        this.duplicates = duplicates;
        this.clock = clock;
    }

    LocalDate today() {
        return ThaiDate.today(clock);
    }

    /** @throws OutOfReach when there is none, or it lies outside of the actor's scope */
    public Organisation at(Actor actor, long id) {
        var organisation = find(id).orElseThrow(() -> new OutOfReach("organisation " + id));
        reach.demand(actor, organisation.unitCode());
        return organisation;
    }

    /** The organisation of a number, at the moment that is being read. */
    Optional<Organisation> find(long id) {
        return jdbc.sql("select * from organisation where id = :id").param("id", id).query((r, n) -> organisation(r)).optional();
    }

    /** Registers an organisation; it becomes a member of the council in force in its unit, if there is one.
     *  @param key of the request, so that a repeated one registers nothing more; "" for none */
    Organisation register(Actor actor, String key, Registration wish) {
        wish.demand(today());
        demandUnit(actor, wish.unitCode());
        String id = changes.makeOnce(key, actor.author(), "organisation.register", "", () -> {
            jdbc.sql("select pg_advisory_xact_lock(7415005)").query().listOfRows();
            demandFreeCode(wish.code(), 0);
            long number = jdbc.sql("""
                    insert into organisation (code, unit_code, council_id, name, kind, registered_on, members, activities)
                    select coalesce(nullif(:code, ''), (select (coalesce(max(code::bigint), 100000) + 1)::text from organisation where code ~ '^[0-9]{6,9}$')), :unit,
                           (select id from council where unit_code = :unit and ended_on is null and merged_into is null and not surplus), :name, :kind, :day, :members, :activities
                    returning id""")
                    .param("code", wish.code()).param("unit", wish.unitCode()).param("name", wish.name()).param("kind", wish.kind().word())
                    .param("day", wish.registeredOn()).param("members", wish.members()).param("activities", wish.activities()).query(Long.class).single();
            duplicates.note("organisation", number);
            return Long.toString(number);
        });
        return find(Long.parseLong(id)).orElseThrow();
    }

    /** Corrects what was said of an organisation.
     *  @param opened the version that the form was opened with
     *  @throws Conflict when somebody else changed it since */
    Organisation correct(Actor actor, long id, int opened, String reason, Registration said) {
        var organisation = at(actor, id);
        organisation.demandInForce();
        said.demand(today());
        demandUnit(actor, said.unitCode());
        if (reason.isBlank()) throw OrganisationRefusal.REASON_MISSING.at("reason");
        changes.make(actor.author(), "organisation.correct", reason, () -> {
            demandFreeCode(said.code(), id);
            int changed = jdbc.sql("""
                    update organisation set unit_code = :unit, code = coalesce(nullif(:code, ''), code), name = :name, kind = :kind, registered_on = :day,
                           members = :members, activities = :activities,
                           council_id = case when unit_code = :unit then council_id
                             else (select id from council where unit_code = :unit and ended_on is null and merged_into is null and not surplus) end
                    where id = :id and version = :opened""")
                    .param("unit", said.unitCode()).param("code", said.code()).param("name", said.name()).param("kind", said.kind().word()).param("day", said.registeredOn())
                    .param("members", said.members()).param("activities", said.activities()).param("id", id).param("opened", opened).update();
            if (changed == 0 && find(id).orElseThrow().version() != opened) throw new Conflict(id, opened, find(id).orElseThrow().version());
            duplicates.note("organisation", id);
        });
        return find(id).orElseThrow();
    }

    private void demandUnit(Actor actor, String unitCode) {
        if (!jdbc.sql("select exists (select from unit where code = :unit)").param("unit", unitCode).query(Boolean.class).single())
            throw OrganisationRefusal.UNIT_UNKNOWN.at("unit", unitCode);
        reach.demand(actor, unitCode);
    }

    private void demandFreeCode(String code, long own) {
        if (!code.isEmpty() && jdbc.sql("select exists (select from organisation where code = :code and id <> :own)").param("code", code).param("own", own).query(Boolean.class).single())
            throw OrganisationRefusal.CODE_TAKEN.at("code", code);
    }

    /** Notes that somebody saw it, and whether it still exists. */
    void see(Actor actor, long id, String key, Organisation.Sighting sighting) {
        var seen = at(actor, id).see(sighting, today());
        changes.makeOnce(key, actor.author(), "organisation.see", "", () -> jdbc.sql("""
                insert into organisation_sighting (organisation_id, seen_on, seen_by, existing, note) values (?, ?, ?, ?, ?) returning id""")
                .params(id, seen.seenOn(), seen.seenBy(), seen.existing(), seen.note()).query(String.class).single());
    }

    /** The sightings, newest first. */
    List<Organisation.Sighting> sightings(long id) {
        return jdbc.sql("select seen_on, seen_by, existing, note from organisation_sighting where organisation_id = :id order by seen_on desc, id desc").param("id", id)
                .query((r, n) -> new Organisation.Sighting(r.getObject(1, LocalDate.class), r.getString(2), r.getBoolean(3), r.getString(4))).list();
    }

    /** Certifies its status for a fiscal year. @param reason why, though nobody saw it since the year began; else "" */
    void certify(Actor actor, long id, FiscalYear year, String reason, String key) {
        var organisation = at(actor, id);
        changes.makeOnce(key, actor.author(), "organisation.certify", reason, () -> {
            jdbc.sql("select pg_advisory_xact_lock(7415006, hashint8(:id))").param("id", id).query().listOfRows();
            var certified = organisation.certify(year, certifiedYears(id), sightings(id).stream().findFirst().orElse(null), reason, actor, today());
            return jdbc.sql("insert into organisation_certification (organisation_id, fiscal_year, certified_on) values (?, ?, ?) returning id")
                    .params(id, certified.year(), today()).query(String.class).single();
        });
    }

    /** Takes back a certification; the past keeps it. */
    void withdrawCertification(Actor actor, long id, FiscalYear year, String reason) {
        at(actor, id);
        if (reason.isBlank()) throw OrganisationRefusal.REASON_MISSING.at("reason");
        changes.make(actor.author(), "organisation.withdraw-certification", reason,
                () -> { jdbc.sql("delete from organisation_certification where organisation_id = ? and fiscal_year = ?").params(id, year.year()).update(); });
    }

    /** The certified fiscal years. */
    Set<FiscalYear> certifiedYears(long id) {
        return jdbc.sql("select fiscal_year from organisation_certification where organisation_id = :id").param("id", id).query(Integer.class).list().stream()
                .map(FiscalYear::new).collect(Collectors.toSet());
    }

    private static Organisation organisation(ResultSet r) throws SQLException {
        return new Organisation(r.getLong("id"), r.getString("code"), r.getString("unit_code"), (Long) r.getObject("council_id"), r.getString("name"),
                Organisation.Kind.of(r.getString("kind")), r.getObject("registered_on", LocalDate.class), r.getObject("ended_on", LocalDate.class), (Integer) r.getObject("members"),
                r.getString("activities"), (Long) r.getObject("merged_into"), r.getInt("version"));
    }
}
