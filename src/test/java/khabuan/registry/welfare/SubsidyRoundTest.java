package khabuan.registry.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusal;
import khabuan.base.access.Role;
import khabuan.base.money.Baht;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@World
@DisplayName("A round of matching subsidies")
class SubsidyRoundTest extends FundHouse {

    private static final LocalDate TODAY = LocalDate.of(2019, 9, 2), LAST = LocalDate.of(2019, 9, 20);
    @Autowired SubsidyRounds rounds;
    @Autowired SubsidyRequests requests;
    private long round;
    private Actor centre, officer;

    @BeforeEach
    void openUntilTheTwentieth() {
        centre = people.centreOfficer();
        officer = people.person("anong", "อนงค์ ใจมั่น", Role.REGIONAL_OFFICER, "region", "N");
        round = rounds.open(centre, "", new SubsidyRound.Wish(2562, TODAY.minusDays(30), LAST, Baht.of(300), 365, "", "ยื่นพร้อมรายชื่อสมาชิก"));
        state(fund, TODAY.minusDays(20), true, 9);
        for (var name : List.of("นางคำ", "นายบุญ")) join(name, SINCE);
    }

    private int version() {
        return rounds.at(round).version();
    }

    private SubsidyRequest ask() {
        requests.ask(treasurer, fund.id(), round, "", null);
        return requests.find(round, fund.id()).orElseThrow();
    }

    private void change(LocalDate closes, long each, String note, String because) {
        rounds.change(centre, round, version(), new SubsidyRound.Terms(closes, Baht.of(each), note), because);
    }

    /** All refusals with their fields, in their order. */
    private static List<String> refused(Runnable work) {
        var thrown = new Refusal.Thrown[1];
        assertThatExceptionOfType(Refusal.Thrown.class).isThrownBy(work::run).satisfies(t -> thrown[0] = t);
        return Stream.concat(Stream.of(thrown[0]), thrown[0].others().stream()).map(t -> t.refusal() + " " + t.field()).toList();
    }

    @Test
    @DisplayName("is changed by the centre with a reason: a later day, another amount for those who wait, other words; what stood before is kept")
    void changed() throws Exception {
        ask();
        change(LAST.plusDays(10), 250, "ขยายเวลาให้กองทุนที่น้ำท่วม", "น้ำท่วมหลายจังหวัด");
        assertThat(rounds.at(round)).satisfies(r -> assertThat(r.closesOn()).isEqualTo(LAST.plusDays(10))).satisfies(r -> assertThat(r.perMember()).isEqualTo(Baht.of(250)));
        assertThat(requests.find(round, fund.id()).orElseThrow().amount()).isEqualTo(Baht.of(500));
        assertThat(text(asked(get("/subsidies/" + round), officer))).contains("ขยายเวลาให้กองทุนที่น้ำท่วม", "น้ำท่วมหลายจังหวัด", "<del>300.00</del>", "<ins>250.00</ins>", "ยื่นพร้อมรายชื่อสมาชิก");
        assertThat(text(asked(get(fund.path() + "/subsidies/" + round), officer))).contains("ขยายเวลาให้กองทุนที่น้ำท่วม");
    }

    @Test
    @DisplayName("is not changed without a reason, nor to end before it began, before today or before somebody asked, nor above the ceiling, nor when another changed it meanwhile")
    void notChanged() {
        assertThat(refused(() -> change(LAST, 300, "ยื่นพร้อมรายชื่อสมาชิก", ""))).containsExactly("ROUND_SAME closesOn", "REASON_MISSING because");
        assertThat(refused(() -> change(TODAY.minusDays(31), 366, "", "เหตุ"))).containsExactly("ROUND_DAYS_REVERSED closesOn", "ROUND_CLOSES_IN_PAST closesOn", "SUBSIDY_OVER_CEILING perMember");
        ask();
        cast.change(() -> jdbc.sql("update subsidy_request set asked_on = ? where round_id = ?").params(TODAY.plusDays(3), round).update());
        assertThat(refused(() -> change(TODAY.plusDays(2), 300, "", "เหตุ"))).containsExactly("ROUND_CLOSES_BEFORE_ASKED closesOn");
        assertThat(refused(() -> rounds.change(centre, round, 9, new SubsidyRound.Terms(LAST, Baht.of(300), ""), "เหตุ"))).containsExactly("ROUND_CHANGED ");
    }

    @Test
    @DisplayName("offers what it offered once a request of it became a project")
    void amountStands() {
        var request = ask();
        requests.propose(officer, fund.id(), round, request.version(), Baht.of(500));
        assertThat(refused(() -> change(LAST, 299, "", "งบลด"))).containsExactly("ROUND_AMOUNT_STANDS perMember");
        change(LAST.plusDays(1), 300, "", "ขยายหนึ่งวัน");
        assertThat(refused(() -> rounds.end(centre, round, version(), "withdrawn", "งบหมด"))).containsExactly("ROUND_GIVEN as");
    }

    @Test
    @DisplayName("that is closed early takes no more requests, and what was asked goes its way")
    void closed() {
        var request = ask();
        assertThat(refused(() -> rounds.end(centre, round, version(), "closed", " "))).containsExactly("REASON_MISSING endBecause");
        rounds.end(centre, round, version(), "closed", "กรอบงบหมดแล้ว");
        var other = open("กองทุนสวัสดิการชุมชนบ้านดอนแก้ว");
        state(other, TODAY.minusDays(9), true, 7);
        var theirs = keeper("treasurer", other);
        assertThat(refused(() -> requests.ask(theirs, other.id(), round, "", null))).containsExactly("ROUND_NOT_OPEN ");
        assertThat(refused(() -> change(LAST.plusDays(1), 300, "", "เปิดต่อ"))).containsExactly("ROUND_ENDED ");
        requests.propose(officer, fund.id(), round, request.version(), Baht.of(600));
        assertThat(requests.find(round, fund.id()).orElseThrow().isWaiting()).isFalse();
    }

    @Test
    @DisplayName("that is withdrawn ends what waits in it, so that nobody is counted in it any more")
    void withdrawn() throws Exception {
        ask();
        rounds.end(centre, round, version(), "withdrawn", "รัฐบาลเลื่อนการสมทบ");
        assertThat(requests.find(round, fund.id()).orElseThrow()).satisfies(r -> assertThat(r.endedAs()).isEqualTo("refused")).satisfies(r -> assertThat(r.endedBecause()).isEqualTo("รัฐบาลเลื่อนการสมทบ"));
        assertThat(jdbc.sql("select count(*) from subsidy_person where round_id = ?").param(round).query(Integer.class).single()).isZero();
        assertThat(text(asked(get(fund.path() + "/subsidies/" + round), officer))).contains("ส่วนกลางยกเลิกรอบนี้", "รัฐบาลเลื่อนการสมทบ");
        assertThat(asked(get("/subsidies/" + round + "/terms"), centre).getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("is changed and ended by the centre alone, and what was typed wrongly is told at its field")
    void byForm() throws Exception {
        String at = "/subsidies/" + round;
        assertThat(text(asked(get(at + "/terms"), centre))).contains("name=\"closesOn\"", "20 ก.ย. 62");
        assertThat(asked(post(at + "/terms").with(csrf()).param("closesOn", "30 ก.ย. 2562"), officer).getStatus()).isEqualTo(403);
        var wrong = asked(post(at + "/terms").with(csrf()).param("version", "1").param("closesOn", "เมื่อไรดี").param("perMember", "").param("because", "x"), centre);
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(text(wrong)).contains("id=\"closesOn-error\"", "id=\"perMember-error\"", "เมื่อไรดี");
        assertThat(asked(post(at + "/terms").with(csrf()).param("version", "1").param("closesOn", "30 ก.ย. 2562").param("perMember", "310").param("note", "").param("because", "ขยายเวลา"), centre).getRedirectedUrl()).isEqualTo(at);
        assertThat(text(asked(post(at + "/ending").with(csrf()).param("version", "2").param("as", "closed").param("endBecause", ""), centre))).contains("id=\"endBecause-error\"");
        assertThat(asked(post(at + "/ending").with(csrf()).param("version", "2").param("as", "closed").param("endBecause", "งบหมด"), centre).getRedirectedUrl()).isEqualTo(at);
        assertThat(text(asked(get(at), officer))).contains("ปิดก่อนกำหนด").doesNotContain(at + "/terms");
    }
}
