package khabuan.base.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.NavigationEntry;
import khabuan.base.page.Pager;
import khabuan.base.record.Changes;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The log as auditors read it; their searches stand in it too. */
@Controller
@Needs(Right.AUDIT)
class LogController {

    private static final int PAGE = 50;
    private final Log log;
    private final Chain chain;
    private final Changes changes;

    LogController(Log log, Chain chain, Changes changes) {
        this.log = log;
        this.chain = chain;
        this.changes = changes;
    }

    @Bean
    static NavigationEntry logEntry() {
        return new NavigationEntry(95, "nav.log", "/log", Right.AUDIT, "");
    }

    @GetMapping("/log")
    ModelAndView list(LogFilter filter, @RequestParam(defaultValue = "1") int page, @ModelAttribute("frame") Frame frame, Actor actor) {
        changes.read(actor.author(), "log.search", filter.path(), null, null);
        return page(filter, page, frame, null);
    }

    @PostMapping("/log/verification")
    ModelAndView verify(@ModelAttribute("frame") Frame frame, Actor actor) {
        changes.read(actor.author(), "log.verify", "", null, null);
        return page(new LogFilter("", "", "", "", "", "", ""), 1, frame, chain.verify());
    }

    private ModelAndView page(LogFilter filter, int page, Frame frame, Chain.Verification verification) {
        var faults = new Faults(frame.words());
        filter.wrong().forEach(field -> faults.add(field, "log.wrong." + field));
        var kinds = new ArrayList<>(List.of(new Choice("", frame.t("log.any"))));
        log.kinds().forEach(kind -> kinds.add(new Choice(kind, LogWords.kind(frame.words(), kind))));
        var pager = new Pager(page, PAGE, faults.isEmpty() ? log.count(filter) : 0, filter.path());
        var lines = faults.isEmpty() ? log.list(filter, PAGE, pager.offset()) : List.<Log.Line>of();
        var model = new HashMap<String, Object>();
        model.put("page", new LogPage(filter, faults, kinds, lines, pager, verification));
        return new ModelAndView("audit/log", model, faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
