package khabuan.registry.welfare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.LocalDate;
import khabuan.base.access.Role;
import khabuan.base.store.RowScope;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@World
@DisplayName("Data of former members")
class RetentionTest extends FundHouse {

    /** Somebody who was a member from 2552, and left. */
    private long former(String name, String because, LocalDate leftOn) {
        long person = new RowScope("unit", unit).during(() -> {
            var id = new long[1];
            cast.change(() -> id[0] = jdbc.sql("insert into person (unit_code, full_name) values (?, ?) returning id").params(unit, name).query(Long.class).single());
            return id[0];
        });
        cast.change(() -> jdbc.sql("insert into welfare_member (fund_id, number, person_id, village, joined_on, left_on, left_because) select ?, coalesce(max(number), 0) + 1, ?, 1, '2009-05-04', ?, ? from welfare_member where fund_id = ?")
                .params(fund.id(), person, leftOn, because, fund.id()).update());
        return person;
    }

    private int known(String schema, String name) {
        return jdbc.sql("select count(*) from " + schema + ".person where full_name = ?").param(name).query(Integer.class).single();
    }

    @Test
    @DisplayName("are forgotten ten years after they left, with a reason, in the present and the past; the figures stay, and so does who is somebody else's too")
    void forgotten() throws Exception {
        String gone = "นายสม " + Cast.surname(), recent = "นางใหม่ " + Cast.surname(), elsewhere = "นายสอง " + Cast.surname();
        long person = former(gone, "died", LocalDate.of(2009, 9, 2));
        former(recent, "left", LocalDate.of(2009, 9, 3));
        long other = former(elsewhere, "moved", LocalDate.of(2009, 7, 1));
        cast.change(() -> jdbc.sql("insert into welfare_office (fund_id, person_id, office, elected_on, until_date) values (?, ?, 'member', '2009-06-01', '2011-06-01')").params(fund.id(), other).update());
        var then = books.figures(fund.id(), LocalDate.of(2009, 8, 1));
        assertThat(text(asked(get(path + "/retention"), treasurer))).contains("ครบกำหนดแล้ว 2 คน").doesNotContain(gone);
        assertThat(asked(post(path + "/retention").with(csrf()), treasurer).getStatus()).as("without a reason").isEqualTo(422);
        assertThat(known("present", gone)).isOne();
        assertThat(asked(post(path + "/retention").with(csrf()).param("reason", "ครบ 10 ปีตามมติที่ประชุม"), treasurer).getStatus()).isEqualTo(302);
        assertThat(known("present", gone) + known("history", gone)).isZero();
        assertThat(known("present", recent)).as("a day too early").isOne();
        assertThat(known("present", elsewhere)).as("who sat on the committee").isOne();
        assertThat(jdbc.sql("select (select count(*) from present.welfare_member where person_id in (:who)) + (select count(*) from history.welfare_member where person_id in (:who))").param("who", java.util.List.of(person, other)).query(Integer.class).single()).isZero();
        assertThat(books.figures(fund.id(), LocalDate.of(2009, 8, 1))).isEqualTo(then);
        assertThat(text(asked(get(path + "/retention"), treasurer))).contains("ครบกำหนดแล้ว 0 คน", "ลบไปแล้ว 2 คน");
        assertThat(asked(get(path + "/members/1"), treasurer).getStatus()).as("the passbook of nobody").isEqualTo(200);
    }

    @Test
    @DisplayName("are forgotten of who was counted for a subsidy too: the count stays with somebody unknown, each one's own; who is counted for another fund is still known there")
    void counted() {
        String first = "นายนับ " + Cast.surname(), second = "นางนับ " + Cast.surname(), both = "นางสองกองทุน " + Cast.surname();
        long one = former(first, "left", LocalDate.of(2009, 6, 1)), two = former(second, "died", LocalDate.of(2009, 6, 1)), three = former(both, "left", LocalDate.of(2009, 6, 1));
        var other = open("กองทุนสวัสดิการชุมชนบ้านบ่อสวก (เก้า)");
        long own = request(fund, 1, one, two), others = request(other, 2, three);
        assertThat(jdbc.sql("select count(*) from subsidy_person where request_id = ?").param(own).query(Integer.class).single()).isEqualTo(2);
        for (int number = 1; number <= 3; number++) assertThat(forget(new RowScope("unit", unit, Long.toString(fund.id())), number)).as("member " + number).isTrue();
        for (var name : new String[] {first, second}) assertThat(known("present", name) + known("history", name)).as(name).isZero();
        assertThat(known("present", both)).as("who is counted for another fund").isOne();
        assertThat(jdbc.sql("select count(distinct person_id) from subsidy_person where request_id = ?").param(own).query(Integer.class).single()).as("the count stays").isEqualTo(2);
        assertThat(jdbc.sql("select person_id from subsidy_person where request_id = ?").param(others).query(Long.class).single()).isEqualTo(three);
        assertThat(jdbc.sql("select (select count(*) from present.subsidy_person where person_id in (:who)) + (select count(*) from history.subsidy_person where person_id in (:who))").param("who", java.util.List.of(one, two)).query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from person where full_name = '–' and merged_into is null and unit_code = ?").param(unit).query(Integer.class).single()).as("unknowns are compared with nobody").isOne();
    }

    /** A round of its own in which a fund was counted for persons. @return the request */
    private long request(Fund of, int number, Long... persons) {
        var id = new long[1];
        new RowScope("unit", unit).during(() -> {
            cast.change(() -> {
                state(of, LocalDate.of(2009, 5, 30), true, 5);
                long round = jdbc.sql("insert into subsidy_round (fiscal_year, number, opens_on, closes_on, per_member, fresh_days) select 2552, coalesce(max(number), 0) + 1, '2009-05-01', '2009-07-01', 36500, 365 from subsidy_round where fiscal_year = 2552 returning id").query(Long.class).single();
                id[0] = jdbc.sql("""
                        insert into subsidy_request (round_id, fund_id, basis, statement_id, counted_on, members, asked, counted, per_member, amount, asked_on, asked_name)
                        select ?, ?, 'books', (select max(id) from welfare_statement where fund_id = ?), '2009-05-30', 120, :n, :n, 36500, 36500 * :n, '2009-05-30', 'มาลี' returning id""".replace(":n", "" + persons.length))
                        .params(round, of.id(), of.id()).query(Long.class).single();
                for (var person : persons) jdbc.sql("insert into subsidy_person (round_id, person_id, request_id) values (?, ?, ?)").params(round, person, id[0]).update();
            });
            return null;
        });
        return id[0];
    }

    @Test
    @DisplayName("are forgotten by the fund's own committee alone: the database does it for no other scope, and not before their time")
    void others() throws Exception {
        former("นายสม " + Cast.surname(), "left", LocalDate.of(2009, 6, 1));
        former("นายยัง " + Cast.surname(), "left", LocalDate.of(2018, 6, 1));
        var other = open("กองทุนสวัสดิการชุมชนบ้านบ่อสวก (ห้า)");
        assertThat(asked(get(path + "/retention"), keeper("chair", other)).getStatus()).isEqualTo(404);
        for (var scope : new RowScope[] {new RowScope("unit", unit, Long.toString(other.id())), new RowScope("province", "93"), RowScope.NONE}) assertThat(forget(scope, 1)).as(scope.toString()).isFalse();
        assertThat(forget(new RowScope("unit", unit, Long.toString(fund.id())), 2)).as("too early").isFalse();
        assertThat(forget(new RowScope("unit", unit, Long.toString(fund.id())), 1)).isTrue();
    }

    private boolean forget(RowScope scope, int number) {
        long member = jdbc.sql("select id from welfare_member where fund_id = ? and number = ?").params(fund.id(), number).query(Long.class).single();
        return scope.during(() -> {
            var done = new boolean[1];
            cast.change(() -> done[0] = jdbc.sql("select history.forget_member(?, '2019-09-02')").param(member).query(Boolean.class).single());
            return done[0];
        });
    }

    @Test
    @DisplayName("stay as long as the centre sets, from a day on that is to come")
    void setting() throws Exception {
        var centre = people.person("centre" + System.nanoTime(), "วราภรณ์ ศรีสุข", Role.CENTRE_OFFICER, "country", "");
        people.ownPassword(centre);
        assertThat(text(asked(get("/funds/retention"), centre))).contains("10 ปีหลังพ้นสมาชิก");
        assertThat(text(asked(post("/funds/retention").with(csrf()).param("fromDate", "1 ส.ค. 2562").param("years", "0"), centre))).contains("ให้เริ่มใช้ตั้งแต่วันนี้", "กรอกจำนวนปี 1 ถึง 50", "กรอกเหตุผล");
        assertThat(asked(post("/funds/retention").with(csrf()).param("fromDate", "1 ต.ค. 2620").param("years", "5").param("reason", "ประกาศใหม่"), centre).getStatus()).isEqualTo(302);
        assertThat(text(asked(get("/funds/retention"), centre))).contains("5 ปีหลังพ้นสมาชิก", "10 ปีหลังพ้นสมาชิก");
        assertThat(asked(post("/funds/retention").with(csrf()).param("fromDate", "1 ต.ค. 2610").param("years", "6").param("reason", "ก่อนหน้า"), centre).getStatus()).isEqualTo(422);
        assertThat(asked(get("/funds/retention"), treasurer).getStatus()).isEqualTo(403);
    }
}
