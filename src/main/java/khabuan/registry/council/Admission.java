package khabuan.registry.council;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Refusal;
import khabuan.base.access.Refusals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which councils may stand in the register: the one place of these rules, asked by the form for one council and by an import for a whole file. */
@Component
public class Admission {

    /** A rule that a candidate breaks. @param field of {@link #CANDIDATE} it is at
     *  @param other the council in the way; null when there is none */
    public record Fault(int line, String field, CouncilRefusal refusal, String value, Long other) {

        Refusal.Thrown thrown() {
            var thrown = refusal.at(field, value);
            return other == null ? thrown : thrown.seeing("/councils/" + other);
        }
    }

    /** The columns that a relation of candidates must have: line (int), id (bigint, null for a new council), unit (text), code (text, null: the next number),
     *  registered_on (date), surplus (boolean: a second council of its unit is let in and marked, for what the old systems hold). */
    public static final String CANDIDATE = "line, id, unit, code, registered_on, surplus";

    private static final String FAULTS = """
            with candidate as materialized (select %s from %s),
            standing as materialized (select c.id, c.unit_code, c.name from council c where c.ended_on is null and c.merged_into is null and not c.surplus)
            select line, 'unit' as field, 'UNIT_UNKNOWN' as refusal, unit as value, null::bigint as other from candidate
              where unit is not null and not exists (select from unit where unit.code = candidate.unit)
            union all
            select a.line, 'unit', 'UNIT_TAKEN', s.name, s.id from candidate a join standing s on s.unit_code = a.unit
              where not a.surplus and s.id is distinct from a.id and not exists (select from candidate o where o.id = s.id and o.unit <> a.unit)
            union all
            select line, 'unit', 'UNIT_TAKEN', unit, null from (select *, row_number() over (partition by unit order by line) as nth from candidate where not surplus and unit is not null) r where nth > 1
            union all
            select line, 'code', 'CODE_SHAPE', code, null from candidate where code !~ '^[0-9]{5,6}$'
            union all
            select a.line, 'code', 'CODE_TAKEN', c.name, c.id from candidate a join council c on c.code = a.code and c.id is distinct from a.id
            union all
            select line, 'code', 'CODE_TAKEN', code, null from (select *, row_number() over (partition by code order by line) as nth from candidate where code is not null) r where nth > 1
            union all
            select line, 'registeredOn', 'REGISTERED_BEFORE_LAW', registered_on::text, null from candidate where registered_on < date '2008-01-01'
            union all
            select line, 'registeredOn', 'REGISTERED_IN_FUTURE', registered_on::text, null from candidate where registered_on > :today
            order by 1, 2""";

    private final JdbcClient jdbc;

    Admission(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The faults of a set of candidates, by line.
     *  @param candidates a table, or a select in brackets, with the columns of {@link #CANDIDATE}; from the code and never from a user */
    public List<Fault> faults(String candidates, LocalDate today) {
        return faults(jdbc.sql(FAULTS.formatted(CANDIDATE, candidates + " as offered")), today);
    }

    /** Demands that one council may stand.
     *  @param id null for a new one; @param code null for the next number
     *  @throws Refusal.Thrown with all that is wrong, with a link to the council in the way */
    void demand(Long id, String unitCode, String code, LocalDate registeredOn, boolean surplus, LocalDate today) {
        var one = jdbc.sql(FAULTS.formatted(CANDIDATE, "(select 1 as line, :id::bigint as id, :unit as unit, :code::text as code, :registered::date as registered_on, :surplus::boolean as surplus) as offered"))
                .param("id", id).param("unit", unitCode).param("code", code).param("registered", registeredOn).param("surplus", surplus);
        var refusals = new Refusals();
        faults(one, today).forEach(fault -> refusals.add(fault.thrown()));
        refusals.demandNone();
    }

    private static List<Fault> faults(JdbcClient.StatementSpec query, LocalDate today) {
        return query.param("today", today)
                .query((r, n) -> new Fault(r.getInt("line"), r.getString("field"), CouncilRefusal.valueOf(r.getString("refusal")), r.getString("value"), (Long) r.getObject("other")))
                .list();
    }
}
