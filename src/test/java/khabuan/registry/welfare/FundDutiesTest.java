package khabuan.registry.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.evidence.Vault;
import khabuan.base.money.Baht;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.text.Bundles;
import khabuan.base.gap.Duties;
import khabuan.cast.Cast;
import khabuan.cast.Paper;
import khabuan.cast.World;
import khabuan.registry.welfare.Figures.Benefit;
import khabuan.registry.welfare.Figures.MemberClass;
import khabuan.registry.welfare.Figures.Source;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@World
@DisplayName("My work tells about funds")
class FundDutiesTest extends FundHouse {

    private static final FiscalQuarter Q3 = new FiscalYear(2562).quarter(3);
    @Autowired FundStatements statements;
    @Autowired FundDuties duties;
    @Autowired Places places;
    @Autowired Bundles bundles;
    @Autowired FundCosts costs;
    @Autowired Vault vault;

    private List<String> of(Actor actor, String anchor) {
        Place here = places.find(Level.UNIT, unit).orElseThrow();
        return duties.of(here, actor, bundles.in(Bundles.THAI)).stream().filter(g -> g.anchor().equals(anchor)).flatMap(g -> g.lines().stream()).map(Duties.Line::path).toList();
    }

    @Test
    @DisplayName("whoever certifies what waits for a second person, and who records what was sent back")
    void statements() {
        var recorder = Cast.recorderOfNan();
        var officer = Cast.officerOfTheNorth();
        long other = funds.register(recorder, "", new Fund.Registration(unit, "", "กองทุนสวัสดิการบ้านซาวหลวง", LocalDate.of(2009, 5, 4))).id();
        var wish = new Statement.Wish(Q3, LocalDate.of(2019, 5, 31), new Figures(120, Map.of(MemberClass.WORKING, 120), 3, 9, Map.of(Source.MEMBERS, Baht.of(40_000)), Map.of()), "");
        var statement = statements.enter(recorder, other, 0, wish);
        assertThat(of(officer, "welfare-certify")).containsExactly(statement.path());
        assertThat(of(recorder, "welfare-certify")).as("may not certify").isEmpty();
        statements.sendBack(officer, other, Q3, statement.version(), "สมาชิกไม่ตรงกับทะเบียน");
        assertThat(of(officer, "welfare-certify")).isEmpty();
        assertThat(of(recorder, "welfare-mend")).containsExactly(statement.path());
    }

    @Test
    @DisplayName("a committee of the next step of each claim and cost, of its own fund alone, and leads there from the first page")
    void claims() throws Exception {
        int number = join("นางคำ", SINCE);
        long claim = claims.ask(treasurer, fund.id(), "", number, promise(Benefit.SICKNESS, 3, 500, 2), LocalDate.of(2019, 8, 2), null, "");
        assertThat(of(treasurer, "welfare-claims")).containsExactly(path + "/claims/" + claim);
        assertThat(of(keeper("registrar", open("กองทุนสวัสดิการบ้านดู่")), "welfare-claims")).as("another fund").isEmpty();
        claims.refuse(chair, fund.id(), claim, "เอกสารไม่ครบ");
        assertThat(of(treasurer, "welfare-claims")).isEmpty();
        long cost = costs.enter(treasurer, fund.id(), "", new FundCosts.Wish(LocalDate.of(2019, 8, 20), "ร้านค้า", "ค่าเครื่องเขียน", Baht.of(100), FundAccounts.CASH), () -> vault.keepMade(Paper.pdf("ใบเสร็จ" + fund.id()), "ใบเสร็จ.pdf", "application/pdf"));
        assertThat(of(chair, "welfare-costs")).containsExactly(path + "/costs/" + cost);
        assertThat(of(treasurer, "welfare-costs")).as("who entered it waits for another").isEmpty();
        costs.approve(chair, fund.id(), cost);
        assertThat(of(chair, "welfare-costs")).isEmpty();
        assertThat(asked(get("/"), treasurer).getRedirectedUrl()).isEqualTo("/funds/books");
        assertThat(asked(get("/funds/books"), treasurer).getRedirectedUrl()).isEqualTo(path);
    }
}
