package khabuan.insight.outlook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Frame;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The executive's screen: what will be met this year and what will not. */
@Controller
@Needs(Right.READ)
class OutlookController {

    private static final int LEVEL = 50;
    private final Outlooks outlooks;
    private final Agreements agreements;
    private final Printers printers;
    private final Installation installation;
    private final Clock clock;

    OutlookController(Outlooks outlooks, Agreements agreements, Printers printers, Installation installation, Clock clock) {
        this.outlooks = outlooks;
        this.agreements = agreements;
        this.printers = printers;
        this.installation = installation;
        this.clock = clock;
    }

    @GetMapping("/outlook")
    ModelAndView outlook(@RequestParam(required = false) Integer year, @RequestParam(required = false) Integer quarter, @RequestParam(defaultValue = "50") Integer level) {
        if (agreements.years().isEmpty()) return new ModelAndView("redirect:/agreements");
        return new ModelAndView("outlook/outlook", Map.of("page", page(year, quarter, level)));
    }

    private OutlookPage page(Integer year, Integer quarter, Integer level) {
        var today = ThaiDate.today(clock);
        var years = agreements.years();
        int chosen = year != null ? year : agreements.newest(FiscalYear.of(today).year());
        if (!years.contains(chosen)) throw new OutOfReach("agreement " + chosen);
        boolean begun = quarter != null && quarter <= Shown.latest(new FiscalYear(chosen), today);
        var shown = Shown.of(chosen, begun ? quarter : null, today);
        return new OutlookPage(outlooks.at(shown.quarter(), shown.asOf()), years, level == null || level < 1 || level > 99 ? LEVEL : level);
    }

    @GetMapping("/outlook.pdf")
    ResponseEntity<byte[]> print(@RequestParam(required = false) Integer year, @RequestParam(required = false) Integer quarter, @RequestParam(defaultValue = "50") Integer level, @ModelAttribute("frame") Frame frame)
            throws IOException {
        if (agreements.years().isEmpty()) throw new OutOfReach("outlook without an agreement");
        var page = page(year, quarter, level);
        var out = new ByteArrayOutputStream();
        printers.print(OutlookDocument.of(page, frame.words(), installation.isDemonstration()), Format.PDF, out);
        var board = page.outlook().board();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header("Content-Disposition", "attachment; filename=\"outlook-" + board.agreement().fiscalYear() + "-q" + board.quarter().number() + "-" + board.asOf() + ".pdf\"").body(out.toByteArray());
    }
}
