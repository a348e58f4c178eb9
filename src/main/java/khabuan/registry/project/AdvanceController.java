package khabuan.registry.project;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Pager;
import khabuan.base.place.Level;
import khabuan.base.place.Places;
import khabuan.base.print.Format;
import khabuan.base.print.SheetWriter;
import khabuan.base.page.Sent;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Advances on the screen: the list with its ageing, the form of a new one, and the page on which one is approved and cleared. */
@Controller
@Needs(value = Right.READ, room = "project")
class AdvanceController {

    private static final int PAGE = 50;
    private static final List<String> COLUMNS = List.of("advance.code", "advance.borrower", "advance.purpose", "project.office", "advance.state", "advance.asked-on", "advance.due-on", "advance.late", "advance.amount", "advance.owed");
    private final Advances advances;
    private final AdvanceList list;
    private final AdvanceDesk desk;
    private final Places places;

    AdvanceController(Advances advances, AdvanceList list, AdvanceDesk desk, Places places) {
        this.advances = advances;
        this.list = list;
        this.desk = desk;
        this.places = places;
    }

    @GetMapping("/advances")
    ModelAndView list(@RequestParam Map<String, String> address, @RequestParam(defaultValue = "1") int page, Actor actor) {
        var filter = AdvanceFilter.read(address);
        var pager = new Pager(page, PAGE, list.count(filter, actor), filter.path());
        return new ModelAndView("project/advances", "page", new AdvancePages.ListPage(filter, advances.rule(), list.page(filter, actor, PAGE, pager.offset()), pager, list.ageing(actor), offices(actor), actor.may(Right.RECORD)));
    }

    private List<Choice> offices(Actor actor) {
        if (!AdvanceList.office(actor).isEmpty()) return List.of();
        return Stream.concat(places.tree().at(Level.REGION).stream(), places.find(Level.REGION, Committees.CENTRE).stream()).distinct().map(p -> new Choice(p.code(), p.title())).toList();
    }

    private List<List<?>> rows(Map<String, String> address, Actor actor, Frame frame) {
        return list.page(AdvanceFilter.read(address), actor, Integer.MAX_VALUE, 0).stream()
                .<List<?>>map(l -> Arrays.asList(l.code(), l.borrower(), l.purpose(), l.office(), frame.t("advance.state." + l.state()), l.askedOn(), l.dueOn(), l.late(), l.amount().amount(), l.owed().amount())).toList();
    }

    @GetMapping("/advances.xlsx")
    ResponseEntity<StreamingResponseBody> xlsx(@RequestParam Map<String, String> address, Actor actor, @ModelAttribute("frame") Frame frame) {
        var rows = rows(address, actor, frame);
        var columns = COLUMNS.stream().map(key -> new SheetWriter.Column(frame.t(key), key.endsWith("purpose") ? 48 : 20)).toList();
        return ResponseEntity.ok().header("Content-Type", Format.XLSX.mediaType()).header("Content-Disposition", "attachment; filename=\"advances.xlsx\"").body(out -> SheetWriter.write(out, frame.t("advance.list"), columns, rows.iterator()));
    }

    @GetMapping("/advances.csv")
    ResponseEntity<byte[]> csv(@RequestParam Map<String, String> address, Actor actor, @ModelAttribute("frame") Frame frame) {
        var text = new StringWriter().append('\uFEFF');
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS.stream().map(frame::t).toList());
            rows(address, actor, frame).forEach(row -> csv.writeRecord(row.stream().map(String::valueOf).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("text/csv;charset=UTF-8")).header("Content-Disposition", "attachment; filename=\"advances.csv\"").body(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/advances/new")
    @Needs(value = Right.RECORD, room = "project")
    ModelAndView newForm(Actor actor, @ModelAttribute("frame") Frame frame) {
        return desk.form(new Typed("", Map.of("borrower", actor.fullName(), "due", desk.dueOf(frame.words()))), Faults.NONE, actor, frame.words());
    }

    @PostMapping("/advances")
    @Needs(value = Right.RECORD, room = "project")
    ModelAndView ask(@RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var typed = new Typed("", sent);
        var due = faults.day("due", typed.shown("due"), "");
        var of = typed.shown("frame").matches("\\d{1,18}") ? Long.valueOf(typed.shown("frame")) : null;
        var draft = new Advances.Draft(of, typed.shown("project").strip(), typed.shown("borrower").strip(), typed.shown("purpose").strip(), khabuan.base.money.Baht.parse(typed.shown("amount")).orElse(null), due, typed.shown("bank"), typed.shown("number"));
        return Sent.answer(faults, () -> "/advances/" + advances.ask(actor, typed.shown("key"), draft), () -> desk.form(typed, faults, actor, frame.words()));
    }

    @GetMapping("/advances/{id:\\d+}")
    ModelAndView one(@PathVariable long id, Actor actor, @ModelAttribute("frame") Frame frame) {
        return new ModelAndView("project/advance", "page", desk.page(id, Typed.NOTHING, Faults.NONE, actor, frame));
    }

    @PostMapping("/advances/{id:\\d+}/approval")
    @Needs(value = Right.PAY, room = "project")
    ModelAndView approve(@PathVariable long id, @RequestParam(defaultValue = "0") int version, Actor actor, @ModelAttribute("frame") Frame frame) {
        return desk.answer(id, Typed.NOTHING, new Faults(frame.words()), actor, frame, () -> advances.approve(actor, id, version));
    }

    @PostMapping("/advances/{id:\\d+}/refusal")
    @Needs(value = Right.PAY, room = "project")
    ModelAndView refuse(@PathVariable long id, @RequestParam(defaultValue = "0") int version, @RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var typed = new Typed("refuse", sent);
        return desk.answer(id, typed, new Faults(frame.words()), actor, frame, () -> advances.refuse(actor, id, version, typed.of("reason")));
    }

    @PostMapping("/advances/{id:\\d+}/clearings")
    @Needs(value = Right.PAY, room = "project")
    ModelAndView clear(@PathVariable long id, @RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var typed = new Typed("clear", sent);
        var faults = new Faults(frame.words());
        var on = typed.day(faults, "on");
        return desk.answer(id, typed, faults, actor, frame, () -> {
            if (typed.of("by").equals("receipts")) advances.clear(actor, typed.shown("key"), id, typed.baht("amount"), on, typed.of("note"));
            else if (typed.of("by").equals("cash")) advances.takeBack(actor, typed.shown("key"), id, typed.baht("amount"), on, typed.of("note"), true);
            else throw ProjectRefusal.CLEARED_BY_MISSING.at("by");
        });
    }

    /** An advance that was approved is not taken after all. */
    @PostMapping("/advances/{id:\\d+}/withdrawal")
    @Needs(value = Right.PAY, room = "project")
    ModelAndView withdraw(@PathVariable long id, @RequestParam Map<String, String> sent, Actor actor, @ModelAttribute("frame") Frame frame) {
        var typed = new Typed("withdraw", sent);
        return desk.answer(id, typed, new Faults(frame.words()), actor, frame, () -> advances.withdraw(actor, id, typed.of("reason")));
    }

    /** Another payment in the place of one that the bank refused. */
    @PostMapping("/advances/{id:\\d+}/payment")
    @Needs(value = Right.PAY, room = "project")
    ModelAndView payAgain(@PathVariable long id, Actor actor, @ModelAttribute("frame") Frame frame) {
        return desk.answer(id, Typed.NOTHING, new Faults(frame.words()), actor, frame, () -> advances.payAgain(actor, id));
    }
}
