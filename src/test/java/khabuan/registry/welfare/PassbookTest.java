package khabuan.registry.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import khabuan.base.money.Baht;
import khabuan.base.person.Person;
import khabuan.base.store.RowScope;
import khabuan.cast.Cast;
import khabuan.cast.World;
import khabuan.registry.welfare.Figures.Benefit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

@World
@DisplayName("A member's own passbook")
class PassbookTest extends FundHouse {

    private static final String GONE = "ลิงก์นี้ใช้ไม่ได้";
    @Autowired PassbookLinks links;
    @Autowired Passbooks passbooks;
    private int kham, bun;

    @BeforeEach
    void twoMembers() {
        kham = join("นางคำ", LocalDate.of(2019, 4, 1));
        bun = join("นายบุญ", SINCE);
        collect(AUGUST.minusMonths(1), kham, bun);
    }

    private record Slip(String link, String code) {}

    private Slip slip(int number) throws Exception {
        var answer = asked(post(path + "/members/" + number + "/link").with(csrf()), treasurer);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
        return new Slip(found(answer, "http://[^<\"]+?(/passbook/\\d+/[A-Za-z0-9_-]{32})<"), found(answer, "code-of-slip\">(\\d{6})<"));
    }

    private static String found(MockHttpServletResponse answer, String pattern) {
        var matcher = Pattern.compile(pattern).matcher(text(answer));
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }

    private MockHttpServletResponse tried(String link, String code) throws Exception {
        return asked(post(link).with(csrf()).param("code", code), null);
    }

    private MockHttpServletResponse read(String link, Cookie device) throws Exception {
        return asked(device == null ? get(link) : get(link).cookie(device), null);
    }

    /** One that nobody bears, whose last digit proves the others. */
    private static String nationalId() {
        String first = "1%011d".formatted(System.nanoTime() % 100_000_000_000L);
        int sum = 0;
        for (int i = 0; i < 12; i++) sum += (first.charAt(i) - '0') * (13 - i);
        return first + (11 - sum % 11) % 10;
    }

    private static String wrong(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    @Test
    @DisplayName("opens with the code of the slip, once, and from then on that device alone; it shows what was paid, what is promised and what was asked, and of others nothing")
    void opens() throws Exception {
        long sickness = promise(Benefit.SICKNESS, 3, 500, 2);
        promise(Benefit.DEATH, 12, 10_000, null);
        claims.ask(treasurer, fund.id(), "", kham, sickness, LocalDate.of(2019, 8, 20), null, "");
        var slip = slip(kham);
        assertThat(text(read(slip.link, null))).contains("รหัส 6 หลัก").doesNotContain("นางคำ", "30.00");
        assertThat(tried(slip.link, "12 34").getStatus()).as("no code at all is not counted").isEqualTo(422);
        var opened = tried(slip.link, slip.code.substring(0, 3) + " " + slip.code.substring(3));
        assertThat(opened.getRedirectedUrl()).isEqualTo(slip.link);
        var device = opened.getCookie("khabuan-passbook");
        assertThat(device.isHttpOnly()).isTrue();
        assertThat(device.getPath()).isEqualTo(slip.link);
        assertThat(device.getMaxAge()).isEqualTo(90 * 24 * 3600);
        var page = read(slip.link, device);
        assertThat(page.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(page.getHeader("X-Robots-Tag")).isEqualTo("noindex");
        assertThat(page.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(text(page)).contains(fund.name(), "นางคำ", "กรกฎาคม 2562", "ค้างเงินสมทบ 4 เดือน: เมษายน 2562, พฤษภาคม 2562, มิถุนายน 2562, สิงหาคม 2562", "รวม 120.00 บาท", "เหลือ 1 จาก 2 ครั้ง", "ได้ตั้งแต่ 1 เม.ย. 63", "รอตรวจเอกสาร")
                .doesNotContain("นายบุญ", "กรรมการtreasurer");
        assertThat(read(slip.link, null).getStatus()).as("another device").isEqualTo(404);
        assertThat(text(tried(slip.link, slip.code))).as("the code again").contains(GONE);
        assertThat(text(tried(slip.link, "1"))).as("no code, where none is asked").contains(GONE);
        assertThat(jdbc.sql("select actor from log.entry where act = 'welfare.read-passbook' and subject_kind = 'person' and subject_id = ?").param(roster.at(fund.id(), kham).personId()).query(String.class).list())
                .containsExactly("member " + fund.code() + "/" + kham);
    }

    @Test
    @DisplayName("gives the member a copy of all that is held, as a page and as data, on that device alone; of the national ID number the end, of others nothing, and each reading is logged")
    void copied() throws Exception {
        promise(Benefit.SICKNESS, 3, 500, 2);
        String id = nationalId();
        int som = roster.join(treasurer, fund.id(), "", new Person.Details(unit, "นางส้ม " + Cast.surname(), id, "081-234-5678"), "elderly", 3, SINCE);
        collect(AUGUST, som);
        var slip = slip(som);
        assertThat(read(slip.link + "/copy", null).getStatus()).as("before the code").isEqualTo(404);
        var device = tried(slip.link, slip.code).getCookie("khabuan-passbook");
        assertThat(text(read(slip.link, device))).contains("ขอสำเนาข้อมูลทั้งหมดของฉัน", slip.link + "/copy");
        var page = read(slip.link + "/copy", device);
        assertThat(page.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(text(page)).contains("นางส้ม", "0812345678", "หมู่ 3", "ผู้สูงอายุ", "สิงหาคม 2562", id.substring(9), "ดาวน์โหลด (JSON)").doesNotContain(id, "นางคำ", "นายบุญ");
        var data = read(slip.link + "/copy.json", device);
        assertThat(data.getContentType()).isEqualTo("application/json");
        var json = new tools.jackson.databind.json.JsonMapper().readTree(data.getContentAsByteArray());
        assertThat(json.get("person").get("fullName").asString()).startsWith("นางส้ม");
        assertThat(json.get("person").get("nationalId").asString()).isEqualTo("•••••••••" + id.substring(9));
        assertThat(json.get("membership").get("joinedOn").asString()).isEqualTo(SINCE.toString());
        assertThat(json.get("paid").get(0).get("month").asString()).isEqualTo("2019-08");
        assertThat(json.get("paid").get(0).get("amount").decimalValue()).isEqualByComparingTo("30");
        assertThat(jdbc.sql("select actor from log.entry where act = 'person.read' and subject_kind = 'person' and subject_id = ?").param(roster.at(fund.id(), som).personId()).query(String.class).list())
                .containsExactly("member " + fund.code() + "/" + som, "member " + fund.code() + "/" + som);
        for (var address : List.of("/copy", "/copy.json")) {
            assertThat(read(slip.link + address, null).getStatus()).as("another device" + address).isEqualTo(404);
            assertThat(read("/passbook/" + fund.id() + "/" + "x".repeat(32) + address, device).getStatus()).as("another link" + address).isEqualTo(404);
        }
    }

    @Test
    @DisplayName("counts what is left of the year, the waiting time and what is behind, month by month")
    void entitlements() {
        long once = promise(Benefit.SICKNESS, 3, 500, 1);
        claims.ask(treasurer, fund.id(), "", bun, once, LocalDate.of(2018, 9, 30).plusMonths(5), null, "");
        var book = passbooks.of(fund, roster.at(fund.id(), bun));
        assertThat(book.behind()).hasSize(10).doesNotContain(AUGUST.minusMonths(1), AUGUST.plusMonths(1)).contains(AUGUST);
        assertThat(book.owed()).isEqualTo(Baht.of(300));
        assertThat(book.total()).isEqualTo(Baht.of(30));
        assertThat(book.entitlements()).singleElement().satisfies(e -> {
            assertThat(e.left()).isZero();
            assertThat(e.from()).isEqualTo(LocalDate.of(2019, 1, 1));
        });
        roster.leave(treasurer, fund.id(), bun, LocalDate.of(2019, 5, 2), "moved");
        assertThat(passbooks.of(fund, roster.at(fund.id(), bun)).entitlements()).isEmpty();
    }

    @Test
    @DisplayName("is not opened by guessing: five wrong codes end the link, from twenty devices at once too, and the right one comes too late")
    void guessed() throws Exception {
        var slip = slip(kham);
        var answers = new ArrayList<Integer>();
        try (var devices = Executors.newFixedThreadPool(8)) {
            Callable<Integer> guess = () -> tried(slip.link, wrong(slip.code)).getStatus();
            for (var answer : devices.invokeAll(java.util.Collections.nCopies(20, guess))) answers.add(answer.get());
        }
        assertThat(answers).filteredOn(a -> a == 422).hasSize(4);
        assertThat(answers).filteredOn(a -> a == 404).hasSize(16);
        assertThat(jdbc.sql("select tries from welfare_link where fund_id = ?").param(fund.id()).query(Integer.class).single()).isEqualTo(5);
        assertThat(text(tried(slip.link, slip.code))).contains(GONE);
        assertThat(text(asked(get(path + "/members/" + kham), treasurer))).contains("ใส่รหัสผิดครบ 5 ครั้ง");
    }

    @Test
    @DisplayName("is not found by another link, another fund's number or a changed one; all are answered alike, and a link of one fund finds nothing in another")
    void strangers() throws Exception {
        var slip = slip(kham);
        var other = open("กองทุนสวัสดิการชุมชนตำบลบ่อสวก (สอง)");
        var token = slip.link.substring(slip.link.lastIndexOf('/') + 1);
        for (var address : List.of("/passbook/" + other.id() + "/" + token, "/passbook/999999999/" + token, slip.link.substring(0, slip.link.length() - 1) + (token.endsWith("A") ? "B" : "A"), "/passbook/" + fund.id() + "/1")) {
            assertThat(read(address, null).getStatus()).as(address).isEqualTo(404);
            assertThat(text(tried(address, slip.code))).as(address).contains(GONE);
        }
        assertThat(jdbc.sql("select tries from welfare_link where fund_id = ?").param(fund.id()).query(Integer.class).single()).isZero();
        String count = "select count(*) from welfare_link where fund_id = " + fund.id();
        assertThat(new RowScope("unit", unit, Long.toString(other.id())).during(() -> jdbc.sql(count).query(Integer.class).single())).isZero();
        assertThat(RowScope.NONE.during(() -> jdbc.sql(count).query(Integer.class).single())).isZero();
    }

    @Test
    @DisplayName("ends when the committee says so, gives another slip, or the member leaves; neither link nor code can be read in the database")
    void ends() throws Exception {
        var first = slip(kham);
        var second = slip(kham);
        assertThat(read(first.link, null).getStatus()).isEqualTo(404);
        var device = tried(second.link, second.code).getCookie("khabuan-passbook");
        assertThat(read(second.link, device).getStatus()).isEqualTo(200);
        String kept = jdbc.sql("select string_agg(l::text, ' ') from welfare_link l where fund_id = ?").param(fund.id()).query(String.class).single();
        assertThat(kept).doesNotContain(second.link.substring(second.link.lastIndexOf('/') + 1), device.getValue(), second.code + ",");
        assertThat(asked(post(path + "/members/" + kham + "/link/end").with(csrf()), treasurer).getStatus()).isEqualTo(302);
        assertThat(read(second.link, device).getStatus()).isEqualTo(404);
        var third = slip(bun);
        roster.leave(treasurer, fund.id(), bun, LocalDate.of(2019, 8, 30), "left");
        assertThat(read(third.link, null).getStatus()).isEqualTo(404);
        assertThat(asked(post(path + "/members/" + bun + "/link").with(csrf()), treasurer).getStatus()).as("who has left").isEqualTo(422);
    }

    @Test
    @DisplayName("stays closed when the slip was not used in a week, and after ninety days on the device")
    void lapses() throws Exception {
        var unused = slip(kham);
        cast.change(() -> jdbc.sql("update welfare_link set given_on = '2019-08-20', good_until = '2019-08-27' where fund_id = ?").param(fund.id()).update());
        assertThat(read(unused.link, null).getStatus()).isEqualTo(404);
        assertThat(text(tried(unused.link, unused.code))).contains(GONE);
        var used = slip(bun);
        var device = tried(used.link, used.code).getCookie("khabuan-passbook");
        cast.change(() -> jdbc.sql("update welfare_link set opened_on = '2019-05-01', device_until = '2019-07-30' where fund_id = ? and opened_on is not null").param(fund.id()).update());
        assertThat(read(used.link, device).getStatus()).isEqualTo(404);
    }
}
