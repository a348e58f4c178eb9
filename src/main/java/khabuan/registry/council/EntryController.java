package khabuan.registry.council;

import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.page.ConflictPage;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.base.record.Conflict;
import khabuan.base.record.Timeline;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Mending a meeting, a mission, a member or a term: each by its number, which names one record of the house. */
@Controller
@Needs(value = Right.RECORD, room = "council")
class EntryController {

    private final Entries entries;
    private final Timeline timeline;

    EntryController(Entries entries, Timeline timeline) {
        this.entries = entries;
        this.timeline = timeline;
    }

    @GetMapping("/councils/entries/{id:\\d+}")
    ModelAndView open(@PathVariable long id, Actor actor) {
        var entry = entries.at(actor, id);
        return page(entry, entry.values(), "", "", Faults.NONE, actor);
    }

    @PostMapping("/councils/entries/{id:\\d+}/correction")
    ModelAndView correct(@PathVariable long id, @RequestParam int version, @RequestParam(defaultValue = "") String reason, @RequestParam Map<String, String> sent,
                         @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor) {
        var entry = entries.at(actor, id);
        var faults = new Faults(frame.words());
        sent.replaceAll((name, text) -> text.strip());
        var said = entry.kind().read(sent, faults);
        if (reason.isBlank()) faults.add(CouncilRefusal.REASON_MISSING.at("reason"));
        try {
            return Sent.answer(faults, () -> {
                entries.correct(actor, entry, version, reason.strip(), said);
                return entry.shownAt(entry.kind().act("correct"));
            }, () -> page(entry, sent, reason, "correction", faults, actor));
        } catch (Conflict conflict) {
            return conflict(entry, sent, reason, frame);
        }
    }

    @PostMapping("/councils/entries/{id:\\d+}/withdrawal")
    ModelAndView withdraw(@PathVariable long id, @RequestParam int version, @RequestParam(defaultValue = "") String reason,
                          @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor) {
        var entry = entries.at(actor, id);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            unchanged(() -> entries.withdraw(actor, entry, version, reason.strip()));
            return entry.shownAt(entry.kind().act("withdraw"));
        }, () -> page(entry, entry.values(), reason, "withdrawal", faults, actor));
    }

    @PostMapping("/councils/entries/{id:\\d+}/departure")
    ModelAndView leave(@PathVariable long id, @RequestParam int version, @RequestParam(defaultValue = "") String leftOn, @RequestParam(defaultValue = "") String reason,
                       @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor) {
        var entry = entries.at(actor, id);
        var faults = new Faults(frame.words());
        var day = faults.day("leftOn", leftOn, "council.ask.left");
        if (reason.isBlank()) faults.add(CouncilRefusal.REASON_MISSING.at("reason"));
        return Sent.answer(faults, () -> {
            unchanged(() -> entries.leave(actor, entry, version, day, reason.strip()));
            return entry.shownAt("council.end-member");
        }, () -> page(entry, Map.of("leftOn", leftOn), reason, "departure", faults, actor));
    }

    /** Who lets go or takes back does so to what is on the screen; when it is no longer so, it is shown again. */
    private static void unchanged(Runnable work) {
        try {
            work.run();
        } catch (Conflict conflict) {
            throw CouncilRefusal.CHANGED_MEANWHILE.with();
        }
    }

    private ModelAndView page(Entries.Entry entry, Map<String, String> texts, String reason, String task, Faults faults, Actor actor) {
        var steps = timeline.of(entry.kind().table(), entry.id(), "council_id", "person_id");
        String member = entry.person() == null ? "" : entries.nameOf(entry.person());
        return new ModelAndView("council/entry", Map.of("page", new EntryPage(entry, texts, reason, task, faults, steps, member, actor.may(Right.READ_PERSONS))));
    }

    private ModelAndView conflict(Entries.Entry entry, Map<String, String> mine, String reason, Frame frame) {
        var lines = entry.kind().fields().stream().map(f -> {
            String said = mine.getOrDefault(f.name(), "");
            String stands = entry.values().get(f.name());
            return new ConflictPage.Line(f.name(), entry.kind().label(f), said, stands, entry.kind().shown(f, said, frame.words()), entry.kind().shown(f, stands, frame.words()));
        }).toList();
        var page = new ConflictPage(entry.council().path(), entry.council().name(), entry.path() + "/correction", entry.version(), reason, timeline.of(entry.kind().table(), entry.id()).getFirst(), lines);
        return new ModelAndView("component/conflict", Map.of("page", page), HttpStatus.CONFLICT);
    }
}
