package khabuan.registry.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusal;
import khabuan.base.duplicate.Pairs;
import khabuan.base.evidence.Vault;
import khabuan.base.money.Baht;
import khabuan.base.money.Entry;
import khabuan.base.money.Ledger;
import khabuan.cast.Cast;
import khabuan.cast.Paper;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@World
@DisplayName("Two funds that were one")
class MergedFundsTest extends FundHouse {

    @Autowired Pairs pairs;
    @Autowired FundCommittees committees;
    @Autowired FundBankAccounts accounts;
    @Autowired Regulations regulations;
    @Autowired Vault vault;
    @Autowired FundMoney money;
    @Autowired Ledger ledger;

    /** A fund that keeps no books here. */
    private Fund plain(String name) {
        return funds.register(Cast.recorderOfNan(), "", new Fund.Registration(unit, "", name, LocalDate.of(2009, 5, 4)));
    }

    private void elect(Fund of, LocalDate on, String chair) {
        committees.elect(Cast.recorderOfNan(), of.id(), new FundCommittees.Wish(on, on.plusYears(2), List.of(new FundCommittees.Elected("chair", 0, chair + " " + Cast.surname()))), () -> vault.keepMade(Paper.pdf("เลือก" + of.id() + on), "เลือก.pdf", "application/pdf"));
    }

    private void account(Fund of, String number) {
        accounts.add(Cast.recorderOfNan(), of.id(), new FundBankAccounts.Wish("006", "กองทุนสวัสดิการ", number, LocalDate.of(2018, 1, 5)));
    }

    private long propose(Fund survivor, Fund loser) throws Exception {
        String page = asked(post("/duplicates").with(csrf()).param("kind", Fund.KIND).param("one", "" + survivor.id()).param("other", "" + loser.id()), Cast.officerOfTheNorth()).getRedirectedUrl();
        long pair = Long.parseLong(page.substring(page.lastIndexOf('/') + 1));
        pairs.propose(Cast.officerOfTheNorth(), pair, pairs.at(Cast.officerOfTheNorth(), pair).version(), survivor.id(), List.of(), "ขึ้นทะเบียนสองครั้ง");
        return pair;
    }

    private int rows(String table, Fund of) {
        return jdbc.sql("select count(*) from " + table + " where fund_id = ?").param(of.id()).query(Integer.class).single();
    }

    @Test
    @DisplayName("are merged with elections, seats, bank accounts and regulations; what both have stays with the survivor's own, and the merge is taken back whole")
    void merged() throws Exception {
        Fund one = plain("กองทุนสวัสดิการชุมชนบ้านซาวหลวง"), other = plain("กองทุนสวัสดิการชุมชนบ้านซาวหลวง (ซ้ำ)");
        elect(one, LocalDate.of(2017, 3, 1), "นางคำ");
        elect(other, LocalDate.of(2017, 3, 1), "นางคำ");
        elect(other, LocalDate.of(2019, 3, 1), "นายบุญ");
        account(one, "1234567890");
        account(other, "1234567890");
        account(other, "9876543210");
        regulations.record(Cast.recorderOfNan(), other.id(), LocalDate.of(2018, 1, 1), "ประชุมใหญ่", null, () -> vault.keepMade(Paper.pdf("ระเบียบซาวหลวง"), "ระเบียบ.pdf", "application/pdf"));
        var centre = people.centreOfficer();
        long pair = propose(one, other);
        pairs.confirm(centre, pair, pairs.at(centre, pair).version());
        assertThat(List.of(rows("welfare_election", one), rows("welfare_office", one), rows("welfare_account", one), rows("welfare_regulation", one))).containsExactly(2, 2, 2, 1);
        assertThat(List.of(rows("welfare_election", other), rows("welfare_account", other))).as("what both have").containsExactly(1, 1);
        assertThat(committees.of(Cast.recorderOfNan(), one.id())).extracting(FundCommittees.Term::state).containsExactly("running", "followed");
        assertThat(books.figures(one.id(), LocalDate.of(2019, 8, 1)).committee()).as("the committee of the newest election").isEqualTo(1);
        pairs.undo(centre, pair, pairs.at(centre, pair).version(), "คนละกองทุน");
        assertThat(List.of(rows("welfare_election", one), rows("welfare_office", one), rows("welfare_account", one), rows("welfare_regulation", one))).containsExactly(1, 1, 1, 0);
        assertThat(List.of(rows("welfare_election", other), rows("welfare_office", other), rows("welfare_account", other), rows("welfare_regulation", other))).containsExactly(2, 2, 2, 1);
    }

    @Test
    @DisplayName("are merged into the one that keeps books, never out of it while members or money are in them; nor when both keep books")
    void books() throws Exception {
        var plain = plain("กองทุนสวัสดิการชุมชนตำบลบ่อสวก (ซ้ำ)");
        var second = open("กองทุนสวัสดิการชุมชนตำบลบ่อสวก (ทำบัญชี)");
        for (var into : List.of(plain, second))
            assertThatExceptionOfType(Refusal.Thrown.class).isThrownBy(() -> propose(into, fund)).satisfies(t -> assertThat(t.refusal()).isEqualTo(WelfareRefusal.BOOKS_STAY));
        var keeper = keeper("treasurer", second);
        var empty = new FundMoney.Wish(FundMoney.What.DRAWN, null, LocalDate.of(2019, 8, 1), Baht.of(85_000), "", "", "");
        money.record(keeper, second.id(), "", empty);
        cast.change(() -> ledgerOut(second, keeper));
        long pair = propose(fund, second);
        var centre = people.centreOfficer();
        pairs.confirm(centre, pair, pairs.at(centre, pair).version());
        assertThat(funds.find(second.id()).orElseThrow().mergedInto()).isEqualTo(fund.id());
        assertThat(books.standing(fund.id(), FundAccounts.CASH)).as("the books of the survivor are as they were").isEqualTo(Baht.of(5_000));
        propose(fund, plain);
    }

    /** All that is in cash goes to the other fund. */
    private void ledgerOut(Fund of, Actor keeper) {
        var a = new FundAccounts(of.id());
        ledger.post(Entry.on(LocalDate.of(2019, 8, 2), "welfare.approve-cost", "welfare-fund", of.id(), keeper.name()).moving(Baht.of(90_000), a.cash(), a.costs()));
    }
}
