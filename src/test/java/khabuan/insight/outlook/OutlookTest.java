package khabuan.insight.outlook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import khabuan.base.forecast.Forecast;
import khabuan.base.access.SignIn;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.text.Words;
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
    @Autowired Pictures pictures;
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
    @DisplayName("judges an indicator without past years by the pace of its year, and says so: councils of capacity are among what will not be met")
    void withoutPast() throws Exception {
        var outlook = outlooks.at(new FiscalYear(2562).quarter(3), LocalDate.of(2019, 6, 30));
        var capacity = outlook.lines().stream().filter(l -> l.indicator().code().equals("COUNCIL-CAPACITY")).findFirst().orElseThrow();
        assertThat(capacity.forecast().way()).isEqualTo(Forecast.Way.BY_PACE);
        assertThat(capacity.pace().elapsed()).isCloseTo(0.55, within(1e-3));
        assertThat(outlook.atRisk(0.5)).contains(capacity);
        assertThat(outlook.error()).isFinite();
        mvc.perform(get("/outlook?year=2562&quarter=3").with(SignIn.as(Cast.executive()))).andExpect(content().string(containsString("ไม่มีปีก่อนพอให้เทียบ จึงดูจากก้าวของปีนี้เอง")));
    }

    @Test
    @DisplayName("draws the regions of an indicator in their lights, and its provinces beside them where it is counted from records")
    void map() {
        var outlook = outlooks.at(new FiscalYear(2562).quarter(3), LocalDate.of(2019, 6, 30));
        var picture = pictures.of(outlook, "COUNCIL-NEW", Words.NONE);
        assertThat(picture.regions().areas()).hasSize(77).allSatisfy(a -> assertThat(a.css()).startsWith("light-"));
        for (var region : picture.line().regions())
            assertThat(picture.regions().areas()).filteredOn(a -> a.title().startsWith(region.name() + " (")).isNotEmpty().allSatisfy(a -> assertThat(a.css()).isEqualTo(region.light().area()));
        assertThat(picture.provinces().areas()).hasSize(77);
        var entered = outlook.drawable().stream().filter(l -> l.indicator().isEntered()).findFirst().orElseThrow();
        assertThat(pictures.of(outlook, entered.indicator().code(), Words.NONE).provinces()).isNull();
        assertThat(pictures.of(outlook, "", Words.NONE).line().chance()).isEqualTo(outlook.atRisk(1).stream().filter(outlook.drawable()::contains).findFirst().orElseThrow().chance());
    }

    @Test
    @DisplayName("says nothing of a year that is over but what it came to")
    void over() {
        var outlook = outlooks.at(new FiscalYear(2561).quarter(4), LocalDate.of(2018, 9, 30));
        assertThat(outlook.lines()).filteredOn(l -> l.forecast() != null).allSatisfy(l -> assertThat(l.forecast().value()).isEqualTo(l.score().country().result().doubleValue()));
    }
}
