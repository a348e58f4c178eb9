package khabuan.registry.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.access.SignIn;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.money.Baht;
import khabuan.base.place.Level;
import khabuan.base.record.Conflict;
import khabuan.base.text.Bundles;
import khabuan.cast.Cast;
import khabuan.cast.World;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import khabuan.registry.welfare.Figures.Benefit;
import khabuan.registry.welfare.Figures.Given;
import khabuan.registry.welfare.Figures.MemberClass;
import khabuan.registry.welfare.Figures.Source;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@World
@DisplayName("The statement of a welfare fund")
class FundStatementsTest {

    private static final FiscalQuarter Q3 = new FiscalYear(2562).quarter(3), Q4 = new FiscalYear(2562).quarter(4);
    @Autowired Funds funds;
    @Autowired FundStatements statements;
    @Autowired StatementRemarks remarks;
    @Autowired Bundles bundles;
    @Autowired JdbcClient jdbc;
    @Autowired Measures measures;
    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    private final Actor recorder = Cast.recorderOfNan(), officer = Cast.officerOfTheNorth();
    private String unit;
    private Fund fund;

    @BeforeEach
    void aFund() {
        unit = cast.unitInNan("อบต.", "บ่อสวก" + System.nanoTime());
        fund = funds.register(recorder, "", new Fund.Registration(unit, "", "กองทุนสวัสดิการชุมชนตำบลบ่อสวก", LocalDate.of(2009, 5, 4)));
    }

    private static Figures figures(int members, long baht) {
        return new Figures(members, Map.of(MemberClass.WORKING, 200, MemberClass.YOUNG, 40, MemberClass.ELDERLY, 90), 11, 15, Map.of(Source.MEMBERS, Baht.of(baht), Source.CODI, Baht.of(200_000)),
                Map.of(Benefit.DEATH, new Given(4, Baht.of(40_000))));
    }

    private Statement enter(FiscalQuarter quarter, LocalDate asOf, Figures figures, String reason) {
        return statements.enter(recorder, fund.id(), 0, new Statement.Wish(quarter, asOf, figures, reason));
    }

    private long counted(String measure, LocalDate day) {
        return measures.ask(new Question(measure, Level.UNIT, List.of(new Window(day, day, null)))).at(unit, 0);
    }

    private ResultActions send(Actor actor, String path, String... fields) throws Exception {
        var request = post(path);
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return mvc.perform(request.with(SignIn.as(actor)).with(csrf()));
    }

    @Test
    @DisplayName("counts from its day on when a second person has certified it, until the next one does")
    void counts() {
        var first = enter(Q3, LocalDate.of(2019, 5, 31), figures(350, 500_000), "");
        assertThat(counted("welfare.members", LocalDate.of(2019, 6, 30))).isZero();
        statements.certify(officer, fund.id(), Q3, first.version());
        enter(Q4, LocalDate.of(2019, 8, 20), figures(360, 520_000), "");
        assertThat(counted("welfare.members", LocalDate.of(2019, 5, 30))).isZero();
        assertThat(counted("welfare.members", LocalDate.of(2019, 8, 31))).as("the second one waits").isEqualTo(350);
        statements.certify(officer, fund.id(), Q4, 1);
        assertThat(counted("welfare.members", LocalDate.of(2019, 8, 19))).isEqualTo(350);
        assertThat(counted("welfare.members", LocalDate.of(2019, 8, 31))).isEqualTo(360);
        assertThat(counted("welfare.money", LocalDate.of(2019, 8, 31))).isEqualTo(Baht.of(720_000).satang());
        assertThat(counted("welfare.stale", LocalDate.of(2019, 5, 30))).isOne();
        assertThat(counted("welfare.stale", LocalDate.of(2019, 8, 31))).isZero();
        assertThat(counted("welfare.updated", LocalDate.of(2019, 9, 30))).isOne();
        assertThat(counted("welfare.stale", LocalDate.of(2019, 10, 1))).as("a new year begins").isOne();
    }

    @Test
    @DisplayName("is certified by another than who entered it, and never twice")
    void secondPerson() {
        var officerOfNan = new Actor(9012L, "kanya", "กัญญา ใจดี", khabuan.base.access.Role.REGIONAL_OFFICER, "region", "N", java.util.Set.of(), "127.0.0.1");
        var own = statements.enter(officerOfNan, fund.id(), 0, new Statement.Wish(Q3, LocalDate.of(2019, 5, 31), figures(350, 500_000), ""));
        refused(WelfareRefusal.OWN_STATEMENT, () -> statements.certify(officerOfNan, fund.id(), Q3, own.version()));
        statements.certify(officer, fund.id(), Q3, own.version());
        refused(WelfareRefusal.CERTIFIED_ALREADY, () -> statements.certify(officer, fund.id(), Q3, own.version() + 1));
    }

    @Test
    @DisplayName("whose figures fell wants a reason, and members of classes never exceed the members")
    void judged() {
        statements.certify(officer, fund.id(), Q3, enter(Q3, LocalDate.of(2019, 5, 31), figures(350, 500_000), "").version());
        refused(WelfareRefusal.CHANGE_UNEXPLAINED, () -> enter(Q4, LocalDate.of(2019, 8, 20), figures(340, 520_000), ""));
        refused(WelfareRefusal.CHANGE_UNEXPLAINED, () -> enter(Q4, LocalDate.of(2019, 8, 20), figures(350, 499_999), " "));
        refused(WelfareRefusal.CLASSES_EXCEED_MEMBERS, () -> enter(Q4, LocalDate.of(2019, 8, 20), figures(329, 520_000), "นับใหม่"));
        refused(WelfareRefusal.AS_OF_OUTSIDE_QUARTER, () -> enter(Q4, LocalDate.of(2019, 6, 30), figures(360, 520_000), ""));
        refused(WelfareRefusal.DAY_IN_FUTURE, () -> statements.enter(recorder, fund.id(), 0, new Statement.Wish(FiscalQuarter.of(LocalDate.now().plusYears(1)), LocalDate.now().plusYears(1), figures(360, 520_000), "")));
        assertThat(statements.of(fund.id())).hasSize(1);
        assertThat(enter(Q4, LocalDate.of(2019, 8, 20), figures(340, 520_000), "สมาชิกเสียชีวิต 10 คน").reason()).isEqualTo("สมาชิกเสียชีวิต 10 คน");
    }

    private static void refused(WelfareRefusal refusal, Runnable work) {
        assertThatExceptionOfType(Refusal.Thrown.class).isThrownBy(work::run).satisfies(t -> assertThat(t.refusal()).isEqualTo(refusal));
    }

    @Test
    @DisplayName("that is entered anew loses its certification; two who enter it at once do not overwrite each other")
    void anew() {
        var first = enter(Q3, LocalDate.of(2019, 5, 31), figures(350, 500_000), "");
        statements.certify(officer, fund.id(), Q3, first.version());
        var certified = statements.at(fund.id(), Q3);
        var wish = new Statement.Wish(Q3, LocalDate.of(2019, 6, 5), figures(351, 500_000), "");
        assertThat(statements.enter(recorder, fund.id(), certified.version(), wish).isCertified()).isFalse();
        assertThatThrownBy(() -> statements.enter(recorder, fund.id(), certified.version(), wish)).isInstanceOf(Conflict.class);
    }

    @Test
    @DisplayName("is filled in from the last one, tells at the right field what is wrong, and goes back with a reason")
    void pages() throws Exception {
        statements.certify(officer, fund.id(), Q3, enter(Q3, LocalDate.of(2019, 5, 31), figures(350, 500_000), "").version());
        String path = fund.path() + "/statements/2562/4";
        mvc.perform(get(path + "/entry").with(SignIn.as(recorder))).andExpect(status().isOk()).andExpect(content().string(containsString("value=\"350\""))).andExpect(content().string(containsString("500,000.00")));
        send(recorder, path + "/entry", "asOf", "20 ส.ค. 2562", "members", "สามร้อย", "from_members", "1,2", "death-recipients", "5").andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("members-error"))).andExpect(content().string(containsString("from_members-error"))).andExpect(content().string(containsString("death-recipients-error")))
                .andExpect(content().string(containsString("value=\"สามร้อย\"")));
        send(recorder, path + "/entry", "asOf", "20 ส.ค. 2562", "members", "๓๖๐", "working", "200", "villages", "11", "from_members", "520,000.50", "from_codi", "200,000", "death-recipients", "5", "death-amount", "50,000")
                .andExpect(redirectedUrl(path));
        assertThat(statements.at(fund.id(), Q4).figures().received()).isEqualTo(new Baht(72_000_050));
        mvc.perform(get(path).with(SignIn.as(officer))).andExpect(content().string(containsString("ยังไม่ทราบจำนวนคณะกรรมการ"))).andExpect(content().string(containsString("160 คน")));
        send(officer, path + "/return", "opened", "1", "because", " ").andExpect(status().isUnprocessableContent());
        send(officer, path + "/return", "opened", "1", "because", "จำนวนคณะกรรมการหายไป").andExpect(redirectedUrl(path));
        mvc.perform(get(path + "/entry").with(SignIn.as(recorder))).andExpect(content().string(containsString("จำนวนคณะกรรมการหายไป")));
    }

    @Test
    @DisplayName("of a fund out of reach is not there")
    void outOfReach() throws Exception {
        assertThatThrownBy(() -> statements.enter(Cast.recorderOfPhatthalung(), fund.id(), 0, new Statement.Wish(Q3, LocalDate.of(2019, 5, 31), figures(350, 500_000), ""))).isInstanceOf(OutOfReach.class);
        mvc.perform(get(fund.path()).with(SignIn.as(Cast.recorderOfPhatthalung()))).andExpect(status().isNotFound());
        assertThat(statements.of(fund.id())).isEmpty();
    }

    @Test
    @DisplayName("shows whether somebody was there, whether it was reported, or whether it is carried over")
    void freshness() throws Exception {
        var yearBefore = new FiscalYear(2561).quarter(4);
        statements.certify(officer, fund.id(), yearBefore, enter(yearBefore, LocalDate.of(2018, 8, 20), figures(350, 500_000), "").version());
        mvc.perform(get(fund.path()).with(SignIn.as(recorder))).andExpect(content().string(containsString("ยกมาจากปีก่อน")));
        var now = FiscalQuarter.of(funds.today());
        var today = statements.enter(recorder, fund.id(), 0, new Statement.Wish(now, funds.today(), figures(360, 520_000), ""));
        statements.certify(officer, fund.id(), now, today.version());
        mvc.perform(get(fund.path()).with(SignIn.as(recorder))).andExpect(content().string(containsString("ได้รับรายงาน")));
        send(recorder, fund.path() + "/visits", "visitedOn", khabuan.base.calendar.ThaiDate.brief(funds.today()), "visitedBy", "มาลี แซ่ลี้", "met", "").andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("met-error")));
        send(recorder, fund.path() + "/visits", "visitedOn", khabuan.base.calendar.ThaiDate.brief(funds.today()), "visitedBy", "มาลี แซ่ลี้", "met", "เหรัญญิก").andExpect(redirectedUrl(fund.path()));
        mvc.perform(get(fund.path()).with(SignIn.as(recorder))).andExpect(content().string(containsString("มีผู้ไปเยี่ยม")));
    }

    @Test
    @DisplayName("is looked at beside the one before, beside the funds of the region and beside the records of subsidies, in sentences that say what to look at")
    void remarks() {
        cast.change(() -> {
            long peer = jdbc.sql("insert into welfare_fund (code, unit_code, name, founded_on) values (?, ?, 'กองทุนเพื่อนบ้าน', '2010-01-01') returning id").params("P" + System.nanoTime(), unit).query(Long.class).single();
            long statement = jdbc.sql("""
                    insert into welfare_statement (fund_id, fiscal_year, quarter, as_of, members, villages, from_members, recorded_name, recorded_on, certified_name, certified_on)
                    values (?, 2562, 4, '2019-08-01', 100, 1, 9000000, 'มาลี', '2019-08-01', 'สมชาย', '2019-08-02') returning id""").param(peer).query(Long.class).single();
            jdbc.sql("insert into welfare_benefit (statement_id, kind, recipients, amount) values (?, 'death', 9, 900000)").param(statement).update();
        });
        enter(Q3, LocalDate.of(2019, 6, 20), figures(350, 900_000), "");
        statements.certify(officer, fund.id(), Q3, 1);
        cast.change(() -> {
            long round = jdbc.sql("insert into subsidy_round (fiscal_year, number, opens_on, closes_on, per_member, fresh_days) select 2562, coalesce(max(number), 0) + 1, '2019-08-01', '2019-09-30', 100, 365 from subsidy_round where fiscal_year = 2562 returning id").query(Long.class).single();
            jdbc.sql("""
                    insert into subsidy_request (round_id, fund_id, basis, statement_id, counted_on, members, asked, counted, per_member, amount, asked_on, asked_name)
                    select ?, fund_id, 'statement', id, as_of, 350, 340, 340, 100, 34000, '2019-08-05', 'มาลี' from welfare_statement where fund_id = ?""").params(round, fund.id()).update();
        });
        var now = new Figures(335, Map.of(MemberClass.WORKING, 200), 11, 15, Map.of(Source.MEMBERS, Baht.of(3_350_000_000L), Source.CODI, Baht.of(180_000)), Map.of(Benefit.DEATH, new Given(3, Baht.of(335_000_000))));
        enter(Q4, LocalDate.of(2019, 8, 20), now, "สมาชิกย้ายออก");
        var words = bundles.in(Bundles.THAI);
        var told = remarks.of(fund, statements.at(fund.id(), Q4), statements.at(fund.id(), Q3), words).stream().map(r -> words.t(r.key(), r.values().toArray())).toList();
        assertThat(told).contains("สมาชิกลดลง 15 คน", "เงินสะสมลดลงทั้งที่นับตั้งแต่ก่อตั้ง: รัฐผ่าน พอช.", "ผู้รับสวัสดิการสะสมลดลงทั้งที่นับตั้งแต่ก่อตั้ง: เสียชีวิต",
                "พอช. จ่ายเงินสมทบให้กองทุน 0.00 บาทตั้งแต่ครั้งก่อน แต่ยอด [65] ที่กองทุนแจ้งเปลี่ยนไป -20,000.00 บาท",
                "นับสมาชิกเพื่อสมทบ 340 คนในรอบปีที่ผ่านมา แต่กองทุนแจ้งสมาชิก 335 คน ตรวจว่ามีสมาชิกออกหรือเงินสมทบที่ต้องคืน", "ยังไม่มีผู้ไปเยี่ยมกองทุนในปีงบประมาณนี้ก่อนวันที่ของข้อมูล");
        assertThat(told).anyMatch(t -> t.startsWith("เงินต่อสมาชิก 10,000,537.31 บาท ต่างจากกองทุนอื่นในภาคมาก")).anyMatch(t -> t.startsWith("สวัสดิการที่จ่ายต่อสมาชิก 1,000,000.00 บาท"));
    }
}
