package khabuan.insight.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import khabuan.base.access.SignIn;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("A unit that is no more")
class EndedUnitsTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;
    private String unit;

    /** A unit that was joined to another in May 2562, whose council has not been moved yet. */
    @BeforeEach
    void ended() {
        unit = cast.unitInNan("อบต.", "สวด");
        cast.change(() -> {
            jdbc.sql("insert into council (unit_code, code, name, registered_on) values (?, ?, 'สภาองค์กรชุมชนตำบลสวด', '2011-06-14')").params(unit, "8" + System.nanoTime() % 100_000).update();
            jdbc.sql("update unit set ended_on = '2019-05-01' where code = ?").param(unit).update();
        });
    }

    private FigurePage asked(String query) throws Exception {
        return (FigurePage) mvc.perform(get("/figures/council.registered?" + query).with(SignIn.as(Cast.officerOfTheNorth()))).andExpect(status().isOk()).andReturn().getModelAndView().getModel().get("page");
    }

    @Test
    @DisplayName("stands in the figures by unit under its last name, so that the units sum up to the province")
    void listed() throws Exception {
        var byUnit = asked("within=province:55&by=unit&as-of=2562-08-31");
        assertThat(byUnit.lines()).filteredOn(l -> l.place().code().equals(unit)).singleElement().satisfies(l -> {
            assertThat(l.place().title()).isEqualTo("อบต.สวด");
            assertThat(l.sum()).isEqualTo(1);
        });
        assertThat(byUnit.total()).isEqualTo(asked("within=region:N&by=province&as-of=2562-08-31").lines().stream().filter(l -> l.place().code().equals("55")).findFirst().orElseThrow().sum());
    }

    @Test
    @DisplayName("opens onto its records")
    void opened() throws Exception {
        assertThat(asked("within=unit:" + unit + "&by=unit&as-of=2562-08-31").records()).singleElement().satisfies(r -> assertThat(r.title()).isEqualTo("สภาองค์กรชุมชนตำบลสวด"));
    }
}
