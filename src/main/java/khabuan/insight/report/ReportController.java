package khabuan.insight.report;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.NavigationEntry;
import khabuan.base.page.Sent;
import khabuan.base.print.Format;
import khabuan.base.record.RecordKind;
import khabuan.base.text.Digits;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Reports on the screen: the list, one to read and write in, its prints, its publication, its comparison. */
@Controller
@Needs(Right.READ_OPEN)
class ReportController {

    private final Reports reports;
    private final Confirmations confirmations;
    private final ReportComparison comparison;

    ReportController(Reports reports, Confirmations confirmations, ReportComparison comparison) {
        this.reports = reports;
        this.confirmations = confirmations;
        this.comparison = comparison;
    }

    @Bean
    static NavigationEntry reportsEntry() {
        return new NavigationEntry(60, "nav.reports", "/reports", Right.READ_OPEN, "");
    }

    @Bean
    static RecordKind reportRecord() {
        return new RecordKind("report", "report", """
                case kind when 'key-data' then 'ข้อมูลสำคัญ ' || (array['ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.'])[extract(month from as_of)::int] || ' ' || extract(year from as_of) + 543
                else 'ไตรมาส ' || quarter || '/' || fiscal_year end || case when known_at is null then '' else ' · ' || coalesce((select a.full_name from account a where a.name = published_by), published_by) end""", "/reports/{id}");
    }

    /** What the form for a new report sends. */
    record NewReport(String kind, String fiscalYear, String quarter, String asOf) {

        /** The quarter that runs, up to today. */
        static NewReport on(LocalDate today) {
            var quarter = FiscalQuarter.of(today);
            return new NewReport(StrategyOfficeReport.KIND, String.valueOf(quarter.year().year()), String.valueOf(quarter.number()), ThaiDate.brief(today));
        }

        /** @return null when there is no such quarter, which is then a fault */
        FiscalQuarter ofQuarter(Faults faults) {
            try {
                return new FiscalQuarter(new FiscalYear(Integer.parseInt(fiscalYear.strip())), Integer.parseInt(quarter.strip()));
            } catch (IllegalArgumentException e) {
                faults.add(ReportRefusal.NO_SUCH_QUARTER.at("fiscalYear"));
                return null;
            }
        }
    }

    @GetMapping("/reports")
    ModelAndView list(Actor actor) {
        return list(actor, NewReport.on(reports.today()), Faults.NONE);
    }

    private ModelAndView list(Actor actor, NewReport form, Faults faults) {
        var lines = reports.all(actor).stream().map(r -> new ReportListPage.Line(r, reports.kind(r).title(r.moment()))).toList();
        var kinds = reports.kinds().stream().map(k -> new Choice(k.kind(), "report.kind." + k.kind())).toList();
        return new ModelAndView("report/list", Map.of("page", new ReportListPage(lines, kinds, form.kind(), form.fiscalYear(), form.quarter(), form.asOf(), faults)));
    }

    @PostMapping("/reports")
    @Needs(Right.REPORT)
    ModelAndView begin(NewReport form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var faults = new Faults(frame.words());
        var kind = reports.kind(form.kind());
        var day = faults.day("asOf", form.asOf(), "report.refused.not-a-day");
        var quarter = !kind.isMonthly() ? form.ofQuarter(faults) : day == null ? null : FiscalQuarter.of(day);
        return Sent.answer(faults, () -> "/reports/" + reports.begin(kind.kind(), quarter, day, actor), () -> list(actor, form, faults));
    }

    @GetMapping("/reports/{id:\\d+}")
    ModelAndView one(@PathVariable long id, @RequestParam(required = false) String digits, Actor actor) {
        return one(reports.find(id, actor), digits, null, Faults.NONE, actor);
    }

    /** @param dates of the tables as typed; null as they are kept */
    private ModelAndView one(Report report, String digits, Map<String, String> dates, Faults faults, Actor actor) {
        var chosen = digits == null ? report.digits() : digits(digits);
        boolean writes = !report.isPublished() && actor.may(Right.REPORT);
        var others = reports.all(actor).stream().filter(r -> r.id() != report.id() && r.kind().equals(report.kind())).map(r -> new ReportPage.Other(r, reports.kind(r).title(r.moment()))).toList();
        var page = new ReportPage(report, reports.kind(report).title(report.moment()), chosen, reports.article(report, chosen), writes, writes ? sections(report) : List.of(), writes ? dates(report, dates) : List.of(),
                report.isPublished() ? List.of() : checks(report, actor), faults, others);
        return new ModelAndView("report/one", Map.of("page", page), faults.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private List<ReportPage.Section> sections(Report report) {
        var texts = reports.texts(report);
        var kind = reports.kind(report);
        return kind.sections().stream().map(s -> new ReportPage.Section(s, kind.sectionTitle(s), texts.getOrDefault(s, ""))).toList();
    }

    private List<ReportPage.TableDate> dates(Report report, Map<String, String> typed) {
        var kept = reports.dates(report);
        var kind = reports.kind(report);
        return kind.tables().stream().map(t -> new ReportPage.TableDate(t, kind.tableTitle(t, report.moment()),
                typed != null ? typed.getOrDefault("date-" + t, "") : kept.containsKey(t) ? ThaiDate.brief(kept.get(t)) : "")).toList();
    }

    private List<ReportPage.Check> checks(Report report, Actor actor) {
        return reports.confirmations(report).stream().map(c -> confirmations.check(c, actor)).toList();
    }

    /** A region says of its figures that they are right, or what is wrong. */
    @PostMapping("/reports/{id:\\d+}/confirmations")
    @Needs(Right.CERTIFY)
    ModelAndView confirm(@PathVariable long id, @RequestParam String region, @RequestParam String room, @RequestParam String verdict, @RequestParam Map<String, String> form, Actor actor,
            @ModelAttribute("frame") Frame frame) {
        var report = reports.find(id, actor);
        var faults = new Faults(frame.words());
        String field = "note-" + region + "-" + room, note = verdict.equals("confirmed") ? "" : form.getOrDefault(field, "").strip();
        if (!verdict.equals("confirmed") && note.isEmpty()) faults.add(field, "report.note-missing");
        return Sent.answer(faults, () -> {
            confirmations.say(report, region, room, note, actor);
            return report.path();
        }, () -> one(report, null, null, faults, actor));
    }

    private static Digits digits(String word) {
        return word.equalsIgnoreCase("thai") ? Digits.THAI : Digits.ARABIC;
    }

    @GetMapping("/reports/{id:\\d+}.{format:docx|xlsx|pdf}")
    ResponseEntity<byte[]> file(@PathVariable long id, @PathVariable String format, @RequestParam(required = false) String digits, Actor actor) {
        var report = reports.find(id, actor);
        var wanted = Format.valueOf(format.toUpperCase(Locale.ROOT));
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(wanted.mediaType()))
                .header("Content-Disposition", "attachment; filename=\"" + reports.kind(report).fileName(report.moment()) + "." + format + "\"")
                .body(reports.print(report, wanted, digits == null ? report.digits() : digits(digits)));
    }

    @PostMapping("/reports/{id:\\d+}/texts")
    @Needs(Right.REPORT)
    String write(@PathVariable long id, @RequestParam Map<String, String> form, Actor actor) {
        var texts = new LinkedHashMap<String, String>();
        form.forEach((field, text) -> {
            if (field.startsWith("text-")) texts.put(field.substring(5), text);
        });
        reports.write(reports.find(id, actor), texts, digits(form.getOrDefault("digits", "")), actor);
        return "redirect:/reports/" + id;
    }

    /** Gives the tables of a draft their own data dates. */
    @PostMapping("/reports/{id:\\d+}/dates")
    @Needs(Right.REPORT)
    ModelAndView date(@PathVariable long id, @RequestParam Map<String, String> form, Actor actor, @ModelAttribute("frame") Frame frame) {
        var report = reports.find(id, actor);
        var faults = new Faults(frame.words());
        var dates = new HashMap<String, LocalDate>();
        for (var table : reports.kind(report).tables()) {
            var day = faults.day("date-" + table, form.getOrDefault("date-" + table, ""), "");
            if (day != null) dates.put(table, day);
        }
        try {
            if (faults.isEmpty()) reports.date(report, dates, actor);
        } catch (Refusal.Thrown e) {
            faults.add(e);
        }
        return faults.isEmpty() ? new ModelAndView("redirect:/reports/" + id) : one(report, null, form, faults, actor);
    }

    @PostMapping("/reports/{id:\\d+}/publication")
    @Needs(Right.REPORT)
    ModelAndView publish(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Actor actor, @ModelAttribute("frame") Frame frame) {
        var report = reports.find(id, actor);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            reports.publish(report, reason, actor);
            return report.path();
        }, () -> one(report, null, null, faults, actor));
    }

    /** Compares a report with another one, or with what is known now. */
    @GetMapping("/reports/{id:\\d+}/comparison")
    ModelAndView compare(@PathVariable long id, @RequestParam(defaultValue = "now") String with, Actor actor) {
        var report = reports.find(id, actor);
        var other = with.equals("now") ? null : reports.find(Long.parseLong(with), actor);
        List<ReportComparison.Line> lines = comparison.of(reports.kind(report).measures(), report.moment(), other == null ? new ReportMoment(report.moment().quarter(), report.asOf(), null) : other.moment(),
                actor.may(Right.READ));
        return new ModelAndView("report/comparison", Map.of("page", new ReportComparisonPage(report, other, lines)));
    }

}
