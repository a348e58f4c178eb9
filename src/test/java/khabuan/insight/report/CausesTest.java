package khabuan.insight.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import khabuan.base.access.Actor;
import khabuan.base.access.SignIn;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.print.Format;
import khabuan.base.record.Changes;
import khabuan.base.text.Bundles;
import khabuan.base.text.Digits;
import khabuan.cast.Cast;
import khabuan.cast.World;
import khabuan.insight.measure.Cause;
import khabuan.insight.measure.ClassWords;
import khabuan.insight.measure.Difference;
import khabuan.insight.measure.Difference.Effect;
import khabuan.insight.measure.Difference.Moved;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("What made a difference")
class CausesTest {

    private static final LocalDate DAY = LocalDate.of(2019, 8, 31);
    private static final LocalDate YEAR = LocalDate.of(2018, 10, 1);
    private static final Actor OFFICER = Cast.officerOfTheNorth();

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired Changes changes;
    @Autowired JdbcClient jdbc;
    @Autowired Reports reports;
    @Autowired Difference difference;
    @Autowired Measures measures;
    @Autowired Places places;
    @Autowired Bundles bundles;

    private final String suffix = Long.toString(System.nanoTime(), 36);
    private String unit;
    private String other;
    private long council;

    /** The council of บ้านนา with 26 representatives and 5 qualified members, in the wrong unit. */
    @BeforeEach
    void council() {
        unit = cast.unitInNan("อบต.", "บ้านนา" + suffix);
        other = cast.unitInNan("ทต.", "บ้านใหม่" + suffix);
        cast.change(() -> {
            council = jdbc.sql("insert into council (code, unit_code, name, registered_on) select ?, ?, council_name('อบต.', ?), '2010-03-15' returning id")
                    .params("5" + System.nanoTime() % 100_000, unit, "บ้านนา" + suffix).query(Long.class).single();
            jdbc.sql("insert into council_term (council_id, number, selected_on) values (?, 1, '2015-08-20')").params(council).update();
            jdbc.sql("""
                    insert into council_member (council_id, person_id, class, village, selected_on)
                    select ?, ?, case when n <= 26 then 'community' else 'qualified' end, 'หมู่ ' || n, '2015-08-20' from generate_series(1, 31) n""").params(council, person()).update();
        });
    }

    /** A group of the council, in the same wrong unit. */
    private void group() {
        cast.change(() -> jdbc.sql("insert into organisation (code, unit_code, council_id, name, registered_on) values (?, ?, ?, 'กลุ่มออมทรัพย์บ้านนา', '2011-02-01')")
                .params("8" + System.nanoTime() % 10_000_000, unit, council).update());
    }

    private long person() {
        return jdbc.sql("insert into person (unit_code, full_name) values (?, 'ทองดี แก้วน่าน') returning id").param(unit).query(Long.class).single();
    }

    private Instant now() {
        return jdbc.sql("select clock_timestamp()").query((r, n) -> r.getTimestamp(1).toInstant()).single();
    }

    private void correct(String toUnit, String name, String reason) throws Exception {
        var c = jdbc.sql("select code, version from council where id = ?").param(council).query().singleRow();
        mvc.perform(post("/councils/" + council + "/correction").with(SignIn.as(OFFICER)).with(csrf()).param("unit", toUnit).param("place", "").param("code", (String) c.get("code"))
                .param("name", name).param("registeredOn", "15 มี.ค. 2553").param("version", c.get("version").toString()).param("reason", reason)
                .param("companions", "go")).andExpect(redirectedUrl("/councils/" + council));
    }

    private String name() {
        return jdbc.sql("select name from council where id = ?").param(council).query(String.class).single();
    }

    private List<Moved> moved(String measure, Place within, Window earlier, Window later) {
        return difference.of(measure, within, "", earlier, later, 1000).records();
    }

    private static Window at(Instant knownAt) {
        return new Window(YEAR, DAY, knownAt);
    }

    private static Cause.Change change(Moved moved) {
        assertThat(moved.causes()).singleElement().isInstanceOf(Cause.Change.class);
        return (Cause.Change) moved.causes().getFirst();
    }

    @Test
    @DisplayName("of an organisation that went along with its council is that council's correction, from where to where")
    void wentAlong() throws Exception {
        group();
        var before = now();
        correct(other, name(), "บันทึกพื้นที่ผิดเป็นตำบลข้างเคียง");
        var mine = moved("organisation.registered", places.find(Level.UNIT, other).orElseThrow(), at(before), at(null));
        assertThat(mine).singleElement().satisfies(m -> {
            assertThat(m.effect()).isEqualTo(Effect.CAME);
            assertThat(change(m).act()).isEqualTo("council.correct");
            assertThat(change(m).reason()).isEqualTo("บันทึกพื้นที่ผิดเป็นตำบลข้างเคียง");
            assertThat(change(m).fields()).singleElement().satisfies(f -> assertThat(f.before() + " → " + f.after()).isEqualTo("อบต.บ้านนา" + suffix + " → ทต.บ้านใหม่" + suffix));
        });
    }

    @Test
    @DisplayName("is told in full: correcting one council's unit leaves the published report untouched, and the comparison names that council, its terms and its members, "
            + "who corrected it, when, why, from where to where")
    void correctedUnit() throws Exception {
        var centre = Cast.centre();
        long draft = reports.begin(StrategyOfficeReport.KIND, new FiscalQuarter(new FiscalYear(2562), 4), DAY, centre);
        reports.publish(reports.find(draft, centre), "", centre);
        byte[] printed = reports.print(reports.find(draft, centre), Format.PDF, Digits.ARABIC);
        correct(other, name(), "บันทึกพื้นที่ผิดเป็นตำบลข้างเคียง");

        assertThat(reports.print(reports.find(draft, centre), Format.PDF, Digits.ARABIC)).isEqualTo(printed);
        var report = reports.find(draft, centre);
        for (var measure : List.of("council.registered", "council.term-due", "council.members")) {
            var mine = moved(measure, Place.COUNTRY, report.moment().now(), at(null)).stream().filter(m -> m.to().stream().anyMatch(s -> s.unit().equals("ทต.บ้านใหม่" + suffix))).toList();
            assertThat(mine).as(measure).hasSize(measure.equals("council.members") ? 31 : 1).allSatisfy(m -> {
                assertThat(m.effect()).isEqualTo(Effect.MOVED);
                assertThat(m.from().getFirst().unit()).isEqualTo("อบต.บ้านนา" + suffix);
                assertThat(change(m).act()).isEqualTo("council.correct");
                assertThat(change(m).reason()).isEqualTo("บันทึกพื้นที่ผิดเป็นตำบลข้างเคียง");
                assertThat(change(m).actor()).contains("somchai");
                assertThat(change(m).fields()).singleElement().satisfies(f -> assertThat(f.before() + " → " + f.after()).isEqualTo("อบต.บ้านนา" + suffix + " → ทต.บ้านใหม่" + suffix));
                assertThat(change(m).path()).isEqualTo(measure.equals("council.registered") ? "" : "/councils/" + council);
            });
        }
        var page = mvc.perform(get("/reports/" + draft + "/comparison").with(SignIn.as(centre))).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("/councils/" + council + "#timeline-title").contains("บันทึกพื้นที่ผิดเป็นตำบลข้างเคียง").contains("26 รายการ").contains("5 รายการ")
                .contains("ผู้แทนชุมชน").contains("ผู้ทรงคุณวุฒิ").doesNotContain("· qualified").doesNotContain("· community").doesNotContain("ไม่มีการแก้ไขข้อมูล");
    }

    @Test
    @DisplayName("is not what was changed besides: a correction of the name moves no member, so it is not named")
    void onlyWhatMatters() throws Exception {
        var before = now();
        cast.change(() -> jdbc.sql("update council_member set ended_on = '2019-08-01' where council_id = ? and village = 'หมู่ 31'").param(council).update());
        correct(unit, "สภาองค์กรชุมชนตำบลบ้านนา (เดิม)", "เติมคำให้ชัด");
        var left = moved("council.members", places.find(Level.UNIT, unit).orElseThrow(), at(before), at(null));
        assertThat(left).singleElement().satisfies(m -> {
            assertThat(m.effect()).isEqualTo(Effect.WENT);
            assertThat(change(m).act()).isEqualTo("test.change");
        });
        assertThat(moved("council.registered", Place.COUNTRY, at(before), at(null))).noneMatch(m -> m.id() == council);
    }

    @Test
    @DisplayName("is a file or a mission of the council where the figure looks at those")
    void whatBelongs() {
        var before = now();
        changes.make(OFFICER.author(), "council.set-missions", "", () -> {
            jdbc.sql("insert into council_mission (council_id, fiscal_year, mission, done_on) values (?, 2562, 4, '2019-05-01'), (?, 2562, 9, '2019-06-01')").params(council, council).update();
        });
        var mission = difference.of("council.mission", places.find(Level.UNIT, unit).orElseThrow(), "", at(before), at(null), 10);
        assertThat(mission.after() - mission.before()).isEqualTo(mission.came()).isEqualTo(2);
        assertThat(mission.records()).singleElement().satisfies(m -> {
            assertThat(change(m).act()).isEqualTo("council.set-missions");
            assertThat(m.to()).singleElement().satisfies(s -> assertThat(s.classes()).containsExactly("4", "9"));
        });
    }

    @Test
    @DisplayName("is time alone when only a day lies between, and that day is named")
    void time() {
        var july = new Window(YEAR, LocalDate.of(2019, 7, 31), null);
        var due = moved("council.term-due", places.find(Level.UNIT, unit).orElseThrow(), july, at(null));
        assertThat(due).singleElement().satisfies(m -> assertThat(m.causes()).containsExactly(new Cause.Day(LocalDate.of(2019, 8, 20))));
    }

    @Test
    @DisplayName("is the change, not time, when a record was entered between two days and two moments")
    void changeBesideTime() {
        var before = now();
        changes.make(OFFICER.author(), "council.add-members", "", () -> {
            jdbc.sql("insert into council_member (council_id, person_id, class, village, selected_on) values (?, ?, 'community', 'หมู่ 40', '2019-08-10')").params(council, person()).update();
        });
        var july = new Window(YEAR, LocalDate.of(2019, 7, 31), before);
        assertThat(moved("council.members", places.find(Level.UNIT, unit).orElseThrow(), july, at(null))).singleElement()
                .satisfies(m -> assertThat(change(m).act()).isEqualTo("council.add-members"));
        assertThat(moved("council.term-due", places.find(Level.UNIT, unit).orElseThrow(), july, at(null))).singleElement()
                .satisfies(m -> assertThat(m.causes().getFirst()).isInstanceOf(Cause.Day.class));
    }

    @Test
    @DisplayName("is the council that was registered there, for a unit that had none")
    void unitWithCouncil() {
        var before = now();
        changes.make(OFFICER.author(), "council.register", "", () -> {
            jdbc.sql("insert into council (code, unit_code, name, registered_on) values (?, ?, 'สภาองค์กรชุมชนเทศบาลตำบลบ้านใหม่', '2019-08-01')").params("4" + System.nanoTime() % 100_000, other).update();
        });
        assertThat(moved("units.without-council", places.find(Level.UNIT, other).orElseThrow(), at(before), at(null))).singleElement().satisfies(m -> {
            assertThat(m.effect()).isEqualTo(Effect.WENT);
            assertThat(change(m).act()).isEqualTo("council.register");
            assertThat(change(m).subject()).isEqualTo("สภาองค์กรชุมชนเทศบาลตำบลบ้านใหม่");
        });
    }

    @Test
    @DisplayName("is the place when a unit was put into another district")
    void anotherDistrict() {
        cast.change(() -> jdbc.sql("insert into district (code, province_code, name_th) values ('5502', '55', 'แม่จริม') on conflict do nothing").update());
        var before = now();
        changes.make(OFFICER.author(), "place.import", "ประกาศเปลี่ยนเขตอำเภอ", () -> {
            jdbc.sql("update unit set district_code = '5502' where code = ?").param(unit).update();
        });
        var came = moved("council.registered", places.find(Level.DISTRICT, "5502").orElseThrow(), at(before), at(null)).stream().filter(m -> m.id() == council).toList();
        assertThat(came).singleElement().satisfies(m -> {
            assertThat(m.effect()).isEqualTo(Effect.CAME);
            assertThat(change(m).reason()).isEqualTo("ประกาศเปลี่ยนเขตอำเภอ");
            assertThat(change(m).subject()).isEqualTo("อบต.บ้านนา" + suffix);
            assertThat(change(m).fields()).singleElement().satisfies(f -> assertThat(f.after()).isEqualTo("แม่จริม"));
        });
    }

    @Test
    @DisplayName("is told in words of both languages, whatever class a measure has")
    void classes() {
        for (var language : List.of(Bundles.THAI, Locale.ENGLISH)) for (var measure : measures.all()) for (var clazz : measure.classes())
            assertThat(bundles.in(language).has("class." + measure.code() + "." + clazz)).as(measure.code() + " " + clazz + " " + language).isTrue();
        assertThat(ClassWords.of(bundles.in(Locale.ENGLISH), "council.documented", "2561")).isEqualTo("registered in 2561");
    }
}
