package khabuan.base.certificate;

import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.evidence.Vault;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import khabuan.base.record.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ContentDisposition;
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
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Letters on the screen: issued, looked at, printed again, revoked; and those that were ordered together. */
@Controller
@Needs(Right.READ)
class LetterController {

    private final Letters letters;
    private final Numbering numbering;
    private final Printing printing;
    private final Batches batches;
    private final Vault vault;
    private final LetterToken tokens;

    LetterController(Letters letters, Numbering numbering, Printing printing, Batches batches, Vault vault, LetterToken tokens) {
        this.letters = letters;
        this.numbering = numbering;
        this.printing = printing;
        this.batches = batches;
        this.vault = vault;
        this.tokens = tokens;
    }

    @Bean
    static RecordKind letterRecord() {
        return new RecordKind("letter", "letter", "named", "/letters/{id}");
    }

    @PostMapping("/letters")
    ModelAndView issue(@RequestParam String recordKind, @RequestParam long recordId, @RequestParam(defaultValue = "") String letterReason, @RequestParam(defaultValue = "") String key,
                       Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var kind = letters.kind(recordKind);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            long id = numbering.one(actor, kind, recordId, letterReason.strip(), key);
            printing.print(actor.author(), java.util.List.of(id));
            return "/letters/" + id;
        }, () -> new ModelAndView("certificate/issue", Map.of("page", new CertificatePages.IssuePage(kind, recordId,
                faults.has("letterReason") ? letters.missing(kind, recordId) : java.util.List.of(), key, letterReason, faults))));
    }

    @GetMapping("/letters/{id:\\d+}")
    ModelAndView one(@PathVariable long id, Actor actor) {
        return page(letters.at(actor, id), actor, Faults.NONE, "", "", HttpStatus.OK);
    }

    private ModelAndView page(Letter letter, Actor actor, Faults faults, String reason, String revoked, HttpStatus status) {
        var kind = letters.kind(letter.kind());
        return new ModelAndView("certificate/letter", Map.of("page", new CertificatePages.LetterPage(letter, kind, kind.mayPrint(actor),
                letter.lastCopy() == null ? "" : "/verify/" + tokens.of(letter, letter.lastCopy().number(), letter.lastCopy().keyId()), faults, reason, revoked)), status);
    }

    @PostMapping("/letters/{id:\\d+}/copies")
    ModelAndView again(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var letter = letters.at(actor, id);
        try {
            printing.again(actor, letter, reason.strip());
            return new ModelAndView("redirect:" + letter.path());
        } catch (Refusal.Thrown e) {
            return page(letter, actor, new Faults(frame.words()).add(e), reason, "", HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/letters/{id:\\d+}/revocation")
    ModelAndView revoke(@PathVariable long id, @RequestParam(defaultValue = "") String revoked, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var letter = letters.at(actor, id);
        try {
            printing.revoke(actor, letter, revoked.strip());
            return new ModelAndView("redirect:" + letter.path());
        } catch (Refusal.Thrown e) {
            return page(letter, actor, new Faults(frame.words()).add(e), "", revoked, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** The exact file of a copy; the newest unless another is named. */
    @GetMapping("/letters/{id:\\d+}.pdf")
    ResponseEntity<FileSystemResource> file(@PathVariable long id, @RequestParam(defaultValue = "0") int copy, Actor actor) {
        var letter = letters.at(actor, id);
        var kept = letter.copies().stream().filter(c -> copy == 0 ? c.equals(letter.lastCopy()) : c.number() == copy).findFirst().flatMap(c -> vault.find(c.sha256()))
                .orElseThrow(() -> new OutOfReach("copy " + copy + " of letter " + id));
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header("Cache-Control", "private, max-age=3600")
                .header("Content-Disposition", ContentDisposition.inline().filename(kept.name(), java.nio.charset.StandardCharsets.UTF_8).build().toString())
                .body(new FileSystemResource(vault.path(kept.sha256())));
    }

    @GetMapping("/letters/batches/{id:\\d+}")
    ModelAndView batch(@PathVariable long id, Actor actor) {
        var batch = batches.at(actor, id);
        var job = batches.job(actor, id);
        return new ModelAndView("certificate/batch", Map.of("page", new CertificatePages.BatchPage(batch, job, !batch.isDone() && (job == null || job.failure() == null))));
    }

    @PostMapping("/letters/batches/{id:\\d+}/printing")
    String goOn(@PathVariable long id, Actor actor) {
        batches.goOn(actor, id);
        return "redirect:/letters/batches/" + id;
    }

    @GetMapping("/letters/batches/{id:\\d+}.pdf")
    ResponseEntity<StreamingResponseBody> bound(@PathVariable long id, Actor actor) {
        batches.at(actor, id);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header("Content-Disposition", "inline; filename=\"letters-" + id + ".pdf\"")
                .body(out -> batches.bind(actor, id, out));
    }
}
