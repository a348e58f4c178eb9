package khabuan.insight.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Accounts;
import khabuan.base.access.SignIn;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.message.Messages;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import khabuan.cast.Cast;
import khabuan.cast.DemoWorld;
import khabuan.insight.indicator.Agreements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DemoWorld
@DisplayName("A warning")
class WarningsTest {

    private static final LocalDate END_OF_JUNE = LocalDate.of(2019, 6, 30), JULY = LocalDate.of(2019, 7, 2), NEXT_DAY = LocalDate.of(2019, 7, 3);

    @Autowired Outlooks outlooks;
    @Autowired Agreements agreements;
    @Autowired Levels levels;
    @Autowired Accounts accounts;
    @Autowired Messages messages;
    @Autowired Changes changes;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;

    @AfterEach
    void asItWas() {
        changes.make(Author.programme("the cast of the tests"), "outlook.warn", "", () -> {
            jdbc.sql("delete from outlook_warning").update();
            jdbc.sql("delete from outlook_level").update();
            jdbc.sql("delete from message where kind = 'outlook.warned'").update();
        });
    }

    private int judge(LocalDate day) {
        var clock = Clock.fixed(Instant.parse(day + "T03:00:00Z"), ThaiDate.ZONE);
        return new Warnings(jdbc, changes, outlooks, agreements, levels, accounts, messages, clock).judge();
    }

    /** The links of what somebody was told. @param read whether it counts as read */
    private List<String> told(String account, boolean read) {
        return jdbc.sql("select link from message where kind = 'outlook.warned' and account_id = ? and (read_at is not null) = ? order by link").params(accounts.find(account).orElseThrow().id(), read).query(String.class).list();
    }

    private static String link(int quarter, String place) {
        return "/outlook?year=2562&quarter=" + quarter + "&indicator=COUNCIL-NEW#place-" + place;
    }

    @Test
    @DisplayName("reaches those who must know, once in a quarter: of the country the executive and the centre, of a region its officers; it leads to a page")
    void once() throws Exception {
        assertThat(judge(END_OF_JUNE)).isPositive();
        assertThat(told("executive", false)).contains(link(3, "TH")).noneMatch(l -> !l.endsWith("#place-TH"));
        assertThat(told("centre", false)).isEqualTo(told("executive", false));
        assertThat(told("officer-ne", false)).contains(link(3, "NE")).allMatch(l -> l.endsWith("#place-NE"));
        assertThat(told("officer-n", false)).doesNotContain(link(3, "NE"));
        assertThat(told("recorder", false)).isEmpty();
        assertThat(judge(END_OF_JUNE)).isZero();
        mvc.perform(get("/outlook?year=2562&quarter=3&indicator=COUNCIL-NEW").with(SignIn.as(Cast.executive()))).andExpect(content().string(containsString("id=\"place-NE\""))).andExpect(content().string(containsString("แจ้งเตือนแล้วเมื่อ 30 มิ.ย. 62")));
    }

    @Test
    @DisplayName("ends with its quarter, and is given anew in the next")
    void quarter() {
        judge(END_OF_JUNE);
        assertThat(judge(JULY)).isPositive();
        assertThat(told("executive", true)).contains(link(3, "TH"));
        assertThat(told("executive", false)).contains(link(4, "TH")).doesNotContain(link(3, "TH"));
        assertThat(jdbc.sql("select distinct ended_because from outlook_warning where ended_on is not null").query(String.class).list()).containsExactly("OVER");
    }

    @Test
    @DisplayName("counts as read when the chance is back at the level, and is given again when it falls again")
    void recovers() {
        judge(JULY);
        int year = 2562;
        levels.set(year, 1, 0, Cast.centre());
        var councils = outlooks.at(new FiscalYear(year).quarter(4), NEXT_DAY).lines().stream().filter(l -> l.indicator().code().equals("COUNCIL-NEW")).findFirst().orElseThrow();
        assertThat(councils.chance()).isGreaterThan(0.01);
        assertThat(judge(NEXT_DAY)).isZero();
        assertThat(told("executive", true)).contains(link(4, "TH"));
        assertThat(jdbc.sql("select ended_because from outlook_warning w join indicator i on i.id = w.indicator_id where i.code = 'COUNCIL-NEW' and w.place = 'TH'").query(String.class).list()).containsExactly("RECOVERED");
        levels.set(year, 50, levels.of(year).version(), Cast.centre());
        assertThat(judge(NEXT_DAY)).isPositive();
        assertThat(told("executive", false)).contains(link(4, "TH"));
    }

    @Test
    @DisplayName("is given below a level that the executive or the centre sets for the year, which keeps who did it and when")
    void level() throws Exception {
        var set = post("/outlook/levels").param("year", "2562").param("version", "0").with(csrf());
        mvc.perform(set.param("keptLevel", "๖๐").with(SignIn.as(Cast.executive()))).andExpect(redirectedUrl("/outlook?year=2562"));
        assertThat(levels.of(2562)).satisfies(l -> assertThat(l.level()).isEqualTo(60)).satisfies(l -> assertThat(l.setBy()).isEqualTo(Cast.executive().fullName())).satisfies(l -> assertThat(l.setOn()).isEqualTo(LocalDate.of(2019, 9, 2)));
        mvc.perform(get("/outlook").with(SignIn.as(Cast.executive()))).andExpect(content().string(containsString("กำหนดโดย " + Cast.executive().fullName())));
        for (var wrong : List.of("", "0", "100", "ครึ่งหนึ่ง"))
            mvc.perform(post("/outlook/levels").param("year", "2562").param("version", "1").param("keptLevel", wrong).with(csrf()).with(SignIn.as(Cast.centre()))).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("id=\"keptLevel-error\"")));
        mvc.perform(post("/outlook/levels").param("year", "2562").param("version", "1").param("keptLevel", "40").with(csrf()).with(SignIn.as(Cast.officerOfTheNorth()))).andExpect(status().isUnprocessableContent());
        assertThat(levels.of(2562).level()).isEqualTo(60);
        mvc.perform(post("/outlook/levels").param("year", "2562").param("version", "0").param("keptLevel", "40").with(csrf()).with(SignIn.as(Cast.centre()))).andExpect(status().isConflict());
    }
}
