package khabuan.insight.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("The coverage of a registry")
class CoverageTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;

    private CoveragePage asked(String query) throws Exception {
        return (CoveragePage) mvc.perform(get("/coverage?" + query)).andExpect(status().isOk()).andReturn().getModelAndView().getModel().get("page");
    }

    @Test
    @DisplayName("counts the units that it reaches, however many records a unit has, and shows each unit of a province with its own")
    void units() throws Exception {
        var reached = cast.unitInNan("อบต.", "ยอด");
        var bare = cast.unitInNan("อบต.", "ภูฟ้า");
        var before = asked("measure=organisation.registered&within=province:55&as-of=2562-08-31").total();
        cast.change(() -> {
            jdbc.sql("insert into organisation (unit_code, code, name, registered_on) values (?, 'G97801', 'กลุ่มหม่อนไหมบ้านยอด', '2018-11-20')").param(reached).update();
            jdbc.sql("insert into organisation (unit_code, code, name, registered_on) values (?, 'G97802', 'กลุ่มออมทรัพย์บ้านยอด', '2018-11-20')").param(reached).update();
        });
        var page = asked("measure=organisation.registered&within=province:55&as-of=2562-08-31");
        assertThat(page.total().reached()).isEqualTo(before.reached() + 1);
        assertThat(page.total().records()).isEqualTo(before.records() + 2);
        assertThat(page.total().units()).isEqualTo(before.units());
        var tiles = page.tiles().stream().flatMap(d -> d.tiles().stream()).toList();
        assertThat(tiles).filteredOn(t -> t.unit().code().equals(reached)).singleElement().satisfies(t -> assertThat(t.figure()).isEqualTo(2));
        assertThat(tiles).filteredOn(t -> t.unit().code().equals(bare)).singleElement().satisfies(t -> assertThat(t.css()).isEqualTo("none"));
    }

    @Test
    @DisplayName("refuses a day that is yet to come, as every figure does, and says up to which day may be asked")
    void future() throws Exception {
        for (var path : new String[] {"/coverage", "/figures/council.registered", "/map"})
            mvc.perform(get(path + "?as-of={day}", "3 ก.ย. 2562")).andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("เลือกวันไม่เกิน 2 ก")))
                    .andExpect(content().string(containsString("<a href=\"" + path + "\">")));
        mvc.perform(get("/coverage").param("as-of", "2 ก.ย. 2562")).andExpect(status().isOk()).andExpect(content().string(containsString("อย่างน้อยหนึ่งรายการ (")));
    }

    @Test
    @DisplayName("of the country is the sum of its regions, and of a region that of its provinces")
    void sums() throws Exception {
        var unit = cast.unitInNan("ทต.", "งอบ");
        cast.change(() -> jdbc.sql("insert into council (unit_code, code, name, registered_on) values (?, '97803', 'สภาองค์กรชุมชนเทศบาลตำบลงอบ', '2018-11-20')").param(unit).update());
        for (var within : new String[] {"country:TH", "region:N"}) {
            var page = asked("within=" + within);
            assertThat(page.total().reached()).isPositive().isEqualTo(page.lines().stream().mapToLong(CoveragePage.Line::reached).sum());
            assertThat(page.total().units()).isEqualTo(page.lines().stream().mapToLong(CoveragePage.Line::units).sum());
        }
    }
}
