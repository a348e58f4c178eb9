package khabuan.base.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.regex.Pattern;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.access.Role;
import khabuan.base.access.SignIn;
import khabuan.base.record.Author;
import khabuan.base.store.House;
import khabuan.cast.People;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import picocli.CommandLine;

@World
@DisplayName("Accounts")
class AccountsTest {

    @Autowired
    MockMvc mvc;
    @Autowired
    People people;
    @Autowired
    Accounts accounts;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    ApplicationContext context;
    private Actor wipha;

    @BeforeEach
    void administrator() {
        wipha = people.administrator();
        people.places();
    }

    @Test
    @DisplayName("are added by the administrator, who sees the first password once")
    void add() throws Exception {
        var answer = mvc.perform(post("/accounts").with(csrf()).with(SignIn.as(wipha)).param("version", "0").param("name", "orathai").param("fullName", "อรทัย นามวงษ์").param("role", "RECORDER")
                .param("scope", "province:40").param("rooms", "council")).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
        var shown = Pattern.compile("<code>([a-z2-9-]{19})</code>").matcher(answer);
        assertThat(shown.find()).isTrue();
        var account = accounts.find("orathai").orElseThrow();
        assertThat(account.mustChangePassword()).isTrue();
        assertThat(account.scopeLevel() + account.scopeCode() + account.rooms()).isEqualTo("province40[council]");
        mvc.perform(post("/sign-in").with(csrf()).param("name", "orathai").param("password", shown.group(1))).andExpect(status().isFound());
        mvc.perform(get("/accounts/" + account.id()).with(SignIn.as(wipha))).andExpect(content().string(not(containsString(shown.group(1)))))
                .andExpect(content().string(not(containsString("argon2"))));
    }

    @Test
    @DisplayName("are refused with a name that is taken or a place that there isn't, and what was typed stays")
    void refused() throws Exception {
        people.auditor();
        mvc.perform(post("/accounts").with(csrf()).with(SignIn.as(wipha)).param("version", "0").param("name", "narumon").param("fullName", "นฤมล อีกคน").param("role", "AUDITOR").param("scope", "country"))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("มีชื่อผู้ใช้ narumon อยู่แล้ว"))).andExpect(content().string(containsString("นฤมล อีกคน")));
        mvc.perform(post("/accounts").with(csrf()).with(SignIn.as(wipha)).param("version", "0").param("name", "somsri").param("fullName", "สมศรี").param("role", "RECORDER").param("scope", "province:99"))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("ไม่พบพื้นที่")));
        assertThat(accounts.find("somsri")).isEmpty();
    }

    @Test
    @DisplayName("are given an area by its name, as people write it; where several places are called so, it is asked which")
    void areaByName() throws Exception {
        mvc.perform(get("/accounts/places").param("place", "ขอนแก่น").with(SignIn.as(wipha))).andExpect(content().string(containsString("value=\"province:40\" checked")));
        add("kamon", "ขอนแก่น").andExpect(status().isOk());
        assertThat(accounts.find("kamon").map(a -> a.scopeLevel() + a.scopeCode())).contains("province40");
        add("kanya", "จังหวัด ขอนแก่น").andExpect(status().isOk());
        assertThat(accounts.find("kanya").map(a -> a.scopeLevel() + a.scopeCode())).contains("province40");
        add("pranee", "เฉลิมพระเกียรติ").andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("เป็นชื่อของหลายพื้นที่"))).andExpect(content().string(containsString("value=\"district:")));
        assertThat(accounts.find("pranee")).isEmpty();
    }

    private ResultActions add(String name, String place) throws Exception {
        return mvc.perform(post("/accounts").with(csrf()).with(SignIn.as(wipha)).param("version", "0").param("name", name).param("fullName", "กมล ใจดี").param("role", "RECORDER").param("place", place));
    }

    @Test
    @DisplayName("are given an area by its name at the terminal too, which tells the codes of those that are called alike")
    void areaAtTheTerminal() {
        assertThat(terminal("add", "kaew", "--role", "recorder", "--scope", "ขอนแก่น")).contains("Added kaew, area: ขอนแก่น (province:40).");
        assertThat(terminal("add", "nok", "--role", "recorder", "--scope", "เฉลิมพระเกียรติ")).contains("Several places are called", "(district:");
        assertThat(terminal("add", "nok", "--role", "recorder", "--scope", "province:99")).contains("No place answers to “province:99”");
        assertThat(accounts.find("nok")).isEmpty();
    }

    private String terminal(String... words) {
        var house = new House() {
            @Override
            public <T> T get(Class<T> type) {
                return context.getBean(type);
            }
        };
        var told = new StringWriter();
        new CommandLine(new UserCommand(house)).setOut(new PrintWriter(told)).setErr(new PrintWriter(told)).setExecutionExceptionHandler((e, line, parsed) -> {
            line.getErr().println(e.getMessage());
            return 2;
        }).execute(words);
        return told.toString();
    }

    @Test
    @DisplayName("are asked for all that is missing at once, each at its field")
    void allFaultsAtOnce() throws Exception {
        mvc.perform(post("/accounts").with(csrf()).with(SignIn.as(wipha)).param("version", "0")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("href=\"#name\""), containsString("href=\"#fullName\""), containsString("href=\"#scope\""),
                        containsString("id=\"name-error\""), containsString("id=\"fullName-error\""), containsString("id=\"scope-error\""))));
        mvc.perform(post("/me/password").with(csrf()).with(SignIn.as(wipha))).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(allOf(containsString("href=\"#before\""), containsString("href=\"#password\""))));
    }

    @Test
    @DisplayName("that change hold at the next request: another role, a smaller place, a disabled account")
    void changesHoldAtOnce() throws Exception {
        var person = people.person("thongchai", "ธงชัย คำแสน", Role.AUDITOR, "country", "");
        String first = accounts.reset(Author.programme("tests"), person.accountId());
        Cookie session = mvc.perform(post("/sign-in").with(csrf()).param("name", "thongchai").param("password", first)).andReturn().getResponse().getCookie("khabuan-session");
        mvc.perform(post("/me/password").with(csrf()).cookie(session).param("before", first).param("password", "ม้าเร็ว ๔ ตัว").param("repeated", "ม้าเร็ว ๔ ตัว"))
                .andExpect(redirectedUrl("/me"));
        mvc.perform(get("/log").cookie(session)).andExpect(status().isOk());
        int version = accounts.get(person.accountId()).version();
        mvc.perform(post("/accounts/" + person.accountId()).with(csrf()).with(SignIn.as(wipha)).param("fullName", "ธงชัย คำแสน").param("role", "EXECUTIVE").param("scope", "region:NE")
                .param("reason", "ย้ายงาน").param("version", "" + version)).andExpect(redirectedUrl("/accounts/" + person.accountId()));
        mvc.perform(get("/log").cookie(session)).andExpect(status().isForbidden());
        assertThat(jdbc.sql("select count(*) from log.entry where act = 'access.forbidden' and actor = 'thongchai' and reason = 'GET /log'").query(Long.class).single()).isEqualTo(1);
        mvc.perform(post("/accounts/" + person.accountId()).with(csrf()).with(SignIn.as(wipha)).param("fullName", "x").param("role", "AUDITOR").param("scope", "country")
                .param("version", "" + version)).andExpect(status().isConflict());
        mvc.perform(post("/accounts/" + person.accountId() + "/disabling").with(csrf()).with(SignIn.as(wipha)).param("disabled", "true")).andExpect(status().isFound());
        mvc.perform(get("/me").cookie(session)).andExpect(header().string("Location", "/sign-in?to=%2Fme"));
        mvc.perform(post("/sign-in").with(csrf()).param("name", "thongchai").param("password", "ม้าเร็ว ๔ ตัว")).andExpect(status().isUnprocessableContent());
    }

    @Test
    @DisplayName("never lose their last administrator")
    void lastAdministrator() throws Exception {
        for (var other : accounts.all())
            if (other.role() == Role.ADMINISTRATOR && other.id() != wipha.accountId() && !other.isDisabled()) accounts.disable(Author.programme("tests"), other.id(), true, "");
        mvc.perform(post("/accounts/" + wipha.accountId() + "/disabling").with(csrf()).with(SignIn.as(wipha)).param("disabled", "true"))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("ผู้ดูแลระบบคนสุดท้าย")));
        assertThat(accounts.get(wipha.accountId()).isDisabled()).isFalse();
    }
}
