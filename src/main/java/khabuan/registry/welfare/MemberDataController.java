package khabuan.registry.welfare;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.Baht;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.print.Format;
import khabuan.base.print.SheetWriter;
import khabuan.registry.welfare.MemberDataPages.CopyPage;
import khabuan.registry.welfare.MemberDataPages.ExportForm;
import khabuan.registry.welfare.MemberDataPages.ExportPage;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Members' data that leaves the house: a copy for the member whose it is, and a list for a purpose. */
@Controller
@Needs(value = Right.KEEP_FUND, room = "welfare")
class MemberDataController {

    private final FundBooks books;
    private final Funds funds;
    private final MemberData data;

    MemberDataController(FundBooks books, Funds funds, MemberData data) {
        this.books = books;
        this.funds = funds;
        this.data = data;
    }

    @GetMapping("/funds/{id:\\d+}/books/members/{number:\\d+}/copy")
    ModelAndView copy(@PathVariable long id, @PathVariable int number, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var fund = books.enter(actor, id);
        return new ModelAndView("welfare/copy", Map.of("page", new CopyPage(fund, fund.path() + "/books/members/" + number, false, data.copy(actor, id, number, frame.t("welfare.copy") + " " + fund.name()))));
    }

    @GetMapping("/funds/{id:\\d+}/books/members/export")
    ModelAndView exportForm(@PathVariable long id, Actor actor) {
        return form(books.enter(actor, id), new ExportForm("", ThaiDate.brief(FiscalYear.of(funds.today()).start()), ThaiDate.brief(funds.today())), Faults.NONE);
    }

    private static ModelAndView form(Fund fund, ExportForm form, Faults faults) {
        return new ModelAndView("welfare/export", Map.of("page", new ExportPage(fund, form, faults)), faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    /** The list as XLSX, or the form again with what is wrong. */
    @PostMapping("/funds/{id:\\d+}/books/members/export")
    Object export(@PathVariable long id, ExportForm form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var fund = books.enter(actor, id);
        var faults = new Faults(frame.words());
        var from = faults.day("from", form.from(), WelfareRefusal.DAY_MISSING.key());
        var until = faults.day("until", form.until(), WelfareRefusal.DAY_MISSING.key());
        if (!faults.isEmpty()) return form(fund, form, form.purpose().isEmpty() ? faults.add(WelfareRefusal.PURPOSE_MISSING.at("purpose")) : faults);
        try {
            return sheet(data.export(actor, id, from, until, form.purpose()), form, frame);
        } catch (Refusal.Thrown refused) {
            return form(fund, form, faults.add(refused));
        }
    }

    private static ResponseEntity<byte[]> sheet(List<MemberData.Row> members, ExportForm form, Frame frame) {
        var columns = Stream.of("welfare.member-number", "welfare.full-name", "field.welfare_member.class", "field.welfare_member.village", "field.welfare_member.joined_on", "field.welfare_member.left_on", "welfare.export-paid", "welfare.export-given", "welfare.export-purpose")
                .map(key -> new SheetWriter.Column(frame.t(key), key.endsWith("name") || key.endsWith("purpose") ? 40 : 20)).toList();
        var rows = new ArrayList<List<?>>();
        for (var m : members) rows.add(Arrays.asList(m.number(), m.name(), frame.t("class.welfare.members." + (m.clazz().isEmpty() ? "unspecified" : m.clazz())), m.village(), m.joinedOn(), m.leftOn(), new Baht(m.paid()).amount(), new Baht(m.given()).amount(), form.purpose()));
        var out = new ByteArrayOutputStream();
        try {
            SheetWriter.write(out, frame.t("welfare.roster"), columns, rows.iterator());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ResponseEntity.ok().header("Content-Type", Format.XLSX.mediaType()).header("Content-Disposition", "attachment; filename=\"members.xlsx\"").header("Cache-Control", "no-store").body(out.toByteArray());
    }
}
