package khabuan.registry.project;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Frame;
import khabuan.base.page.Pager;
import khabuan.base.place.Level;
import khabuan.base.place.Places;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** Approvals and disbursements, published (มาตรการป้องกันผลประโยชน์ทับซ้อน): a page and a dataset for everybody, with what changed since a day. */
@Controller
@Needs(Right.READ_OPEN)
class DisclosureController {

    private static final int PAGE = 50;
    private static final int WHOLE = 200_000;
    private final Disclosure disclosure;
    private final Programmes programmes;
    private final Budget budget;
    private final Places places;

    DisclosureController(Disclosure disclosure, Programmes programmes, Budget budget, Places places) {
        this.disclosure = disclosure;
        this.programmes = programmes;
        this.budget = budget;
        this.places = places;
    }

    @ModelAttribute(name = "wish", binding = false)
    Disclosure.Wish wish(@RequestParam(defaultValue = "") String year, @RequestParam(defaultValue = "") String programme, @RequestParam(defaultValue = "") String province, @RequestParam(defaultValue = "") String since) {
        return new Disclosure.Wish(year.matches("2[56]\\d\\d") ? Integer.parseInt(year) : 0, programme, province, ThaiDate.parse(since).orElse(null));
    }

    @GetMapping("/disclosure")
    ModelAndView page(@ModelAttribute("wish") Disclosure.Wish wish, @RequestParam(defaultValue = "1") int page, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var pager = new Pager(page, PAGE, disclosure.count(wish), address("/disclosure", wish));
        int now = budget.year().year();
        var years = IntStream.iterate(now, y -> y > now - 6, y -> y - 1).boxed().toList();
        var of = programmes.all().stream().map(p -> new DisclosurePage.Choice(p.code(), p.title())).toList();
        var provinces = places.at(Level.PROVINCE).stream().map(p -> new DisclosurePage.Choice(p.code(), p.title())).toList();
        return new ModelAndView("project/disclosure", Map.of("page", new DisclosurePage(wish, wish.since() == null ? "" : frame.words().day(wish.since()), years, of, provinces,
                disclosure.sum(wish), disclosure.changes(wish), disclosure.lines(wish, PAGE, pager.offset()), pager, address("/disclosure.csv", wish))));
    }

    private static String address(String path, Disclosure.Wish wish) {
        return UriComponentsBuilder.fromPath(path).queryParam("year", wish.budgetYear() == 0 ? "" : String.valueOf(wish.budgetYear())).queryParam("programme", wish.programme()).queryParam("province", wish.province())
                .queryParam("since", wish.since() == null ? "" : wish.since().toString()).encode().build().toUriString();
    }

    /** The dataset: a line for each project, money in baht; what changed of it stands empty unless a day is given. */
    @GetMapping("/disclosure.csv")
    ResponseEntity<byte[]> csv(@ModelAttribute("wish") Disclosure.Wish wish) {
        var text = new StringBuilder("\uFEFFcode,title,programme,unit,province,budget_year,state,approved_on,approved,disbursed,returned,changed_on,approved_change,disbursed_change,returned_change\n");
        for (var l : disclosure.lines(wish, WHOLE, 0))
            text.append(String.join(",", List.of(l.code(), quoted(l.title()), quoted(l.programme()), quoted(l.unit()), quoted(l.province()), String.valueOf(l.budgetYear()), l.state().word(), l.approvedOn().toString(),
                    baht(l.sums()), day(l.changedOn()), l.changes() == null ? ",," : baht(l.changes())))).append('\n');
        return ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8)).header("Content-Disposition", "attachment; filename=\"khabuan-disclosure.csv\"").body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String baht(Disclosure.Sums sums) {
        return Stream.of(sums.approved(), sums.paid(), sums.returned()).map(b -> b.amount().toPlainString()).collect(Collectors.joining(","));
    }

    private static String day(LocalDate day) {
        return day == null ? "" : day.toString();
    }

    /** A text that a spreadsheet takes for no formula. */
    private static String quoted(String text) {
        String plain = text.matches("[=+\\-@\t].*") ? "'" + text : text;
        return '"' + plain.replace("\"", "\"\"") + '"';
    }
}
