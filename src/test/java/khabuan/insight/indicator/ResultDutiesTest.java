package khabuan.insight.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Role;
import khabuan.base.access.SignIn;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.gap.Duties;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.text.Bundles;
import khabuan.cast.Cast;
import khabuan.cast.People;
import khabuan.cast.World;
import khabuan.insight.indicator.Indicator.Links;
import khabuan.insight.indicator.Indicator.PassBy;
import khabuan.insight.indicator.Targets.Spot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** On 2 September 2562 the results of the first three quarters of 2562 are overdue, and those of the fourth are asked for by 15 October. Each test has an indicator of its own. */
@World
@DisplayName("The results of the performance agreement")
class ResultDutiesTest {

    @Autowired MockMvc mvc;
    @Autowired Agreements agreements;
    @Autowired Agreeing agreeing;
    @Autowired Results results;
    @Autowired Stories stories;
    @Autowired Quarters quarters;
    @Autowired Closings closings;
    @Autowired ResultsDue reminders;
    @Autowired AgreementDuties duties;
    @Autowired Places places;
    @Autowired Bundles bundles;
    @Autowired Cast cast;
    @Autowired People people;
    @Autowired JdbcClient jdbc;

    private Actor officer, colleague, southerner, centre;

    @BeforeEach
    void people() {
        cast.unitInNan("อบต.", "บ่อเกลือเหนือ");
        cast.unitInPhatthalung("อบต.", "ป่าพะยอม");
        officer = people.person("wandee", "วันดี คำแสน", Role.REGIONAL_OFFICER, "region", "N");
        colleague = people.person("intha", "อินถา ไชยวงศ์", Role.REGIONAL_OFFICER, "region", "N");
        southerner = people.officerOfTheSouth();
        centre = people.centreOfficer();
        for (int year : new int[] {2561, 2562}) if (agreements.of(year).isEmpty()) agreeing.begin(year, null, centre);
    }

    /** A new indicator of an unsigned year with targets, which is then signed, if it is not. */
    private Indicator indicator(int year, String code, Measuring measuring, String... regions) {
        cast.change(() -> jdbc.sql("update agreement set signed_on = null where fiscal_year = ?").param(year).update());
        agreeing.keep(new Indicator(0, year, null, null, code, "9", "แกนนำ " + code, "", 1, measuring, "คน", 0, null, "", false, null, PassBy.RESULT, Source.ENTERED, null, null, new Links("", "", ""), ""), centre);
        var indicator = agreements.find(year, code);
        var amounts = new HashMap<Spot, BigDecimal>();
        for (var region : regions) amounts.put(new Spot(indicator.id(), 0, region), new BigDecimal(40));
        agreeing.aim(indicator, amounts, Map.of(), centre);
        agreeing.sign(year, new FiscalYear(year).start(), centre);
        return indicator;
    }

    private void record(Indicator indicator, int quarter, String place, Actor by) {
        results.record(indicator, new Results.Entry(quarter, place, true, null, null), null, by);
    }

    private int version(Indicator indicator, int quarter, String place) {
        return jdbc.sql("select version from indicator_result where indicator_id = ? and quarter = ? and place = ?").params(indicator.id(), quarter, place).query(Integer.class).single();
    }

    private void certify(Indicator indicator, int quarter, String place, String because, Actor by) {
        results.certify(indicator, quarter, place, version(indicator, quarter, place), because, by);
    }

    private List<String> unread(Actor person, String kind, String linkPart) {
        return jdbc.sql("select array_to_string(said_values, ' ') from message where account_id = ? and kind = ? and link like '%' || ? || '%' and read_at is null order by id").params(person.accountId(), kind, linkPart).query(String.class).list();
    }

    private List<Duties.Line> lines(Actor actor, Place within, Indicator indicator) {
        return duties.of(within, actor, bundles.in(Bundles.THAI)).stream().flatMap(g -> g.lines().stream()).filter(l -> l.title().equals(indicator.heading())).toList();
    }

    private Place north() {
        return places.find(Level.REGION, "N").orElseThrow();
    }

    @Test
    @DisplayName("that are missing stand on the work of their region, late or with their day, one click from where they are mended; another region has its own, a province none")
    void onMyWork() throws Exception {
        var leaders = indicator(2562, "WORK-A", Measuring.COUNT, "N", "S");
        mvc.perform(get("/tasks").with(SignIn.as(officer))).andExpect(status().isOk()).andExpect(content().string(containsString("ผลตามคำรับรองฯ ไตรมาส 3 ปี 2562 · ภาคเหนือ")))
                .andExpect(content().string(containsString("/agreements/2562/indicators/WORK-A?quarter=3&amp;place=N#result-3-N"))).andExpect(content().string(containsString("เกินกำหนด 15 ก.ค. 62")))
                .andExpect(content().string(containsString("ครบกำหนด 15 ต.ค. 62"))).andExpect(content().string(not(containsString("2562 · ภาคใต้"))));
        mvc.perform(get("/tasks").with(SignIn.as(southerner))).andExpect(content().string(containsString("ไตรมาส 3 ปี 2562 · ภาคใต้"))).andExpect(content().string(not(containsString("2562 · ภาคเหนือ"))));
        mvc.perform(get("/tasks").with(SignIn.as(Cast.recorderOfNan()))).andExpect(content().string(not(containsString("ผลตามคำรับรองฯ ไตรมาส"))));
        mvc.perform(get("/tasks?place=region:S").with(SignIn.as(officer))).andExpect(status().isNotFound());
        mvc.perform(get("/agreements/2562/indicators/WORK-A?quarter=3&place=N").with(SignIn.as(officer))).andExpect(content().string(containsString("id=\"result-3-N\""))).andExpect(content().string(containsString("<details open>")));
        assertThat(lines(officer, north(), leaders)).extracting(l -> l.state().title() + " " + l.late()).containsExactlyInAnyOrder("ยังไม่รายงาน true", "ยังไม่รายงาน true", "ยังไม่รายงาน true", "ยังไม่รายงาน false");
    }

    @Test
    @DisplayName("go from missing to waiting, returned with the reason, waiting again, and are gone when another person has certified them")
    void states() {
        var leaders = indicator(2562, "WORK-B", Measuring.COUNT, "N");
        record(leaders, 1, "N", officer);
        assertThat(lines(officer, north(), leaders)).anyMatch(l -> l.what().equals("ท่านบันทึกเอง ให้ผู้อื่นรับรอง"));
        assertThat(lines(colleague, north(), leaders)).anyMatch(l -> l.what().equals("ตรวจหลักฐาน แล้วรับรองหรือส่งกลับ"));
        certify(leaders, 1, "N", "ไม่ตรงทะเบียน", colleague);
        assertThat(lines(officer, north(), leaders)).anyMatch(l -> l.state().title().equals("ส่งกลับ") && l.what().contains("ไม่ตรงทะเบียน"));
        record(leaders, 1, "N", officer);
        certify(leaders, 1, "N", "", colleague);
        assertThat(lines(officer, north(), leaders)).hasSize(3).allMatch(l -> l.state().title().equals("ยังไม่รายงาน"));
    }

    @Test
    @DisplayName("are told to who must certify, once for all that wait; to the recorder when they were returned or certified; what is done is settled")
    void told() {
        var leaders = indicator(2562, "WORK-C", Measuring.COUNT, "N");
        var fund = indicator(2562, "WORK-D", Measuring.COUNT, "N");
        record(leaders, 2, "N", officer);
        record(fund, 2, "N", officer);
        assertThat(unread(colleague, "indicator.waiting", "results-2562-2-N")).containsExactly("tภาคเหนือ n2 t2562");
        assertThat(unread(officer, "indicator.waiting", "results-2562-2-N")).isEmpty();
        assertThat(unread(southerner, "indicator.waiting", "results-2562-2-N")).isEmpty();
        certify(leaders, 2, "N", "ขาดสองตำบล", colleague);
        assertThat(unread(officer, "indicator.returned", "WORK-C")).singleElement().asString().contains("อินถา ไชยวงศ์", "แกนนำ WORK-C", "ขาดสองตำบล");
        record(leaders, 2, "N", officer);
        assertThat(unread(officer, "indicator.returned", "WORK-C")).isEmpty();
        certify(leaders, 2, "N", "", colleague);
        assertThat(unread(colleague, "indicator.waiting", "results-2562-2-N")).hasSize(1);
        certify(fund, 2, "N", "", colleague);
        assertThat(unread(colleague, "indicator.waiting", "results-2562-2-N")).isEmpty();
        assertThat(unread(officer, "indicator.certified", "WORK-D")).hasSize(1);
    }

    @Test
    @DisplayName("are asked for when the quarter is over, three days before the day, and when it has passed, once each; reporting all of them settles that")
    void reminders() {
        var leaders = indicator(2562, "WORK-E", Measuring.COUNT, "S");
        String fourth = "results-2562-4-S";
        reminders.remind(LocalDate.of(2019, 9, 29));
        assertThat(unread(southerner, "indicator.due", fourth)).isEmpty();
        reminders.remind(LocalDate.of(2019, 9, 30));
        reminders.remind(LocalDate.of(2019, 10, 1));
        assertThat(unread(southerner, "indicator.due", fourth)).singleElement().asString().startsWith("tภาคใต้ n4 t2562 n").endsWith(" d2019-10-15");
        reminders.remind(LocalDate.of(2019, 10, 13));
        assertThat(unread(southerner, "indicator.due", fourth)).hasSize(2);
        reminders.remind(LocalDate.of(2019, 10, 16));
        reminders.remind(LocalDate.of(2019, 10, 17));
        assertThat(unread(southerner, "indicator.due", fourth)).isEmpty();
        assertThat(unread(southerner, "indicator.overdue", fourth)).hasSize(1);
        assertThat(unread(officer, "indicator.overdue", fourth)).isEmpty();
        for (var indicator : agreements.indicators(2562)) if (!lines(southerner, places.find(Level.REGION, "S").orElseThrow(), indicator).isEmpty()) record(indicator, 4, "S", southerner);
        assertThat(unread(southerner, "indicator.overdue", fourth)).isEmpty();
        assertThat(agreements.indicators(2562)).extracting(Indicator::code).contains(leaders.code());
    }

    @Test
    @DisplayName("of nobody in particular, and the stories of milestones, are the centre's own work; of the regions the country is shown the numbers")
    void ofTheCentre() throws Exception {
        var score = indicator(2562, "WORK-F", Measuring.SCORE);
        var milestone = indicator(2562, "WORK-G", Measuring.MILESTONE);
        indicator(2562, "WORK-H", Measuring.COUNT, "S");
        assertThat(lines(centre, Place.COUNTRY, score)).extracting(Duties.Line::path).contains("/agreements/2562/indicators/WORK-F?quarter=3&place=CENTRE#result-3-CENTRE");
        assertThat(lines(centre, Place.COUNTRY, milestone)).hasSize(4).allMatch(l -> l.what().startsWith("เล่าว่า"));
        stories.write(milestone, new Story(3, "TH", "เปิดศูนย์ข้อมูลแล้ว", "", "", "", "", ""), centre);
        assertThat(lines(centre, Place.COUNTRY, milestone)).hasSize(3);
        mvc.perform(get("/tasks").with(SignIn.as(centre))).andExpect(content().string(containsString("ไตรมาส 3 ปี 2562 · ส่วนกลาง"))).andExpect(content().string(containsString("ไตรมาส 3 ปี 2562 · ภาคใต้")))
                .andExpect(content().string(containsString("WORK-F?quarter=3"))).andExpect(content().string(not(containsString("WORK-H?quarter=3"))));
        mvc.perform(get("/tasks?place=region:S").with(SignIn.as(centre))).andExpect(content().string(containsString("WORK-H?quarter=3")));
    }

    @Test
    @DisplayName("are told anew when their day is moved, and are asked for no more once their quarter is closed")
    void extendedAndClosed() {
        var leaders = indicator(2561, "WORK-I", Measuring.COUNT, "N");
        reminders.remind();
        assertThat(unread(officer, "indicator.overdue", "results-2561-1-N")).hasSize(1);
        quarters.extend(2561, 1, LocalDate.of(2019, 9, 20), "น้ำท่วมภาคเหนือ", centre);
        assertThat(unread(officer, "indicator.overdue", "results-2561-1-N")).isEmpty();
        assertThat(unread(officer, "indicator.extended", "results-2561-1-N")).containsExactly("tภาคเหนือ n1 t2561 d2018-01-15 d2019-09-20");
        assertThat(lines(officer, north(), leaders)).anyMatch(l -> !l.late() && l.due().equals(LocalDate.of(2019, 9, 20)));
        record(leaders, 1, "N", officer);
        assertThat(unread(colleague, "indicator.waiting", "results-2561-1-N")).hasSize(1);
        closings.close(agreements.demand(2561), new FiscalYear(2561).quarter(1), centre);
        assertThat(unread(colleague, "indicator.waiting", "results-2561-1-N")).isEmpty();
        assertThat(lines(officer, north(), leaders)).hasSize(3).noneMatch(l -> l.path().contains("quarter=1"));
    }
}
