package khabuan.base.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import khabuan.base.access.SignIn;
import khabuan.cast.Cast;
import khabuan.cast.People;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("The messages of a person")
class MessagesTest {

    @Autowired MockMvc mvc;
    @Autowired Messages messages;
    @Autowired Preferences preferences;
    @Autowired People people;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;

    @Test
    @DisplayName("stand in the inbox of that person and of nobody else, new until read")
    void inbox() throws Exception {
        var manop = people.executive();
        var narumon = people.auditor();
        people.ownPassword(manop);
        cast.change(() -> messages.send(manop.accountId(), "work.assigned", List.of("<b>สุภาพร</b>", 3, "จส.02"), "/tasks", "inbox"));
        assertThat(messages.of(manop)).isOne();
        mvc.perform(get("/messages").with(SignIn.as(manop))).andExpect(status().isOk()).andExpect(content().string(containsString("&lt;b>สุภาพร".replace(">", "&gt;"))))
                .andExpect(content().string(containsString("ยังไม่ได้อ่าน 1 ข้อความ")));
        mvc.perform(get("/messages").with(SignIn.as(narumon))).andExpect(content().string(not(containsString("สุภาพร"))));
        long id = jdbc.sql("select id from message where account_id = ? and said_once_for = 'inbox'").param(manop.accountId()).query(Long.class).single();
        mvc.perform(post("/messages/" + id + "/reading").with(SignIn.as(narumon)).with(csrf())).andExpect(status().isNotFound());
        assertThat(messages.of(manop)).isOne();
        mvc.perform(post("/messages/" + id + "/reading").with(SignIn.as(manop)).with(csrf())).andExpect(redirectedUrl("/messages"));
        assertThat(messages.of(manop)).isZero();
    }

    @Test
    @DisplayName("leave the house at the pace that the person chooses; an address that can't be one is refused with what to do")
    void preference() throws Exception {
        var narumon = people.auditor();
        mvc.perform(post("/me/messages").param("email", "narumon@example.go.th\r\nBcc: all@example.org").param("pace", "NOW").param("language", "th").with(SignIn.as(narumon)).with(csrf()))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("กรอกอีเมลให้ครบ")));
        mvc.perform(post("/me/messages").param("email", "narumon@example.go.th").param("pace", "WEEKLY").param("language", "en").with(SignIn.as(narumon)).with(csrf()))
                .andExpect(redirectedUrl("/me/messages"));
        assertThat(preferences.of(narumon.accountId())).isEqualTo(new Preference("narumon@example.go.th", "", Pace.WEEKLY, "en"));
        mvc.perform(get("/me/messages").with(SignIn.as(narumon))).andExpect(content().string(containsString("narumon@example.go.th")));
    }

    @Test
    @DisplayName("keep the address encrypted, in the present and in the past, and never show it by accident")
    void encrypted() {
        var narumon = people.auditor();
        preferences.choose(narumon, new Preference("secret.address@example.go.th", "", Pace.NOW, "th"));
        preferences.choose(narumon, new Preference("", "", Pace.NOW, "th"));
        for (var table : List.of("present.message_preference", "history.message_preference"))
            for (var cipher : jdbc.sql("select email_cipher from " + table + " where account_id = ? and email_cipher is not null").param(narumon.accountId()).query(byte[].class).list())
                assertThat(new String(cipher, StandardCharsets.ISO_8859_1)).doesNotContain("secret.address");
        assertThat(jdbc.sql("select count(*) from history.message_preference where account_id = ? and email_cipher is not null").param(narumon.accountId()).query(Long.class).single()).isPositive();
        assertThat(new Preference("secret.address@example.go.th", "", Pace.NOW, "th").toString()).isEqualTo("se…@example.go.th NOW");
        assertThat(new Letter(null, "secret.address@example.go.th", "", "").toString()).doesNotContain("secret");
    }
}
