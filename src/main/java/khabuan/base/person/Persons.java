package khabuan.base.person;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.duplicate.Scan;
import khabuan.base.place.Reach;
import khabuan.base.record.Changes;
import khabuan.base.record.Conflict;
import khabuan.base.store.RowScope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The natural persons. Which of them a query sees, the database decides by the scope of the thread ({@link RowScope}). */
@Component
public class Persons {

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Reach reach;
    private final PersonKey key;
    private final Scan duplicates;

    Persons(JdbcClient jdbc, Changes changes, Reach reach, PersonKey key, Scan duplicates) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.reach = reach;
        this.key = key;
        this.duplicates = duplicates;
    }

    /** Registers a person, or finds the one with this national ID number within the scope; called within the change that needs the person.
     *  @return the person's number
     *  @throws khabuan.base.access.Refusal.Thrown when a field is wrong, or the number is registered outside of the scope */
    public long register(Actor actor, Person.Details details) {
        reach.demand(actor, details.unitCode());
        var id = demandWhole(details);
        return within(actor, () -> id.flatMap(this::find).orElseGet(() -> insert(details, id.orElse(null))));
    }

    private Optional<Long> find(NationalId id) {
        return jdbc.sql("""
                with recursive one as (
                  select id, merged_into from person where national_id_hash = ? union select p.id, p.merged_into from person p join one on p.id = one.merged_into)
                select id from one where merged_into is null order by id limit 1""").param(key.find(id.digits())).query(Long.class).optional();
    }

    private long insert(Person.Details details, NationalId id) {
        try {
            return jdbc.sql("""
                    insert into person (unit_code, full_name, national_id_cipher, national_id_hash, phone_cipher, phone_hash)
                    values (:unit, :name, :cipher, :hash, :phone, :phoneHash) returning id""")
                    .param("unit", details.unitCode()).param("name", details.fullName().strip())
                    .param("cipher", id == null ? null : key.encrypt("national_id", id.digits()), java.sql.Types.BINARY)
                    .param("hash", id == null ? null : key.find(id.digits()), java.sql.Types.BINARY)
                    .param("phone", key.encrypt("phone", phone(details.phone())), java.sql.Types.BINARY).param("phoneHash", phoneHash(details.phone()), java.sql.Types.BINARY).query(Long.class).single();
        } catch (DuplicateKeyException e) {
            throw PersonRefusal.NATIONAL_ID_ELSEWHERE.at("nationalId");
        }
    }

    /** Corrects what is written about a person.
     *  @throws Conflict when somebody else changed it since that version
     *  @throws OutOfReach when the person is not in the scope */
    public void correct(Actor actor, long id, int version, Person.Details details, String reason) {
        reach.demand(actor, details.unitCode());
        var number = demandWhole(details);
        within(actor, () -> changes.make(actor.author(), "person.correct", reason, () -> {
            update(id, version, details, number.orElse(null));
            duplicates.note("person", id);
            return id;
        }));
    }

    private int update(long id, int version, Person.Details details, NationalId number) {
        int now = jdbc.sql("select version from person where id = ? for update").param(id).query(Integer.class).optional().orElseThrow(() -> new OutOfReach("person " + id));
        if (now != version) throw new Conflict(id, version, now);
        try {
            return jdbc.sql("""
                    update person set unit_code = :unit, full_name = :name, national_id_cipher = :cipher, national_id_hash = :hash, phone_cipher = :phone,
                      phone_hash = :phoneHash where id = :id""")
                    .param("unit", details.unitCode()).param("name", details.fullName().strip())
                    .param("cipher", number == null ? null : key.encrypt("national_id", number.digits()), java.sql.Types.BINARY)
                    .param("hash", number == null ? null : key.find(number.digits()), java.sql.Types.BINARY)
                    .param("phone", key.encrypt("phone", phone(details.phone())), java.sql.Types.BINARY).param("phoneHash", phoneHash(details.phone()), java.sql.Types.BINARY)
                    .param("id", id).update();
        } catch (DuplicateKeyException e) {
            throw PersonRefusal.NATIONAL_ID_ELSEWHERE.at("nationalId");
        }
    }

    private static Optional<NationalId> demandWhole(Person.Details details) {
        if (details.fullName().isBlank()) throw PersonRefusal.NAME_MISSING.at("fullName");
        if (!phone(details.phone()).matches("(\\+?\\d{9,15})?")) throw PersonRefusal.PHONE_WRONG.at("phone");
        if (details.nationalId().isBlank()) return Optional.empty();
        return Optional.of(NationalId.parse(details.nationalId()).orElseThrow(() -> PersonRefusal.NATIONAL_ID_WRONG.at("nationalId")));
    }

    private static String phone(String written) {
        return written.replaceAll("[\\s()-]", "");
    }

    /** What a telephone is found by; null for none. */
    private byte[] phoneHash(String written) {
        String phone = phone(written).replaceFirst("^\\+66", "0");
        return phone.isEmpty() ? null : key.find("phone " + phone);
    }

    /** Reads a person in the clear; who read it, when and why is logged before it is shown.
     *  @throws OutOfReach when there is no such person within the scope
     *  @throws khabuan.base.access.Refusal.Thrown when no reason is given */
    public Person read(Actor actor, long id, String reason) {
        if (reason.isBlank()) throw PersonRefusal.REASON_MISSING.at("reason");
        var person = within(actor, () -> jdbc.sql("select id, version, unit_code, full_name, national_id_cipher, phone_cipher from person where id = ?").param(id)
                .query((r, n) -> new Person(r.getLong(1), r.getInt(2), r.getString(3), r.getString(4), key.decrypt("national_id", r.getBytes(5)),
                        key.decrypt("phone", r.getBytes(6)))).optional()).orElseThrow(() -> new OutOfReach("person " + id));
        changes.read(actor.author(), "person.read", reason.strip(), "person", id);
        return person;
    }

    /** What a person's page shows before a reason is given.
     *  @throws OutOfReach when there is no such person within the scope */
    public Masked masked(Actor actor, long id) {
        return within(actor, () -> jdbc.sql("select full_name, unit_code, merged_into from person where id = ?").param(id)
                .query((r, n) -> new Masked(id, Person.masked(r.getString(1)), r.getString(2), (Long) r.getObject(3))).optional()).orElseThrow(() -> new OutOfReach("person " + id));
    }

    /** @param mergedInto the survivor, when the two were found to be one; else null */
    public record Masked(long id, String name, String unitCode, Long mergedInto) {}

    /** The masked names of persons, for lists; those out of scope are left out. */
    public Map<Long, String> maskedNames(Actor actor, Collection<Long> ids) {
        var names = new HashMap<Long, String>();
        if (!ids.isEmpty()) within(actor, () -> {
            jdbc.sql("select id, full_name from person where id in (:ids)").param("ids", ids).query(r -> { names.put(r.getLong(1), Person.masked(r.getString(2))); });
            return null;
        });
        return names;
    }

    /** The names of persons in the clear, for a list that leaves the house; the purpose is logged at each of them before. Those out of scope are left out. */
    public Map<Long, String> names(Actor actor, Collection<Long> ids, String purpose) {
        var names = new HashMap<Long, String>();
        if (purpose.isBlank()) throw PersonRefusal.REASON_MISSING.at("reason");
        if (!ids.isEmpty()) within(actor, () -> {
            jdbc.sql("select id, full_name from person where id in (:ids)").param("ids", ids).query(r -> { names.put(r.getLong(1), r.getString(2)); });
            return null;
        });
        changes.readEach(actor.author(), "person.export", purpose.strip(), "person", names.keySet());
        return names;
    }

    /** Does work that sees the persons of the actor's scope. */
    private static <T> T within(Actor actor, java.util.function.Supplier<T> work) {
        return new RowScope(actor.scopeLevel(), actor.scopeCode()).during(work);
    }
}
