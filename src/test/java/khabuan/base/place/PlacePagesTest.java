package khabuan.base.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import khabuan.base.access.SignIn;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("The page of a place")
class PlacePagesTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;
    @Autowired Places places;

    private String unitWithCouncil(String name) {
        String unit = cast.unitInNan("อบต.", name);
        cast.change(() -> jdbc.sql("insert into council (code, unit_code, name, registered_on) values ('P' || ?, ?, ?, '2010-05-01')")
                .params(unit, unit, "สภาองค์กรชุมชนตำบล" + name).update());
        return unit;
    }

    @Test
    @DisplayName("leads from the country down, each level with the figures of the next")
    void levels() throws Exception {
        String unit = unitWithCouncil("บ่อสวก");
        mvc.perform(get("/places/country/TH")).andExpect(status().isOk()).andExpect(content().string(containsString("href=\"/places/region/N\"")));
        mvc.perform(get("/places/region/N")).andExpect(content().string(containsString("href=\"/places/province/55\"")));
        mvc.perform(get("/places/province/55")).andExpect(content().string(stringContainsInOrder("href=\"/places/country/TH\"", "href=\"/places/region/N\"", "<h1>น่าน</h1>", "href=\"/places/district/5501\"")));
        mvc.perform(get("/places/district/5501")).andExpect(content().string(stringContainsInOrder("href=\"/places/unit/" + unit + "\">อบต.บ่อสวก", "within=unit:" + unit)));
    }

    @Test
    @DisplayName("of a unit shows its own figures, each a link to what it counts")
    void figures() throws Exception {
        String unit = unitWithCouncil("ไชยสถาน");
        mvc.perform(get("/places/unit/" + unit)).andExpect(status().isOk()).andExpect(content().string(stringContainsInOrder(
                "<h1>อบต.ไชยสถาน</h1>", "/figures/units?within=unit:" + unit, ">1</a>", "/figures/council.registered?within=unit:" + unit, ">1</a>", "ร้อยละ 100",
                "/figures/council.undocumented?within=unit:" + unit, ">1</a>")));
    }

    @Test
    @DisplayName("names the councils to those in whose reach it lies, and to nobody else")
    void panels() throws Exception {
        String unit = unitWithCouncil("ถืมตอง");
        cast.unitInPhatthalung("อบต.", "พญาขัน");
        mvc.perform(get("/places/unit/" + unit).with(SignIn.as(Cast.recorderOfNan()))).andExpect(content().string(containsString("สภาองค์กรชุมชนตำบลถืมตอง")));
        mvc.perform(get("/places/unit/" + unit).with(SignIn.as(Cast.recorderOfPhatthalung()))).andExpect(content().string(not(containsString("สภาองค์กรชุมชนตำบลถืมตอง"))));
        mvc.perform(get("/places/unit/" + unit)).andExpect(content().string(not(containsString("สภาองค์กรชุมชนตำบลถืมตอง"))));
    }

    @Test
    @DisplayName("is found from the record number of a unit; an unknown place is not found")
    void addresses() throws Exception {
        String unit = cast.unitInNan("ทต.", "ดู่ใต้");
        long id = jdbc.sql("select id from unit where code = ?").param(unit).query(Long.class).single();
        mvc.perform(get("/places/units/" + id)).andExpect(redirectedUrl("/places/unit/" + unit));
        mvc.perform(get("/places/units/999999999")).andExpect(status().isNotFound());
        mvc.perform(get("/places/unit/nowhere")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("leads on from a unit that is no more to the one that took its place")
    void successor() throws Exception {
        String old = cast.unitInNan("อบต.", "ถืมตอง"), successor = cast.unitInNan("ทต.", "ดู่ใต้");
        cast.change(() -> jdbc.sql("update unit set ended_on = '2019-01-01', successor_code = ? where code = ?").params(successor, old).update());
        mvc.perform(get("/places/unit/" + old)).andExpect(redirectedUrl("/places/unit/" + successor));
        mvc.perform(get("/places/unit/55019999")).andExpect(status().isNotFound());
    }

    @Test
    @DisplayName("shows a measure by province, in colours that are told in words and in a table")
    void choropleth() throws Exception {
        cast.unitInNan("อบต.", "บ่อสวก");
        mvc.perform(get("/map?measure=units")).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("น่าน: "), containsString("class=\"legend\""), containsString("/figures/units?within=province:55"))));
        mvc.perform(get("/map?measure=council.registered&share=units&as-of=31 ส.ค. 2562")).andExpect(status().isOk()).andExpect(content().string(containsString("31 สิงหาคม 2562")));
        mvc.perform(get("/map?measure=no.such")).andExpect(status().isNotFound()).andExpect(content().string(not(containsString("Exception"))));
    }

    @Test
    @DisplayName("follows a province into another region from the day on, not before")
    void provinceMovesRegion() {
        cast.unitInNan("อบต.", "สวก");
        cast.change(() -> {
            jdbc.sql("insert into province (code, name_th) values ('99', 'ภูผาใหม่') on conflict do nothing").update();
            jdbc.sql("insert into province_region (province_code, region_code, from_date, until_date) values ('99', 'N', '1900-01-01', '2019-10-01')").update();
            jdbc.sql("insert into province_region (province_code, region_code, from_date) values ('99', 'S', '2019-10-01')").update();
        });
        assertThat(places.regionsOfProvinces(LocalDate.of(2019, 9, 30))).containsEntry("99", "N");
        assertThat(places.regionsOfProvinces(LocalDate.of(2019, 10, 1))).containsEntry("99", "S");
        cast.change(() -> {
            jdbc.sql("delete from province_region where province_code = '99'").update();
            jdbc.sql("delete from province where code = '99'").update();
        });
    }
}
