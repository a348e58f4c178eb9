package khabuan.registry.assessment;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Panels;
import khabuan.base.page.Sent;
import khabuan.registry.assessment.Assessment.Assessor;
import khabuan.registry.assessment.AssessmentPages.AnswersPage;
import khabuan.registry.assessment.AssessmentPages.BeginForm;
import khabuan.registry.assessment.AssessmentPages.BeginPage;
import khabuan.registry.assessment.AssessmentPages.ItemPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Assessing on the screen: beginning, answering item by item, attaching a file to an item. */
@Controller
@Needs(value = Right.RECORD, room = "assessment")
class AnswerController {

    private final Assessments assessments;
    private final AssessedSubjects subjects;
    private final Instruments instruments;
    private final Panels panels;

    AnswerController(Assessments assessments, AssessedSubjects subjects, Instruments instruments, Panels panels) {
        this.assessments = assessments;
        this.subjects = subjects;
        this.instruments = instruments;
        this.panels = panels;
    }

    @GetMapping("/assessments/new")
    ModelAndView newForm(@RequestParam(defaultValue = "") String subject, Actor actor) {
        var today = assessments.today();
        var first = Stream.of(Assessor.REGION, Assessor.SELF).filter(a -> a.speaksThrough(actor)).findFirst().orElse(Assessor.SELF);
        return begin(new BeginForm(UUID.randomUUID().toString(), subject, "", String.valueOf(FiscalYear.of(today).year()), first.word(), ThaiDate.brief(today), ""), actor, Faults.NONE);
    }

    private ModelAndView begin(BeginForm form, Actor actor, Faults faults) {
        var subject = subjects.find(actor, form.subject());
        var assessors = Stream.of(Assessor.values()).filter(a -> a.speaksThrough(actor)).map(Assessor::word).toList();
        return new ModelAndView("assessment/begin", Map.of("page", new BeginPage(form.subject(), subject.title(), form, subjects.instruments(subject.kind()), assessors, faults)));
    }

    @PostMapping("/assessments")
    ModelAndView begin(BeginForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var subject = subjects.find(actor, form.subject());
        var day = faults.day("assessedOn", form.assessedOn(), "assessment.refusal.day-missing");
        var year = year(form.year());
        var respondents = faults.whole("respondents", form.respondents(), "assessment.refusal.respondents-missing");
        return Sent.answer(faults, () -> {
            var instrument = subjects.instrument(subject.kind(), form.instrument());
            return assessments.begin(actor, form.key(), new Assessments.Beginning(instrument, subject.id(), subject.unitCode(), year, assessor(form.assessor()), day, respondents)).path() + "/answers";
        }, () -> begin(form, actor, faults));
    }

    private static Integer year(String typed) {
        String plain = ThaiDate.arabic(typed);
        return plain.matches("2[56]\\d\\d") ? Integer.valueOf(plain) : null;
    }

    private static Assessor assessor(String word) {
        return Stream.of(Assessor.values()).filter(a -> a.word().equals(word)).findFirst().orElse(null);
    }

    @GetMapping("/assessments/{id:\\d+}/answers")
    ModelAndView open(@PathVariable long id, Actor actor) {
        var assessment = assessments.at(actor, id);
        if (assessment.isOld()) throw new OutOfReach("answers of " + id + ", which was taken from an old system");
        return answers(assessment, Map.of(), UUID.randomUUID().toString(), Faults.NONE);
    }

    private ModelAndView answers(Assessment assessment, Map<String, String> typed, String key, Faults faults) {
        var edition = instruments.edition(assessment.edition());
        var answers = assessments.answers(assessment.id());
        return new ModelAndView("assessment/answers", Map.of("page", new AnswersPage(assessment, edition, answers, typed, key, faults, assessments.result(edition, answers))));
    }

    /** Keeps what is answered so far; "then" says where to go on: to the result, or to the files of an item. */
    @PostMapping("/assessments/{id:\\d+}/answers")
    ModelAndView answer(@PathVariable long id, @RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var assessment = assessments.at(actor, id);
        var faults = new Faults(frame.words());
        var given = read(instruments.edition(assessment.edition()), sent, faults);
        return Sent.answer(faults, () -> {
            assessments.answer(actor, id, sent.getOrDefault("key", ""), given);
            String then = sent.getOrDefault("then", "");
            return then.matches("\\d{1,18}") ? "/assessments/answers/" + then : assessment.path() + (then.equals("stay") ? "/answers" : "");
        }, () -> answers(assessment, typed(sent), sent.getOrDefault("key", ""), faults));
    }

    private static Map<Long, Assessments.Given> read(Edition edition, Map<String, String> sent, Faults faults) {
        var given = new LinkedHashMap<Long, Assessments.Given>();
        edition.items().filter(i -> sent.containsKey("version-" + i.id())).forEach(i -> {
            String field = "item-" + i.id(), text = ThaiDate.arabic(sent.getOrDefault(field, "").strip()).replace(",", "");
            boolean number = text.isEmpty() || text.matches("\\d{1,5}(\\.\\d{1,2})?");
            if (!number) faults.add(field, AssessmentRefusal.ANSWER_SHAPE.key(), i.most() == null ? "100" : String.valueOf(i.most()));
            String version = sent.get("version-" + i.id());
            given.put(i.id(), new Assessments.Given(number && !text.isEmpty() ? new BigDecimal(text) : null, sent.getOrDefault("note-" + i.id(), "").strip(), version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0));
        });
        return given;
    }

    private static Map<String, String> typed(Map<String, String> sent) {
        var typed = new HashMap<String, String>();
        sent.forEach((name, value) -> { if (name.startsWith("item-") || name.startsWith("note-")) typed.put(name, value); });
        return typed;
    }

    /** An item with its files. */
    @GetMapping("/assessments/answers/{id:\\d+}")
    @Needs(value = Right.READ, room = "assessment")
    ModelAndView item(@PathVariable long id, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var assessment = assessments.at(actor, assessments.ofAnswer(id));
        var edition = instruments.edition(assessment.edition());
        var answer = assessments.answers(assessment.id()).values().stream().filter(a -> a.id() == id).findFirst().orElseThrow(() -> new OutOfReach("assessment answer " + id));
        var item = edition.items().filter(i -> i.id() == answer.item()).findFirst().orElseThrow();
        return new ModelAndView("assessment/item", Map.of("page", new ItemPage(assessment, edition, item, answer, panels.of("assessment-answer", id, frame))));
    }
}
