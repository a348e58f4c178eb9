package khabuan.registry.project;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Pager;
import khabuan.base.page.Sent;
import khabuan.base.place.Level;
import khabuan.base.place.Places;
import khabuan.base.print.Format;
import khabuan.base.print.Printers;
import khabuan.base.record.Installation;
import khabuan.base.text.Words;
import khabuan.registry.project.MeetingPages.Line;
import khabuan.registry.project.MeetingPages.ListPage;
import khabuan.registry.project.MeetingPages.RecordPage;
import khabuan.registry.project.MeetingPages.Waiting;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Meetings of the bodies: called, decided in one sitting, closed; their minutes print themselves. */
@Controller
@Needs(value = Right.READ, room = "project")
class MeetingController {

    private static final int SIZE = 50;
    private final Committees committees;
    private final Agendas agendas;
    private final Projects projects;
    private final Places places;
    private final Printers printers;
    private final Installation installation;

    MeetingController(Committees committees, Agendas agendas, Projects projects, Places places, Printers printers, Installation installation) {
        this.committees = committees;
        this.agendas = agendas;
        this.projects = projects;
        this.places = places;
        this.printers = printers;
        this.installation = installation;
    }

    @GetMapping("/meetings")
    ModelAndView list(@RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String body, @RequestParam(defaultValue = "1") int page, Actor actor, @ModelAttribute("frame") Frame frame) {
        return list(new Committees.Which(year.matches("\\d{4}") ? Integer.parseInt(year) : 0, Body.of(body).orElse(null)), page, actor, Typed.NOTHING, Faults.NONE);
    }

    private ModelAndView list(Committees.Which which, int page, Actor actor, Typed typed, Faults faults) {
        String body = which.body() == null ? "" : which.body().word();
        var pager = new Pager(page, SIZE, committees.count(actor, which), "/meetings?year=" + (which.year() == 0 ? "" : which.year()) + "&body=" + body);
        var meetings = committees.of(actor, which, SIZE, pager.offset());
        var counts = committees.counts(meetings);
        var lines = meetings.stream().map(m -> line(m, counts.getOrDefault(m.id(), Committees.Count.NONE))).toList();
        var waiting = committees.queues().stream().filter(q -> Committees.isOf(actor, q.office())).map(q -> new Waiting(q.body(), q.office(), agendas.office(q.office()), q.plans())).toList();
        var offices = Stream.concat(places.tree().at(Level.REGION).stream().map(p -> new Choice(p.code(), p.title())), Stream.of(new Choice(Committees.CENTRE, agendas.office(Committees.CENTRE))))
                .filter(c -> Committees.keeps(actor, c.value())).toList();
        return new ModelAndView("project/meetings", "page", new ListPage(lines, pager, which.year(), body, committees.years(actor), waiting, offices, List.of(Body.values()), projects.today(), typed, UUID.randomUUID().toString(), faults));
    }

    private Line line(Meeting meeting, Committees.Count count) {
        return new Line(meeting, agendas.office(meeting.office()), count.items(), count.undecided());
    }

    @PostMapping("/meetings")
    @Needs(value = Right.RECORD, room = "project")
    ModelAndView call(@RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var typed = new Typed("call", sent);
        var day = typed.day(faults, "heldOn");
        var body = Body.of(typed.of("body"));
        if (body.isEmpty()) faults.add(ProjectRefusal.BODY_MISSING.at("call-body"));
        return Sent.answer(faults, () -> typed.told(frame.words(), () -> committees.call(actor, sent.getOrDefault("key", ""), body.orElseThrow(), typed.of("office"), day, typed.of("venue"), typed.of("chair")).path()), () -> list(new Committees.Which(0, null), 1, actor, typed, faults));
    }

    /** @param fit whether consent to all that fits the frames is proposed */
    @GetMapping("/meetings/{id:\\d+}")
    ModelAndView record(@PathVariable long id, @RequestParam(defaultValue = "") String fit, Actor actor, @ModelAttribute("frame") Frame frame) {
        var meeting = committees.at(actor, id);
        boolean proposed = !fit.isEmpty() && meeting.isOpen() && Committees.keeps(actor, meeting.office());
        return record(meeting, actor, frame.words(), proposed ? new Typed("decide", agendas.fitting(agendas.rows(meeting, actor, frame.words()))) : Typed.NOTHING, proposed, Faults.NONE);
    }

    private ModelAndView record(Meeting meeting, Actor actor, Words words, Typed typed, boolean proposed, Faults faults) {
        var rows = agendas.rows(meeting, actor, words);
        boolean keeps = Committees.keeps(actor, meeting.office());
        var waiting = keeps && meeting.isOpen() ? agendas.rows(committees.invitable(meeting), meeting, actor, words) : List.<MeetingPages.Row>of();
        var tallies = agendas.tallies(rows, row -> typed.shown("decision-" + row.id()).equals(Meeting.Decision.CONSENTED.word()), words);
        return new ModelAndView("project/meeting", "page", new RecordPage(meeting, agendas.office(meeting.office()), rows, tallies, waiting, keeps, typed, proposed, faults));
    }

    /** What the choices so far would take of the frames: the part of the page that tells it. */
    @PostMapping("/meetings/{id:\\d+}/tally")
    @Needs(value = Right.RECORD, room = "project")
    ModelAndView tally(@PathVariable long id, @RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var page = record(committees.at(actor, id), actor, frame.words(), new Typed("decide", sent), false, Faults.NONE);
        if (frame.partial()) page.setViewName("project/tally");
        return page;
    }

    /** Decides what was chosen, item by item; what is refused stays, with its sentence, and the rest is done. */
    @PostMapping("/meetings/{id:\\d+}/decisions")
    @Needs(value = Right.RECORD, room = "project")
    ModelAndView decide(@PathVariable long id, @RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var meeting = committees.at(actor, id);
        if (sent.entrySet().stream().noneMatch(e -> e.getKey().startsWith("decision-") && !e.getValue().isEmpty())) faults.add(ProjectRefusal.DECISION_MISSING.with());
        for (var item : committees.agenda(id)) if (!sent.getOrDefault("decision-" + item.id(), "").isEmpty()) decide(actor, meeting, item.id(), sent, faults, frame.words());
        return Sent.answer(faults, meeting::path, () -> record(meeting, actor, frame.words(), new Typed("decide", sent), false, faults));
    }

    private void decide(Actor actor, Meeting meeting, long item, Map<String, String> sent, Faults faults, Words words) {
        String word = sent.get("decision-" + item), version = sent.getOrDefault("version-" + item, "");
        var decision = Arrays.stream(Meeting.Decision.values()).filter(d -> d.word().equals(word)).findFirst().orElse(null);
        try {
            committees.decide(actor, meeting, item, version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0, decision, sent.getOrDefault("resolution-" + item, ""), sent.getOrDefault("reason-" + item, ""));
        } catch (Refusal.Thrown refused) {
            if (refused.field().isEmpty()) faults.add(refused.refusal().at("decision-" + item, Typed.values(refused, words)));
            else faults.add(refused);
        }
    }

    /** Puts plans that wait onto the agenda. */
    @PostMapping("/meetings/{id:\\d+}/items")
    @Needs(value = Right.RECORD, room = "project")
    ModelAndView invite(@PathVariable long id, @RequestParam(defaultValue = "") List<Long> plan, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            committees.invite(actor, id, plan);
            return "/meetings/" + id;
        }, () -> record(committees.at(actor, id), actor, frame.words(), Typed.NOTHING, false, faults));
    }

    @PostMapping("/meetings/{id:\\d+}/attendance")
    @Needs(value = Right.RECORD, room = "project")
    ModelAndView attend(@PathVariable long id, @RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            committees.attend(actor, id, sent.getOrDefault("attended", ""), sent.getOrDefault("excused", ""));
            return "/meetings/" + id;
        }, () -> record(committees.at(actor, id), actor, frame.words(), new Typed("attend", sent), false, faults));
    }

    @PostMapping("/meetings/{id:\\d+}/closing")
    @Needs(value = Right.RECORD, room = "project")
    ModelAndView close(@PathVariable long id, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            committees.close(actor, id);
            return "/meetings/" + id;
        }, () -> record(committees.at(actor, id), actor, frame.words(), Typed.NOTHING, false, faults));
    }

    @GetMapping("/meetings/{id:\\d+}/minutes.{format:docx|pdf}")
    ResponseEntity<byte[]> minutes(@PathVariable long id, @PathVariable String format, Actor actor, @ModelAttribute("frame") Frame frame) throws IOException {
        var meeting = committees.at(actor, id);
        var as = Format.valueOf(format.toUpperCase(Locale.ROOT));
        var out = new ByteArrayOutputStream();
        printers.print(Minutes.of(meeting, agendas.office(meeting.office()), agendas.rows(meeting, actor, frame.words()), frame.words(), installation.isDemonstration()), as, out);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(as.mediaType()))
                .header("Content-Disposition", "attachment; filename=\"minutes-" + meeting.body().word() + "-" + meeting.number() + "-" + meeting.fiscalYear() + "." + format + "\"").body(out.toByteArray());
    }
}
