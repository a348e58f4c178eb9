package khabuan.base.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import khabuan.base.access.Actor;
import khabuan.base.access.SignIn;
import khabuan.cast.People;
import khabuan.cast.World;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@World
@DisplayName("After a form")
class DoneTest {

    private static final String TOLD = "<p class=\"notice good\">บันทึกวิธีรับข้อความแล้ว</p>";

    @Autowired MockMvc mvc;
    @Autowired People people;

    private Actor bunmi;

    @BeforeEach
    void arrive() {
        people.places();
        bunmi = people.recorderOfKhonKaen();
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(SignIn.as(bunmi)).with(csrf())).andReturn().getResponse();
    }

    private Cookie sent(String pace) throws Exception {
        return answer(post("/me/messages").param("pace", pace).param("language", "th").param("email", "").param("line", "")).getCookie("khabuan-done");
    }

    private static MockHttpServletRequestBuilder opened(Cookie done) {
        return get("/me/messages").accept("text/html").cookie(done);
    }

    @Test
    @DisplayName("the next page says what was done, once, so that a screen reader tells it, whatever form it was")
    void told() throws Exception {
        var done = sent("DAILY");
        var page = answer(opened(done));
        assertThat(page.getContentAsString()).contains("role=\"status\" aria-live=\"polite\">" + TOLD);
        assertThat(page.getCookie("khabuan-done").getMaxAge()).isZero();
        assertThat(answer(get("/me/messages").accept("text/html")).getContentAsString()).doesNotContain(TOLD);
    }

    @Test
    @DisplayName("that was refused, nothing is said to be done")
    void refused() throws Exception {
        assertThat(sent("NEVER EVER")).isNull();
    }

    @Test
    @DisplayName("a part of a page or a file doesn't take what the next page has to tell, and nobody can make it say something of their own")
    void kept() throws Exception {
        var done = sent("DAILY");
        assertThat(answer(opened(done).header("HX-Request", "true")).getCookie("khabuan-done")).isNull();
        assertThat(answer(get("/me/messages").accept("image/png").cookie(done)).getCookie("khabuan-done")).isNull();
        assertThat(answer(opened(new Cookie("khabuan-done", "you-won"))).getContentAsString()).doesNotContain("notice good");
    }
}
