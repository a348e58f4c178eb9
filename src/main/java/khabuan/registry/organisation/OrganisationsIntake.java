package khabuan.registry.organisation;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.duplicate.Suspicions;
import khabuan.base.intake.Check;
import khabuan.base.intake.Column;
import khabuan.base.intake.Column.Type;
import khabuan.base.intake.LineFault;
import khabuan.base.intake.Order;
import khabuan.base.intake.RowIntake;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of organisations: a row speaks of the organisation of its code or, without one, of that name in the unit. The rules are those of the form. */
@Component
class OrganisationsIntake implements RowIntake {

    private final JdbcClient jdbc;
    private final Suspicions suspicions;

    OrganisationsIntake(JdbcClient jdbc, Suspicions suspicions) {
        this.jdbc = jdbc;
        this.suspicions = suspicions;
    }

    @Override
    public String word() {
        return "organisations";
    }

    @Override
    public String room() {
        return "organisation";
    }

    @Override
    public String table() {
        return "organisation";
    }

    @Override
    public long lock() {
        return 7415005;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.optional("code", Type.TEXT, "100001"),
                Column.required("name", Type.TEXT, "กลุ่มออมทรัพย์เพื่อการผลิตบ้านนา หมู่ที่ 3"),
                Column.choice("kind", false, "กลุ่ม", "group", "network"),
                Column.required("unit", Type.UNIT, "อบต.บ้านนา"),
                Column.optional("district", Type.TEXT, "เมืองขอนแก่น"),
                Column.optional("province", Type.TEXT, "ขอนแก่น"),
                Column.optional("region", Type.TEXT, "ภาคตะวันออกเฉียงเหนือ"),
                Column.optional("council", Type.TEXT, "30307"),
                Column.required("registered_on", Type.DATE, "31 ส.ค. 2562"),
                Column.optional("members", Type.WHOLE, "35"),
                Column.optional("activities", Type.TEXT, "ออมทรัพย์ สวัสดิการ"),
                Column.optional("ended_on", Type.DATE, "30 ก.ย. 2562"));
    }

    @Override
    public String reading() {
        return """
                select f.*, coalesce(t.id, n.id) as record_id, coalesce(t.unit_code, n.unit_code) as standing_unit,
                       c.id as named_council, c.unit_code as council_unit, coalesce(c.id, i.id) as council_id
                from intake_file f
                left join organisation t on t.code = coalesce(f.own, f.code)
                left join lateral (select o.id, o.unit_code from organisation o where f.code is null and o.unit_code = f.unit and o.name || '' = f.name /* not by the trigrams of the name: the unit has a few */
                  and o.ended_on is null and o.merged_into is null order by o.id limit 1) n on true
                left join council c on c.code = f.council
                left join council i on i.unit_code = f.unit and i.ended_on is null and i.merged_into is null and not i.surplus""";
    }

    @Override
    public List<Written> writing() {
        return List.of(
                Written.of("code", "((select max(code::bigint) from (select code from organisation union all select code from intake_file union all select '100000') o "
                        + "where code ~ '^[0-9]{6,9}$') + s.line)::text"),
                Written.of("name", "null"),
                Written.of("kind", "'group'"),
                new Written("unit_code", "s.unit", "null"),
                new Written("council_id", "case when s.named_council is not null or s.record_id is null or s.unit <> s.standing_unit then s.council_id end", "null"),
                Written.of("registered_on", "null"),
                Written.of("members", "null"),
                Written.of("activities", "''"),
                Written.of("ended_on", "null"));
    }

    @Override
    public List<List<String>> once() {
        return List.of(List.of("code"), List.of("record_id"));
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.reach("unit", "s.unit"),
                Check.reach("code", "s.standing_unit"),
                Check.known("council", "s.named_council"),
                Check.of("code", OrganisationRefusal.CODE_TAKEN, "s.own is not null and exists (select from organisation o where o.code = s.code and o.id <> s.record_id)"),
                Check.of("council", OrganisationRefusal.COUNCIL_ELSEWHERE, "s.council_unit <> s.unit"),
                Check.of("registered_on", OrganisationRefusal.REGISTERED_BEFORE_LAW, "s.registered_on < date '2008-01-01'"),
                Check.of("registered_on", OrganisationRefusal.REGISTERED_IN_FUTURE, "s.registered_on > :today"),
                Check.of("ended_on", OrganisationRefusal.DAY_BEFORE_REGISTRATION, "s.ended_on < s.registered_on"),
                Check.of("members", OrganisationRefusal.MEMBERS_NEGATIVE, "s.members < 0"));
    }

    /** What may stand already under another spelling; what the old systems knew is left to the nightly scan. */
    @Override
    public List<LineFault> noticed(Order order) {
        if (order.isHistorical()) return List.of();
        var rows = jdbc.sql("select s.line, s.unit, s.name, coalesce(s.kind, 'group'), s.registered_on, s.members from intake_row s where s.record_id is null and " + SOUND + " limit " + (Suspicions.MOST + 1))
                .query((r, n) -> new Suspicions.Row(r.getInt(1), r.getString(2), r.getString(3), r.getString(4), r.getObject(5, LocalDate.class), (Integer) r.getObject(6))).list();
        return suspicions.ofFile("organisation", rows).entrySet().stream()
                .map(e -> new LineFault(e.getKey(), "name", "organisation.note.like", e.getValue().name(), e.getValue().code(), Integer.toString((int) Math.round(e.getValue().likeness().score() * 100)))).toList();
    }

    @Override
    public List<Check> standing() {
        return List.of(Check.of("name", OrganisationRefusal.NOT_IN_FORCE, "t.merged_into is not null or t.ended_on is not null"));
    }
}
