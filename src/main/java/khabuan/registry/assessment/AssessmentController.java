package khabuan.registry.assessment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.NavigationEntry;
import khabuan.base.page.Pager;
import khabuan.base.page.Sent;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.place.Reach;
import khabuan.base.print.Format;
import khabuan.base.print.SheetWriter;
import khabuan.base.record.Timeline;
import khabuan.registry.assessment.AssessmentPages.Column;
import khabuan.registry.assessment.AssessmentPages.ListPage;
import khabuan.registry.assessment.AssessmentPages.RecordPage;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Assessments on the screen: the list, one of them beside the others of its subject, submitted, verified, returned. */
@Controller
@Needs(value = Right.READ, room = "assessment")
class AssessmentController {

    private static final int PAGE = 50;
    private final Assessments assessments;
    private final AssessmentList list;
    private final Instruments instruments;
    private final Timeline timeline;
    private final Places places;
    private final Reach reach;

    AssessmentController(Assessments assessments, AssessmentList list, Instruments instruments, Timeline timeline, Places places, Reach reach) {
        this.assessments = assessments;
        this.list = list;
        this.instruments = instruments;
        this.timeline = timeline;
        this.places = places;
        this.reach = reach;
    }

    @Bean
    static NavigationEntry assessmentsEntry() {
        return new NavigationEntry(35, "nav.assessments", "/assessments", Right.READ, "assessment", "/instruments");
    }

    @GetMapping("/assessments")
    ModelAndView list(@RequestParam Map<String, String> address, @RequestParam(defaultValue = "1") int page, Actor actor) {
        var filter = AssessmentFilter.read(address);
        var pager = new Pager(page, PAGE, list.count(filter, actor), filter.path());
        return new ModelAndView("assessment/list", Map.of("page", new ListPage(filter, list.page(filter, actor, PAGE, pager.offset()), pager, list.instruments(), list.levels(filter.instrument()),
                reach.choices(actor, filter.place()), actor.may(Right.RECORD))));
    }

    @GetMapping("/assessments.xlsx")
    ResponseEntity<StreamingResponseBody> export(@RequestParam Map<String, String> address, Actor actor, @ModelAttribute("frame") Frame frame) {
        var filter = AssessmentFilter.read(address);
        var columns = Stream.of("assessment.instrument", "assessment.subject", "level.unit", "level.province", "assessment.year", "assessment.assessor", "assessment.assessed-on", "assessment.stage",
                "assessment.score", "assessment.level").map(key -> new SheetWriter.Column(frame.t(key), key.endsWith("subject") || key.endsWith("instrument") ? 44 : 18)).toList();
        var rows = new ArrayList<List<?>>();
        list.each(filter, actor, line -> rows.add(Arrays.asList(line.instrument(), line.title(), line.unit(), line.province(), line.year(), frame.t("assessment.assessor." + line.assessor()),
                line.assessedOn(), frame.t("assessment.stage." + line.stage().word()), line.score(), line.level())));
        return ResponseEntity.ok().header("Content-Type", Format.XLSX.mediaType()).header("Content-Disposition", "attachment; filename=\"assessments.xlsx\"")
                .body(out -> SheetWriter.write(out, frame.t("assessment.list"), columns, rows.iterator()));
    }

    @GetMapping("/assessments/{id:\\d+}")
    ModelAndView one(@PathVariable long id, Actor actor) {
        return page(assessments.at(actor, id), actor, Faults.NONE, "");
    }

    private ModelAndView page(Assessment assessment, Actor actor, Faults faults, String reason) {
        var edition = instruments.edition(assessment.edition());
        var answers = assessments.answers(assessment.id());
        var result = assessments.result(edition, answers);
        var columns = columns(assessment);
        var dimensions = new LinkedHashSet<String>();
        edition.dimensions().forEach(d -> dimensions.add(d.name()));
        columns.forEach(c -> dimensions.addAll(c.parts().keySet()));
        boolean own = actor.accountId() != null && actor.accountId().equals(assessment.submittedBy());
        return new ModelAndView("assessment/one", Map.of("page", new RecordPage(assessment, edition, answers, result, path(assessment), columns, List.copyOf(dimensions),
                assessment.isAnsweredBy(actor), assessment.isJudgedBy(actor), own, UUID.randomUUID().toString(), reason, faults, timeline.ofRecord("assessment", assessment.id(), "instrument_id", "edition_id", "council_id", "organisation_id", "unit_code", "submitted_by", "verified_by"), Set.copyOf(result.unproved()))));
    }

    private List<Place> path(Assessment assessment) {
        var tree = places.tree();
        return tree.find(Level.UNIT, assessment.unitCode()).map(tree::path).orElse(List.of(Place.COUNTRY));
    }

    /** This one and the others of its subject by its instrument, those that were submitted. */
    private List<Column> columns(Assessment one) {
        var all = new ArrayList<>(List.of(one));
        all.addAll(assessments.besides(one));
        all.removeIf(a -> a.submittedOn() == null);
        var parts = assessments.parts(all.stream().map(Assessment::id).toList());
        var levels = instruments.levelsOf(all.stream().map(Assessment::edition).toList());
        return all.stream().map(a -> new Column(a, levels.get(a.edition()).get(a.level()).name(), parts.getOrDefault(a.id(), Map.of()))).toList();
    }

    @PostMapping("/assessments/{id:\\d+}/submission")
    @Needs(value = Right.RECORD, room = "assessment")
    ModelAndView submit(@PathVariable long id, @RequestParam(defaultValue = "") String key, @RequestParam(defaultValue = "") String note, Actor actor, @ModelAttribute("frame") Frame frame) {
        return judged(id, actor, frame, "", () -> assessments.submit(actor, id, key, note));
    }

    @PostMapping("/assessments/{id:\\d+}/verification")
    @Needs(value = Right.RECORD, room = "assessment")
    ModelAndView verify(@PathVariable long id, @RequestParam(defaultValue = "") String key, Actor actor, @ModelAttribute("frame") Frame frame) {
        return judged(id, actor, frame, "", () -> assessments.verify(actor, id, key));
    }

    @PostMapping("/assessments/{id:\\d+}/return")
    @Needs(value = Right.RECORD, room = "assessment")
    ModelAndView giveBack(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Actor actor, @ModelAttribute("frame") Frame frame) {
        return judged(id, actor, frame, reason, () -> assessments.giveBack(actor, id, reason));
    }

    @PostMapping("/assessments/{id:\\d+}/withdrawal")
    @Needs(value = Right.RECORD, room = "assessment")
    ModelAndView withdraw(@PathVariable long id, @RequestParam(defaultValue = "") String withdrawal, Actor actor, @ModelAttribute("frame") Frame frame) {
        return judged(id, actor, frame, "", () -> assessments.withdraw(actor, id, withdrawal));
    }

    /** Back to the record, with what was refused if it was. */
    private ModelAndView judged(long id, Actor actor, Frame frame, String reason, Runnable work) {
        var assessment = assessments.at(actor, id);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            work.run();
            return assessment.path();
        }, () -> page(assessments.at(actor, id), actor, faults, reason));
    }
}
