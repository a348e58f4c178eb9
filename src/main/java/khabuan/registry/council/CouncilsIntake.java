package khabuan.registry.council;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import khabuan.base.duplicate.Suspicions;
import khabuan.base.intake.Check;
import khabuan.base.intake.Column;
import khabuan.base.intake.Column.Type;
import khabuan.base.intake.LineFault;
import khabuan.base.intake.Order;
import khabuan.base.intake.RowIntake;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of councils: a row speaks of the council of its code or, without one, of the council in its unit that was registered on its day. Which may stand, {@link Admission} says;
 *  what the old systems held as a second council of a unit is let in and marked. A name that is derived from a unit where the council was wrongly entered is not a given one. */
@Component
class CouncilsIntake implements RowIntake {

    private final Admission admission;
    private final Relocations relocations;
    private final JdbcClient jdbc;
    private final Suspicions suspicions;

    CouncilsIntake(Admission admission, Relocations relocations, JdbcClient jdbc, Suspicions suspicions) {
        this.admission = admission;
        this.relocations = relocations;
        this.jdbc = jdbc;
        this.suspicions = suspicions;
    }

    @Override
    public String word() {
        return "councils";
    }

    @Override
    public String room() {
        return "council";
    }

    @Override
    public String table() {
        return "council";
    }

    @Override
    public long lock() {
        return 7415003;
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.optional("code", Type.TEXT, "30307"),
                Column.optional("name", Type.TEXT, "สภาองค์กรชุมชนตำบลบ้านนา"),
                Column.required("unit", Type.UNIT, "อบต.บ้านนา"),
                Column.optional("district", Type.TEXT, "เมืองขอนแก่น"),
                Column.optional("province", Type.TEXT, "ขอนแก่น"),
                Column.optional("region", Type.TEXT, "ภาคตะวันออกเฉียงเหนือ"),
                Column.required("registered_on", Type.DATE, "31 ส.ค. 2562"),
                Column.optional("ended_on", Type.DATE, "30 ก.ย. 2562"),
                Column.choice("companions", false, "ย้ายตาม", "go", "stay"),
                Column.optional("across_province", Type.YES_NO, "ใช่"));
    }

    @Override
    public String reading() {
        return """
                select r.*, case when r.record_id is not null then r.was_surplus
                         else :historical and (r.taken or row_number() over (partition by r.unit, r.record_id is null and r.ended_on is null order by r.registered_on, r.line) > 1
                           and r.ended_on is null) end as surplus
                from (select f.*, coalesce(t.id, n.id) as record_id, coalesce(t.unit_code, n.unit_code) as standing_unit, coalesce(t.surplus, n.surplus) as was_surplus,
                             exists (select from council i where i.unit_code = f.unit and i.ended_on is null and i.merged_into is null and not i.surplus) as taken
                      from intake_file f
                      left join council t on t.code = coalesce(f.own, f.code)
                      left join lateral (select c.id, c.unit_code, c.surplus from council c where f.code is null and c.unit_code = f.unit and c.registered_on = f.registered_on
                        and (f.name is null or c.name = f.name) and c.merged_into is null order by c.surplus, c.id limit 1) n on true) r""";
    }

    @Override
    public List<Written> writing() {
        return List.of(
                Written.of("code", "((select max(code::int) from (select code from council union all select code from intake_file union all select '10000') o "
                        + "where code ~ '^[0-9]{5,6}$') + s.line)::text"),
                new Written("name", "case when not council_named_after_former_unit(s.record_id, s.name, s.unit) then s.name end", "(select council_name(f.type, f.name_th) from unit_form f where f.unit_code = s.unit and f.until_date is null)"),
                new Written("unit_code", "s.unit", "null"),
                Written.of("registered_on", "null"),
                Written.of("ended_on", "null"),
                Written.of("surplus", "false"));
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
                Check.of("companions", CouncilRefusal.COMPANIONS_UNSAID, "not :historical and s.companions is null and " + relocations.counting() + " > 0", relocations.counting()),
                Check.of("across_province", CouncilRefusal.ACROSS_PROVINCE, "not :historical and s.across_province is not true and " + Relocations.crossing()),
                Check.of("ended_on", CouncilRefusal.DAY_BEFORE_REGISTRATION, "s.ended_on < s.registered_on", "s.registered_on"),
                Check.of("ended_on", CouncilRefusal.DAY_IN_FUTURE, "s.ended_on > :today"));
    }

    @Override
    public List<Check> standing() {
        return List.of(Check.of("code", CouncilRefusal.NOT_IN_FORCE, "t.merged_into is not null or t.ended_on is not null"));
    }

    /** An ended council stands in nobody's way, so it is asked about as one beside. Rows with faults are judged too, so that each is told all that is wrong with it; but they stand in no other row's way. */
    @Override
    public List<LineFault> judge(Order order) {
        return Stream.of(SOUND, "not " + SOUND).flatMap(which -> admission.faults("""
                (select s.line, s.record_id as id, s.unit, s.code, s.registered_on, s.surplus or s.ended_on is not null as surplus from intake_row s where %s)""".formatted(which),
                order.today()).stream()).map(this::told).toList();
    }

    /** What may be a council that stands already, such as one of a neighbouring unit under this unit's name; what the old systems knew is left to the nightly scan. */
    @Override
    public List<LineFault> noticed(Order order) {
        if (order.isHistorical()) return List.of();
        var rows = jdbc.sql("""
                select s.line, s.unit, coalesce(s.name, council_name(f.type, f.name_th)), s.registered_on from intake_row s join unit_form f on f.unit_code = s.unit and f.until_date is null
                where s.record_id is null and s.ended_on is null and %s limit %d""".formatted(SOUND, Suspicions.MOST + 1))
                .query((r, n) -> new Suspicions.Row(r.getInt(1), r.getString(2), r.getString(3), "", r.getObject(4, LocalDate.class), null)).list();
        return suspicions.ofFile("council", rows).entrySet().stream()
                .map(e -> new LineFault(e.getKey(), "name", "council.note.like", e.getValue().name(), e.getValue().code(), Integer.toString((int) Math.round(e.getValue().likeness().score() * 100)))).toList();
    }

    private LineFault told(Admission.Fault fault) {
        String column = fault.field().equals("registeredOn") ? "registered_on" : fault.field();
        String value = fault.other() == null ? fault.value()
                : jdbc.sql("select name || ' (' || code || ')' from council where id = ?").param(fault.other()).query(String.class).single();
        return new LineFault(fault.line(), column, fault.refusal().key(), value);
    }

    /** A council's first term begins on the day of its registration; what stood with a council that was moved goes along or stays, as its row says. */
    @Override
    public List<String> after() {
        return Stream.concat(relocations.settling(SOUND).stream(), Stream.of("""
                insert into council_term (council_id, number, selected_on) select c.id, 1, c.registered_on from council c
                where c.change_id = history.current_change() and c.version = 1 and not exists (select from council_term t where t.council_id = c.id)""")).toList();
    }
}
