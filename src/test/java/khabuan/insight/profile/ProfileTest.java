package khabuan.insight.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import khabuan.base.access.SignIn;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("The profile of a local unit")
class ProfileTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;

    private String text(String unit) throws Exception {
        var pdf = mvc.perform(get("/profiles/" + unit + ".pdf").with(SignIn.as(Cast.recorderOfNan()))).andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        }
    }

    @Test
    @DisplayName("tells of its council and organisations, and of what is missing; no person is named")
    void all() throws Exception {
        var unit = cast.unitInNan("อบต.", "บ่อเกลือใต้");
        cast.change(() -> {
            jdbc.sql("insert into council (unit_code, code, name, registered_on) values (?, '97701', 'สภาองค์กรชุมชนตำบลบ่อเกลือใต้', '2018-11-20')").param(unit).update();
            jdbc.sql("insert into organisation (unit_code, code, name, registered_on) values (?, 'G97701', 'กลุ่มเกลือสินเธาว์บ้านบ่อหลวง', '2018-11-20')").param(unit).update();
        });
        assertThat(text(unit)).contains("อบต.บ่อเกลือใต้", "สภาองค์กรชุมชนตำบลบ่อเกลือใต้", "20พฤศจิกายน2561", "กลุ่มเกลือสินเธาว์บ้านบ่อหลวง").contains("ยังไม่แนบไฟล์จส.02-03");
    }

    @Test
    @DisplayName("of a unit without a council says so, and what to do")
    void empty() throws Exception {
        assertThat(text(cast.unitInNan("ทต.", "ศรีสะเกษ"))).contains("ยังไม่มีสภาองค์กรชุมชนในพื้นที่นี้").contains("ส่งเสริมการจดแจ้งจัดตั้ง");
    }

    @Test
    @DisplayName("of a unit that there is not is not found")
    void unknown() throws Exception {
        mvc.perform(get("/profiles/000000.pdf").with(SignIn.as(Cast.recorderOfNan()))).andExpect(status().isNotFound());
    }
}
