package khabuan.registry.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import khabuan.base.access.SignIn;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@World
@DisplayName("The form of an organisation")
class OrganisationFormTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;

    private ResultActions send(String name, String place, String unit) throws Exception {
        return mvc.perform(post("/organisations").param("name", name).param("place", place).param("unit", unit).param("registeredOn", "1 มี.ค. 2562").param("version", "0")
                .with(SignIn.as(Cast.recorderOfNan())).with(csrf()));
    }

    private String unitOf(String name) {
        return jdbc.sql("select unit_code from organisation where name = ?").param(name).query(String.class).optional().orElse("none");
    }

    @Test
    @DisplayName("takes a unit by its name when only one in reach answers to it")
    void typed() throws Exception {
        String unit = cast.unitInNan("อบต.", "ฝายแก้วใต้");
        send("กลุ่มทอผ้าฝายแก้วใต้", "อบต.ฝายแก้วใต้", "").andExpect(status().is3xxRedirection());
        assertThat(unitOf("กลุ่มทอผ้าฝายแก้วใต้")).isEqualTo(unit);
    }

    @Test
    @DisplayName("lets one choose when several answer, and goes by what was typed when another was marked before")
    void chosen() throws Exception {
        String tambon = cast.unitInNan("อบต.", "สะเนียนงาม"), town = cast.unitInNan("ทต.", "สะเนียนงาม"), other = cast.unitInNan("อบต.", "เรืองทอง");
        send("กลุ่มออมทรัพย์สะเนียนงาม", "สะเนียนงาม", "").andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("value=\"" + tambon + "\"")))
                .andExpect(content().string(containsString("value=\"" + town + "\""))).andExpect(content().string(containsString("value=\"สะเนียนงาม\"")));
        assertThat(unitOf("กลุ่มออมทรัพย์สะเนียนงาม")).isEqualTo("none");
        send("กลุ่มออมทรัพย์สะเนียนงาม", "สะเนียนงาม", town).andExpect(status().is3xxRedirection());
        assertThat(unitOf("กลุ่มออมทรัพย์สะเนียนงาม")).isEqualTo(town);
        send("กลุ่มเรืองทอง", "อบต.เรืองทอง", town).andExpect(status().is3xxRedirection());
        assertThat(unitOf("กลุ่มเรืองทอง")).isEqualTo(other);
    }

    @Test
    @DisplayName("knows no unit out of reach, neither typed nor sent as a code")
    void outOfReach() throws Exception {
        String far = cast.unitInPhatthalung("อบต.", "ตะโหมดงาม");
        send("กลุ่มตะโหมดงาม", "อบต.ตะโหมดงาม", "").andExpect(status().isUnprocessableContent()).andExpect(content().string(not(containsString(far))));
        send("กลุ่มตะโหมดงาม", "", far).andExpect(status().isNotFound());
        mvc.perform(get("/organisations/new?unit=" + far).with(SignIn.as(Cast.recorderOfNan()))).andExpect(content().string(not(containsString("value=\"" + far))));
        assertThat(unitOf("กลุ่มตะโหมดงาม")).isEqualTo("none");
    }
}
