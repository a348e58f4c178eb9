package khabuan.registry.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import khabuan.base.access.SignIn;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("The letter of a council")
class CouncilLettersTest {

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired Cast cast;

    private String unit;
    private long council;

    @BeforeEach
    void uncertifiedCouncilWithAnOverdueTerm() {
        unit = cast.unitInNan("อบต.", "สะเนียน" + System.nanoTime());
        cast.change(() -> {
            jdbc.sql("insert into council (code, unit_code, name, registered_on) values (?, ?, 'สภาองค์กรชุมชนตำบลสะเนียน', '2014-05-06')").params("T" + unit, unit).update();
            council = jdbc.sql("select id from council where unit_code = ?").param(unit).query(Long.class).single();
            jdbc.sql("insert into council_term (council_id, number, selected_on) values (?, 1, '2014-05-06')").param(council).update();
        });
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).with(SignIn.as(Cast.officerOfTheNorth()))).andReturn().getResponse().getContentAsString();
    }

    private MockHttpServletResponse issue() throws Exception {
        return mvc.perform(post("/letters").param("recordKind", "council").param("recordId", "" + council).with(SignIn.as(Cast.officerOfTheNorth())).with(csrf())).andReturn().getResponse();
    }

    @Test
    @DisplayName("says beside its button which papers, which review and which certification are missing, each with the page that mends it, and is refused without a reason")
    void missing() throws Exception {
        long term = jdbc.sql("select id from council_term where council_id = ?").param(council).query(Long.class).single();
        var panel = page("/councils/" + council);
        panel = panel.substring(panel.indexOf("id=\"letters\""));
        assertThat(panel).contains("href=\"/councils/" + council + "#files\"", "href=\"/councils/terms/" + term + "\"", "href=\"/councils/" + council + "/certification\"", "name=\"letterReason\"");
        assertThat(issue().getStatus()).isEqualTo(422);
        assertThat(page("/councils/letters/new?unit=" + unit + "&unlettered=yes")).contains("1 รายการข้อมูลยังไม่ครบ");
    }

    @Test
    @DisplayName("is not given at all to a council that is not in force, whatever the reason, and the page says so")
    void refused() throws Exception {
        cast.change(() -> jdbc.sql("update council set ended_on = '2019-06-30' where id = ?").param(council).update());
        assertThat(page("/councils/" + council)).contains("ออกหนังสือรับรองไม่ได้").doesNotContain("action=\"/letters\"");
        assertThat(issue().getStatus()).isEqualTo(422);
        assertThat(jdbc.sql("select count(*) from letter where record_id = ?").param(council).query(Long.class).single()).isZero();
    }
}
