package khabuan.insight.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.util.Map;
import khabuan.base.access.SignIn;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("The targets of a year")
class TargetsTest {

    @Autowired MockMvc mvc;
    @Autowired Targets targets;
    @Autowired Cast cast;

    @Test
    @DisplayName("are set by the centre with their reason, seen by everybody, and taken back by leaving them empty")
    void set() throws Exception {
        cast.unitInNan("อบต.", "สะเนียน");
        mvc.perform(post("/targets").param("measure", "council.new").param("year", "2570").param("amount-N", "๑๐๔").param("reason", "แผนปฏิบัติการปี 2570").with(SignIn.as(Cast.centre())).with(csrf()))
                .andExpect(redirectedUrl("/targets?measure=council.new&year=2570"));
        assertThat(targets.of("council.new", 2570, null)).isEqualTo(Map.of("N", BigDecimal.valueOf(104)));
        mvc.perform(get("/targets?measure=council.new&year=2570")).andExpect(status().isOk()).andExpect(content().string(containsString("104")));
        mvc.perform(post("/targets").param("measure", "council.new").param("year", "2570").param("reason", "ยกเลิกแผน").with(SignIn.as(Cast.centre())).with(csrf()));
        assertThat(targets.of("council.new", 2570, null)).isEmpty();
    }

    @Test
    @DisplayName("are refused without a reason or as a word, and to who does not write reports")
    void refused() throws Exception {
        cast.unitInNan("อบต.", "นาซาว");
        mvc.perform(post("/targets").param("measure", "council.new").param("year", "2571").param("amount-N", "มาก").with(SignIn.as(Cast.centre())).with(csrf()))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("กรอกเป้าหมายเป็นจำนวนเต็ม"))).andExpect(content().string(containsString("กรอกที่มาของเป้าหมาย")));
        mvc.perform(post("/targets").param("measure", "council.new").param("year", "2571").param("amount-N", "5").param("reason", "–").with(SignIn.as(Cast.recorderOfNan())).with(csrf())).andExpect(status().isForbidden());
        assertThat(targets.of("council.new", 2571, null)).isEmpty();
    }
}
