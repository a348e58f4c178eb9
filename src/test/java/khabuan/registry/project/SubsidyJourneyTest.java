package khabuan.registry.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Role;
import khabuan.base.access.SignIn;
import khabuan.base.money.Baht;
import khabuan.base.money.Grants;
import khabuan.cast.People;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@DisplayName("A matching subsidy on its way")
class SubsidyJourneyTest extends ProjectStory {

    @Autowired MockMvc mvc;
    @Autowired Grants grants;
    private long fund;

    /** กัญญา of the region proposes; สุภาพร keeps the meetings, who may not consent to what she proposed herself. */
    private Actor proposer() {
        return people.person("kanya-subsidy", "กัญญา ศรีอีสาน", Role.REGIONAL_OFFICER, "region", "NE");
    }

    private MockHttpServletResponse send(String path, Actor actor, String... fields) throws Exception {
        var request = post(path).with(csrf()).with(SignIn.as(actor));
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        return mvc.perform(request).andReturn().getResponse();
    }

    private String led(String path, Actor actor, String... fields) throws Exception {
        var answer = send(path, actor, fields);
        assertThat(answer.getStatus()).as(path + ": " + answer.getContentAsString(StandardCharsets.UTF_8)).isBetween(300, 399);
        return answer.getRedirectedUrl();
    }

    private String see(String path, Actor actor) throws Exception {
        var answer = mvc.perform(get(path).with(SignIn.as(actor))).andReturn().getResponse();
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    /** A fund of บ้านนา whose certified statement tells of 120 members, and a frame of a hundred thousand baht in the Northeast. */
    private void aFund() {
        cast.change(() -> {
            jdbc.sql("insert into welfare_fund (code, unit_code, name, founded_on) values (?, ?, 'กองทุนสวัสดิการชุมชนตำบลบ้านนา', '2010-01-01')").params("S" + year, People.BAN_NA).update();
            jdbc.sql("""
                    insert into welfare_statement (fund_id, fiscal_year, quarter, as_of, members, villages, committee, from_members, recorded_name, recorded_on, certified_name, certified_on)
                    select id, 2562, 4, '2019-08-01', 120, 4, 9, 9000000, 'บุญมี', '2019-08-01', 'สุภาพร', '2019-08-02' from welfare_fund where code = ?""").param("S" + year).update();
        });
        fund = jdbc.sql("select id from welfare_fund where code = ?").param("S" + year).query(Long.class).single();
        var centre = people.centreOfficer();
        budget.give(centre, "", year, "state", "development", decided(100_000));
        budget.allot(centre, "", year, "welfare", "NE", decided(100_000));
    }

    private String round(String perMember) throws Exception {
        return led("/subsidies", people.centreOfficer(), "key", "", "year", String.valueOf(year), "opensOn", "1 ส.ค. 2562", "closesOn", "30 ก.ย. 2562", "perMember", perMember, "freshDays", "365", "quality", "");
    }

    @Test
    @DisplayName("is asked for, proposed, approved within the frame, paid and given back in part; the request tells each from the ledger")
    void whole() throws Exception {
        aFund();
        String round = round("300"), request = "/funds/" + fund + round;
        assertThat(see(request, recorder)).contains("เว้นว่างเมื่อขอให้ทุกคน", "120 คน");
        led(request, recorder, "key", "ขอ" + year, "asked", "100");
        assertThat(see(request, officer)).contains("30,000.00", "เหลืออนุมัติได้ 100,000.00 บาท", "name=\"proposed\"");
        assertThat(see("/tasks", officer)).contains("กองทุนสวัสดิการชุมชนตำบลบ้านนา", request);
        led(request + "/proposal", proposer(), "version", "1", "proposed", "29,000");
        var project = projects.find(jdbc.sql("select project_id from subsidy_request where fund_id = ?").param(fund).query(Long.class).single()).orElseThrow();
        assertThat(project).satisfies(p -> assertThat(p.carrier().fund()).isEqualTo(fund)).satisfies(p -> assertThat(p.state()).isEqualTo(Project.State.SUBMITTED));
        assertThat(see(project.path(), officer)).contains("href=\"" + request + "\"", "href=\"/funds/" + fund + "\"");
        long plan = plans.present(project.id()).id();
        consent(Body.WORKING_GROUP, plan);
        consent(Body.REGIONAL_SUBCOMMITTEE, plan);
        List.of("proposal", "contract", "bank-book").forEach(kind -> attach(project, kind));
        projects.contract(recorder, project.id());
        cast.change(() -> payments.addPayee(Projects.KIND, project.id(), "กองทุนสวัสดิการชุมชนตำบลบ้านนา", "034", "0123456789"));
        pay(project, 1);
        projects.takeBack(finance, "", project.id(), Baht.of(2_900), TODAY, "สมาชิกย้ายไปกองทุนอื่น 10 คน");
        assertThat(grants.standing(List.of(project.id())).get(project.id())).satisfies(s -> assertThat(List.of(s.approved(), s.paid(), s.returned(), s.kept())).containsExactly(Baht.of(26_100), Baht.of(29_000), Baht.of(2_900), Baht.of(26_100)));
        assertThat(grants.frames(year, "welfare").get("NE")).isEqualTo(new Grants.Allotted(Baht.of(100_000), Baht.of(26_100), Baht.of(73_900), Baht.of(29_000), Baht.of(2_900)));
        assertThat(see(request, recorder)).contains("29,000.00 บาท", "2,900.00 บาท", project.code());
        assertThat(see(round, officer)).contains("73,900.00", "กองทุนสวัสดิการชุมชนตำบลบ้านนา", "26,100.00");
        assertThat(see("/funds/" + fund, recorder)).contains(request, project.path());
        stated(project);
        assertThat(mvc.perform(get(request).with(SignIn.as(people.officerOfTheSouth()))).andReturn().getResponse().getStatus()).isEqualTo(404);
    }

    /** The fund's next statement tells of ten thousand baht from the institute: whoever certifies it is told what was paid. */
    private void stated(Project project) throws Exception {
        cast.change(() -> {
            jdbc.sql("update welfare_statement set quarter = 3, as_of = '2019-06-01' where fund_id = ?").param(fund).update();
            jdbc.sql("""
                    insert into welfare_statement (fund_id, fiscal_year, quarter, as_of, members, villages, committee, from_members, from_codi, recorded_name, recorded_on)
                    values (?, 2562, 4, '2019-09-02', 120, 4, 9, 9000000, 1000000, 'บุญมี', '2019-09-02')""").param(fund).update();
        });
        assertThat(grants.received(fund, LocalDate.of(2019, 6, 1), LocalDate.of(2019, 9, 2))).isEqualTo(grants.standing(List.of(project.id())).get(project.id()).kept());
        assertThat(see("/funds/" + fund + "/statements/2562/4", officer)).contains("จ่ายเงินสมทบให้กองทุน 26,100.00 บาท", "เปลี่ยนไป 10,000.00 บาท");
    }

    @Test
    @DisplayName("is not asked for while an earlier one that was paid has passed its end without its report")
    void late() throws Exception {
        aFund();
        String request = "/funds/" + fund + round("300");
        led(request, recorder, "key", "", "asked", "");
        led(request + "/proposal", proposer(), "version", "1", "proposed", "36,000");
        var project = projects.find(jdbc.sql("select project_id from subsidy_request where fund_id = ?").param(fund).query(Long.class).single()).orElseThrow();
        long plan = plans.present(project.id()).id();
        consent(Body.WORKING_GROUP, plan);
        consent(Body.REGIONAL_SUBCOMMITTEE, plan);
        List.of("proposal", "contract", "bank-book").forEach(kind -> attach(project, kind));
        projects.contract(recorder, project.id());
        cast.change(() -> payments.addPayee(Projects.KIND, project.id(), "กองทุนสวัสดิการชุมชนตำบลบ้านนา", "034", "0123456789"));
        pay(project, 1);
        assertThat(grants.late(fund, TODAY)).isEmpty();
        cast.change(() -> jdbc.sql("update project_plan set starts_on = '2019-01-01', ends_on = '2019-08-01' where project_id = ?").param(project.id()).update());
        assertThat(grants.late(fund, TODAY)).containsExactly(new Grants.Late(project.code(), project.path(), LocalDate.of(2019, 8, 1)));
        String next = "/funds/" + fund + round("200");
        var answer = send(next, recorder, "key", "", "asked", "");
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8)).contains("โครงการ " + project.code() + " สิ้นสุดเมื่อ", "href=\"" + project.path() + "\"");
        endings.close(officer, project.id());
        led(next, recorder, "key", "", "asked", "");
    }

    @Test
    @DisplayName("ends with its project when the committee rejects it: the members are free at once, and may be asked for again")
    void rejected() throws Exception {
        aFund();
        String request = "/funds/" + fund + round("300");
        led(request, recorder, "key", "", "asked", "");
        led(request + "/proposal", proposer(), "version", "1", "proposed", "36,000");
        assertThat(send(request + "/refusal", officer, "version", "2", "because", "เอกสารไม่ครบ").getStatus()).isEqualTo(422);
        long project = jdbc.sql("select project_id from subsidy_request where fund_id = ?").param(fund).query(Long.class).single();
        decide(Body.WORKING_GROUP, plans.present(project).id(), Meeting.Decision.REJECTED, "สมาชิกไม่ตรงทะเบียน");
        assertThat(see(request, recorder)).contains("คำขอจึงสิ้นสุด: สมาชิกไม่ตรงทะเบียน", "ยื่นคำขอเงินสมทบ");
        led(request, recorder, "key", "", "asked", "90");
        assertThat(see(request, recorder)).contains("27,000.00 บาท");
    }

    @Test
    @DisplayName("ends with its project when that is cancelled, and stands as long as the fund has some of the money: until all came back")
    void cancelled() throws Exception {
        aFund();
        String request = "/funds/" + fund + round("300");
        led(request, recorder, "key", "", "asked", "");
        led(request + "/proposal", proposer(), "version", "1", "proposed", "36,000");
        var project = projects.find(jdbc.sql("select project_id from subsidy_request where fund_id = ?").param(fund).query(Long.class).single()).orElseThrow();
        long plan = plans.present(project.id()).id();
        consent(Body.WORKING_GROUP, plan);
        consent(Body.REGIONAL_SUBCOMMITTEE, plan);
        List.of("proposal", "contract", "bank-book").forEach(kind -> attach(project, kind));
        projects.contract(recorder, project.id());
        cast.change(() -> payments.addPayee(Projects.KIND, project.id(), "กองทุนสวัสดิการชุมชนตำบลบ้านนา", "034", "0123456789"));
        pay(project, 1);
        endings.cancel(officer, project.id(), "กองทุนหยุดดำเนินงาน");
        assertThat(ended()).isEmpty();
        projects.takeBack(finance, "", project.id(), Baht.of(6_000), TODAY, "คืนงวดแรก");
        assertThat(ended()).isEmpty();
        projects.takeBack(finance, "", project.id(), Baht.of(30_000), TODAY, "คืนครบ");
        assertThat(ended()).containsExactly("fallen คืนครบ");
        led(request, recorder, "key", "", "asked", "80");
        led(request + "/proposal", proposer(), "version", "1", "proposed", "24,000");
        long again = jdbc.sql("select project_id from subsidy_request where fund_id = ? and ended_on is null").param(fund).query(Long.class).single();
        consent(Body.WORKING_GROUP, plans.present(again).id());
        consent(Body.REGIONAL_SUBCOMMITTEE, plans.present(again).id());
        endings.cancel(officer, again, "กองทุนขอยกเลิก");
        assertThat(ended()).containsExactly("fallen คืนครบ", "fallen กองทุนขอยกเลิก");
    }

    private List<String> ended() {
        return jdbc.sql("select ended_as || ' ' || ended_because from subsidy_request where fund_id = ? and ended_on is not null order by id").param(fund).query(String.class).list();
    }
}
