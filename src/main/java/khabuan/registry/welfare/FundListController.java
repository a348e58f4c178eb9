package khabuan.registry.welfare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.page.Frame;
import khabuan.base.page.NavigationEntry;
import khabuan.base.page.Pager;
import khabuan.base.place.Reach;
import khabuan.base.print.Format;
import khabuan.base.print.SheetWriter;
import khabuan.registry.welfare.FundPages.ListPage;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The list of funds: looked at, and taken away as a workbook. */
@Controller
@Needs(value = Right.READ, room = "welfare")
class FundListController {

    private static final int PAGE = 50;
    private final FundList list;
    private final Funds funds;
    private final Reach reach;
    private final Keepers keepers;

    FundListController(FundList list, Funds funds, Reach reach, Keepers keepers) {
        this.list = list;
        this.funds = funds;
        this.reach = reach;
        this.keepers = keepers;
    }

    @Bean
    static NavigationEntry fundsEntry() {
        return new NavigationEntry(35, "nav.funds", "/funds", Right.READ, "welfare", "/subsidies");
    }

    /** It names no room: the room's own entry does. */
    @Bean
    static NavigationEntry booksEntry() {
        return new NavigationEntry(3, "nav.fund-books", "/funds/books", Right.KEEP_FUND, "");
    }

    /** The books that somebody keeps: of one fund its home, of several the list to choose from. */
    @GetMapping("/funds/books")
    @Needs(value = Right.KEEP_FUND, room = "welfare")
    String books(Actor actor) {
        var kept = keepers.kept(actor);
        return "redirect:/funds" + (kept.size() == 1 ? "/" + kept.getFirst() + "/books" : "?state=books");
    }

    @GetMapping("/funds")
    ModelAndView list(@RequestParam Map<String, String> address, @RequestParam(defaultValue = "1") int page, Actor actor) {
        var filter = FundFilter.read(address);
        var pager = new Pager(page, PAGE, list.count(filter, actor), filter.path());
        return new ModelAndView("welfare/list", Map.of("page", new ListPage(filter, list.page(filter, actor, PAGE, pager.offset()), pager, reach.choices(actor, filter.place()), FiscalYear.of(funds.today()).start(), actor.may(Right.RECORD))));
    }

    @GetMapping("/funds.xlsx")
    ResponseEntity<StreamingResponseBody> export(@RequestParam Map<String, String> address, Actor actor, @ModelAttribute("frame") Frame frame) {
        var columns = Stream.of("field.welfare_fund.code", "field.welfare_fund.name", "level.unit", "level.province", "field.welfare_fund.founded_on", "welfare.members", "welfare.received", "welfare.as-of")
                .map(key -> new SheetWriter.Column(frame.t(key), key.endsWith(".name") ? 48 : 22)).toList();
        var rows = new ArrayList<List<?>>();
        list.each(FundFilter.read(address), actor, l -> rows.add(Arrays.asList(l.code(), l.name(), l.unit(), l.province(), l.foundedOn(), l.asOf() == null ? null : l.members(), l.asOf() == null ? null : l.received().amount(), l.asOf())));
        return ResponseEntity.ok().header("Content-Type", Format.XLSX.mediaType()).header("Content-Disposition", "attachment; filename=\"funds.xlsx\"")
                .body(out -> SheetWriter.write(out, frame.t("welfare.list"), columns, rows.iterator()));
    }
}
