package khabuan.base.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.cookie;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.http.Cookie;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.access.Role;
import khabuan.base.access.Sessions;
import khabuan.base.access.SignIn;
import khabuan.base.record.Author;
import khabuan.cast.People;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@World
@DisplayName("Signing in")
class SignInTest {

    private static final String OWN = "สามคำที่จำได้ 2562";
    private static final String PHONE = "Mozilla/5.0 (Linux; Android 15; SM-A065F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";
    @Autowired
    MockMvc mvc;
    @Autowired
    People people;
    @Autowired
    Accounts accounts;
    @Autowired
    Sessions sessions;
    @Autowired
    JdbcClient jdbc;

    private Actor somchai(String name) {
        return people.person(name, "สมชาย ใจดี", Role.RECORDER, "province", "40");
    }

    private String firstPassword(Actor person) {
        return accounts.reset(Author.programme("tests"), person.accountId());
    }

    private ResultActions signIn(String name, String password) throws Exception {
        return mvc.perform(post("/sign-in").with(csrf()).header("User-Agent", PHONE).param("name", name).param("password", password).param("to", "/me"));
    }

    private Cookie signedIn(String name, String password) throws Exception {
        return signIn(name, password).andExpect(status().isFound()).andReturn().getResponse().getCookie("khabuan-session");
    }

    @Test
    @DisplayName("with a first password leads to one's own password before anything else, and then to the work")
    void firstPasswordMustBeChanged() throws Exception {
        var person = somchai("somchai.first");
        String first = firstPassword(person);
        var session = signedIn("somchai.first", first);
        mvc.perform(get("/figures").cookie(session)).andExpect(status().isSeeOther()).andExpect(header().string("Location", "/me/password"));
        mvc.perform(post("/me/sessions/1/end").with(csrf()).cookie(session)).andExpect(header().string("Location", "/me/password"));
        mvc.perform(post("/me/password").with(csrf()).cookie(session).param("before", first).param("password", OWN).param("repeated", OWN)).andExpect(redirectedUrl("/me"));
        mvc.perform(get("/me").cookie(session)).andExpect(status().isOk()).andExpect(content().string(containsString("สมชาย ใจดี")));
    }

    @Test
    @DisplayName("is refused in the same words for a wrong password and for a name that nobody has, and keeps what was typed as the name")
    void wrong() throws Exception {
        var person = somchai("somchai.wrong");
        firstPassword(person);
        for (var name : new String[] {"somchai.wrong", "somebody.else"})
            signIn(name, "not the password").andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString("ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง"))).andExpect(content().string(containsString("value=\"" + name + "\"")))
                    .andExpect(cookie().doesNotExist("khabuan-session"));
        assertThat(jdbc.sql("select count(*) from log.entry where actor = 'somebody.else'").query(Long.class).single()).as("an unknown name may be a password").isZero();
    }

    @Test
    @DisplayName("closes a name for a quarter of an hour at the fifth wrong try, says so, logs it, and opens it again when the administrator resets it")
    void lockOut() throws Exception {
        var person = somchai("somchai.locked");
        String first = firstPassword(person);
        for (int i = 0; i < 5; i++) signIn("somchai.locked", "guess " + i).andExpect(content().string(not(containsString("นาที"))));
        signIn("somchai.locked", first).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("ลองใหม่ในอีก 15 นาที")));
        assertThat(jdbc.sql("select act from log.entry where actor = 'somchai.locked' order by id desc limit 2").query(String.class).list())
                .containsExactly("access.sign-in-closed", "access.sign-in-refused");
        signedIn("somchai.locked", firstPassword(person));
    }

    @Test
    @DisplayName("shows a person where they are signed in, and ends a session there or by the administrator at once")
    void sessionsAreSeenAndEnded() throws Exception {
        var person = somchai("somchai.sessions");
        String first = firstPassword(person);
        var here = signedIn("somchai.sessions", first);
        var there = signedIn("somchai.sessions", first);
        assertThat(sessions.of(person.accountId(), null)).extracting(Sessions.Session::agent).containsExactly("Chrome · Android", "Chrome · Android");
        mvc.perform(post("/me/password").with(csrf()).cookie(here).param("before", first).param("password", OWN).param("repeated", OWN)).andExpect(status().isFound());
        mvc.perform(get("/me").cookie(there)).andExpect(header().string("Location", "/sign-in?to=%2Fme"));
        var third = signedIn("somchai.sessions", OWN);
        long id = sessions.of(person.accountId(), null).getFirst().id();
        mvc.perform(post("/me/sessions/" + id + "/end").with(csrf()).cookie(here)).andExpect(redirectedUrl("/me"));
        mvc.perform(get("/me").cookie(third)).andExpect(status().isSeeOther());
        mvc.perform(get("/me").cookie(here)).andExpect(status().isOk());
        mvc.perform(post("/sign-out").with(csrf()).cookie(here)).andExpect(redirectedUrl("/"));
        mvc.perform(get("/me").cookie(here)).andExpect(status().isSeeOther());
    }

    @Test
    @DisplayName("gives a browser a new key each time, so that a key planted beforehand opens nothing")
    void keyIsNew() throws Exception {
        var person = somchai("somchai.planted");
        String first = firstPassword(person);
        var planted = new Cookie("khabuan-session", "planted");
        var answer = mvc.perform(post("/sign-in").with(csrf()).cookie(planted).param("name", "somchai.planted").param("password", first)).andReturn().getResponse();
        assertThat(answer.getCookie("khabuan-session").getValue()).isNotEqualTo("planted").hasSizeGreaterThan(40);
        mvc.perform(get("/me").cookie(planted)).andExpect(header().string("Location", "/sign-in?to=%2Fme"));
    }

    @Test
    @DisplayName("needs the form's own token")
    void crossSiteFormsAreRefused() throws Exception {
        mvc.perform(post("/sign-in").param("name", "wipha").param("password", "x")).andExpect(status().isForbidden());
        mvc.perform(post("/me/password").with(SignIn.as(people.administrator()))).andExpect(status().isForbidden());
    }

    @Test
    @DisplayName("never leads to a page of somebody else's")
    void noOpenRedirect() throws Exception {
        var person = somchai("somchai.redirect");
        String first = firstPassword(person);
        for (var to : new String[] {"//evil.example", "https://evil.example", "/\\evil.example"})
            mvc.perform(post("/sign-in").with(csrf()).param("name", "somchai.redirect").param("password", first).param("to", to)).andExpect(redirectedUrl("/"));
    }
}
