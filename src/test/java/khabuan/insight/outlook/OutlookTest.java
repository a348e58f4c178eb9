package khabuan.insight.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import khabuan.base.access.SignIn;
import khabuan.base.calendar.FiscalYear;
import khabuan.cast.Cast;
import khabuan.cast.DemoWorld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DemoWorld
@DisplayName("The outlook of a year")
class OutlookTest {

    @Autowired Outlooks outlooks;
    @Autowired MockMvc mvc;

    @Test
    @DisplayName("is where an executive begins; it tells each indicator's forecast with its interval and past error, and prints")
    void executive() throws Exception {
        mvc.perform(get("/").with(SignIn.as(Cast.executive()))).andExpect(redirectedUrl("/outlook"));
        mvc.perform(get("/outlook").with(SignIn.as(Cast.executive()))).andExpect(status().isOk()).andExpect(content().string(containsString("4.1(1) การสนับสนุนการจัดตั้งสภาองค์กรชุมชนตำบล")));
        mvc.perform(get("/outlook.pdf?year=2562").with(SignIn.as(Cast.executive()))).andExpect(status().isOk()).andExpect(content().contentType("application/pdf"));
        mvc.perform(get("/outlook?year=2400").with(SignIn.as(Cast.executive()))).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("says in June 2562 that new councils will not reach their 534, and in whose regions most will be missing")
    void inJune() {
        var outlook = outlooks.at(new FiscalYear(2562).quarter(3), LocalDate.of(2019, 6, 30));
        var councils = outlook.lines().stream().filter(l -> l.indicator().code().equals("COUNCIL-NEW")).findFirst().orElseThrow();
        assertThat(councils.aim()).isEqualTo(534);
        assertThat(councils.chance()).isLessThan(0.5);
        assertThat(outlook.atRisk(0.5)).contains(councils);
        assertThat(councils.behind()).extracting(Outlook.Region::code).first().isEqualTo("NE");
        assertThat(councils.bars()).hasSize(12).last().satisfies(b -> assertThat(b.value()).isEqualTo("107"));
    }

    @Test
    @DisplayName("says nothing of a year that is over but what it came to")
    void over() {
        var outlook = outlooks.at(new FiscalYear(2561).quarter(4), LocalDate.of(2018, 9, 30));
        assertThat(outlook.lines()).filteredOn(l -> l.forecast() != null).allSatisfy(l -> assertThat(l.forecast().value()).isEqualTo(l.score().country().result().doubleValue()));
    }
}
