package khabuan.registry.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.access.Role;
import khabuan.base.money.Baht;
import khabuan.base.money.Entry;
import khabuan.base.money.Overdrawn;
import khabuan.base.money.Receipts;
import khabuan.cast.Paper;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import khabuan.base.place.Level;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

@DisplayName("An advance")
class AdvanceTest extends ProjectStory {

    @Autowired Advances advances;
    @Autowired AdvanceList list;
    @Autowired Receipts receipts;
    @Autowired Measures measures;

    @BeforeEach
    void aFrame() {
        grant(100_000);
    }

    private static void refused(ProjectRefusal refusal, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOfSatisfying(Refusal.Thrown.class, r -> assertThat(r.refusal()).isEqualTo(refusal));
    }

    private Advance asked(long baht, LocalDate due) {
        long id = advances.ask(officer, "", new Advances.Draft(standing().frame().id(), "", "สมหญิง ใจงาม " + year, "จัดเวทีทบทวนแผนตำบล", Baht.of(baht), due, "006", "012-3-45678-9"));
        return advances.at(officer, id);
    }

    private Advance lent(long baht, LocalDate due) {
        var advance = asked(baht, due);
        advances.approve(finance, advance.id(), advance.version());
        cast.change(() -> {
            long batch = jdbc.sql("insert into payment_batch (message_id, made_on) values (?, ?) returning id").params("ADV" + System.nanoTime(), TODAY).query(Long.class).single();
            payments.issue(batch, List.of(advances.at(finance, advance.id()).payment().id()), TODAY);
        });
        return advances.at(officer, advance.id());
    }

    private void attach(Advance advance, String kind, String name) {
        evidence.attach(officer, Advance.KIND, advance.id(), kind, null, "", () -> vault.keep(new ByteArrayInputStream(Paper.pdf(name + advance.id())), name + ".pdf"));
    }

    private Baht owed(Advance advance) {
        return advances.at(officer, advance.id()).owed();
    }

    private Baht sums(String code) {
        return new Baht(jdbc.sql("select coalesce(sum(l.amount), 0)::bigint from posting l join ledger_account a on a.id = l.account_id where a.code = ? and a.budget_year = ?").params(code, year).query(Long.class).single());
    }

    @Test
    @DisplayName("is put aside in its frame when it is approved, owed when it is paid, and spent only when receipts clear it; what is given back is free again")
    void wholeWay() {
        var advance = lent(30_000, TODAY.plusDays(30));
        assertThat(standing().free()).isEqualTo(Baht.of(70_000));
        assertThat(standing().paid()).isEqualTo(Baht.ZERO);
        assertThat(owed(advance)).isEqualTo(Baht.of(30_000));
        attach(advance, "receipt", "ค่าที่พัก");
        advances.clear(finance, "", advance.id(), Baht.of(20_000), TODAY, "ใบสำคัญ 12 ฉบับ");
        assertThat(owed(advance)).isEqualTo(Baht.of(10_000));
        assertThat(standing().paid()).isEqualTo(Baht.of(20_000));
        assertThat(sums("5100")).isEqualTo(Baht.of(20_000));
        attach(advance, "deposit-slip", "ใบนำฝาก");
        advances.takeBack(finance, "", advance.id(), Baht.of(10_000), TODAY, "เงินเหลือ", true);
        var cleared = advances.at(officer, advance.id());
        assertThat(cleared.state()).isEqualTo(Advance.State.CLEARED);
        assertThat(cleared.owed()).isEqualTo(Baht.ZERO);
        assertThat(standing().free()).isEqualTo(Baht.of(80_000));
        assertThat(standing().approved()).isEqualTo(Baht.of(20_000));
        assertThat(advances.clearings(advance.id())).extracting(Advance.Clearing::kind).containsExactly("receipts", "cash");
        refused(ProjectRefusal.NOTHING_OWED, () -> advances.clear(finance, "", advance.id(), Baht.of(1), TODAY, ""));
    }

    @Test
    @DisplayName("counts as disbursed in its office on the day of its receipts, and not before")
    void disbursed() {
        var advance = lent(5_000, TODAY);
        long before = disbursedInTheNortheast();
        attach(advance, "receipt", "ค่าเดินทาง");
        advances.clear(finance, "", advance.id(), Baht.of(5_000), TODAY, "");
        assertThat(disbursedInTheNortheast()).isEqualTo(before + 5_000_00);
    }

    private long disbursedInTheNortheast() {
        return measures.ask(new Question("money.disbursed", Level.REGION, List.of(new Window(TODAY, TODAY, null)))).at("NE", 0);
    }

    @Test
    @DisplayName("is never cleared above what was taken: told in words, and refused by the database whoever writes")
    void guarded() {
        var advance = lent(9_000, TODAY);
        attach(advance, "receipt", "ค่าอาหาร");
        assertThatThrownBy(() -> advances.clear(finance, "", advance.id(), Baht.of(9_001), TODAY, "")).isInstanceOfSatisfying(Refusal.Thrown.class, r -> {
            assertThat(r.refusal()).isEqualTo(ProjectRefusal.CLEARED_TOO_MUCH);
            assertThat(r.values()).containsExactly("9,000.00", "9,001.00");
        });
        assertThat(owed(advance)).isEqualTo(Baht.of(9_000));
        var frame = standing().frame();
        assertThatThrownBy(() -> cast.change(() -> ledger.post(Entry.on(TODAY, "advance.clear", Advance.KIND, advance.id(), "").moving(Baht.of(9_001), frame.lent(advance.id()), frame.lent(0).code("5100"))))).isInstanceOf(Overdrawn.class);
        refused(ProjectRefusal.ADVANCE_OVER_FRAME, () -> {
            var greedy = asked(100_000, TODAY);
            advances.approve(finance, greedy.id(), greedy.version());
        });
    }

    @Test
    @DisplayName("is approved by another than who asks for it or takes it, cleared only with papers, and answered once")
    void hands() {
        var advance = asked(1_000, TODAY);
        var own = people.person("somying-" + year, "สมหญิง ใจงาม " + year, Role.FINANCE_OFFICER, "country", "");
        refused(ProjectRefusal.OWN_ADVANCE, () -> advances.approve(own, advance.id(), advance.version()));
        assertThatThrownBy(() -> advances.approve(officer, advance.id(), advance.version())).isInstanceOf(OutOfReach.class);
        assertThatThrownBy(() -> cast.change(() -> jdbc.sql("update advance set approved_on = ?, approved_by = asked_by where id = ?").params(TODAY, advance.id()).update()))
                .isInstanceOf(DataAccessException.class).hasMessageContaining("advance_approver_is_not_asker");
        refused(ProjectRefusal.REASON_MISSING, () -> advances.refuse(finance, advance.id(), advance.version(), " "));
        advances.refuse(finance, advance.id(), advance.version(), "มีเงินยืมเดิมค้างอยู่");
        refused(ProjectRefusal.CHANGED_MEANWHILE, () -> advances.approve(finance, advance.id(), advance.version()));
        var out = lent(1_000, TODAY);
        refused(ProjectRefusal.RECEIPTS_MISSING, () -> advances.clear(finance, "", out.id(), Baht.of(1_000), TODAY, ""));
        refused(ProjectRefusal.SLIP_MISSING, () -> advances.takeBack(finance, "", out.id(), Baht.of(1_000), TODAY, "", true));
        attach(out, "receipt", "ใบเดียว");
        advances.clear(finance, "", out.id(), Baht.of(400), TODAY, "");
        refused(ProjectRefusal.RECEIPTS_MISSING, () -> advances.clear(finance, "", out.id(), Baht.of(600), TODAY, ""));
    }

    @Test
    @DisplayName("that the bank refuses is not owed, and is paid again")
    void refusedByTheBank() {
        var advance = lent(2_000, TODAY);
        cast.change(() -> payments.fail(advance.payment().id(), TODAY, "AC04"));
        assertThat(advances.at(officer, advance.id()).state()).isEqualTo(Advance.State.FAILED);
        assertThat(owed(advance)).isEqualTo(Baht.ZERO);
        advances.payAgain(finance, advance.id());
        assertThat(advances.at(officer, advance.id()).state()).isEqualTo(Advance.State.APPROVED);
    }

    @Test
    @DisplayName("is known by its number when its money comes back to the bank, which clears it without another slip")
    void throughTheBank() {
        var advance = lent(3_000, TODAY);
        long receipt = receipts.enter(finance, "", new Receipts.Draft("state", TODAY, Baht.of(3_000), "สมหญิง ใจงาม " + year, "คืนเงินยืม " + advance.code()));
        var suggested = receipts.suggestions(receipts.at(receipt)).getFirst();
        assertThat(suggested.owner()).isEqualTo("advance.return");
        assertThat(suggested.match().because()).containsExactly("advance-reference", "borrower", "all-owed");
        receipts.identify(finance, receipt, suggested.owner(), suggested.match().record(), "ตรงกับใบนำฝาก");
        assertThat(advances.at(officer, advance.id()).state()).isEqualTo(Advance.State.CLEARED);
    }

    @Test
    @DisplayName("stands in the list of its office by how many days it is over its day, at the edges of each bucket; another office and smaller places do not find it")
    void ageing() {
        long[] late = {0, 1, 30, 31, 60, 61, 90, 91};
        var made = new java.util.ArrayList<Advance>();
        for (long days : late) {
            var advance = lent(100 + days, TODAY);
            cast.change(() -> jdbc.sql("update advance set asked_on = ?, due_on = ? where id = ?").params(TODAY.minusDays(200), TODAY.minusDays(days), advance.id()).update());
            made.add(advance);
        }
        var lines = list.page(AdvanceFilter.read(Map.of("q", "สมหญิง ใจงาม " + year)), officer, 100, 0);
        assertThat(lines).extracting(l -> l.bucket().word()).containsExactly("last", "third", "third", "second", "second", "first", "first", "in-time");
        assertThat(list.page(AdvanceFilter.read(Map.of("q", "สมหญิง ใจงาม " + year, "bucket", "second")), finance, 100, 0)).extracting(AdvancePages.Line::late).containsExactly(60L, 31L);
        assertThat(list.ageing(officer)).singleElement().satisfies(a -> assertThat(a.cells().getLast().count()).isPositive());
        var south = people.officerOfTheSouth();
        assertThat(list.page(AdvanceFilter.read(Map.of("q", "สมหญิง ใจงาม " + year)), south, 100, 0)).isEmpty();
        assertThatThrownBy(() -> advances.at(south, made.getFirst().id())).isInstanceOf(OutOfReach.class);
        assertThatThrownBy(() -> list.count(AdvanceFilter.read(Map.of()), recorder)).isInstanceOf(OutOfReach.class);
        assertThatThrownBy(() -> advances.at(recorder, made.getFirst().id())).isInstanceOf(OutOfReach.class);
    }

    @Test
    @DisplayName("that is out when its budget year ends is not carried over with the projects")
    void notCarried() {
        lent(4_000, TODAY);
        refused(ProjectRefusal.NOTHING_TO_CARRY, () -> budget.carry(people.centreOfficer(), "", standing().frame(), decided(1)));
    }
}
