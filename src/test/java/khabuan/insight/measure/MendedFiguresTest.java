package khabuan.insight.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import khabuan.base.record.Measure;
import khabuan.cast.DemoWorld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@DemoWorld
@DisplayName("Figures after a change")
class MendedFiguresTest {

    private static final Window YEAR = new Window(LocalDate.of(2018, 10, 1), LocalDate.of(2019, 8, 31), null);

    private static final Place NORTHEAST = new Place(Level.REGION, "NE", "ภาคตะวันออกเฉียงเหนือ", "", "TH");

    @Autowired
    Measures measures;
    @Autowired
    Rolls rolls;
    @Autowired
    List<FirstAsked> firstAsked;
    @Autowired
    Sheets sheets;
    @Autowired
    PlatformTransactionManager transactions;
    @Autowired
    Changes changes;
    @Autowired
    JdbcClient jdbc;

    /** Each change is undone again, so that other tests in this house find the figures of the demonstration. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
            "a council moves to a unit that has none | council | unit_code = (select code from unit u where not exists (select from council c where c.unit_code = u.code) limit 1) | unit_code | ended_on is null and not surplus",
            "a community representative turns out to be a qualified member | council_member | class = 'qualified' | class | class = 'community' and selected_on <= '2018-10-01' and ended_on is null",
            "a term that was overdue is reviewed | council_term | reviewed_on = due_on | reviewed_on | reviewed_on is null and due_on < '2019-01-01' and withdrawn_because = ''",
            "a mission was done only in September | council_mission | done_on = '2019-09-15' | done_on | fiscal_year = 2562 and done_on <= '2019-08-31'",
            "a จส.02 was attached a year later than recorded | evidence | attached_on = attached_on + 3650 | attached_on | record_kind = 'council' and kind = 'js02' and attached_on < '2019-01-01' and exists (select from evidence j where j.record_id = evidence.record_id and j.kind = 'js03' and j.attached_on < '2019-01-01')",
            "a certificate is of the year before | council_certification | certified_on = certified_on - 400 | certified_on | certified_on between '2018-10-01' and '2019-08-31'",
            "an organisation lies in the next village | organisation | unit_code = (select max(code) from unit) | unit_code | ended_on is null and registered_on < '2019-01-01' and merged_into is null",
            "a unit belongs to another district | unit | district_code = (select max(code) from district) | district_code | exists (select from council c where c.unit_code = unit.code and c.ended_on is null)"})
    @DisplayName("are those that counting anew gives, at every level, when")
    void change(String sentence, String table, String set, String column, String where) {
        var before = figures();
        names();
        long id = jdbc.sql("select min(id) from " + table + " where " + where).query(Long.class).single();
        var old = jdbc.sql("select " + column + "::text from " + table + " where id = :id").param("id", id).query(String.class).optional();
        write("update " + table + " set " + set + " where id = " + id);
        try {
            assertThat(figures()).isEqualTo(counted()).isNotEqualTo(before);
            assertThat(names()).isEqualTo(queried());
        } finally {
            write("update " + table + " set " + column + " = " + old.map("'%s'"::formatted).orElse("null") + " where id = " + id);
        }
        assertThat(figures()).isEqualTo(before);
    }

    @Test
    @DisplayName("are those that counting anew gives, also when a rule that holds for every council has changed")
    void rule() {
        var before = figures();
        write("update council_rule set meetings = 60 where code = 'concrete'");
        try {
            assertThat(figures()).isEqualTo(counted()).isNotEqualTo(before);
        } finally {
            write("update council_rule set meetings = 4 where code = 'concrete'");
        }
        assertThat(figures()).isEqualTo(before);
    }

    @Test
    @DisplayName("of some units alone are the same as in the count of the whole country, for every measure")
    void ofUnits() {
        int compared = 0;
        for (var measure : measures.all()) {
            var whole = jdbc.sql("select md5(string_agg(f::text, ',' order by f::text)) from (select * from (" + measure.sql() + ") w where unit_code in (select code from unit where code >= '8')) f").query(String.class).optional();
            var some = jdbc.sql("select md5(string_agg(f::text, ',' order by f::text)) from (" + measure.sqlOfUnits() + ") f")
                    .param("units", jdbc.sql("select code from unit where code >= '8'").query(String.class).list().toArray(String[]::new)).query(String.class).optional();
            assertThat(some).as(measure.code()).isEqualTo(whole);
            if (whole.isPresent()) compared++;
        }
        assertThat(compared).isGreaterThan(20);
    }

    @Test
    @DisplayName("are told with their names within the change that makes them, and as if nothing had been when it is taken back")
    void takenBack() {
        var before = names();
        new TransactionTemplate(transactions).executeWithoutResult(rehearsal -> {
            rehearsal.setRollbackOnly();
            write("update council set ended_on = '2019-08-01' where id = (select min(id) from council where ended_on is null and unit_code like '40%')");
            assertThat(names()).isEqualTo(queried()).isNotEqualTo(before);
        });
        assertThat(names()).isEqualTo(before);
    }

    @Test
    @DisplayName("of today are kept before anybody asks for them, of every measure, and those of the last two quarters as they were known then")
    void beforehand() {
        measures.forget();
        firstAsked.forEach(FirstAsked::ask);
        var today = new Window(LocalDate.of(2018, 10, 1), LocalDate.of(2019, 9, 2), null);
        assertThat(measures.all()).allSatisfy(m -> assertThat(sheets.keeps(Sheet.Name.of(m, false, today))).as(m.code()).isTrue());
        assertThat(sheets.keeps(Sheet.Name.of(measures.get("council.registered"), false, new Window(today.from(), LocalDate.of(2019, 6, 30), ThaiDate.endOf(LocalDate.of(2019, 6, 30)))))).isTrue();
    }

    /** All records that measures count in a region, by name. */
    private Map<String, List<String>> names() {
        var codes = measures.all().stream().map(Measure::code).toList();
        var names = new TreeMap<String, List<String>>();
        rolls.of(codes, NORTHEAST, YEAR).forEach((code, lines) -> names.put(code, lines.stream().map(l -> l.record() + " " + l.unit() + " " + l.on()).sorted().toList()));
        return names;
    }

    private Map<String, List<String>> queried() {
        var names = new TreeMap<String, List<String>>();
        for (var m : measures.all())
            names.put(m.code(), jdbc.sql("""
                    select record_id || ' ' || f.unit_code || ' ' || on_date from (select * from (%s) m where %s) f left join unit u on u.code = f.unit_code left join district d on d.code = u.district_code
                    left join province_region p on p.province_code = d.province_code and p.until_date is null where 'NE' in (p.region_code, f.unit_code)""".formatted(m.sql(), m.counts(0)))
                    .param("from0", YEAR.from()).param("to0", YEAR.to()).query(String.class).list().stream().sorted().toList());
        return names;
    }

    @Test
    @DisplayName("of a moment after which nothing was recorded are those of the present, and stay when the present moves on")
    void momentAgo() {
        var moment = jdbc.sql("select date_trunc('milliseconds', clock_timestamp())").query((r, n) -> r.getTimestamp(1).toInstant()).single();
        var then = new Window(YEAR.from(), YEAR.to(), moment);
        var asked = figures(then);
        assertThat(asked).isEqualTo(figures());
        long id = jdbc.sql("select min(id) from council where ended_on is null").query(Long.class).single();
        write("update council set ended_on = '2019-08-01' where id = " + id);
        try {
            assertThat(figures()).isNotEqualTo(asked);
            assertThat(figures(then)).isEqualTo(asked);
            measures.forget();
            assertThat(figures(then)).isEqualTo(asked);
        } finally {
            write("update council set ended_on = null where id = " + id);
        }
    }

    private Map<String, List<Long>> counted() {
        measures.forget();
        return figures();
    }

    private Map<String, List<Long>> figures() {
        return figures(YEAR);
    }

    private Map<String, List<Long>> figures(Window window) {
        var figures = new TreeMap<String, List<Long>>();
        for (var level : List.of(Level.COUNTRY, Level.REGION, Level.PROVINCE, Level.DISTRICT, Level.UNIT)) {
            var codes = measures.all().stream().map(Measure::code).toList();
            var answers = measures.ask(codes.stream().map(c -> new Question(c, level, Place.COUNTRY, true, List.of(window))).toList());
            for (int i = 0; i < codes.size(); i++) {
                String code = codes.get(i);
                answers.get(i).cells().forEach((key, cell) -> figures.put(code + " " + level + " " + key.place() + " " + key.clazz(), Arrays.stream(cell).boxed().toList()));
            }
        }
        return figures;
    }

    private void write(String sql) {
        changes.make(Author.programme("test"), "test.write", "", () -> { jdbc.sql(sql).update(); });
    }
}
