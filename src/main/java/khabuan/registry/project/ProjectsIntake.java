package khabuan.registry.project;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.intake.Check;
import khabuan.base.intake.Column;
import khabuan.base.intake.Column.Type;
import khabuan.base.intake.LineFault;
import khabuan.base.intake.Order;
import khabuan.base.intake.RowIntake;
import khabuan.base.money.Baht;
import khabuan.base.money.WrittenBaht;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of projects: each row becomes a draft, judged as the form judges it. A project of the same name, place, programme and year stands already and is left as it is. */
@Component
class ProjectsIntake implements RowIntake {

    /** The fields of the form and the columns of the file that are called otherwise. */
    private static final Map<String, String> COLUMNS = Map.of("startsOn", "starts_on", "endsOn", "ends_on", "", "programme");
    /** Who loads the file. */
    private static final String LOADER = "(select e.actor_id from log.entry e where e.id = history.current_change())";
    private final JdbcClient jdbc;
    private final Programmes programmes;

    ProjectsIntake(JdbcClient jdbc, Programmes programmes) {
        this.jdbc = jdbc;
        this.programmes = programmes;
    }

    @Override
    public String word() {
        return "projects";
    }

    @Override
    public String room() {
        return "project";
    }

    @Override
    public Right needs() {
        return Right.RECORD;
    }

    @Override
    public String table() {
        return "project";
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.required("budget_year", Type.YEAR, "2563"), Column.required("programme", Type.TEXT, "โครงการบ้านพอเพียงชนบท"), Column.required("unit", Type.UNIT, "อบต.บ้านนา"), Column.optional("district", Type.TEXT, "เมืองขอนแก่น"),
                Column.optional("province", Type.TEXT, "ขอนแก่น"), Column.optional("region", Type.TEXT, "ภาคตะวันออกเฉียงเหนือ"), Column.required("title", Type.TEXT, "บ้านพอเพียงตำบลบ้านนา"), Column.optional("organisation", Type.TEXT, "100001"), Column.optional("fund", Type.TEXT, "10001"),
                Column.optional("objectives", Type.TEXT, "ซ่อมบ้านผู้เดือดร้อน"), Column.optional("results", Type.TEXT, "บ้านมั่นคง 10 หลัง"), Column.optional("indicator", Type.TEXT, "HOUSING"), Column.optional("counted", Type.WHOLE, "10"),
                Column.required("amount", Type.TEXT, "190,000.00"), Column.required("starts_on", Type.DATE, "1 พ.ย. 2562"), Column.required("ends_on", Type.DATE, "30 เม.ย. 2563"));
    }

    @Override
    public String reading() {
        return """
                select f.*, b.satang, g.code as programme_code, u.region_code as office, o.id as organisation_id, o.unit_code as organisation_unit, w.id as fund_id, w.unit_code as fund_unit, c.id as council_id, own.id as record_id, own.code as standing_code, own.amount as standing_amount,
                       case when own.id is null then nextval('record_number') end as new_id
                from intake_file f cross join lateral (select %s as satang) b left join programme g on f.programme in (g.code, g.title, g.title_en) left join unit_now u on u.code = f.unit left join organisation o on o.code = f.organisation left join welfare_fund w on w.code = f.fund and w.ended_on is null and w.merged_into is null
                left join lateral (select c.id from council c where c.unit_code = f.unit and c.ended_on is null and c.merged_into is null order by c.registered_on desc limit 1) c on f.organisation is null and f.fund is null
                left join lateral (select p.id, p.code, l.amount from project p join frame r on r.id = p.frame_id join project_plan l on l.project_id = p.id
                  where p.unit_code = f.unit and r.budget_year = f.budget_year and r.programme = g.code and lower(p.title) = lower(f.title) order by p.id, l.edition desc limit 1) own on true""".formatted(WrittenBaht.satang("f.amount"));
    }

    @Override
    public List<Written> writing() {
        return List.of(fresh("id", "s.new_id"), fresh("code", """
                (s.budget_year % 100)::text || '-' || lpad(((select count(*) from project p join frame r on r.id = p.frame_id where r.budget_year % 100 = s.budget_year % 100)
                  + (select count(*) from intake_row o where o.budget_year % 100 = s.budget_year % 100 and o.record_id is null and o.line <= s.line and not exists (select from intake_fault x where x.line = o.line)))::text, 6, '0')"""),
                fresh("frame_id", "(select r.id from frame r where r.budget_year = s.budget_year and r.programme = s.programme_code and r.office = s.office)"), fresh("unit_code", "s.unit"), fresh("council_id", "s.council_id"),
                fresh("organisation_id", "s.organisation_id"), fresh("fund_id", "s.fund_id"), fresh("title", "s.title"), fresh("drafted_by", LOADER));
    }

    /** Of a new project; one that stands is left as it is. */
    private static Written fresh(String column, String value) {
        return new Written(column, "case when s.record_id is null then " + value + " end", "null");
    }

    @Override
    public List<List<String>> once() {
        return List.of(List.of("title", "unit", "budget_year", "programme_code"));
    }

    @Override
    public List<Check> checks() {
        return List.of(Check.reach("unit", "s.unit"), Check.of("budget_year", ProjectRefusal.BUDGET_YEAR_MISSING, "s.budget_year not between 2551 and 2700"), Check.of("programme", ProjectRefusal.PROGRAMME_MISSING, "s.programme is not null and s.programme_code is null"),
                Check.known("organisation", "s.organisation_id"), Check.of("organisation", ProjectRefusal.CARRIER_ELSEWHERE, "s.organisation_unit <> s.unit"), Check.known("fund", "s.fund_id"), Check.of("fund", ProjectRefusal.FUND_ELSEWHERE, "s.fund_unit <> s.unit"),
                Check.of("fund", ProjectRefusal.TWO_CARRIERS, "s.organisation is not null and s.fund is not null"),
                Check.of("amount", ProjectRefusal.AMOUNT_MISSING, "s.amount is not null and coalesce(s.satang, 0) <= 0"), Check.of("title", ProjectRefusal.STANDS_OTHERWISE, "s.standing_amount <> s.satang", "s.standing_code"));
    }

    /** As the form does, by the rule of the year. */
    @Override
    public List<LineFault> judge(Order order) {
        var rules = new HashMap<String, Programme.Rule>();
        return jdbc.sql("select s.line, s.budget_year, s.programme_code, s.counted, s.satang, s.starts_on, s.ends_on from intake_row s where s.record_id is null and " + SOUND)
                .query((r, n) -> {
                    var plan = new Plan.Draft("", "", "", (Integer) r.getObject("counted"), new Baht(r.getLong("satang")), r.getObject("starts_on", LocalDate.class), r.getObject("ends_on", LocalDate.class), "", List.of());
                    return judge(r.getInt("line"), r.getString("programme_code"), r.getInt("budget_year"), plan, rules);
                }).list().stream().flatMap(List::stream).toList();
    }

    private List<LineFault> judge(int line, String programme, int year, Plan.Draft plan, Map<String, Programme.Rule> rules) {
        try {
            plan.demand(rules.computeIfAbsent(programme + year, k -> programmes.rule(programme, year)));
            return List.of();
        } catch (Refusal.Thrown refused) {
            return Stream.concat(Stream.of(refused), refused.others().stream())
                    .map(r -> new LineFault(line, COLUMNS.getOrDefault(r.field(), r.field()), r.refusal().key(), Stream.of(r.values()).map(Objects::toString).toArray(String[]::new))).toList();
        }
    }

    @Override
    public long lock() {
        return ProgrammeRules.LOCK;
    }

    @Override
    public List<String> before() {
        return List.of("insert into frame (budget_year, programme, office) select distinct s.budget_year, s.programme_code, s.office from intake_row s where s.record_id is null and " + SOUND + " on conflict do nothing");
    }

    @Override
    public List<String> after() {
        return List.of("""
                insert into project_plan (project_id, edition, objectives, results, indicator_code, counted, amount, starts_on, ends_on)
                select s.new_id, 1, coalesce(s.objectives, ''), coalesce(s.results, ''), coalesce(s.indicator, ''), s.counted, s.satang, s.starts_on, s.ends_on from intake_row s where s.record_id is null and\s""" + SOUND, """
                insert into project_step (project_id, state, on_date, taken_by, taken_name)
                select s.new_id, 'draft', :today, a.id, coalesce(a.full_name, '') from intake_row s left join account a on a.id =\s""" + LOADER + " where s.record_id is null and " + SOUND);
    }
}
