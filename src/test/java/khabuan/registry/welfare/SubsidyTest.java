package khabuan.registry.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.access.Role;
import khabuan.base.money.Baht;
import khabuan.base.store.RowScope;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@World
@DisplayName("A matching subsidy")
class SubsidyTest extends FundHouse {

    private static final LocalDate TODAY = LocalDate.of(2019, 9, 2);
    @Autowired SubsidyRounds rounds;
    @Autowired SubsidyRequests requests;
    @Autowired MemberData data;
    private long round;
    private Actor officer, centre;

    @BeforeEach
    void aRoundOfThreeHundredBaht() {
        centre = people.centreOfficer();
        officer = people.person("anong", "อนงค์ ใจมั่น", Role.REGIONAL_OFFICER, "region", "N");
        round = opened("");
        state(fund, TODAY.minusDays(20), true, 9);
    }

    private long opened(String quality) {
        return rounds.open(centre, "", new SubsidyRound.Wish(2562, TODAY.minusDays(30), TODAY.plusDays(20), Baht.of(300), 365, quality, ""));
    }

    private void forget() {
        cast.change(() -> jdbc.sql("delete from welfare_statement where fund_id = ?").param(fund.id()).update());
    }

    private SubsidyRequest asked(Fund of) {
        return requests.find(round, of.id()).orElseThrow();
    }

    private long ask() {
        return requests.ask(treasurer, fund.id(), round, "", null);
    }

    private static void refused(WelfareRefusal refusal, Runnable work) {
        assertThatExceptionOfType(Refusal.Thrown.class).isThrownBy(work::run).satisfies(t -> assertThat(t.refusal()).isEqualTo(refusal));
    }

    private Fund withoutBooks() {
        long id = funds.register(Cast.recorderOfNan(), "", new Fund.Registration(unit, "", "กองทุนสวัสดิการชุมชนบ้านหนองเต่า", LocalDate.of(2010, 2, 1))).id();
        var plain = funds.find(id).orElseThrow();
        state(plain, TODAY.minusDays(40), true, 7);
        return plain;
    }

    /** Another fund of the unit, in whose register stand the persons whom this fund has as members 1 to count. */
    private Fund sharing(int count) {
        var other = open("กองทุนสวัสดิการชุมชนบ้านสันดอน");
        state(other, TODAY.minusDays(15), true, 5);
        cast.change(() -> jdbc.sql("insert into welfare_member (fund_id, number, person_id, village, joined_on) select ?, number, person_id, 1, joined_on from welfare_member where fund_id = ? and number <= ?").params(other.id(), fund.id(), count).update());
        return other;
    }

    @Test
    @DisplayName("is asked for by the committee for the members of the day in its books, at what the round offers")
    void byBooks() {
        for (var name : List.of("นางคำ", "นายบุญ", "นางแก้ว")) join(name, SINCE);
        join("นายมี", TODAY);
        roster.leave(treasurer, fund.id(), 3, LocalDate.of(2019, 8, 1), "moved");
        ask();
        assertThat(asked(fund)).satisfies(r -> assertThat(List.of(r.members(), r.asked(), r.counted())).containsOnly(3)).satisfies(r -> assertThat(r.amount()).isEqualTo(Baht.of(900)))
                .satisfies(r -> assertThat(r.basis()).isEqualTo("books")).satisfies(r -> assertThat(r.askedName()).isEqualTo(treasurer.fullName()));
        refused(WelfareRefusal.ASKED_ALREADY, this::ask);
        assertThat(data.copy(treasurer, fund.id(), 1, "สมาชิกขอสำเนา").subsidies()).extracting(SubsidyRound::id).containsExactly(round);
        assertThatThrownBy(() -> requests.ask(Cast.recorderOfNan(), fund.id(), round, "", null)).isInstanceOf(OutOfReach.class);
        assertThatThrownBy(() -> requests.ask(keeper("treasurer", open("กองทุนอื่น")), fund.id(), round, "", null)).isInstanceOf(OutOfReach.class);
    }

    @Test
    @DisplayName("is asked for by who records, for a fund without books, and for no more than its certified statement tells")
    void byStatement() {
        var plain = withoutBooks();
        var recorder = people.person("malee-n", "มาลี แซ่ลี้", Role.RECORDER, "province", "55");
        refused(WelfareRefusal.ASKED_EXCEEDS_MEMBERS, () -> requests.ask(recorder, plain.id(), round, "", 121));
        assertThatThrownBy(() -> requests.ask(treasurer, plain.id(), round, "", 100)).isInstanceOf(OutOfReach.class);
        requests.ask(recorder, plain.id(), round, "", 100);
        assertThat(asked(plain)).satisfies(r -> assertThat(List.of(r.members(), r.asked(), r.counted())).containsExactly(120, 100, 100)).satisfies(r -> assertThat(r.countedOn()).isEqualTo(TODAY.minusDays(40)));
    }

    @Test
    @DisplayName("wants a statement that is certified and fresh")
    void statement() {
        join("นางคำ", SINCE);
        forget();
        refused(WelfareRefusal.SUBSIDY_STATEMENT_MISSING, this::ask);
        state(fund, TODAY.minusDays(366), true, 9);
        refused(WelfareRefusal.SUBSIDY_STATEMENT_STALE, this::ask);
        state(fund, TODAY.minusDays(3), false, 9);
        refused(WelfareRefusal.SUBSIDY_STATEMENT_WAITS, this::ask);
        cast.change(() -> jdbc.sql("update welfare_statement set certified_name = 'สมชาย', certified_on = as_of where fund_id = ? and certified_on is null").param(fund.id()).update());
        ask();
    }

    @Test
    @DisplayName("wants a committee whose term runs, and all that is lacking is told at once")
    void committee() {
        join("นางคำ", SINCE);
        forget();
        state(fund, TODAY.minusDays(366), true, null);
        assertThatExceptionOfType(Refusal.Thrown.class).isThrownBy(this::ask).satisfies(t -> assertThat(t.others()).singleElement().satisfies(o -> assertThat(o.refusal()).isEqualTo(WelfareRefusal.SUBSIDY_COMMITTEE_UNKNOWN)));
        state(fund, TODAY.minusDays(5), true, null);
        refused(WelfareRefusal.SUBSIDY_COMMITTEE_UNKNOWN, this::ask);
        cast.change(() -> jdbc.sql("insert into welfare_election (fund_id, elected_on, until_date) values (?, '2017-09-01', '2019-09-01')").param(fund.id()).update());
        refused(WelfareRefusal.SUBSIDY_COMMITTEE_ENDED, this::ask);
        cast.change(() -> jdbc.sql("update welfare_election set until_date = '2021-09-01' where fund_id = ?").param(fund.id()).update());
        ask();
    }

    @Test
    @DisplayName("wants the quality that its round asks for, and its round open")
    void qualityAndDays() {
        join("นางคำ", SINCE);
        long strict = opened("five");
        refused(WelfareRefusal.SUBSIDY_FIVE_NOT_MET, () -> requests.ask(treasurer, fund.id(), strict, "", null));
        long whole = opened("complete");
        refused(WelfareRefusal.SUBSIDY_COMPLETE_NOT_MET, () -> requests.ask(treasurer, fund.id(), whole, "", null));
        long over = rounds.open(centre, "", new SubsidyRound.Wish(2562, TODAY.minusDays(30), TODAY.minusDays(1), Baht.of(300), 365, "", ""));
        refused(WelfareRefusal.ROUND_NOT_OPEN, () -> requests.ask(treasurer, fund.id(), over, "", null));
        roster.leave(treasurer, fund.id(), 1, TODAY, "left");
        refused(WelfareRefusal.SUBSIDY_NO_MEMBERS, this::ask);
    }

    @Test
    @DisplayName("offers no more for a member than the programme's ceiling, and the amount is always said by who opens the round")
    void ceiling() {
        refused(WelfareRefusal.SUBSIDY_OVER_CEILING, () -> rounds.open(centre, "", new SubsidyRound.Wish(2562, TODAY, TODAY, new Baht(365_01), 365, "", "")));
        assertThat(rounds.at(rounds.open(centre, "", new SubsidyRound.Wish(2562, TODAY, TODAY, Baht.of(365), 365, "", ""))).perMember()).isEqualTo(Baht.of(365));
        refused(WelfareRefusal.MONEY_UNREADABLE, () -> rounds.open(centre, "", new SubsidyRound.Wish(2562, TODAY, TODAY, Baht.ZERO, 365, "", "")));
    }

    @Test
    @DisplayName("counts a person once in a round, also one who was found to be the same as another; who asks later is told by number, and by whose name only as far as one may see")
    void once() {
        for (var name : List.of("นางคำ", "นายบุญ", "นางแก้ว", "นายมี")) join(name, SINCE);
        var other = sharing(2);
        var theirs = keeper("treasurer", other);
        cast.change(() -> {
            long twin = jdbc.sql("insert into person (unit_code, full_name, merged_into) select unit_code, full_name, id from person where id = (select person_id from welfare_member where fund_id = ? and number = 4) returning id").param(fund.id()).query(Long.class).single();
            jdbc.sql("insert into welfare_member (fund_id, number, person_id, village, joined_on) values (?, 3, ?, 1, '2018-12-01')").params(other.id(), twin).update();
        });
        ask();
        refused(WelfareRefusal.NOBODY_LEFT_TO_COUNT, () -> requests.ask(theirs, other.id(), round, "", null));
        cast.change(() -> jdbc.sql("insert into welfare_member (fund_id, number, person_id, village, joined_on) select ?, 4, id, 1, '2018-12-01' from person where unit_code = ? and merged_into is null and id not in (select person_id from welfare_member) limit 1")
                .params(other.id(), newcomer()).update());
        requests.ask(theirs, other.id(), round, "", null);
        var second = asked(other);
        assertThat(List.of(second.asked(), second.counted(), second.doubled())).containsExactly(4, 1, 3);
        assertThat(second.amount()).isEqualTo(Baht.of(300));
        assertThat(requests.doubled(second, 100)).extracting(d -> d.number() + " " + d.elsewhere()).containsExactly("1 " + fund.name(), "2 " + fund.name(), "3 " + fund.name());
        assertThat(new RowScope("unit", unit, Long.toString(other.id())).during(() -> requests.doubled(second, 100))).extracting(d -> d.number() + d.elsewhere()).containsExactly("1", "2", "3");
    }

    private String newcomer() {
        cast.change(() -> jdbc.sql("insert into person (unit_code, full_name) values (?, ?)").params(unit, "นางใหม่ " + Cast.surname()).update());
        return unit;
    }

    @Test
    @DisplayName("that is refused or withdrawn with a reason counts nobody any more, and may be asked for again")
    void ended() throws Exception {
        for (var name : List.of("นางคำ", "นายบุญ")) join(name, SINCE);
        var other = sharing(2);
        ask();
        refused(WelfareRefusal.REASON_MISSING, () -> requests.refuse(officer, fund.id(), round, 1, " "));
        refused(WelfareRefusal.CHANGED_MEANWHILE, () -> requests.refuse(officer, fund.id(), round, 9, "สมาชิกไม่ตรงทะเบียน"));
        requests.refuse(officer, fund.id(), round, asked(fund).version(), "สมาชิกไม่ตรงทะเบียน");
        assertThat(asked(fund)).satisfies(r -> assertThat(r.state(null)).isEqualTo("refused")).satisfies(r -> assertThat(r.endedBecause()).isEqualTo("สมาชิกไม่ตรงทะเบียน"));
        assertThat(text(asked(get("/subsidies/" + round + "?state=ended"), officer))).contains(fund.name(), "ไม่รับ");
        var theirs = keeper("treasurer", other);
        requests.ask(theirs, other.id(), round, "", null);
        assertThat(asked(other).counted()).isEqualTo(2);
        requests.withdraw(theirs, other.id(), round, asked(other).version(), "ขอในรอบหน้า");
        ask();
        assertThat(asked(fund).counted()).isEqualTo(2);
        assertThat(jdbc.sql("select count(*) from history.subsidy_person where round_id = ?").param(round).query(Integer.class).single()).isEqualTo(4);
    }

    @Test
    @DisplayName("counts nobody twice when twenty funds that share thirty members ask at once")
    void atOnce() throws Exception {
        int shared = 30, own = 2;
        cast.change(() -> { for (int n = 1; n <= shared; n++) jdbc.sql("insert into person (unit_code, full_name) values (?, ?)").params(unit, "นายร่วม " + Cast.surname()).update(); });
        var all = new ArrayList<Fund>();
        var keepers = new ArrayList<Actor>();
        for (int i = 0; i < 20; i++) {
            var one = open("กองทุนสวัสดิการชุมชนบ้านที่ " + i);
            state(one, TODAY.minusDays(9), true, 5);
            keepers.add(keeper("treasurer", one));
            cast.change(() -> {
                jdbc.sql("insert into welfare_member (fund_id, number, person_id, village, joined_on) select ?, row_number() over (order by id desc), id, 1, '2018-11-01' from person where unit_code = ? and full_name like 'นายร่วม%'").params(one.id(), unit).update();
                for (int n = 1; n <= own; n++) {
                    long person = jdbc.sql("insert into person (unit_code, full_name) values (?, ?) returning id").params(unit, "นางเดี่ยว " + Cast.surname()).query(Long.class).single();
                    jdbc.sql("insert into welfare_member (fund_id, number, person_id, village, joined_on) values (?, ?, ?, 1, '2018-11-01')").params(one.id(), shared + n, person).update();
                }
            });
            all.add(one);
        }
        try (var desks = Executors.newFixedThreadPool(20)) {
            var asking = IntStream.range(0, 20).<Callable<Long>>mapToObj(i -> () -> requests.ask(keepers.get(i), all.get(i).id(), round, "", null)).toList();
            for (var answer : desks.invokeAll(asking)) answer.get();
        }
        assertThat(all.stream().mapToInt(f -> asked(f).counted()).sum()).isEqualTo(shared + 20 * own);
        assertThat(all).allSatisfy(f -> assertThat(asked(f).asked()).isEqualTo(shared + own));
        assertThat(jdbc.sql("select count(distinct person_id) from subsidy_person where round_id = ?").param(round).query(Integer.class).single()).isEqualTo(shared + 20 * own);
        for (var one : all) assertThat(jdbc.sql("select count(*) from subsidy_person where request_id = ?").param(asked(one).id()).query(Integer.class).single()).isEqualTo(asked(one).counted());
    }

    @Test
    @DisplayName("is proposed by a second person, for no more than was asked, on what is so that day")
    void proposed() {
        var plain = withoutBooks();
        requests.ask(officer, plain.id(), round, "", null);
        refused(WelfareRefusal.OWN_SUBSIDY, () -> requests.propose(officer, plain.id(), round, 1, Baht.of(36_000)));
        var second = people.person("somsri-n", "สมศรี แก้วใส", Role.REGIONAL_OFFICER, "region", "N");
        refused(WelfareRefusal.PROPOSED_EXCEEDS_ASKED, () -> requests.propose(second, plain.id(), round, 1, Baht.of(36_001)));
        assertThatThrownBy(() -> requests.propose(people.officerOfTheSouth(), plain.id(), round, 1, Baht.of(1))).isInstanceOf(OutOfReach.class);
        requests.propose(second, plain.id(), round, 1, Baht.of(30_000));
        assertThat(asked(plain)).satisfies(r -> assertThat(r.proposed()).isEqualTo(Baht.of(30_000))).satisfies(r -> assertThat(r.state(requests.standing(r))).isEqualTo("proposed"));
        refused(WelfareRefusal.PROPOSED_ALREADY, () -> requests.withdraw(officer, plain.id(), round, asked(plain).version(), "เปลี่ยนใจ"));
        assertThat(jdbc.sql("select l.counted || ' ' || l.counted_of || ' ' || p.state from project p join project_plan l on l.project_id = p.id where p.fund_id = ?").param(plain.id()).query(String.class).single()).isEqualTo("120 120 submitted");
        for (var name : List.of("นางคำ", "นางคำแพง")) join(name, SINCE);
        ask();
        cast.change(() -> jdbc.sql("update person set merged_into = (select person_id from welfare_member where fund_id = :fund and number = 2) where id = (select person_id from welfare_member where fund_id = :fund and number = 1)")
                .param("fund", fund.id()).update());
        refused(WelfareRefusal.COUNT_ANEW, () -> requests.propose(officer, fund.id(), round, asked(fund).version(), Baht.of(300)));
        sentBack();
        refused(WelfareRefusal.SUBSIDY_STATEMENT_MISSING, () -> requests.propose(officer, fund.id(), round, asked(fund).version(), Baht.of(300)));
    }

    /** Its statement is sent back after the fund has asked. */
    private void sentBack() {
        cast.change(() -> jdbc.sql("update welfare_statement set certified_on = null, certified_name = null, returned_on = as_of, returned_because = 'นับใหม่' where fund_id = ?").param(fund.id()).update());
    }

    @Test
    @DisplayName("shows the persons who are counted to nobody of another fund or place, asked of the database directly; and none is counted for another's fund")
    void guarded() {
        join("นางคำ", SINCE);
        long request = ask();
        var other = open("กองทุนสวัสดิการชุมชนบ้านม่วง");
        String count = "select count(*) from subsidy_person where request_id = " + request;
        assertThat(new RowScope("unit", unit, Long.toString(fund.id())).during(() -> jdbc.sql(count).query(Integer.class).single())).isOne();
        assertThat(new RowScope("region", "N").during(() -> jdbc.sql(count).query(Integer.class).single())).isOne();
        assertThat(new RowScope("unit", unit, Long.toString(other.id())).during(() -> jdbc.sql(count).query(Integer.class).single())).isZero();
        assertThat(new RowScope("province", "93").during(() -> jdbc.sql(count).query(Integer.class).single())).isZero();
        assertThat(RowScope.NONE.during(() -> jdbc.sql(count).query(Integer.class).single())).isZero();
        assertThatThrownBy(() -> new RowScope("unit", unit, Long.toString(other.id())).during(() -> {
            cast.change(() -> jdbc.sql("insert into subsidy_person (round_id, person_id, request_id) select ?, id, ? from person where unit_code = ? limit 1").params(round, request, unit).update());
            return null;
        })).rootCause().hasMessageContaining("row-level security");
    }
}
