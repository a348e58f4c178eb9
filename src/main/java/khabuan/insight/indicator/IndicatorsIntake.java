package khabuan.insight.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.intake.Check;
import khabuan.base.intake.Column;
import khabuan.base.intake.Column.Type;
import khabuan.base.intake.LineFault;
import khabuan.base.intake.Order;
import khabuan.base.intake.RowIntake;
import khabuan.base.place.Place;
import khabuan.base.text.Words;
import khabuan.insight.indicator.AgreementPages.Site;
import khabuan.insight.indicator.Targets.Spot;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of indicators with their headings and, before the agreement is signed, the targets of the country, the regions and the centre; the rules are those of the form. What is exported can be taken in again. */
@Component
class IndicatorsIntake implements RowIntake {

    static final String[] MEASURINGS = Stream.of(Measuring.values()).map(Enum::name).toArray(String[]::new), SOURCES = Stream.of(Source.values()).map(Enum::name).toArray(String[]::new);
    /** The fields of the form and the columns of the file that are called otherwise. */
    private static final Map<String, String> COLUMNS = Map.of("measureCode", "measure", "amount-0-TH", "year_target");
    private final Agreeing agreeing;
    private final Targets targets;
    private final JdbcClient jdbc;

    IndicatorsIntake(Agreeing agreeing, Targets targets, JdbcClient jdbc) {
        this.agreeing = agreeing;
        this.targets = targets;
        this.jdbc = jdbc;
    }

    @Override
    public String word() {
        return "indicators";
    }

    @Override
    public String room() {
        return "";
    }

    @Override
    public Right needs() {
        return Right.REPORT;
    }

    @Override
    public String table() {
        return "indicator";
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.required("fiscal_year", Type.YEAR, "2563"), Column.required("code", Type.TEXT, "COUNCIL-NEW"), Column.optional("number", Type.TEXT, "4.1(1)"),
                Column.optional("title", Type.TEXT, "การสนับสนุนการจัดตั้งสภาองค์กรชุมชนตำบล"), Column.optional("criteria", Type.TEXT, "สภาฯ ที่จดแจ้งในปี"), Column.optional("strategy", Type.TEXT, "1 สร้างความเข้มแข็งของชุมชน"), Column.optional("plan", Type.TEXT, "แผนงานพัฒนาองค์กรชุมชน"),
                Column.optional("work", Type.TEXT, "4 สภาองค์กรชุมชน > 4.1 การจัดตั้งและพัฒนา"), Column.optional("part_of", Type.TEXT, "HOUSING"),
                Column.choice("measuring", false, "COUNT", MEASURINGS), Column.optional("unit", Type.TEXT, "ตำบล"), Column.optional("decimals", Type.WHOLE, "0"), Column.optional("base", Type.DECIMAL, "275"),
                Column.optional("owner", Type.TEXT, "สำนักงานภาค"), Column.optional("opdc", Type.YES_NO, "ใช่"), Column.optional("pass_at", Type.DECIMAL, "750"), Column.choice("pass_by", false, "RESULT", "RESULT", "PERCENT"),
                Column.choice("source", false, "MEASURE", SOURCES), Column.optional("measure", Type.TEXT, "council.new"), Column.optional("remark", Type.TEXT, "–"), Column.optional("year_target", Type.DECIMAL, "750"),
                Column.optional("plan1", Type.DECIMAL, "29"), Column.optional("plan2", Type.DECIMAL, "271"), Column.optional("plan3", Type.DECIMAL, "339"), Column.optional("plan4", Type.DECIMAL, "111"),
                Column.optional("year_places", Type.TEXT, "ภาคเหนือ 300; ภาคใต้ 450"), Column.optional("plan1_places", Type.TEXT, "ภาคเหนือ 9; ภาคใต้ 20"), Column.optional("plan2_places", Type.TEXT, "ภาคเหนือ 111; ภาคใต้ 160"),
                Column.optional("plan3_places", Type.TEXT, "ภาคเหนือ 139; ภาคใต้ 200"), Column.optional("plan4_places", Type.TEXT, "ภาคเหนือ 41; ภาคใต้ 70"));
    }

    @Override
    public String reading() {
        return """
                select f.*, i.id as record_id, a.fiscal_year as agreement, f.part_of is null or exists (select from intake_file o where o.fiscal_year = f.fiscal_year and o.code = f.part_of)
                         or exists (select from indicator p where p.fiscal_year = f.fiscal_year and p.code = f.part_of) as total_known
                from intake_file f left join agreement a on a.fiscal_year = f.fiscal_year left join indicator i on i.fiscal_year = f.fiscal_year and i.code = f.code""";
    }

    @Override
    public List<Written> writing() {
        return List.of(Written.of("fiscal_year", "null"), Written.of("code", "null"), Written.of("number", "''"), Written.of("title", "null"), Written.of("criteria", "''"), new Written("position", "null", "s.line * 10"),
                Written.of("measuring", "'COUNT'"), Written.of("unit", "null"), Written.of("decimals", "0"), new Written("base", "s.base::numeric", "null"), Written.of("owner", "''"), Written.of("opdc", "false"),
                new Written("pass_at", "s.pass_at::numeric", "null"), Written.of("pass_by", "'RESULT'"), Written.of("source", "'ENTERED'"), new Written("measure_code", "s.measure", "null"), Written.of("remark", "''"));
    }

    @Override
    public List<List<String>> once() {
        return List.of(List.of("code", "fiscal_year"));
    }

    @Override
    public List<Check> checks() {
        return Stream.concat(Stream.of(Check.of("fiscal_year", IndicatorRefusal.NO_AGREEMENT, "s.agreement is null", "s.fiscal_year"), Check.of("part_of", IndicatorRefusal.NO_SUCH_INDICATOR, "not s.total_known", "s.part_of")),
                TargetCells.checks().stream()).toList();
    }

    /** As the form does: each indicator as it would stand, and its targets where the file would change them. */
    @Override
    public List<LineFault> judge(Order order) {
        var faults = new ArrayList<LineFault>();
        var books = new HashMap<Integer, Targets.Book>();
        var told = told();
        jdbc.sql("""
                select s.line, coalesce(i.id, 0) as id, s.fiscal_year, s.code, coalesce(s.title, i.title, '') as title, coalesce(s.measuring, i.measuring, 'COUNT') as measuring, coalesce(s.unit, i.unit, '') as unit,
                       coalesce(s.decimals, i.decimals, 0) as decimals, coalesce(s.base::numeric, i.base) as base, coalesce(s.source, i.source, 'ENTERED') as source, coalesce(s.measure, i.measure_code) as measure
                from intake_row s left join indicator i on i.id = s.record_id where\s""" + SOUND).query((r, n) -> {
            var indicator = new Indicator(r.getLong("id"), r.getInt("fiscal_year"), null, null, r.getString("code"), "", r.getString("title"), "", 0, Measuring.valueOf(r.getString("measuring")), r.getString("unit"),
                    r.getInt("decimals"), r.getBigDecimal("base"), "", false, null, Indicator.PassBy.RESULT, Source.valueOf(r.getString("source")), r.getString("measure"), null, new Indicator.Links("", "", ""), "");
            return new Judged(r.getInt("line"), indicator);
        }).list().forEach(j -> faults.addAll(faults(j, told.getOrDefault(j.line(), Map.of()), books.computeIfAbsent(j.indicator().fiscalYear(), targets::book))));
        return faults;
    }

    /** The targets that each line tells. */
    private Map<Integer, Map<Spot, BigDecimal>> told() {
        var told = new HashMap<Integer, Map<Spot, BigDecimal>>();
        jdbc.sql("select s.line, coalesce(s.record_id, 0), v.quarter, v.place, v.amount from intake_row s cross join lateral " + TargetCells.ALL + " v where " + SOUND)
                .query(r -> { told.computeIfAbsent(r.getInt(1), line -> new HashMap<>()).put(new Spot(r.getLong(2), r.getInt(3), r.getString(4)), r.getBigDecimal(5)); });
        return told;
    }

    private record Judged(int line, Indicator indicator) {}

    private List<LineFault> faults(Judged judged, Map<Spot, BigDecimal> told, Targets.Book book) {
        try {
            agreeing.demand(judged.indicator());
            if (changes(told, book)) agreeing.demand(judged.indicator(), together(judged.indicator(), told, book));
            return List.of();
        } catch (Refusal.Thrown refused) {
            return Stream.concat(Stream.of(refused), refused.others().stream())
                    .map(r -> new LineFault(judged.line(), r.field().isEmpty() ? "year_target" : COLUMNS.getOrDefault(r.field(), r.field()), r.refusal().key(), Stream.of(r.values()).map(String::valueOf).toArray(String[]::new))).toList();
        }
    }

    private static boolean changes(Map<Spot, BigDecimal> told, Targets.Book book) {
        return told.entrySet().stream().anyMatch(e -> {
            var now = book.original(e.getKey().indicator(), e.getKey().quarter(), e.getKey().place());
            return now == null || now.compareTo(e.getValue()) != 0;
        });
    }

    /** The targets as they would stand: an empty cell keeps what is agreed. */
    private static Map<Spot, BigDecimal> together(Indicator indicator, Map<Spot, BigDecimal> told, Targets.Book book) {
        var all = new HashMap<Spot, BigDecimal>();
        book.agreed().forEach((spot, amount) -> { if (spot.indicator() == indicator.id()) all.put(spot, amount); });
        all.putAll(told);
        return all;
    }

    @Override
    public String alsoDiffers() {
        return "exists (select from " + TargetCells.ALL + " v left join indicator_target g on g.indicator_id = s.record_id and g.quarter = v.quarter and g.place = v.place where g.amount is distinct from v.amount)"
                + " or s.part_of is not null and t.part_of is distinct from (select p.id from indicator p where p.fiscal_year = s.fiscal_year and p.code = s.part_of) or " + HeadingCells.DIFFERS;
    }

    @Override
    public List<String> after() {
        return Stream.concat(HeadingCells.after().stream(), Stream.of("""
                update indicator t set part_of = p.id from intake_row s, indicator p where t.fiscal_year = s.fiscal_year and t.code = s.code and p.fiscal_year = s.fiscal_year and p.code = s.part_of
                  and t.part_of is distinct from p.id and\s""" + SOUND, """
                insert into indicator_target (indicator_id, quarter, place, amount)
                select i.id, v.quarter, v.place, v.amount from intake_row s join indicator i on i.fiscal_year = s.fiscal_year and i.code = s.code cross join lateral\s""" + TargetCells.ALL + """
                 v
                left join indicator_target g on g.indicator_id = i.id and g.quarter = v.quarter and g.place = v.place
                where g.amount is distinct from v.amount and\s""" + SOUND + " on conflict (indicator_id, quarter, place) do update set amount = excluded.amount")).toList();
    }

    /** The indicators of a year as rows of the file: a value for each column. @param words of the choices */
    List<List<Object>> rows(List<Indicator> indicators, List<Heading> headings, Targets.Book book, List<Site> places, Words words) {
        var byId = indicators.stream().collect(Collectors.toMap(Indicator::id, Indicator::code));
        var tree = headings.stream().collect(Collectors.toMap(Heading::id, h -> h));
        return indicators.stream().map(i -> row(i, byId.getOrDefault(i.partOf(), ""), tree, book, places, words)).toList();
    }

    private List<Object> row(Indicator i, String total, Map<Long, Heading> tree, Targets.Book book, List<Site> places, Words words) {
        var row = new ArrayList<Object>(List.of(i.fiscalYear(), i.code(), i.number(), i.title(), i.criteria()));
        for (var kind : Heading.Kind.values()) row.add(HeadingCells.cell(i, kind, tree));
        row.addAll(List.of(total, spelled("measuring", i.measuring().name(), words), i.unit(), i.decimals()));
        row.add(i.base());
        row.addAll(List.of(i.owner(), words.t(i.opdc() ? "stored.true" : "stored.false")));
        row.add(i.passAt());
        row.addAll(List.of(spelled("pass_by", i.passBy().name(), words), spelled("source", i.source().name(), words), Objects.requireNonNullElse(i.measureCode(), ""), i.remark()));
        for (int q = 0; q <= 4; q++) row.add(book.original(i.id(), q, Place.COUNTRY.code()));
        for (int q = 0; q <= 4; q++) row.add(TargetCells.cell(book, i.id(), q, places));
        return row;
    }

    private String spelled(String column, String choice, Words words) {
        return columns().stream().filter(c -> c.key().equals(column)).findFirst().orElseThrow().spellings(this, choice, words).getFirst();
    }
}
