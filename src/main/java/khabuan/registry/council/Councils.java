package khabuan.registry.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
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

/** The register of councils: the room's face to the others. All that is found and done here lies within the actor's reach. */
@Component
public class Councils {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Reach reach;
    private final Admission admission;
    private final Relocations relocations;
    private final Scan duplicates;
    private final Clock clock;

    Councils(JdbcClient jdbc, Changes changes, Reach reach, Admission admission, Relocations relocations, Scan duplicates, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.reach = reach;
        this.admission = admission;
        this.relocations = relocations;
        this.duplicates = duplicates;
        this.clock = clock;
    }

    LocalDate today() {
        return ThaiDate.today(clock);
    }

    /** @throws OutOfReach when there is none, or it lies outside of the actor's scope */
    public Council at(Actor actor, long id) {
        var council = find(id).orElseThrow(() -> new OutOfReach("council " + id));
        reach.demand(actor, council.unitCode());
        return council;
    }

    /** The council of a number, at the moment that is being read. */
    Optional<Council> find(long id) {
        return jdbc.sql("select * from council where id = :id").param("id", id).query((r, n) -> council(r)).optional();
    }

    /** The council in force in a unit, if there is one. */
    public Optional<Council> inForce(String unitCode) {
        return jdbc.sql("select * from council where unit_code = :unit and ended_on is null and merged_into is null and not surplus")
                .param("unit", unitCode).query((r, n) -> council(r)).optional();
    }

    /** Registers a council and begins its first term on the day of registration.
     *  @param key of the request, so that a repeated one registers nothing more; "" for none
     *  @throws khabuan.base.access.Refusal.Thrown by the rules of {@link Admission} */
    Council register(Actor actor, String key, Registration wish) {
        demandUnit(actor, wish.unitCode());
        String id = changes.makeOnce(key, actor.author(), "council.register", "", () -> {
            jdbc.sql("select pg_advisory_xact_lock(7415003)").query().listOfRows();
            admission.demand(null, wish.unitCode(), wish.code().isEmpty() ? null : wish.code(), wish.registeredOn(), false, today());
            long number = insert(wish);
            jdbc.sql("insert into council_term (council_id, number, selected_on) values (:id, 1, :day)").param("id", number).param("day", wish.registeredOn()).update();
            duplicates.note("council", number);
            return Long.toString(number);
        });
        return find(Long.parseLong(id)).orElseThrow();
    }

    private long insert(Registration wish) {
        return jdbc.sql("""
                insert into council (code, unit_code, name, registered_on)
                select coalesce(nullif(:code, ''), (select (coalesce(max(code::int), 10000) + 1)::text from council where code ~ '^[0-9]{5,6}$')), f.unit_code,
                       coalesce(nullif(:name, ''), council_name(f.type, f.name_th)), :registered
                from unit_form f where f.unit_code = :unit and f.until_date is null returning id""")
                .param("code", wish.code()).param("name", wish.name()).param("unit", wish.unitCode()).param("registered", wish.registeredOn())
                .query(Long.class).single();
    }

    /** Whether a council is called after its unit, so that its name follows when its unit is corrected. */
    boolean isNamedAfterItsUnit(Council council) {
        return jdbc.sql("select council_named_after(:name, :unit)").param("name", council.name()).param("unit", council.unitCode()).query(Boolean.class).single();
    }

    /** Corrects what was said of a council. A derived name that is left as it was follows the unit; the database sees to it, at every door.
     *  @param opened the version that the form was opened with
     *  @param relocation what is said of what stands with it, should its unit be another one
     *  @throws Conflict when somebody else changed it since */
    Council correct(Actor actor, long id, int opened, String reason, Registration said, Relocation relocation) {
        var council = at(actor, id);
        demandUnit(actor, said.unitCode());
        council.demandInForce();
        if (reason.isBlank()) throw CouncilRefusal.REASON_MISSING.at("reason");
        changes.make(actor.author(), "council.correct", reason, () -> {
            if (council.version() != opened) throw new Conflict(id, opened, council.version());
            admission.demand(id, said.unitCode(), said.code().isEmpty() ? council.code() : said.code(), said.registeredOn(), council.surplus(), today());
            relocations.demand(council, said.unitCode(), relocation);
            int changed = jdbc.sql("""
                    update council c set code = coalesce(nullif(:code, ''), c.code), unit_code = f.unit_code, registered_on = :registered,
                           name = coalesce(nullif(:name, ''), council_name(f.type, f.name_th))
                    from unit_form f where f.unit_code = :unit and f.until_date is null and c.id = :id and c.version = :opened""")
                    .param("code", said.code()).param("name", said.name()).param("unit", said.unitCode()).param("registered", said.registeredOn())
                    .param("id", id).param("opened", opened).update();
            if (changed == 0 && find(id).orElseThrow().version() != opened) throw new Conflict(id, opened, find(id).orElseThrow().version());
            relocations.settle(council, said.unitCode(), relocation);
            duplicates.note("council", id);
        });
        return find(id).orElseThrow();
    }

    private void demandUnit(Actor actor, String unitCode) {
        if (unitCode.isEmpty()) throw CouncilRefusal.UNIT_MISSING.at("unit");
        if (jdbc.sql("select exists (select from unit where code = :unit)").param("unit", unitCode).query(Boolean.class).single()) reach.demand(actor, unitCode);
        else throw CouncilRefusal.UNIT_UNKNOWN.at("unit", unitCode);
    }

    /** Certifies the result of a fiscal year. */
    void certify(Actor actor, long id, FiscalYear year, String key) {
        var council = at(actor, id);
        changes.makeOnce(key, actor.author(), "council.certify", "", () -> {
            lock(id);
            var certified = council.certify(year, files(id), certifiedYears(id), actor, today());
            return jdbc.sql("insert into council_certification (council_id, fiscal_year, certified_on) values (:id, :year, :day) returning id")
                    .param("id", id).param("year", certified.year()).param("day", today()).query(String.class).single();
        });
    }

    /** Takes back the certification of a fiscal year. The past keeps it. */
    void withdrawCertification(Actor actor, long id, FiscalYear year, String reason) {
        var council = at(actor, id);
        changes.make(actor.author(), "council.withdraw-certification", reason, () -> {
            lock(id);
            council.withdraw(year, reason, certifiedYears(id), actor);
            jdbc.sql("delete from council_certification where council_id = :id and fiscal_year = :year").param("id", id).param("year", year.year()).update();
        });
    }

    /** Lets one person at a time work on a council, to the end of the transaction. */
    void lock(long id) {
        jdbc.sql("select pg_advisory_xact_lock(7415004, hashint8(:id))").param("id", id).query().listOfRows();
    }

    Set<String> files(long id) {
        return jdbc.sql("select distinct kind from evidence where record_kind = 'council' and record_id = :id").param("id", id).query(String.class).list().stream().collect(Collectors.toSet());
    }

    Set<FiscalYear> certifiedYears(long id) {
        return jdbc.sql("select fiscal_year from council_certification where council_id = :id").param("id", id).query(Integer.class).list().stream()
                .map(FiscalYear::new).collect(Collectors.toSet());
    }

    private static Council council(ResultSet r) throws SQLException {
        return new Council(r.getLong("id"), r.getString("code"), r.getString("unit_code"), r.getString("name"), r.getObject("registered_on", LocalDate.class),
                r.getObject("ended_on", LocalDate.class), r.getBoolean("surplus"), (Long) r.getObject("merged_into"), r.getInt("version"));
    }
}
