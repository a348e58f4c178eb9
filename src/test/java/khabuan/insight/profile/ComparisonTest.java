package khabuan.insight.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("Places side by side")
class ComparisonTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;

    private ComparisonPage asked(String query) throws Exception {
        return (ComparisonPage) mvc.perform(get("/compare?" + query)).andExpect(status().isOk()).andReturn().getModelAndView().getModel().get("page");
    }

    @Test
    @DisplayName("show each figure of each place, and that of a province also for each hundred of its units")
    void figures() throws Exception {
        var unit = cast.unitInNan("อบต.", "ขุนน่าน");
        cast.change(() -> jdbc.sql("insert into council (unit_code, code, name, registered_on) values (?, '97804', 'สภาองค์กรชุมชนตำบลขุนน่าน', '2018-11-20')").param(unit).update());
        var page = asked("place=unit:" + unit + "&place=province:55");
        var councils = page.groups().stream().flatMap(g -> g.rows().stream()).filter(r -> r.code().equals("council.registered")).findFirst().orElseThrow();
        assertThat(councils.cells().getFirst()).satisfies(c -> assertThat(c.figure()).isEqualByComparingTo("1")).satisfies(c -> assertThat(c.perHundred()).isNull());
        assertThat(councils.cells().get(1).perHundred()).isNotNull();
        assertThat(page.groups().getLast().rows()).anySatisfy(r -> {
            assertThat(r.code()).isEqualTo("council.undocumented");
            assertThat(r.cells().getFirst().figure()).isEqualByComparingTo("1");
        });
    }

    @Test
    @DisplayName("show first the figures in which they lie farthest apart, each for a hundred local units; all others stand by what they count")
    void apart() throws Exception {
        var unit = cast.unitInNan("อบต.", "ปิงหลวง");
        cast.change(() -> {
            for (int i = 0; i < 12; i++) jdbc.sql("insert into organisation (unit_code, code, name, registered_on) values (?, ?, ?, '2018-11-20')").params(unit, "CMP" + i + unit, "กลุ่มออมทรัพย์บ้านปิงหลวง หมู่ " + i).update();
        });
        var page = asked("place=unit:" + unit + "&place=unit:" + cast.unitInNan("อบต.", "น้ำพาง"));
        assertThat(page.differing()).isNotEmpty().hasSizeLessThanOrEqualTo(6).extracting(ComparisonPage.Row::code).contains("organisation.registered");
        assertThat(page.differing()).extracting(ComparisonPage.Row::apart).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(page.groups()).hasSizeGreaterThan(2);
        assertThat(asked("place=unit:" + unit).differing()).isEmpty();
    }

    @Test
    @DisplayName("are added by any spelling, and never are more than five")
    void added() throws Exception {
        var unit = cast.unitInNan("อบต.", "ห้วยโก๋น");
        mvc.perform(get("/compare?place=province:55&add=อบต.ห้วยโก๋น")).andExpect(redirectedUrl("/compare?place=province:55&place=unit:" + unit));
        var codes = new StringBuilder();
        for (var name : new String[] {"ชนแดน", "บ่อแก้ว", "นาไร่หลวง", "และ", "พระพุทธบาท", "เมืองลี"}) codes.append("place=unit:").append(cast.unitInNan("อบต.", name)).append('&');
        assertThat(asked(codes.toString())).satisfies(p -> assertThat(p.columns()).hasSize(5)).satisfies(p -> assertThat(p.full()).isTrue());
    }

    @Test
    @DisplayName("are told apart from a place that there is not")
    void unknown() throws Exception {
        mvc.perform(get("/compare?place=unit:000000")).andExpect(status().isNotFound());
    }
}
