package khabuan.registry.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.access.SignIn;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.money.Baht;
import khabuan.base.place.Level;
import khabuan.base.record.Changes;
import khabuan.cast.Cast;
import khabuan.cast.World;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import khabuan.registry.welfare.Figures.Benefit;
import khabuan.registry.welfare.Figures.Given;
import khabuan.registry.welfare.Figures.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("The quality of a welfare fund")
class QualityTest {

    private static final FiscalYear YEAR = new FiscalYear(2562);
    private static final LocalDate MAY = LocalDate.of(2019, 5, 20), JUNE_30 = LocalDate.of(2019, 6, 30), AUGUST = LocalDate.of(2019, 8, 20), AUGUST_31 = LocalDate.of(2019, 8, 31);
    private static final Set<String> FIVE = Set.of("1.1", "1.2", "1.3", "1.4", "1.5"), ALL = Set.of("problems", "obstacles", "limits", "plan");
    @Autowired Funds funds;
    @Autowired Quality quality;
    @Autowired Measures measures;
    @Autowired Changes changes;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    private final Actor recorder = Cast.recorderOfNan(), officer = Cast.officerOfTheNorth();
    private String unit;
    private Fund fund;

    @BeforeEach
    void aFund() {
        unit = cast.unitInNan("อบต.", "บ่อแก้ว" + System.nanoTime());
        fund = funds.register(recorder, "", new Fund.Registration(unit, "", "กองทุนสวัสดิการชุมชนตำบลบ่อแก้ว", LocalDate.of(2010, 6, 1)));
    }

    private void attach(String kind, LocalDate day) {
        changes.make(recorder.author(), "evidence.attach", "", () -> {
            long file = jdbc.sql("insert into file (sha256, name, media_type, bytes) values (md5(?) || md5(?), ?, 'application/pdf', 12) returning id").params(kind + System.nanoTime(), unit, kind + ".pdf").query(Long.class).single();
            jdbc.sql("insert into evidence (record_kind, record_id, kind, fiscal_year, file_id, attached_on) values ('welfare-fund', ?, ?, ?, ?, ?)").params(fund.id(), kind, kind.equals("regulations") ? null : 2562, file, day).update();
        });
    }

    private void attest(Set<String> met, LocalDate day, Set<String> contents) {
        quality.attest(recorder, fund.id(), YEAR, new Quality.Wish(day, met, contents, ""));
    }

    private long counted(String measure, String clazz, LocalDate day) {
        return measures.ask(new Question(measure, Level.UNIT, khabuan.base.place.Place.COUNTRY, !clazz.isEmpty(), List.of(new Window(day, day, null)))).at(unit, clazz, 0);
    }

    private void refused(WelfareRefusal why, Runnable work) {
        assertThatExceptionOfType(Refusal.Thrown.class).isThrownBy(work::run).extracting(Refusal.Thrown::refusal).isEqualTo(why);
    }

    @Test
    @DisplayName("counts when a second person has certified it; without a file nothing that wants one is met")
    void secondPerson() {
        refused(WelfareRefusal.PAPER_MISSING, () -> attest(FIVE, MAY, Set.of()));
        attach("report", MAY.plusDays(3));
        attest(FIVE, MAY, Set.of());
        assertThat(counted("welfare.five", "", AUGUST_31)).isZero();
        quality.certify(officer, fund.id(), YEAR);
        assertThat(counted("welfare.indicator", "1.2", MAY)).isOne();
        assertThat(counted("welfare.indicator", "1.1", MAY)).as("its file came later").isZero();
        assertThat(counted("welfare.five", "", MAY.plusDays(2))).isZero();
        assertThat(counted("welfare.five", "", MAY.plusDays(3))).isOne();
        assertThat(counted("welfare.five", "", LocalDate.of(2019, 10, 1))).as("a new year begins").isZero();
        assertThat(counted("welfare.one-page-missing", "", AUGUST_31)).isOne();
        changes.make(recorder.author(), "evidence.withdraw", "สแกนผิดฉบับ", () -> { jdbc.sql("delete from evidence where record_id = ?").param(fund.id()).update(); });
        assertThat(counted("welfare.five", "", AUGUST_31)).as("no file, no pass").isZero();
        assertThat(quality.of(fund, YEAR, AUGUST_31).meets("five")).isFalse();
    }

    @Test
    @DisplayName("is never certified by who attested it; what is sent back counts no more until it is attested anew")
    void sentBack() {
        var officerOfNan = new Actor(9013L, "kanya", "กัญญา ใจดี", khabuan.base.access.Role.REGIONAL_OFFICER, "region", "N", Set.of(), "127.0.0.1");
        quality.attest(officerOfNan, fund.id(), YEAR, new Quality.Wish(MAY, Set.of("1.9"), Set.of(), ""));
        refused(WelfareRefusal.OWN_ATTESTATION, () -> quality.certify(officerOfNan, fund.id(), YEAR));
        quality.certify(officer, fund.id(), YEAR);
        refused(WelfareRefusal.NOTHING_WAITING, () -> quality.certify(officer, fund.id(), YEAR));
        long attestation = quality.of(fund, YEAR, AUGUST_31).standings().stream().filter(s -> s.isMet()).findFirst().orElseThrow().attestation().id();
        refused(WelfareRefusal.REASON_MISSING, () -> quality.sendBack(officer, fund.id(), YEAR, attestation, " "));
        quality.sendBack(officer, fund.id(), YEAR, attestation, "ไม่มีบัญชีรับจ่าย");
        assertThat(counted("welfare.indicator", "1.9", AUGUST_31)).isZero();
        attest(Set.of("1.9"), AUGUST, Set.of());
        quality.certify(officer, fund.id(), YEAR);
        assertThat(counted("welfare.indicator", "1.9", AUGUST_31)).isOne();
        assertThat(counted("welfare.indicator", "1.9", AUGUST.minusDays(1))).isZero();
        assertThatExceptionOfType(OutOfReach.class).isThrownBy(() -> quality.certify(Cast.recorderOfPhatthalung(), fund.id(), YEAR));
    }

    @Test
    @DisplayName("is judged by the criterion of the day: what passed before the one-page file had to hold more still did then, and passes anew when somebody has read it again")
    void criterionChanges() {
        attach("report", MAY);
        attach("one-page", MAY);
        attest(FIVE, MAY, Set.of());
        changes.make(recorder.author(), "welfare.attest", "", () -> { jdbc.sql("""
                insert into welfare_attestation (fund_id, fiscal_year, criterion_id, met_on, recorded_name, recorded_on) select ?, 2562, id, ?, 'มานะ', ? from welfare_criterion where code = 'one-page' and until_date is not null""")
                .params(fund.id(), MAY, MAY).update(); });
        changes.make(officer.author(), "welfare.certify-quality", "", () -> { jdbc.sql("update welfare_attestation set certified_name = 'สมชาย', certified_on = ? where fund_id = ?").params(MAY, fund.id()).update(); });
        assertThat(counted("welfare.complete", "", JUNE_30)).isOne();
        assertThat(counted("welfare.complete", "", JUNE_30.plusDays(1))).isZero();
        assertThat(counted("welfare.five", "", JUNE_30.plusDays(1))).isOne();
        assertThat(counted("welfare.one-page-missing", "", JUNE_30)).isZero();
        assertThat(counted("welfare.one-page-missing", "", AUGUST_31)).isOne();
        refused(WelfareRefusal.CONTENTS_MISSING, () -> attest(Set.of("one-page"), AUGUST, Set.of("problems", "plan")));
        attest(Set.of("one-page"), AUGUST, ALL);
        quality.certify(officer, fund.id(), YEAR);
        assertThat(counted("welfare.complete", "", AUGUST_31)).isOne();
        assertThat(counted("welfare.complete", "", AUGUST.minusDays(1))).isZero();
        assertThat(counted("welfare.complete", "", JUNE_30)).as("the former answer stands").isOne();
        assertThat(counted("welfare.one-page-missing", "", AUGUST_31)).isZero();
        assertThat(List.of(quality.of(fund, YEAR, JUNE_30).meets("complete"), quality.of(fund, YEAR, JUNE_30.plusDays(1)).meets("complete"), quality.of(fund, YEAR, AUGUST_31).meets("complete"))).containsExactly(true, false, true);
    }

    @Test
    @DisplayName("is made of other five in 2561 than in 2562")
    void yearBefore() {
        var before = new FiscalYear(2561);
        quality.attest(recorder, fund.id(), before, new Quality.Wish(LocalDate.of(2018, 8, 1), Set.of("1.2", "1.4", "1.5", "1.6", "1.7"), Set.of(), ""));
        quality.certify(officer, fund.id(), before);
        assertThat(counted("welfare.five", "", LocalDate.of(2018, 9, 30))).isOne();
        assertThat(counted("welfare.five", "", LocalDate.of(2018, 10, 1))).isZero();
        var assessment = quality.of(fund, before, before.end());
        assertThat(List.of(assessment.ofTen(), assessment.metOfTen())).containsExactly(5, 5);
        assertThat(assessment.judges("complete")).isFalse();
    }

    @Test
    @DisplayName("stands beside what the statements tell, which count from the founding of the fund")
    void reckoned() {
        var before = figures(300, 100_000, Map.of(Benefit.DEATH, new Given(3, Baht.of(30_000))));
        var now = figures(300, 100_500, Map.of(Benefit.DEATH, new Given(3, Baht.of(30_000)), Benefit.EDUCATION, new Given(2, Baht.of(2_000))));
        assertThat(java.util.Arrays.stream(Reckoning.values()).filter(r -> r.tells(before, now)).toList()).containsExactly(Reckoning.BEYOND_BASIC, Reckoning.ANY_KIND, Reckoning.MONEY_GREW);
        assertThat(java.util.Arrays.stream(Reckoning.values()).filter(r -> r.tells(null, before)).toList()).containsExactly(Reckoning.ANY_KIND, Reckoning.MEMBERS_GREW, Reckoning.MONEY_GREW);
        assertThat(Reckoning.SUPPORTED.tells(before, null)).isNull();
    }

    private static Figures figures(int members, long baht, Map<Benefit, Given> benefits) {
        return new Figures(members, Map.of(), 8, 9, Map.of(Source.MEMBERS, Baht.of(baht)), benefits);
    }

    @Test
    @DisplayName("is attested on its page, which names what is wrong where it is wrong")
    void page() throws Exception {
        String path = "/funds/" + fund.id() + "/quality/2562";
        mvc.perform(get("/funds/" + fund.id()).with(SignIn.as(recorder))).andExpect(status().isOk()).andExpect(content().string(containsString(path)));
        mvc.perform(post(path).with(SignIn.as(recorder)).with(csrf()).param("met", "1.1", "1.9").param("metOn", "1 ก.ย. 2561"))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("id=\"met-error\""))).andExpect(content().string(containsString("id=\"metOn-error\"")));
        mvc.perform(post(path).with(SignIn.as(recorder)).with(csrf()).param("met", "1.9", "1.10").param("metOn", "20 ส.ค. 2562")).andExpect(status().is3xxRedirection());
        mvc.perform(get(path).with(SignIn.as(recorder))).andExpect(content().string(containsString("รอรับรอง"))).andExpect(content().string(containsString("ผู้ยืนยันรับรองเองไม่ได้")));
        mvc.perform(post(path + "/certification").with(SignIn.as(recorder)).with(csrf())).andExpect(status().isForbidden());
        mvc.perform(post(path + "/certification").with(SignIn.as(officer)).with(csrf())).andExpect(status().is3xxRedirection());
        mvc.perform(get("/funds/" + fund.id() + "/quality").with(SignIn.as(Cast.recorderOfPhatthalung()))).andExpect(status().isNotFound());
        assertThat(counted("welfare.indicator", "1.10", AUGUST_31)).isOne();
    }
}
