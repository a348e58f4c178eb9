package khabuan.registry.council;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What a council did in a year: recording a meeting, ticking the missions of s.21. */
@Controller
@Needs(value = Right.RECORD, room = "council")
public class WorksController {

    /** @param attendance "" when nobody counted */
    public record MeetingForm(String heldOn, String subject, String attendance, String key) {}

    public record MeetingPage(Council council, MeetingForm form, Faults faults) {}

    /** The twelve missions of a year. @param day for the missions that are ticked without one */
    public record MissionsPage(Council council, FiscalYear year, List<Integer> years, List<Line> lines, String day, Faults faults) {

        public record Line(int number, boolean done, String day, String note) {}
    }

    private final Councils councils;
    private final Works works;

    WorksController(Councils councils, Works works) {
        this.councils = councils;
        this.works = works;
    }

    @GetMapping("/councils/{id:\\d+}/meetings/new")
    ModelAndView openMeeting(@PathVariable long id, @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor) {
        var form = new MeetingForm("", "", "", UUID.randomUUID().toString());
        return new ModelAndView("council/meeting", Map.of("page", new MeetingPage(councils.at(actor, id), form, new Faults(frame.words()))));
    }

    @PostMapping("/councils/{id:\\d+}/meetings")
    ModelAndView meet(@PathVariable long id, @ModelAttribute("form") MeetingForm form, @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor) {
        var council = councils.at(actor, id);
        var faults = new Faults(frame.words());
        var day = faults.day("heldOn", form.heldOn(), "council.ask.held");
        var attendance = faults.whole("attendance", form.attendance(), "council.ask.attendance");
        return Sent.answer(faults, () -> {
            works.meet(actor, id, form.key(), new Council.Meeting(0, day, form.subject().strip(), attendance));
            return council.path() + "?year=" + FiscalYear.of(day).year() + "#works";
        }, () -> new ModelAndView("council/meeting", Map.of("page", new MeetingPage(council, form, faults))));
    }

    @GetMapping("/councils/{id:\\d+}/missions")
    ModelAndView openMissions(@PathVariable long id, @RequestParam(required = false) Integer year, @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor) {
        var council = councils.at(actor, id);
        var shown = year == null ? FiscalYear.of(councils.today()) : new FiscalYear(year);
        var done = works.missions(id, shown);
        var lines = new ArrayList<MissionsPage.Line>();
        for (int n = 1; n <= 12; n++) {
            var m = done.get(n);
            lines.add(new MissionsPage.Line(n, m != null, m == null ? "" : ThaiDate.full(m.doneOn()), m == null ? "" : m.note()));
        }
        return missions(council, shown, lines, ThaiDate.full(lastDay(shown)), new Faults(frame.words()));
    }

    @PostMapping("/councils/{id:\\d+}/missions")
    ModelAndView setMissions(@PathVariable long id, @RequestParam int year, @RequestParam MultiValueMap<String, String> sent,
                             @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor) {
        var council = councils.at(actor, id);
        var faults = new Faults(frame.words());
        var lines = new ArrayList<MissionsPage.Line>();
        for (int n = 1; n <= 12; n++) lines.add(new MissionsPage.Line(n, sent.containsKey("done-" + n), text(sent, "day-" + n), text(sent, "note-" + n)));
        var done = read(new FiscalYear(year), lines, text(sent, "day"), faults);
        return Sent.answer(faults, () -> {
            works.setMissions(actor, id, new FiscalYear(year), done);
            return council.path() + "?year=" + year + "#works";
        }, () -> missions(council, new FiscalYear(year), lines, text(sent, "day"), faults));
    }

    private static List<Council.Mission> read(FiscalYear year, List<MissionsPage.Line> lines, String day, Faults faults) {
        var done = new ArrayList<Council.Mission>();
        for (var line : lines) {
            if (!line.done()) continue;
            String field = line.day().isEmpty() ? "day" : "day-" + line.number();
            if (faults.has(field)) continue;
            var on = faults.day(field, line.day().isEmpty() ? day : line.day(), "council.ask.done");
            if (on != null) done.add(new Council.Mission(0, year, line.number(), on, line.note()));
        }
        return done;
    }

    private ModelAndView missions(Council council, FiscalYear year, List<MissionsPage.Line> lines, String day, Faults faults) {
        return new ModelAndView("council/missions", Map.of("page", new MissionsPage(council, year, CouncilDesk.years(council, councils.today()), lines, day, faults)));
    }

    /** Today, or the last day of a year that is over. */
    private LocalDate lastDay(FiscalYear year) {
        return councils.today().isAfter(year.end()) ? year.end() : councils.today();
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        var value = sent.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
