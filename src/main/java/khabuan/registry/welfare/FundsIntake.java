package khabuan.registry.welfare;

import java.util.List;
import khabuan.base.intake.Check;
import khabuan.base.intake.Column;
import khabuan.base.intake.Column.Type;
import khabuan.base.intake.RowIntake;
import org.springframework.stereotype.Component;

/** Files of welfare funds, such as an extract of V2: a row speaks of the fund of its code or, without one, of that name in the unit. The rules are those of the form. */
@Component
class FundsIntake implements RowIntake {

    @Override
    public String word() {
        return "welfare-funds";
    }

    @Override
    public String room() {
        return "welfare";
    }

    @Override
    public String table() {
        return "welfare_fund";
    }

    @Override
    public long lock() {
        return Funds.LOCK;
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.optional("code", Type.TEXT, "10001"), Column.required("name", Type.TEXT, "กองทุนสวัสดิการชุมชนตำบลบ้านนา"), Column.required("unit", Type.UNIT, "อบต.บ้านนา"), Column.optional("district", Type.TEXT, "เมืองขอนแก่น"),
                Column.optional("province", Type.TEXT, "ขอนแก่น"), Column.optional("region", Type.TEXT, "ภาคตะวันออกเฉียงเหนือ"), Column.required("founded_on", Type.DATE, "9 ก.ย. 2552"), Column.optional("ended_on", Type.DATE, "30 ก.ย. 2562"));
    }

    @Override
    public String reading() {
        return """
                select f.*, coalesce(t.id, n.id) as record_id, coalesce(t.unit_code, n.unit_code) as standing_unit from intake_file f
                left join welfare_fund t on t.code = coalesce(f.own, f.code)
                left join lateral (select o.id, o.unit_code from welfare_fund o where f.code is null and o.unit_code = f.unit and o.name || '' = f.name and o.ended_on is null and o.merged_into is null order by o.id limit 1) n on true""";
    }

    @Override
    public List<Written> writing() {
        return List.of(Written.of("code", "((select max(code::bigint) from (select code from welfare_fund union all select code from intake_file union all select '10000') o where code ~ '^[0-9]{5,9}$') + s.line)::text"),
                Written.of("name", "null"), new Written("unit_code", "s.unit", "null"), Written.of("founded_on", "null"), Written.of("ended_on", "null"));
    }

    @Override
    public List<List<String>> once() {
        return List.of(List.of("code"), List.of("record_id"));
    }

    @Override
    public List<Check> checks() {
        return List.of(Check.reach("unit", "s.unit"), Check.reach("code", "s.standing_unit"), Check.of("code", WelfareRefusal.CODE_TAKEN, "s.own is not null and exists (select from welfare_fund o where o.code = s.code and o.id <> s.record_id)", "s.code"),
                Check.of("founded_on", WelfareRefusal.FOUNDED_TOO_EARLY, "s.founded_on < date '1990-01-01'"), Check.of("founded_on", WelfareRefusal.DAY_IN_FUTURE, "s.founded_on > :today"),
                Check.of("ended_on", WelfareRefusal.DAY_BEFORE_FOUNDING, "s.ended_on < s.founded_on"));
    }

    @Override
    public List<Check> standing() {
        return List.of(Check.of("name", WelfareRefusal.NOT_IN_FORCE, "t.merged_into is not null or t.ended_on is not null"));
    }
}
