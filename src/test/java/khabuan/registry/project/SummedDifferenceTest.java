package khabuan.registry.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import khabuan.base.access.SignIn;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.cast.People;
import khabuan.insight.measure.Cause;
import khabuan.insight.measure.Difference;
import khabuan.insight.measure.Difference.Amounts;
import khabuan.insight.measure.Difference.Effect;
import khabuan.insight.measure.Window;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DisplayName("The difference of a sum between two moments")
class SummedDifferenceTest extends ProjectStory {

    private static final LocalDate BEGAN = LocalDate.of(2018, 10, 1), MARCH = LocalDate.of(2019, 3, 31), AUGUST = LocalDate.of(2019, 8, 31);
    @Autowired Difference difference;
    @Autowired Places places;
    @Autowired MockMvc mvc;

    private Place unit() {
        return places.find(Level.UNIT, People.BAN_NA).orElseThrow();
    }

    private Instant now() {
        return jdbc.sql("select now()").query(java.sql.Timestamp.class).single().toInstant();
    }

    private static Amounts amounts(String before, String after) {
        return new Amounts(new BigDecimal(before), new BigDecimal(after));
    }

    @Test
    @DisplayName("of money names the entry that came, with its amount in baht and what was done")
    void money() {
        grant(400_000);
        var project = contracted(10, 180_000);
        var before = now();
        pay(project, 1);
        var told = difference.of("money.disbursed", unit(), "", new Window(BEGAN, TODAY, before), new Window(BEGAN, TODAY, null), 20);
        assertThat(told.after() - told.before()).isEqualTo(144_000_00);
        assertThat(told.came()).isEqualTo(144_000_00);
        assertThat(told.went()).isZero();
        assertThat(told.figure(told.came())).isEqualByComparingTo("144000");
        assertThat(told.records()).singleElement().satisfies(m -> {
            assertThat(m.effect()).isEqualTo(Effect.CAME);
            assertThat(m.amounts()).isEqualTo(amounts("0.00", "144000.00"));
            assertThat(m.causes()).singleElement().isInstanceOf(Cause.Change.class);
        });
    }

    private long fund(String name) {
        return jdbc.sql("insert into welfare_fund (code, unit_code, name, founded_on) values (?, ?, ?, '2010-01-01') returning id").params("W" + System.nanoTime(), People.BAN_NA, name).query(Long.class).single();
    }

    private void stated(long fund, int quarter, LocalDate day, int members, int elderly) {
        jdbc.sql("""
                insert into welfare_statement (fund_id, fiscal_year, quarter, as_of, members, elderly, villages, from_members, recorded_name, recorded_on, certified_name, certified_on)
                values (?, 2562, ?, ?, ?, ?, 8, 100000, 'บุญมี', '2019-09-01', 'สุภาพร', '2019-09-02')""").params(fund, quarter, day, members, elderly).update();
    }

    @Test
    @DisplayName("of members says by how much a fund grew: by a day between, or by who recorded it, and the page shows before and after")
    void members() throws Exception {
        var fund = new long[2];
        cast.change(() -> {
            fund[0] = fund("กองทุนสวัสดิการตำบลบ้านนา");
            fund[1] = fund("กองทุนสวัสดิการบ้านใหม่");
            stated(fund[0], 2, MARCH, 120, 20);
            stated(fund[1], 2, MARCH, 50, 0);
        });
        var known = now();
        cast.change(() -> {
            stated(fund[0], 4, AUGUST, 150, 45);
            stated(fund[1], 4, AUGUST, 45, 0);
        });
        var byDay = difference.of("welfare.members", unit(), "", new Window(BEGAN, AUGUST.minusDays(1), null), new Window(BEGAN, AUGUST, null), 20);
        assertThat(byDay.came() - byDay.went()).isEqualTo(byDay.after() - byDay.before());
        var moved = byDay.records().stream().filter(m -> m.id() == fund[0] || m.id() == fund[1]).toList();
        assertThat(moved).extracting(Difference.Moved::effect).containsExactly(Effect.GREW, Effect.SHRANK);
        assertThat(moved).extracting(Difference.Moved::amounts).containsExactly(amounts("120", "150"), amounts("50", "45"));
        assertThat(moved.getFirst().causes()).containsExactly(new Cause.Day(AUGUST));
        var byRecord = difference.of("welfare.members", unit(), "", new Window(BEGAN, AUGUST, known), new Window(BEGAN, AUGUST, null), 20);
        assertThat(byRecord.records()).hasSizeGreaterThanOrEqualTo(2).filteredOn(m -> m.id() == fund[0] || m.id() == fund[1]).allSatisfy(m -> assertThat(m.causes()).singleElement().isInstanceOf(Cause.Change.class));
        assertThat(page("/figures/welfare.members?within=" + unit().key() + "&as-of=2019-08-31")).contains("/figures/welfare.members/difference?");
        assertThat(page("/figures/welfare.members/difference?within=" + unit().key() + "&since=30 ส.ค. 2562&as-of=2019-08-31")).contains("กองทุนสวัสดิการตำบลบ้านนา", "<del>120</del> → <ins>150</ins> (+30)", "<del>50</del> → <ins>45</ins> (−5)");
    }

    @Test
    @DisplayName("of one class says what that class grew by, and one whose classes alone changed is moved")
    void classes() {
        var fund = new long[1];
        cast.change(() -> {
            fund[0] = fund("กองทุนสวัสดิการบ้านดอน");
            stated(fund[0], 2, MARCH, 80, 20);
            stated(fund[0], 4, AUGUST, 80, 35);
        });
        var earlier = new Window(BEGAN, AUGUST.minusDays(1), null);
        var later = new Window(BEGAN, AUGUST, null);
        assertThat(difference.of("welfare.members", unit(), "elderly", earlier, later, 20).records()).filteredOn(m -> m.id() == fund[0]).singleElement().satisfies(m -> assertThat(m.amounts()).isEqualTo(amounts("20", "35")));
        assertThat(difference.of("welfare.members", unit(), "", earlier, later, 20).records()).filteredOn(m -> m.id() == fund[0]).singleElement().satisfies(m -> {
            assertThat(m.effect()).isEqualTo(Effect.MOVED);
            assertThat(m.amounts().change()).isEqualByComparingTo("0");
        });
    }

    private String page(String address) throws Exception {
        return mvc.perform(get(address).with(SignIn.as(officer))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
