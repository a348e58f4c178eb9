package khabuan.registry.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import khabuan.base.access.Actor;
import khabuan.base.access.SignIn;
import khabuan.base.record.Timeline;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@World
@DisplayName("The pages of organisations")
class OrganisationPagesTest {

    @Autowired MockMvc mvc;
    @Autowired Organisations organisations;
    @Autowired Timeline timeline;
    @Autowired Cast cast;

    private Organisation register(String unit, String name) {
        return organisations.register(Cast.recorderOfNan(), "", new Registration(cast.unitInNan("อบต.", unit), "", name, Organisation.Kind.GROUP, LocalDate.of(2019, 3, 15), 25, "ออมทรัพย์"));
    }

    private ResultActions send(Actor actor, String path, String... fields) throws Exception {
        var request = post(path);
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return mvc.perform(request.with(SignIn.as(actor)).with(csrf()));
    }

    @Test
    @DisplayName("note who saw an organisation and when, and certify no organisation that was seen to be gone")
    void existence() throws Exception {
        var group = register("เรือง", "กลุ่มออมทรัพย์บ้านเรือง");
        send(Cast.recorderOfNan(), group.path() + "/sightings", "seenOn", "3 ก.ย. 2562", "seenBy", "", "existing", "false").andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"3 ก.ย. 2562\"")));
        send(Cast.recorderOfNan(), group.path() + "/sightings", "seenOn", "20 ส.ค. 2562", "seenBy", "นางสาวจันทร์ ใจดี", "existing", "false", "note", "เลิกกิจกรรมแล้ว").andExpect(redirectedUrl(group.path()));
        send(Cast.officerOfTheNorth(), group.path() + "/certification", "year", "2562").andExpect(status().isUnprocessableContent());
        send(Cast.recorderOfNan(), group.path() + "/sightings", "seenOn", "25 ส.ค. 2562", "seenBy", "นายสมชาย", "existing", "true").andExpect(redirectedUrl(group.path()));
        send(Cast.officerOfTheNorth(), group.path() + "/certification", "year", "2562").andExpect(redirectedUrl(group.path()));
        send(Cast.officerOfTheNorth(), group.path() + "/certification/withdrawal", "year", "2562", "reason", " ").andExpect(status().isUnprocessableContent());
        send(Cast.officerOfTheNorth(), group.path() + "/certification/withdrawal", "year", "2562", "reason", "รับรองผิดกลุ่ม").andExpect(redirectedUrl(group.path()));
        assertThat(timeline.ofRecord("organisation", group.id())).extracting(s -> s.act() + s.parts().stream().map(p -> " " + p.done() + " " + p.title()).toList()).containsExactly(
                "organisation.withdraw-certification[ removed 2562]", "organisation.certify[ added 2562]", "organisation.see[ added 2019-08-25]", "organisation.see[ added 2019-08-20]",
                "organisation.register[]");
        mvc.perform(get(group.path()).with(SignIn.as(Cast.recorderOfNan()))).andExpect(content().string(containsString("ถอนการรับรองสถานภาพปี 2562")))
                .andExpect(content().string(containsString("นางสาวจันทร์ ใจดี")));
    }

    @Test
    @DisplayName("show both versions when two people correct an organisation at once, and keep what was chosen")
    void conflict() throws Exception {
        var group = register("ดู่พงษ์", "กลุ่มทอผ้าบ้านดู่พงษ์");
        String[] mine = {"version", "1", "unit", group.unitCode(), "code", group.code(), "name", "กลุ่มทอผ้าดู่พงษ์", "kind", "group", "registeredOn", "15 มี.ค. 2562", "members", "25",
            "activities", "ทอผ้า", "reason", "ชื่อสั้นลง"};
        organisations.correct(Cast.officerOfTheNorth(), group.id(), 1, "นับสมาชิกใหม่", new Registration(group.unitCode(), group.code(), group.name(), Organisation.Kind.GROUP, group.registeredOn(), 31, "ออมทรัพย์"));
        send(Cast.recorderOfNan(), group.path() + "/correction", mine).andExpect(status().isConflict()).andExpect(content().string(containsString("นับสมาชิกใหม่")))
                .andExpect(content().string(containsString("กลุ่มทอผ้าดู่พงษ์"))).andExpect(content().string(containsString("name=\"version\" value=\"2\"")));
        mine[1] = "2";
        mine[13] = "31";
        send(Cast.recorderOfNan(), group.path() + "/correction", mine).andExpect(redirectedUrl(group.path()));
        mvc.perform(get(group.path()).with(SignIn.as(Cast.recorderOfNan()))).andExpect(content().string(containsString("<h1>กลุ่มทอผ้าดู่พงษ์</h1>"))).andExpect(content().string(not(containsString("field.organisation"))));
    }
}
