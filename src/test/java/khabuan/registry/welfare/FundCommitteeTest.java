package khabuan.registry.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.evidence.Evidence;
import khabuan.base.record.Measure;
import khabuan.base.store.RowScope;
import khabuan.cast.Cast;
import khabuan.cast.Paper;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;

@World
@DisplayName("The committee of a welfare fund")
class FundCommitteeTest extends FundHouse {

    @Autowired FundCommittees committees;
    @Autowired FundBankAccounts accounts;
    @Autowired Keepers keepers;
    @Autowired Evidence evidence;
    @Autowired List<Measure> measures;

    private MockHttpServletResponse elected(Actor actor, Fund of, String day, String until, String... officesAndWho) throws Exception {
        var request = multipart(of.path() + "/committee").file(new MockMultipartFile("file", "รายงานการประชุม.pdf", "application/pdf", Paper.pdf("รายงานการประชุมเลือกคณะกรรมการ")));
        for (int i = 0; i < officesAndWho.length; i += 2) request.param("office", officesAndWho[i]).param("who", officesAndWho[i + 1]);
        request.param("electedOn", day).param("until", until);
        return mvc.perform(request.with(csrf()).with(khabuan.base.access.SignIn.as(actor))).andReturn().getResponse();
    }

    private List<String> without(Fund of) {
        var measure = measures.stream().filter(m -> m.code().equals("welfare.committee-ended")).findFirst().orElseThrow();
        return jdbc.sql("select on_date || ' ' || coalesce(until_date::text, '') from (" + measure.sql() + ") m where record_id = ? and on_date <= '2019-09-02' order by on_date").param(of.id()).query(String.class).list();
    }

    @Test
    @DisplayName("is elected out of the register, with the minutes; it ends the one before, and the gap tells from when the fund had none in its term")
    void election() throws Exception {
        int kham = join("นางคำ", SINCE), bun = join("นายบุญ", SINCE), dee = join("นางดี", SINCE);
        assertThat(elected(treasurer, fund, "15 ต.ค. 2561", "15 เม.ย. 2562", "chair", "" + kham, "treasurer", "" + bun).getRedirectedUrl()).isEqualTo(fund.path() + "/committee");
        assertThat(without(fund)).containsExactly("2019-04-15 ");
        assertThat(books.figures(fund.id(), LocalDate.of(2019, 1, 1)).committee()).isEqualTo(2);
        assertThat(text(asked(get(fund.path() + "/committee"), Cast.recorderOfNan()))).contains("ครบวาระแล้ว", "นางคำ ณ…", "ประธาน");
        assertThat(elected(treasurer, fund, "1 มิ.ย. 2562", "1 มิ.ย. 2564", "chair", "" + dee, "member", "" + kham, "member", "" + bun).getStatus()).isEqualTo(302);
        assertThat(without(fund)).containsExactly("2019-04-15 2019-06-01");
        assertThat(books.figures(fund.id(), AUGUST.atDay(1)).committee()).isEqualTo(3);
        assertThat(committees.of(treasurer, fund.id())).extracting(FundCommittees.Term::state).containsExactly("running", "followed");
        assertThat(evidence.of(Fund.KIND, fund.id())).filteredOn(e -> e.kind().equals(FundCommittees.MINUTES)).isNotEmpty();
    }

    @Test
    @DisplayName("is elected early, and the one before it leaves on that day; a fund without books names its people")
    void early() throws Exception {
        var other = funds.register(Cast.recorderOfNan(), "", new Fund.Registration(unit, "", "กองทุนสวัสดิการชุมชนบ้านซาวหลวง", LocalDate.of(2010, 1, 1)));
        String chair = "นางจันทร์ " + Cast.surname();
        assertThat(elected(Cast.recorderOfNan(), other, "1 ต.ค. 2561", "1 ต.ค. 2563", "chair", "นายพรม " + Cast.surname(), "member", chair).getStatus()).isEqualTo(302);
        assertThat(elected(Cast.recorderOfNan(), other, "1 ส.ค. 2562", "1 ส.ค. 2564", "chair", chair).getStatus()).isEqualTo(302);
        assertThat(without(other)).isEmpty();
        assertThat(jdbc.sql("select count(*) from welfare_office where fund_id = ? and left_on = '2019-08-01'").param(other.id()).query(Integer.class).single()).isEqualTo(2);
        assertThat(text(elected(Cast.recorderOfNan(), other, "1 ส.ค. 2562", "1 ส.ค. 2564", "chair", chair))).contains("มีบันทึกการเลือกในวันนั้นหรือหลังจากนั้นอยู่แล้ว");
    }

    @Test
    @DisplayName("is refused without minutes, chair or days, with a stranger to the register or somebody twice; nothing is written then")
    void refused() throws Exception {
        int kham = join("นางคำ", SINCE);
        assertThat(text(asked(post(fund.path() + "/committee").with(csrf()), treasurer))).contains("แนบรายงานการประชุม", "กรอกประธานหนึ่งคน", "กรอกวันที่");
        assertThat(text(elected(treasurer, fund, "1 มิ.ย. 2562", "1 พ.ค. 2562", "chair", "" + kham, "chair", "" + kham))).contains("วันครบวาระต้องหลังวันเลือก", "กรอกประธานหนึ่งคน");
        assertThat(text(elected(treasurer, fund, "1 มิ.ย. 2562", "1 มิ.ย. 2564", "chair", "99"))).contains("ไม่พบเลขที่สมาชิกนี้");
        assertThat(text(elected(treasurer, fund, "1 มิ.ย. 2562", "1 มิ.ย. 2564", "chair", "" + kham, "member", "" + kham))).contains("อยู่ในรายชื่อสองครั้ง");
        assertThat(committees.of(treasurer, fund.id())).isEmpty();
        assertThat(elected(Cast.recorderOfPhatthalung(), fund, "1 มิ.ย. 2562", "1 มิ.ย. 2564", "chair", "" + kham).getStatus()).as("of another province").isEqualTo(404);
        assertThat(asked(get(fund.path() + "/committee/new"), keeper("treasurer", open("กองทุนสวัสดิการชุมชนบ้านอื่น"))).getStatus()).as("another committee").isEqualTo(404);
    }

    @Test
    @DisplayName("does not choose who keeps the books: those who record the fund do, and whoever is ended finds them closed at once")
    void keepers() throws Exception {
        var registrar = people.person("registrar" + System.nanoTime(), "นายทะเบียนกองทุน", khabuan.base.access.Role.FUND_COMMITTEE, "unit", unit);
        people.ownPassword(registrar);
        assertThat(asked(post(fund.path() + "/keepers").with(csrf()).param("keeper", registrar.name()).param("keeperOffice", "registrar"), chair).getStatus()).isEqualTo(403);
        assertThat(asked(get(path), registrar).getStatus()).isEqualTo(404);
        assertThat(asked(post(fund.path() + "/keepers").with(csrf()).param("keeper", registrar.name()).param("keeperOffice", "registrar"), Cast.recorderOfNan()).getStatus()).isEqualTo(302);
        assertThat(asked(get(path), registrar).getStatus()).isEqualTo(200);
        assertThat(text(asked(post(fund.path() + "/keepers").with(csrf()).param("keeper", registrar.name()).param("keeperOffice", "auditor"), Cast.recorderOfNan()))).contains("เป็นผู้ทำบัญชีของกองทุนนี้อยู่แล้ว");
        assertThat(text(asked(post(fund.path() + "/keepers").with(csrf()).param("keeper", "nobody").param("keeperOffice", "auditor"), Cast.recorderOfNan()))).contains("ไม่พบชื่อเข้าใช้ “nobody”");
        long kept = keepers.of(fund.id()).stream().filter(k -> k.office().equals("registrar")).findFirst().orElseThrow().id();
        assertThat(asked(post(fund.path() + "/keepers/" + kept + "/end").with(csrf()), Cast.recorderOfNan()).getStatus()).isEqualTo(302);
        assertThat(asked(get(path), registrar).getStatus()).isEqualTo(404);
    }

    @Test
    @DisplayName("has bank accounts whose numbers are encrypted and masked; who records for the fund reads one at a time, which is logged, and another fund's rows give nothing")
    void accounts() throws Exception {
        assertThat(asked(post(fund.path() + "/accounts").with(csrf()).param("bank", "034").param("accountName", "กองทุนสวัสดิการชุมชนตำบลบ่อสวก").param("accountNumber", "012-3-45678-9").param("openedOn", "2 ม.ค. 2553"), treasurer).getStatus()).isEqualTo(302);
        assertThat(text(asked(post(fund.path() + "/accounts").with(csrf()).param("bank", "034").param("accountName", "ซ้ำ").param("accountNumber", "0123456789"), treasurer))).contains("บัญชีนี้บันทึกไว้แล้ว");
        assertThat(text(asked(post(fund.path() + "/accounts").with(csrf()), treasurer))).contains("เลือกธนาคารของบัญชี", "กรอกชื่อบัญชี", "กรอกเลขที่บัญชี");
        assertThat(text(asked(get(fund.path() + "/committee"), treasurer))).contains("ธ.ก.ส.", "•••••• 6789").doesNotContain("0123456789");
        long account = accounts.of(fund.id()).getFirst().id();
        assertThat(jdbc.sql("select a::text from welfare_account a where id = ?").param(account).query(String.class).single()).doesNotContain("0123456789");
        assertThat(text(asked(post(fund.path() + "/accounts/" + account).with(csrf()), treasurer))).contains("0123456789");
        assertThat(jdbc.sql("select count(*) from log.entry where act = 'welfare.read-account' and subject_id = ?").param(fund.id()).query(Integer.class).single()).isOne();
        assertThat(asked(post(fund.path() + "/accounts/" + account).with(csrf()), Cast.executive()).getStatus()).isEqualTo(404);
        assertThat(new RowScope("province", "93").during(() -> jdbc.sql("select count(*) from welfare_account where id = ?").param(account).query(Integer.class).single())).isZero();
        assertThat(asked(post(fund.path() + "/accounts/" + account + "/close").with(csrf()), treasurer).getStatus()).isEqualTo(302);
        assertThat(text(asked(get(fund.path() + "/committee"), treasurer))).contains("ปิดเมื่อ 2 ก.ย. 62");
    }
}
