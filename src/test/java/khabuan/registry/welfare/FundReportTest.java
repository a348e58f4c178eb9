package khabuan.registry.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import khabuan.base.access.Role;
import khabuan.base.money.Baht;
import khabuan.base.money.Entry;
import khabuan.base.money.Ledger;
import khabuan.cast.Cast;
import khabuan.cast.World;
import khabuan.registry.welfare.Figures.Benefit;
import khabuan.registry.welfare.Figures.Source;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@World
@DisplayName("The report of a fund's committee")
class FundReportTest extends FundHouse {

    @Autowired FundReport report;
    @Autowired FundMoney money;
    @Autowired Ledger ledger;
    private int kham, bun;
    private long round;

    private void aMonth() {
        kham = join("นางคำ", SINCE);
        bun = join("นายบุญ", LocalDate.of(2019, 8, 2));
        int dee = join("นางดี", SINCE);
        round = collect(AUGUST, kham, bun, dee);
        money.record(treasurer, fund.id(), "", new FundMoney.Wish(FundMoney.What.RECEIVED, Source.LOCAL, AUGUST.atDay(10), Baht.of(20_000), FundAccounts.BANK, "อบต.บ่อสวก", ""));
        money.record(treasurer, fund.id(), "", new FundMoney.Wish(FundMoney.What.BANKED, null, AUGUST.atDay(29), Baht.of(1_000), "", "", ""));
        long rule = promise(Benefit.SICKNESS, 3, 500, 2);
        long claim = claims.ask(treasurer, fund.id(), "", kham, rule, AUGUST.atDay(12), null, "");
        claims.check(treasurer, fund.id(), claim, java.util.List.of("ใบรับรองแพทย์"));
        claims.approve(chair, fund.id(), claim);
        claims.pay(treasurer, fund.id(), claim, FundAccounts.CASH, AUGUST.atDay(15));
        roster.leave(treasurer, fund.id(), dee, AUGUST.atDay(30), "died");
    }

    @Test
    @DisplayName("tells what came in by source and went out by kind, who joined and left, and comes to what is in cash and bank; as a page and as a sheet to be signed")
    void month() throws Exception {
        aMonth();
        var told = report.of(fund, AUGUST.atDay(1), AUGUST.atEndOfMonth());
        assertThat(told.before().sum()).isEqualTo(Baht.of(90_000));
        assertThat(told.received()).containsEntry(Source.MEMBERS, Baht.of(90)).containsEntry(Source.LOCAL, Baht.of(20_000)).containsEntry(Source.DONATIONS, Baht.ZERO);
        assertThat(told.paid()).containsEntry(Benefit.SICKNESS, new Figures.Given(1, Baht.of(500)));
        assertThat(told.before().sum().plus(told.receivedSum()).minus(told.paidSum())).isEqualTo(told.after().sum()).isEqualTo(Baht.of(109_590));
        assertThat(told.after().cash()).isEqualTo(Baht.of(3_590));
        assertThat(new int[] {told.membersBefore(), told.joined(), told.left(), told.died(), told.members()}).containsExactly(2, 1, 0, 1, 2);
        assertThat(text(asked(get(path + "/report").param("month", "2562-08"), treasurer))).contains("รายงานประจำเดือนสิงหาคม 2562", "20,090.00", "109,590.00", "เข้าใหม่ 1 คน").doesNotContain("นางคำ", "นางดี");
        assertThat(text(asked(get(path + "/report").param("year", "2562"), treasurer))).contains("รายงานประจำปีงบประมาณ 2562", "109,590.00");
        var sheet = asked(get(path + "/report.pdf").param("month", "2562-08"), treasurer);
        assertThat(sheet.getContentType()).isEqualTo("application/pdf");
        assertThat(new String(sheet.getContentAsByteArray(), 0, 5)).isEqualTo("%PDF-");
    }

    @Test
    @DisplayName("is opened to who certifies or audits, with every entry, by whom and when, and no member; to strangers there is none")
    void audit() throws Exception {
        aMonth();
        collections.withdraw(treasurer, fund.id(), round, "นับเงินผิด");
        var auditor = people.person("audits" + System.nanoTime(), "นฤมล ตั้งตรง", Role.AUDITOR, "country", "");
        people.ownPassword(auditor);
        for (var reader : new khabuan.base.access.Actor[] {treasurer, Cast.officerOfTheNorth(), auditor}) {
            String page = text(asked(get(path + "/audit").param("from", "1 ส.ค. 2562").param("until", "2 ก.ย. 2562"), reader));
            assertThat(page).as(reader.name()).contains("กลับรายการบัญชี", "ยกเลิกแล้ว", "รับเงินกองทุนจากแหล่งอื่น", "20,000.00", "-500.00", "กรรมการtreasurer").doesNotContain("นางคำ", "นายบุญ");
        }
        assertThat(text(asked(get(path + "/audit").param("from", "1 ส.ค. 2562").param("until", "9 ส.ค. 2562"), treasurer))).contains("ไม่มีรายการในช่วงนี้");
        var stranger = keeper("treasurer", open("กองทุนสวัสดิการชุมชนบ้านบ่อสวก (สาม)"));
        for (var page : new String[] {"/report", "/report.pdf", "/audit"}) {
            assertThat(asked(get(path + page), stranger).getStatus()).as(page).isEqualTo(404);
            assertThat(asked(get(path + page), Cast.recorderOfPhatthalung()).getStatus()).as(page).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("shows all entries of a period, however many, page by page and none twice")
    void pages() throws Exception {
        var accounts = new FundAccounts(fund.id());
        var days = java.util.stream.IntStream.range(0, 2 * FundReport.MOST + 5).mapToObj(i -> AUGUST.atDay(1 + (i * 7) % 31)).toList();
        cast.change(() -> ledger.post(days.stream().map(day -> Entry.on(day, "welfare.move-cash", "welfare-money", fund.id(), "").moving(new Baht(1), accounts.bank(), accounts.cash())).toList()));
        var seen = new java.util.ArrayList<Long>();
        String next = path + "/audit?from=1 ส.ค. 2562&until=31 ส.ค. 2562";
        int pages = 0;
        while (!next.isEmpty()) {
            String page = text(asked(get(java.net.URI.create(next.replace(" ", "%20"))), treasurer));
            java.util.regex.Pattern.compile("รายการที่ (\\d+)<").matcher(page).results().forEach(m -> seen.add(Long.valueOf(m.group(1))));
            next = java.util.regex.Pattern.compile("href=\"(/funds[^\"]+after=\\d+)\"").matcher(page).results().map(m -> m.group(1).replace("&amp;", "&").replace("+", "%20")).findFirst().orElse("");
            pages++;
        }
        assertThat(pages).isEqualTo(3);
        assertThat(seen).hasSameSizeAs(days).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("follows the rate of contributions from the day on which it was changed; rounds before it stay as they are")
    void dues() throws Exception {
        aMonth();
        assertThat(asked(post(path + "/dues").with(csrf()).param("dueFrom", "1 ก.ย. 2562").param("rhythm", "monthly").param("due", "50"), treasurer).getStatus()).isEqualTo(302);
        collections.collect(treasurer, "", new Collections.Round(fund.id(), 1, AUGUST.plusMonths(1), LocalDate.of(2019, 9, 1), "เหรัญญิก", java.util.List.of(new Collections.Payer(kham, 0))));
        assertThat(report.of(fund, LocalDate.of(2019, 9, 1), LocalDate.of(2019, 9, 2)).received()).containsEntry(Source.MEMBERS, Baht.of(50));
        assertThat(report.of(fund, AUGUST.atDay(1), AUGUST.atEndOfMonth()).received()).containsEntry(Source.MEMBERS, Baht.of(90));
        assertThat(text(asked(post(path + "/dues").with(csrf()).param("dueFrom", "1 ส.ค. 2562").param("rhythm", "monthly").param("due", "60"), treasurer))).contains("มีอัตราที่เริ่มใช้วันนั้นหรือหลังจากนั้นอยู่แล้ว");
        assertThat(text(asked(post(path + "/dues").with(csrf()), treasurer))).contains("กรอกวันที่", "กรอกจำนวนเงินเป็นบาท", "เลือกว่าสมาชิกจ่ายรายวัน");
    }
}
