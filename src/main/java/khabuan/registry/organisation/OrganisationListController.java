package khabuan.registry.organisation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.certificate.Consent;
import khabuan.base.certificate.Ordering;
import khabuan.base.page.Frame;
import khabuan.base.page.NavigationEntry;
import khabuan.base.page.Pager;
import khabuan.base.place.Reach;
import khabuan.base.print.Format;
import khabuan.base.print.SheetWriter;
import khabuan.registry.organisation.OrganisationPages.ListPage;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The list of organisations: looked at, taken away as a workbook, written letters for. */
@Controller
@Needs(value = Right.READ, room = "organisation")
class OrganisationListController {

    private static final int PAGE = 50;
    private final Organisations organisations;
    private final OrganisationList list;
    private final OrganisationLetters letters;
    private final Ordering ordering;
    private final Reach reach;

    OrganisationListController(Organisations organisations, OrganisationList list, OrganisationLetters letters, Ordering ordering, Reach reach) {
        this.organisations = organisations;
        this.list = list;
        this.letters = letters;
        this.ordering = ordering;
        this.reach = reach;
    }

    @Bean
    static NavigationEntry organisationsEntry() {
        return new NavigationEntry(30, "nav.organisations", "/organisations", Right.READ, "organisation");
    }

    private OrganisationFilter filter(Map<String, String> address) {
        return OrganisationFilter.read(address, FiscalYear.of(organisations.today()));
    }

    @GetMapping("/organisations")
    ModelAndView list(@RequestParam Map<String, String> address, @RequestParam(defaultValue = "1") int page, Actor actor) {
        var filter = filter(address);
        var pager = new Pager(page, PAGE, list.count(filter, actor), filter.path());
        long unlettered = actor.may(Right.CERTIFY) && filter.state().equals("unlettered") ? letters.wanting(filter, actor) : 0;
        return new ModelAndView("organisation/list", Map.of("page", new ListPage(filter, list.page(filter, actor, PAGE, pager.offset()), pager, reach.choices(actor, filter.place()),
                actor.may(Right.RECORD), actor.may(Right.CERTIFY), unlettered)));
    }

    @GetMapping("/organisations.xlsx")
    ResponseEntity<StreamingResponseBody> export(@RequestParam Map<String, String> address, Actor actor, @ModelAttribute("frame") Frame frame) {
        var filter = filter(address);
        var columns = Stream.of("field.organisation.code", "field.organisation.name", "organisation.kind", "level.unit", "level.province", "field.organisation.registered_on",
                "organisation.certified", "organisation.seen").map(key -> new SheetWriter.Column(frame.t(key), key.endsWith(".name") ? 44 : 20)).toList();
        var rows = new ArrayList<List<?>>();
        list.each(filter, actor, line -> rows.add(Arrays.asList(line.code(), line.name(), frame.t("organisation.kind." + line.kind()), line.unit(), line.province(),
                line.registeredOn(), frame.t(line.certified() ? "organisation.certified" : "organisation.uncertified"), line.seenOn())));
        return ResponseEntity.ok().header("Content-Type", Format.XLSX.mediaType()).header("Content-Disposition", "attachment; filename=\"organisations.xlsx\"")
                .body(out -> write(out, frame.t("organisation.list"), columns, rows));
    }

    private static void write(java.io.OutputStream out, String sheet, List<SheetWriter.Column> columns, List<List<?>> rows) throws IOException {
        SheetWriter.write(out, sheet.replace("/", " "), columns, rows.iterator());
    }

    @GetMapping("/organisations/letters/new")
    @Needs(value = Right.CERTIFY, room = "organisation")
    ModelAndView letters(@RequestParam Map<String, String> address, Actor actor) {
        return ordering.tell(letters.wish(filter(address), actor));
    }

    @PostMapping("/organisations/letters")
    @Needs(value = Right.CERTIFY, room = "organisation")
    ModelAndView print(@RequestParam Map<String, String> address, Consent consent, Actor actor, @ModelAttribute("frame") Frame frame) {
        return ordering.order(letters.wish(filter(address), actor), consent, actor, frame);
    }
}
