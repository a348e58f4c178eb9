package khabuan.registry.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusal;
import khabuan.base.access.Role;
import khabuan.base.evidence.Evidence;
import khabuan.base.evidence.Vault;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.cast.Cast;
import khabuan.cast.Paper;
import khabuan.cast.People;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import khabuan.registry.assessment.Assessment.Assessor;
import khabuan.registry.assessment.Assessments.Beginning;
import khabuan.registry.assessment.Assessments.Given;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The council of a tambon of Nan is reviewed by มาลี, who records there, and by the people themselves; สมหวัง of the region verifies, or วรรณา. */
abstract class ReviewStory {

    static final LocalDate DAY = LocalDate.of(2019, 8, 20);
    @Autowired Assessments assessments;
    @Autowired Instruments instruments;
    @Autowired Drafting drafting;
    @Autowired Evidence evidence;
    @Autowired Vault vault;
    @Autowired Measures measures;
    @Autowired Cast cast;
    @Autowired People people;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;
    Actor malee, somwang, wanna;
    Edition edition;
    String unit;
    long council;

    @BeforeEach
    void aCouncil() {
        unit = cast.unitInNan("อบต.", "ฝายแก้ว" + Long.toString(System.nanoTime(), 36));
        malee = people.person("malee-review", "มาลี แซ่ลี้", Role.RECORDER, "province", "55");
        somwang = people.person("somwang-review", "สมหวัง ใจมั่น", Role.REGIONAL_OFFICER, "region", "N");
        wanna = people.person("wanna-review", "วรรณา ณ น่าน", Role.REGIONAL_OFFICER, "region", "N");
        edition = published("council-quality");
        council = council(unit);
    }

    /** The shipped edition, published by the centre if it still is a draft. */
    Edition published(String code) {
        var latest = instruments.latest(code, 2562).orElseThrow();
        if (latest.state() == Edition.State.DRAFT) drafting.publish(people.centreOfficer(), latest.id());
        return instruments.edition(latest.id());
    }

    long council(String unit) {
        var id = new long[1];
        cast.change(() -> id[0] = jdbc.sql("insert into council (code, unit_code, name, registered_on) values ('R' || ?, ?, 'สภาองค์กรชุมชนตำบลฝายแก้ว', '2010-03-15') returning id").params(unit, unit).query(Long.class).single());
        return id[0];
    }

    Assessment begin(Actor actor, Assessor assessor) {
        return assessments.begin(actor, "", new Beginning(edition.instrument(), council, "", 2562, assessor, DAY, null));
    }

    /** Everything answered with a share of its best. */
    void answerAll(Actor actor, Assessment assessment, double share) {
        var given = new HashMap<Long, Given>();
        assessments.answers(assessment.id()).forEach((item, a) -> given.put(item, new Given(answer(item, share), "", a.version())));
        assessments.answer(actor, assessment.id(), "", given);
    }

    BigDecimal answer(long id, double share) {
        var item = edition.items().filter(i -> i.id() == id).findFirst().orElseThrow();
        return switch (item.kind()) {
            case YES_NO -> BigDecimal.valueOf(Math.round(share));
            case POINTS -> BigDecimal.valueOf(Math.round(item.most() * share));
            case PERCENTAGE -> BigDecimal.valueOf(Math.round(100 * share));
            case CHOICE -> BigDecimal.valueOf(1 + Math.round((item.choices().size() - 1) * share));
        };
    }

    void prove(Actor actor, Assessment assessment) {
        var proved = edition.items().filter(i -> i.proof() == Edition.Proof.REQUIRED).map(Edition.Item::id).toList();
        assessments.answers(assessment.id()).values().stream().filter(a -> proved.contains(a.item()))
                .forEach(a -> evidence.attach(actor, "assessment-answer", a.id(), "proof", null, "", () -> vault.keep(new java.io.ByteArrayInputStream(Paper.pdf("รายงานประจำปี " + a.id())), "รายงานประจำปี.pdf")));
    }

    Assessment submitted(Actor actor, Assessor assessor, double share) {
        var assessment = begin(actor, assessor);
        answerAll(actor, assessment, share);
        prove(actor, assessment);
        assessments.submit(actor, assessment.id(), "", "");
        return assessments.at(actor, assessment.id());
    }

    static void refuses(AssessmentRefusal refusal, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOfSatisfying(Refusal.Thrown.class, r -> assertThat(r.refusal()).isEqualTo(refusal));
    }

    long counted(String measure) {
        return measures.ask(new Question(measure, Level.UNIT, new Place(Level.UNIT, unit, "", "", ""), false, List.of(new Window(LocalDate.of(2018, 10, 1), LocalDate.of(2019, 9, 2), null)))).at(unit, 0);
    }
}
