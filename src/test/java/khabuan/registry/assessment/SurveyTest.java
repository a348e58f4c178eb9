package khabuan.registry.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import khabuan.base.access.SignIn;
import khabuan.base.calendar.FiscalYear;
import khabuan.cast.World;
import khabuan.insight.indicator.Scores;
import khabuan.registry.assessment.Assessment.Assessor;
import khabuan.registry.assessment.Assessments.Beginning;
import khabuan.registry.assessment.Assessments.Given;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What people said of the institution's services, kept at the centre. */
@World
@DisplayName("A survey")
class SurveyTest extends ReviewStory {

    @Autowired Scores scores;

    @Test
    @DisplayName("is kept by the centre: what 1,276 people said, dimension by dimension, gives 84.95 and passes; who records in a province can't")
    void survey() {
        var survey = published("client-satisfaction");
        var centre = people.centreOfficer();
        var wish = new Beginning(survey.instrument(), null, "", 2562, Assessor.CENTRE, DAY, 1276);
        refuses(AssessmentRefusal.ASSESSOR_NOT_YOURS, () -> assessments.begin(malee, "", wish));
        refuses(AssessmentRefusal.RESPONDENTS_MISSING, () -> assessments.begin(centre, "", new Beginning(survey.instrument(), null, "", 2562, Assessor.CENTRE, DAY, null)));
        var begun = submitted(wish, "85.40", "83.65", "85.80");
        refuses(AssessmentRefusal.VERIFY_OWN, () -> assessments.verify(centre, begun.id(), ""));
        refuses(AssessmentRefusal.VERIFY_WITHOUT_RIGHT, () -> assessments.verify(somwang, begun.id(), ""));
        assessments.verify(people.administrator(), begun.id(), "");
        assertThat(assessments.at(malee, begun.id()).score() + " " + assessments.at(malee, begun.id()).level()).isEqualTo("84.95 PASS");
    }

    /** Answered and submitted by the centre. */
    private Assessment submitted(Beginning wish, String... said) {
        var centre = people.centreOfficer();
        var begun = assessments.begin(centre, "", wish);
        var percentages = List.of(said).iterator();
        var given = new HashMap<Long, Given>();
        assessments.answers(begun.id()).forEach((item, a) -> given.put(item, new Given(new BigDecimal(percentages.next()), "", a.version())));
        assessments.answer(centre, begun.id(), "", given);
        assessments.submit(centre, begun.id(), "", "");
        return begun;
    }

    private MockHttpServletRequestBuilder form(String path, String... fields) {
        var form = post(path).with(SignIn.as(people.centreOfficer())).with(csrf());
        for (int i = 0; i < fields.length; i += 2) form.param(fields[i], fields[i + 1]);
        return form;
    }

    private ResultActions define(String code, String topic, String measuring) throws Exception {
        return mvc.perform(form("/agreements/2561/definitions", "code", code, "title", "ความพึงพอใจของผู้รับบริการ", "unit", "ร้อยละ", "decimals", "2", "measuring", measuring, "source", "SURVEY", "measureCode", topic,
                "passAt", "80", "passBy", "RESULT"));
    }

    private BigDecimal result(String code, LocalDate asOf) {
        return scores.at(new FiscalYear(2561).quarter(4), asOf, null).of(code).country().result();
    }

    @Test
    @DisplayName("is the result of an indicator from its verification on, as a whole or by a dimension, in the quarter in which people were asked; it opens onto the survey")
    void result() throws Exception {
        var survey = published("client-satisfaction");
        mvc.perform(form("/agreements", "year", "2561"));
        define("SATISFIED", "client-satisfaction", "SCORE").andExpect(redirectedUrl("/agreements/2561/indicators/SATISFIED"));
        define("OFFICERS", "client-satisfaction/เจ้าหน้าที่", "SCORE").andExpect(redirectedUrl("/agreements/2561/indicators/OFFICERS"));
        define("NOBODY", "client-dreams", "SCORE").andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("เลือกแบบสำรวจที่เป็นที่มาของผล")));
        define("COUNTED", "client-satisfaction", "COUNT").andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("ผลของแบบสำรวจเป็นคะแนน")));
        var asked = LocalDate.of(2018, 8, 31);
        var found = submitted(new Beginning(survey.instrument(), null, "", 2561, Assessor.CENTRE, asked, 1276), "85.40", "83.65", "85.80");
        assertThat(result("SATISFIED", asked)).as("not verified").isNull();
        assessments.verify(people.administrator(), found.id(), "");
        assertThat(result("SATISFIED", asked)).isEqualByComparingTo("84.95");
        assertThat(result("OFFICERS", asked)).isEqualByComparingTo("85.80");
        assertThat(result("SATISFIED", asked.minusDays(1))).as("before people were asked").isNull();
        mvc.perform(get("/agreements/2561/indicators/SATISFIED").with(SignIn.as(malee))).andExpect(status().isOk())
                .andExpect(content().string(containsString("href=\"/assessments/" + found.id() + "\""))).andExpect(content().string(containsString("1,276")));
        mvc.perform(form("/agreements/2561/indicators/SATISFIED/results", "quarter", "4", "place", "CENTRE", "amount-4-CENTRE", "99")).andExpect(status().isUnprocessableContent());
        assessments.giveBack(people.administrator(), found.id(), "นับผู้ตอบซ้ำ");
        assertThat(result("SATISFIED", asked)).as("returned").isNull();
    }
}
