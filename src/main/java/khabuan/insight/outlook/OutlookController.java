package khabuan.insight.outlook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.base.print.Format;
import khabuan.base.print.Printers;
import khabuan.base.record.Installation;
import khabuan.insight.indicator.Agreements;
import khabuan.insight.indicator.Shown;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The executive's screen: what will be met this year and what will not. */
@Controller
@Needs(Right.READ)
class OutlookController {

    private final Outlooks outlooks;
    private final Agreements agreements;
    private final Levels levels;
    private final Warnings warnings;
    private final Pictures pictures;
    private final Printers printers;
    private final Installation installation;
    private final Clock clock;

    OutlookController(Outlooks outlooks, Agreements agreements, Levels levels, Warnings warnings, Pictures pictures, Printers printers, Installation installation, Clock clock) {
        this.outlooks = outlooks;
        this.agreements = agreements;
        this.levels = levels;
        this.warnings = warnings;
        this.pictures = pictures;
        this.printers = printers;
        this.installation = installation;
        this.clock = clock;
    }

    /** What the address asks. @param level the chance below which this page warns; null for the kept one @param indicator the code of the one that is drawn on the map */
    record Asked(Integer year, Integer quarter, Integer level, String indicator) {}

    @GetMapping("/outlook")
    ModelAndView outlook(@ModelAttribute(name = "asked") Asked asked, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        if (agreements.years().isEmpty()) return new ModelAndView("redirect:/agreements");
        return shown(page(asked, Faults.NONE, "", frame));
    }

    private static ModelAndView shown(OutlookPage page) {
        return new ModelAndView("outlook/outlook", Map.of("page", page));
    }

    private OutlookPage page(Asked asked, Faults faults, String typed, Frame frame) {
        var today = ThaiDate.today(clock);
        var years = agreements.years();
        int year = asked.year() != null ? asked.year() : agreements.newest(FiscalYear.of(today).year());
        if (!years.contains(year)) throw new OutOfReach("agreement " + year);
        boolean begun = asked.quarter() != null && asked.quarter() <= Shown.latest(new FiscalYear(year), today);
        var shown = Shown.of(year, begun ? asked.quarter() : null, today);
        var outlook = outlooks.at(shown.quarter(), shown.asOf());
        var kept = levels.of(year);
        int level = asked.level() == null || asked.level() < 1 || asked.level() > 99 ? kept.level() : asked.level();
        return new OutlookPage(outlook, years, level, kept, Levels.maySet(frame.actor()), warnings.days(year), pictures.of(outlook, asked.indicator() == null ? "" : asked.indicator(), frame.words()), faults, typed);
    }

    /** Sets the level of warning of a year. */
    @PostMapping("/outlook/levels")
    ModelAndView set(@RequestParam int year, @RequestParam int version, @RequestParam(defaultValue = "") String keptLevel, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        if (!agreements.years().contains(year)) throw new OutOfReach("agreement " + year);
        var faults = new Faults(frame.words());
        var level = faults.whole("keptLevel", keptLevel, "outlook.refusal.level-outside");
        return Sent.answer(faults, () -> {
            levels.set(year, level, version, actor);
            return "/outlook?year=" + year;
        }, () -> shown(page(new Asked(year, null, null, null), faults, keptLevel, frame)));
    }

    @GetMapping("/outlook.pdf")
    ResponseEntity<byte[]> print(@ModelAttribute(name = "asked") Asked asked, @ModelAttribute(name = "frame", binding = false) Frame frame) throws IOException {
        if (agreements.years().isEmpty()) throw new OutOfReach("outlook without an agreement");
        var page = page(asked, Faults.NONE, "", frame);
        var out = new ByteArrayOutputStream();
        printers.print(OutlookDocument.of(page, frame.words(), installation.isDemonstration()), Format.PDF, out);
        var board = page.outlook().board();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "attachment; filename=\"outlook-" + board.agreement().fiscalYear() + "-q" + board.quarter().number() + "-" + board.asOf() + ".pdf\"").body(out.toByteArray());
    }
}
