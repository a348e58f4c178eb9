package khabuan.base.certificate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The words of letters, kept by administrators: looked at on paper before they are kept as the next edition. */
@Controller
@Needs(Right.ADMINISTER)
class TemplateController {

    private final Letters letters;
    private final LetterTemplates templates;
    private final LetterFacts facts;
    private final Printing printing;
    private final JdbcClient jdbc;

    TemplateController(Letters letters, LetterTemplates templates, LetterFacts facts, Printing printing, JdbcClient jdbc) {
        this.letters = letters;
        this.templates = templates;
        this.facts = facts;
        this.printing = printing;
        this.jdbc = jdbc;
    }

    /** The form, as it was typed. */
    record Form(String title, String body, String reason, int opened) {

        Form {
            title = title == null ? "" : title.strip();
            body = body == null ? "" : body.strip().replace("\r", "");
            reason = reason == null ? "" : reason.strip();
        }
    }

    @GetMapping("/certificates/templates/{kind}")
    ModelAndView edit(@PathVariable String kind) {
        letters.kind(kind);
        var newest = templates.newest(kind);
        return page(letters.kind(kind), new Form(newest.title(), newest.body(), "", newest.edition()), Faults.NONE, HttpStatus.OK);
    }

    private ModelAndView page(CertificateKind kind, Form form, Faults faults, HttpStatus status) {
        return new ModelAndView("certificate/template", Map.of("page", new CertificatePages.TemplatePage(kind, templates.editions(kind.kind()), LetterTemplates.places(kind),
                form.title, form.body, form.reason, form.opened, faults)), status);
    }

    @PostMapping("/certificates/templates/{kind}")
    ModelAndView keep(@PathVariable String kind, Form form, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        try {
            demandFits(letters.kind(kind), form);
            templates.change(actor, letters.kind(kind), form.title, form.body, form.reason, form.opened);
            return new ModelAndView("redirect:/certificates");
        } catch (Refusal.Thrown e) {
            return page(letters.kind(kind), form, new Faults(frame.words()).add(e), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private void demandFits(CertificateKind kind, Form form) {
        LetterTemplates.demand(kind, form.title, form.body);
        if (!printing.fits(form.title, form.body, worst(kind), LETTERHEAD)) throw CertificateRefusal.TOO_LONG.at("body");
    }

    /** How the words look on paper, with the longest name that there is. */
    @PostMapping("/certificates/templates/{kind}/preview")
    Object preview(@PathVariable String kind, Form form, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var letterKind = letters.kind(kind);
        try {
            demandFits(letterKind, form);
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header("Cache-Control", "no-store").body(printing.preview(form.title, form.body, worst(letterKind), LETTERHEAD));
        } catch (Refusal.Thrown e) {
            return page(letterKind, form, new Faults(frame.words()).add(e), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static final Map<String, String> LETTERHEAD = Map.of("office", "สำนักงานภาคกรุงเทพฯ ปริมณฑลและตะวันออก", "address", "สถาบันพัฒนาองค์กรชุมชน (องค์การมหาชน)",
            "signatory", "ชื่อผู้ลงนาม", "signatory-title", "ตำแหน่งผู้ลงนาม", "acting-for", "");

    /** The facts of the record with the longest name; the words themselves while there is none. */
    private Map<String, String> worst(CertificateKind kind) {
        var longest = jdbc.sql("select r.id from %s r where %s order by char_length(r.name) desc, r.id limit 1".formatted(kind.table(), kind.admitted())).query(Long.class).optional();
        var found = longest.map(id -> facts.of(kind, List.of(id))).filter(all -> !all.isEmpty()).map(all -> all.getFirst().facts());
        return found.orElseGet(() -> {
            var words = new LinkedHashMap<String, String>();
            kind.facts().forEach(word -> words.put(word, "{" + word + "}"));
            return words;
        });
    }
}
