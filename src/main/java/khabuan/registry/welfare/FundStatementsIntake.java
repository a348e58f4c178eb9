package khabuan.registry.welfare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.intake.Check;
import khabuan.base.intake.Column;
import khabuan.base.intake.Column.Type;
import khabuan.base.intake.RowIntake;
import khabuan.base.money.WrittenBaht;
import khabuan.registry.welfare.Figures.MemberClass;
import khabuan.registry.welfare.Figures.Source;
import org.springframework.stereotype.Component;

/** Files of statements, such as an extract of V2: a row is the statement of a fund for a quarter. It waits for a second person as a typed one does; only what the old systems knew counts as certified there. */
@Component
class FundStatementsIntake implements RowIntake {

    private static final List<String> CLASSES = Arrays.stream(MemberClass.values()).map(MemberClass::word).toList();
    private static final List<String> SOURCES = Arrays.stream(Source.values()).map(Source::column).toList();
    /** Who loads the file. */
    private static final String LOADER = "(select e.actor_id from log.entry e where e.id = history.current_change())";
    private static final String LOADERS_NAME = "(select coalesce(a.full_name, e.actor) from log.entry e left join account a on a.id = e.actor_id where e.id = history.current_change())";

    @Override
    public String word() {
        return "welfare-statements";
    }

    @Override
    public String room() {
        return "welfare";
    }

    @Override
    public String table() {
        return "welfare_statement";
    }

    @Override
    public long lock() {
        return Funds.LOCK;
    }

    @Override
    public List<Column> columns() {
        var columns = new ArrayList<>(List.of(Column.required("fund", Type.TEXT, "10001"), Column.required("fiscal_year", Type.YEAR, "2562"), Column.required("quarter", Type.WHOLE, "4"), Column.required("as_of", Type.DATE, "31 ส.ค. 2562"),
                Column.required("members", Type.WHOLE, "1000")));
        CLASSES.forEach(c -> columns.add(Column.optional(c, Type.WHOLE, "120")));
        columns.addAll(List.of(Column.required("villages", Type.WHOLE, "9"), Column.optional("committee", Type.WHOLE, "15")));
        SOURCES.forEach(s -> columns.add(s.equals(Source.MEMBERS.column()) ? Column.required(s, Type.TEXT, "1,250,000.50") : Column.optional(s, Type.TEXT, "300,000.00")));
        columns.add(Column.optional("reason", Type.TEXT, "สมาชิกย้ายออก"));
        return columns;
    }

    private static String satang(String source) {
        return "s." + source + "_satang";
    }

    private static String sum(Stream<String> terms) {
        return terms.map(t -> "coalesce(" + t + ", 0)").collect(Collectors.joining(" + ", "(", ")"));
    }

    @Override
    public String reading() {
        String amounts = SOURCES.stream().map(s -> WrittenBaht.satang("f." + s) + " as " + s + "_satang").collect(Collectors.joining(", "));
        return """
                select f.*, :today as today, %s, w.id as fund_id, w.unit_code as fund_unit, w.founded_on, w.ended_on as fund_ended, w.merged_into as fund_merged, t.id as record_id, p.id as before_id, p.members as before_members, p.villages as before_villages,
                  p.from_members + p.from_local + p.from_codi + p.from_state + p.from_other + p.from_donations as before_received
                from intake_file f left join welfare_fund w on w.code = f.fund left join welfare_statement t on t.fund_id = w.id and t.fiscal_year = f.fiscal_year and t.quarter = f.quarter
                left join lateral (select x.* from welfare_statement x where x.fund_id = w.id and x.certified_on is not null and (x.fiscal_year, x.quarter) < (f.fiscal_year, f.quarter) order by x.as_of desc limit 1) p on true""".formatted(amounts);
    }

    @Override
    public List<Written> writing() {
        var written = new ArrayList<>(List.of(new Written("fund_id", "s.fund_id", "null"), Written.of("fiscal_year", "null"), Written.of("quarter", "null"), Written.of("as_of", "null"), Written.of("members", "null")));
        CLASSES.forEach(c -> written.add(Written.of(c, "0")));
        written.addAll(List.of(Written.of("villages", "null"), Written.of("committee", "null")));
        SOURCES.forEach(s -> written.add(new Written(s, satang(s), "0")));
        written.addAll(List.of(Written.of("reason", "''"), fresh("recorded_by", LOADER), fresh("recorded_name", LOADERS_NAME), fresh("recorded_on", "s.today")));
        return written;
    }

    /** Of a new statement; who loaded a file that changes one, is written after it. */
    private static Written fresh(String column, String value) {
        return new Written(column, "case when s.record_id is null then " + value + " end", "null");
    }

    @Override
    public List<List<String>> once() {
        return List.of(List.of("fund", "fiscal_year", "quarter"));
    }

    @Override
    public List<Check> checks() {
        String received = sum(SOURCES.stream().map(FundStatementsIntake::satang));
        String first = "make_date(s.fiscal_year - 544, 10, 1) + make_interval(months => 3 * (s.quarter - 1))";
        var checks = new ArrayList<>(List.of(Check.known("fund", "s.fund_id"), Check.reach("fund", "s.fund_unit"), Check.of("fund", WelfareRefusal.NOT_IN_FORCE, "not :historical and (s.fund_ended is not null or s.fund_merged is not null)"),
                Check.of("fiscal_year", WelfareRefusal.COUNT_UNREADABLE, "s.fiscal_year not between 2540 and 2700"), Check.of("quarter", WelfareRefusal.COUNT_UNREADABLE, "s.quarter not between 1 and 4"),
                new Check("as_of", WelfareRefusal.AS_OF_OUTSIDE_FILE_QUARTER.key(), "s.quarter between 1 and 4 and s.fiscal_year between 2540 and 2700 and (s.as_of < " + first + " or s.as_of >= " + first + " + interval '3 months')", "null", false),
                Check.of("as_of", WelfareRefusal.DAY_IN_FUTURE, "s.as_of > :today"), Check.of("as_of", WelfareRefusal.DAY_BEFORE_FOUNDING, "s.as_of < s.founded_on"), Check.of("members", WelfareRefusal.MEMBERS_MISSING, "s.members < 1"),
                Check.of("members", WelfareRefusal.CLASSES_EXCEED_MEMBERS_IN_FILE, sum(CLASSES.stream().map(c -> "s." + c)) + " > s.members"), Check.of("committee", WelfareRefusal.COMMITTEE_ZERO, "s.committee < 1"),
                Check.of("reason", WelfareRefusal.CHANGE_UNEXPLAINED, "s.before_id is not null and coalesce(s.reason, '') = '' and (s.members < s.before_members or s.members > s.before_members * 3 / 2 or s.villages < s.before_villages or " + received + " < s.before_received)")));
        Stream.concat(CLASSES.stream(), Stream.of("villages")).forEach(c -> checks.add(Check.of(c, WelfareRefusal.COUNT_UNREADABLE, "s." + c + " < 0")));
        SOURCES.forEach(s -> checks.add(Check.of(s, WelfareRefusal.MONEY_UNREADABLE, "s." + s + " is not null and " + satang(s) + " is null")));
        return checks;
    }

    @Override
    public List<Check> standing() {
        return List.of(Check.of("quarter", WelfareRefusal.CERTIFIED_ALREADY, "t.certified_on is not null"), Check.of("quarter", WelfareRefusal.FROM_BOOKS, "t.basis = 'books'"));
    }

    @Override
    public List<String> after() {
        return List.of("""
                update welfare_statement w set recorded_by = %s, recorded_name = %s, recorded_on = :today, returned_on = null, returned_because = null where w.change_id = history.current_change() and w.certified_on is null
                  and w.id in (select s.record_id from intake_row s where s.record_id is not null and %s)""".formatted(LOADER, LOADERS_NAME, SOUND), """
                update welfare_statement w set certified_on = w.as_of, certified_name = 'V2' where :historical and w.certified_on is null and w.change_id = history.current_change()""");
    }
}
