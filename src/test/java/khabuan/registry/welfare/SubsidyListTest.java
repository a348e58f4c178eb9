package khabuan.registry.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusal;
import khabuan.base.access.Role;
import khabuan.base.intake.Intake;
import khabuan.base.intake.Kinds;
import khabuan.base.intake.Order;
import khabuan.base.intake.Outcome;
import khabuan.base.money.Baht;
import khabuan.base.person.NationalId;
import khabuan.base.person.Person;
import khabuan.base.person.Persons;
import khabuan.base.store.RowScope;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@World
@DisplayName("A list of members of a fund without books")
class SubsidyListTest extends FundHouse {

    private static final LocalDate TODAY = LocalDate.of(2019, 9, 2);
    private static long next = System.nanoTime() % 1_000_000_000L;
    @Autowired Intake intake;
    @Autowired Persons persons;
    @Autowired Kinds kinds;
    @Autowired SubsidyRounds rounds;
    @Autowired SubsidyRequests requests;
    @TempDir Path folder;
    private final Actor importer = importer(9031L, "N"), ofTheSouth = importer(9032L, "S");
    private Actor recorder;
    private Fund plain;
    private long round;
    private String named;

    @BeforeEach
    void aFundWithoutBooksAndARound() {
        recorder = people.person("malee-list", "มาลี รายชื่อ", Role.RECORDER, "province", "55");
        long id = funds.register(Cast.recorderOfNan(), "", new Fund.Registration(unit, "", "กองทุนสวัสดิการชุมชนบ้านหนองเต่า", LocalDate.of(2010, 2, 1))).id();
        plain = funds.find(id).orElseThrow();
        state(plain, TODAY.minusDays(40), true, 7);
        state(fund, TODAY.minusDays(20), true, 9);
        round = rounds.open(people.centreOfficer(), "", new SubsidyRound.Wish(2562, TODAY.minusDays(30), TODAY.plusDays(20), Baht.of(300), 365, "", ""));
        named = rounds.at(round).number() + "/2562";
    }

    private static Actor importer(long account, String region) {
        return new Actor(account, "importer", "นำเข้า จำลอง", Role.REGIONAL_OFFICER, "region", region, Set.of(), "127.0.0.1");
    }

    /** A number that nobody has yet. */
    private static String number() {
        String twelve = "3" + String.format("%011d", ++next);
        for (int last = 0; last < 10; last++) if (NationalId.parse(twelve + last).isPresent()) return twelve + last;
        throw new IllegalStateException(twelve);
    }

    private static String member(String number) {
        return "นางทองดี " + Cast.surname() + "," + number;
    }

    private Outcome take(Actor actor, Fund of, String round, String... members) throws IOException {
        var lines = new StringBuilder("รหัสกองทุน,รอบ,ชื่อ-นามสกุล,เลขประจำตัวประชาชน\r\n");
        for (var member : members) lines.append(of.code()).append(',').append(round).append(',').append(member).append("\r\n");
        var file = Files.write(folder.resolve("members.csv"), lines.toString().getBytes(StandardCharsets.UTF_8));
        return intake.take(kinds.get("subsidy-members"), new Order(actor, file, "members.csv", null, false, false, TODAY, Order.Progress.NONE));
    }

    private SubsidyRequest asked(Fund of) {
        return requests.find(round, of.id()).orElseThrow();
    }

    @Test
    @DisplayName("is counted person by person: who was counted for a fund with books is not counted again, and the request says who and from what")
    void once() throws Exception {
        String shared = number();
        roster.join(treasurer, fund.id(), "", new Person.Details(unit, "นางทองดี " + Cast.surname(), shared, ""), "working", 1, SINCE);
        requests.ask(treasurer, fund.id(), round, "", null);
        assertThat(take(importer, plain, named, member(shared), member(number()), member(number())).added()).isEqualTo(3);
        assertThat(text(asked(get(plain.path() + "/subsidies/" + round), recorder))).contains("ตามรายชื่อที่นำเข้า 3 คน").doesNotContain("name=\"asked\"");
        requests.ask(recorder, plain.id(), round, "", null);
        var request = asked(plain);
        assertThat(request.basis()).isEqualTo("list");
        assertThat(List.of(request.members(), request.asked(), request.counted(), request.doubled())).containsExactly(120, 3, 2, 1);
        assertThat(request.amount()).isEqualTo(Baht.of(600));
        assertThat(requests.doubled(request, 10)).extracting(SubsidyRequests.Doubled::elsewhere).containsExactly(fund.name());
        assertThat(text(asked(get(plain.path() + "/subsidies/" + round), recorder))).contains("นับรายคนจากรายชื่อที่กองทุนส่ง").doesNotContain("ไม่ได้นับรายคน");
    }

    @Test
    @DisplayName("counts each only once for two funds that both hand in lists, also somebody whom no place knew before, and one who is known in another region")
    void twoLists() throws Exception {
        String shared = number(), elsewhere = number();
        people.places();
        cast.change(() -> {
            var far = new Actor(9033L, "far", "ไกล", Role.REGIONAL_OFFICER, "region", "NE", Set.of(), "");
            persons.register(far, new Person.Details(khabuan.cast.People.BAN_NA, "นายไกล " + Cast.surname(), elsewhere, ""));
        });
        long id = funds.register(Cast.recorderOfNan(), "", new Fund.Registration(unit, "", "กองทุนสวัสดิการชุมชนบ้านดอนตูม", LocalDate.of(2010, 2, 1))).id();
        var other = funds.find(id).orElseThrow();
        state(other, TODAY.minusDays(40), true, 7);
        assertThat(take(importer, plain, named, member(shared), member(elsewhere)).faults()).isEmpty();
        assertThat(take(importer, plain, named, member(shared), member(elsewhere)).added()).as("the same list again adds nobody").isZero();
        assertThat(take(importer, other, named, member(shared), member(elsewhere), member(number())).faults()).isEmpty();
        requests.ask(recorder, plain.id(), round, "", null);
        requests.ask(recorder, other.id(), round, "", null);
        assertThat(List.of(asked(plain).counted(), asked(other).counted())).containsExactly(2, 1);
    }

    @Test
    @DisplayName("is refused by lines, which never tell the number: one that can't be, one that stands twice, another round, a fund with books, a fund of another region, one that has asked")
    void refused() throws Exception {
        String one = number();
        var faults = take(importer, plain, named, member("1234567890123"), member(one), member(one)).faults();
        assertThat(faults).extracting(f -> f.line() + " " + f.column() + " " + f.key()).containsExactly("2 national_id " + WelfareRefusal.NATIONAL_ID_WRONG.key(), "4 national_id intake.fault.row-twice");
        assertThat(faults.toString()).doesNotContain(one, "1234567890123");
        assertThat(jdbc.sql("select count(*) from subsidy_listed where fund_id = ?").param(plain.id()).query(Integer.class).single()).isZero();
        assertThat(take(importer, plain, "99/2562", member(number())).faults()).extracting(f -> f.column()).containsExactly("round");
        assertThat(take(importer, fund, named, member(number())).faults()).extracting(f -> f.key()).containsExactly(WelfareRefusal.LISTED_BY_BOOKS.key());
        assertThat(take(ofTheSouth, plain, named, member(number())).faults()).extracting(f -> f.key()).contains("intake.fault.out-of-reach");
        requests.ask(recorder, plain.id(), round, "", 100);
        assertThat(take(importer, plain, named, member(number())).faults()).extracting(f -> f.key()).containsExactly(WelfareRefusal.LISTED_TOO_LATE.key());
    }

    @Test
    @DisplayName("stands encrypted, is shown to nobody of another fund or region, and is taken away with a reason as long as nothing rests on it")
    void guarded() throws Exception {
        String one = number();
        take(importer, plain, named, member(one));
        assertThat(jdbc.sql("select count(*) from person p join subsidy_listed l on l.person_id = p.id where l.fund_id = ? and p.national_id_cipher is not null and p.national_id_hash is not null and position(:one::bytea in p.national_id_cipher) = 0"
                .replace("?", ":fund")).param("fund", plain.id()).param("one", one.getBytes(StandardCharsets.UTF_8)).query(Integer.class).single()).isOne();
        String count = "select count(*) from subsidy_listed where fund_id = " + plain.id();
        assertThat(new RowScope("region", "N").during(() -> jdbc.sql(count).query(Integer.class).single())).isOne();
        assertThat(new RowScope("region", "S").during(() -> jdbc.sql(count).query(Integer.class).single())).isZero();
        assertThat(new RowScope("unit", unit, Long.toString(fund.id())).during(() -> jdbc.sql(count).query(Integer.class).single())).isZero();
        assertThatExceptionOfType(Refusal.Thrown.class).isThrownBy(() -> requests.discardList(recorder, plain.id(), round, " ")).satisfies(t -> assertThat(t.field()).isEqualTo("listBecause"));
        requests.discardList(recorder, plain.id(), round, "ส่งผิดกองทุน");
        assertThat(requests.listed(round, plain.id())).isZero();
        requests.ask(recorder, plain.id(), round, "", 100);
        assertThat(asked(plain).basis()).isEqualTo("statement");
    }
}
