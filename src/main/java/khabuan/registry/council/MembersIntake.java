package khabuan.registry.council;

import java.util.List;
import khabuan.base.duplicate.Suspicions;
import khabuan.base.intake.Check;
import khabuan.base.intake.Column;
import khabuan.base.intake.Column.Type;
import khabuan.base.intake.LineFault;
import khabuan.base.intake.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of council members: a row speaks of the member of that name who was selected on its day; each is a person of the council's unit.
 *  At most one qualified member for five representatives, over the file and the register together. */
@Component
class MembersIntake implements CouncilLines {

    private final JdbcClient jdbc;
    private final Suspicions suspicions;

    MembersIntake(JdbcClient jdbc, Suspicions suspicions) {
        this.jdbc = jdbc;
        this.suspicions = suspicions;
    }

    @Override
    public String word() {
        return "members";
    }

    @Override
    public String table() {
        return "council_member";
    }

    @Override
    public String day() {
        return "selected_on";
    }

    @Override
    public List<Column> columns() {
        return List.of(CouncilLines.council(), Column.required("full_name", Type.TEXT, "นางคำปุ่น สีหาราช"), Column.choice("class", true, "ผู้แทนชุมชน", "community", "qualified"),
                Column.optional("village", Type.TEXT, "หมู่ที่ 3 บ้านนา"), Column.choice("gender", false, "หญิง", "female", "male", "other"),
                Column.required("selected_on", Type.DATE, "12 พ.ค. 2558"), Column.optional("ended_on", Type.DATE, "30 ก.ย. 2562"));
    }

    @Override
    public String reading() {
        return "select f.*, t.id as record_id, case when t.id is null and c.id is not null then nextval('record_number') end as person_id, " + COUNCIL_SEEN + " from intake_file f" + COUNCIL + """
                left join (select min(m.id) as id, m.council_id, p.full_name, m.selected_on from council_member m join person p on p.id = m.person_id
                  where m.council_id in (select k.id from council k join intake_file i on i.council = k.code) group by 2, 3, 4) t
                  on t.council_id = c.id and t.full_name = f.full_name and t.selected_on = f.selected_on""";
    }

    @Override
    public List<Written> writing() {
        return List.of(Written.of("council_id", "null"), Written.of("person_id", "null"), Written.of("class", "null"), Written.of("village", "''"), Written.of("gender", "''"),
                Written.of("selected_on", "null"), Written.of("ended_on", "null"));
    }

    @Override
    public List<List<String>> once() {
        return List.of(List.of("full_name", "council_id", "selected_on"));
    }

    @Override
    public List<Check> checks() {
        return withDay(Check.of("ended_on", CouncilRefusal.DAY_IN_FUTURE, "s.ended_on > :today"),
                new Check("ended_on", "council.intake.ended-before-selected", "s.ended_on < s.selected_on", "s.selected_on", false));
    }

    /** Where they would be too many, the rows are at fault that make them so: the qualified ones, and the representatives who leave. */
    @Override
    public List<LineFault> judge(Order order) {
        return jdbc.sql("""
                with sound as (select s.line, s.record_id, s.council_id, s.class, s.ended_on from intake_row s where %s),
                sitting as (
                  select council_id, class from sound where ended_on is null
                  union all
                  select m.council_id, m.class from council_member m where m.ended_on is null and m.council_id in (select council_id from sound)
                    and not exists (select from sound where sound.record_id = m.id)),
                over as (
                  select council_id, count(*) filter (where class = 'qualified') as qualified, count(*) filter (where class = 'community') as community
                  from sitting group by council_id having count(*) filter (where class = 'qualified') * 5 > count(*) filter (where class = 'community'))
                select s.line, o.qualified, o.community, o.community / 5 from sound s join over o using (council_id) where s.class = 'qualified' or s.ended_on is not null"""
                .formatted(SOUND))
                .query((r, n) -> new LineFault(r.getInt(1), "class", CouncilRefusal.TOO_MANY_QUALIFIED.key(), r.getString(2), r.getString(3), r.getString(4))).list();
    }

    /** Who may be a person that stands already; what the old systems knew is left to the nightly scan. */
    @Override
    public List<LineFault> noticed(Order order) {
        if (order.isHistorical()) return List.of();
        var rows = jdbc.sql("select s.line, s.council_unit, s.full_name from intake_row s where s.record_id is null and " + SOUND + " limit " + (Suspicions.MOST + 1))
                .query((r, n) -> new Suspicions.Row(r.getInt(1), r.getString(2), r.getString(3), "", null, null)).list();
        return suspicions.ofFile("person", rows).entrySet().stream()
                .map(e -> new LineFault(e.getKey(), "full_name", "council.note.person-like", e.getValue().name(), Integer.toString((int) Math.round(e.getValue().likeness().score() * 100)))).toList();
    }

    @Override
    public List<String> before() {
        return List.of("insert into person (id, unit_code, full_name) select s.person_id, s.council_unit, s.full_name from intake_row s where s.record_id is null and " + SOUND);
    }
}
