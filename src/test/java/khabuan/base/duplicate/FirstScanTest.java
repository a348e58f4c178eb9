package khabuan.base.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import khabuan.base.access.Actor;
import khabuan.base.access.SignIn;
import khabuan.base.job.Jobs;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("The first comparison of all records")
class FirstScanTest {

    @Autowired MockMvc mvc;
    @Autowired Scan.Nightly nightly;
    @Autowired Jobs jobs;
    @Autowired JdbcClient jdbc;
    @Autowired Cast cast;

    private String page(Actor actor) throws Exception {
        return mvc.perform(get("/duplicates").with(SignIn.as(actor))).andReturn().getResponse().getContentAsString();
    }

    @Test
    @DisplayName("begins by itself once records stand there, and once only; until then the page says that nothing was compared, and gives who may a button")
    void first() throws Exception {
        jdbc.sql("delete from job where kind = ?").param(Scan.JOB).update();
        assertThat(page(Cast.centre())).contains("ยังไม่เคยเปรียบเทียบรายการ เริ่มค้นหา", "action=\"/duplicates/scan\"").doesNotContain("ไม่มีคู่ในสถานะนี้");
        assertThat(page(Cast.officerOfTheNorth())).contains("ขอให้ส่วนกลางเริ่มค้นหา").doesNotContain("action=\"/duplicates/scan\"");
        String unit = cast.unitInNan("อบต.", "ไชยสถาน");
        cast.change(() -> jdbc.sql("insert into council (code, unit_code, name, registered_on) values (?, ?, 'สภาองค์กรชุมชนตำบลไชยสถาน', '2014-05-06')").params("F" + unit, unit).update());
        assertThat(nightly.first()).isTrue();
        while (jobs.newest(Scan.JOB).orElseThrow().isGoingOn()) Thread.onSpinWait();
        assertThat(page(Cast.officerOfTheNorth())).contains("เปรียบเทียบทุกรายการล่าสุดเมื่อ").doesNotContain("ยังไม่เคยเปรียบเทียบ");
        assertThat(nightly.first()).isFalse();
    }
}
