package khabuan.insight.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Role;
import khabuan.base.access.SignIn;
import khabuan.cast.Cast;
import khabuan.cast.People;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("A proposal to merge")
class PairNewsTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired People people;
    @Autowired JdbcClient jdbc;
    private Actor officer;
    private Actor centre;
    private long pair;
    private long first;
    private long second;

    /** Two groups of one unit that สมหมาย of the North takes for one. */
    @BeforeEach
    void pair() throws Exception {
        officer = people.person("sommai", "สมหมาย ใจดี", Role.REGIONAL_OFFICER, "region", "N");
        centre = people.centreOfficer();
        String unit = cast.unitInNan("อบต.", "เมืองลี" + Long.toString(System.nanoTime(), 36));
        var ids = new long[2];
        cast.change(() -> {
            for (int i = 0; i < 2; i++)
                ids[i] = jdbc.sql("insert into organisation (code, unit_code, name, registered_on) values (?, ?, ?, ?::date) returning id")
                        .params("D" + i + System.nanoTime(), unit, i == 0 ? "กลุ่มเลี้ยงผึ้งบ้านเมืองลี" : "กลุ่มเลี้ยงผึ้ง บ.เมืองลี", i == 0 ? "2012-02-01" : "2014-02-01").query(Long.class).single();
        });
        first = ids[0];
        second = ids[1];
        String path = mvc.perform(post("/duplicates").param("kind", "organisation").param("one", "" + ids[0]).param("other", "" + ids[1]).with(SignIn.as(officer)).with(csrf())).andReturn().getResponse().getRedirectedUrl();
        pair = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
    }

    private void decide(Actor actor, String what, String... more) throws Exception {
        int version = jdbc.sql("select version from duplicate_pair where id = ?").param(pair).query(Integer.class).single();
        var request = post("/duplicates/" + pair + "/" + what).param("version", "" + version).with(SignIn.as(actor)).with(csrf());
        for (int i = 0; i < more.length; i += 2) request.param(more[i], more[i + 1]);
        mvc.perform(request).andExpect(redirectedUrl("/duplicates/" + pair));
    }

    private List<String> told(Actor actor) {
        return jdbc.sql("select kind from message where account_id = ? and link = ? order by id").params(actor.accountId(), "/duplicates/" + pair).query(String.class).list();
    }

    @Test
    @DisplayName("leaves its trace on the page of the pair after it was undone; the merged record's timeline names the survivor and leads to it")
    void trace() throws Exception {
        decide(officer, "proposal", "survivor", "" + first, "reason", "สมาชิกชุดเดียวกัน");
        decide(centre, "merge");
        assertThat(page("/organisations/" + second)).contains("<a href=\"/organisations/" + first + "\"><ins>กลุ่มเลี้ยงผึ้งบ้านเมืองลี</ins></a>");
        decide(centre, "merge/undoing", "reason", "เป็นคนละกลุ่ม");
        assertThat(page("/duplicates/" + pair)).contains("เคยรวมโดยคง กลุ่มเลี้ยงผึ้งบ้านเมืองลี").contains("เสนอโดย สมหมาย ใจดี ยืนยันโดย ประเสริฐ แก้วมณี").contains("ยกเลิกการรวมโดย ประเสริฐ แก้วมณี").contains("เป็นคนละกลุ่ม");
    }

    @Test
    @DisplayName("is foreseen for the survivor that is chosen, before it is sent")
    void foreseen() throws Exception {
        var part = mvc.perform(get("/duplicates/" + pair).header("HX-Request", "true").param("survivor", "" + second).with(SignIn.as(officer))).andReturn().getResponse().getContentAsString();
        assertThat(part).startsWith("<div id=\"foresight\"").contains("หากรวมเป็น กลุ่มเลี้ยงผึ้ง บ.เมืองลี");
    }

    private String page(String path) throws Exception {
        return mvc.perform(get(path).with(SignIn.as(officer))).andReturn().getResponse().getContentAsString();
    }

    @Test
    @DisplayName("is told to the centre, which confirms; the proposer hears what became of it, and that it was undone and why")
    void told() throws Exception {
        decide(officer, "proposal", "survivor", "" + first, "reason", "สมาชิกชุดเดียวกัน");
        assertThat(told(centre)).containsExactly("duplicate.proposed");
        assertThat(told(officer)).isEmpty();
        decide(centre, "merge");
        decide(centre, "merge/undoing", "reason", "เป็นคนละกลุ่ม");
        assertThat(told(officer)).containsExactly("duplicate.merged", "duplicate.undone");
        assertThat(jdbc.sql("select said_values::text from message where kind = 'duplicate.undone' and account_id = ? and link = ?").params(officer.accountId(), "/duplicates/" + pair).query(String.class).single())
                .contains("กลุ่มเลี้ยงผึ้งบ้านเมืองลี", "เป็นคนละกลุ่ม");
    }
}
