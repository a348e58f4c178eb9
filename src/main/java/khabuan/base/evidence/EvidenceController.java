package khabuan.base.evidence;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Files on the screen: attached, looked at, withdrawn; and sent in pieces where the connection is poor. */
@Controller
class EvidenceController {

    private final Evidence evidence;
    private final Vault vault;
    private final Uploads uploads;
    private final ShownFile shown;

    EvidenceController(Evidence evidence, Vault vault, Uploads uploads, ShownFile shown) {
        this.evidence = evidence;
        this.vault = vault;
        this.uploads = uploads;
        this.shown = shown;
    }

    /** What the form sends beside the file. @param upload the key of a finished upload; "" for a file within the form */
    record Form(String recordKind, long recordId, String kind, String fiscalYear, String note, String upload) {

        Integer year() {
            return fiscalYear != null && fiscalYear.matches("2[45]\\d\\d") ? Integer.valueOf(fiscalYear) : null;
        }
    }

    @PostMapping("/evidence")
    @Needs(Right.RECORD)
    ModelAndView attach(Form form, @RequestParam(required = false) MultipartFile file, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        var owner = evidence.owner(actor, form.recordKind(), form.recordId());
        try {
            evidence.attach(actor, form.recordKind(), form.recordId(), form.kind(), form.year(), form.note() == null ? "" : form.note().strip(), () -> kept(form, file, actor));
            return new ModelAndView("redirect:" + owner.path(form.recordId()));
        } catch (Refusal.Thrown refused) {
            var faults = new Faults(frame.words()).add(refused);
            if (isWithoutFile(form, file)) faults.add(EvidenceRefusal.FILE_MISSING.at("file"));
            var panel = new EvidencePanel(owner, form.recordId(), evidence.of(form.recordKind(), form.recordId()), FiscalYear.of(evidence.today()).year(), true, faults);
            return new ModelAndView("evidence/again", Map.of("panel", panel), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static boolean isUploaded(Form form) {
        return form.upload() != null && !form.upload().isBlank();
    }

    private static boolean isWithoutFile(Form form, MultipartFile file) {
        return !isUploaded(form) && (file == null || file.isEmpty());
    }

    private Vault.Kept kept(Form form, MultipartFile file, Actor actor) {
        if (isWithoutFile(form, file)) throw EvidenceRefusal.FILE_MISSING.at("file");
        if (isUploaded(form)) return uploads.finish(actor, form.upload());
        return vault.keep(file);
    }

    @PostMapping("/evidence/{id}/withdrawal")
    @Needs(Right.RECORD)
    String withdraw(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Actor actor) {
        return "redirect:" + evidence.withdraw(actor, id, reason);
    }

    @GetMapping("/files/{sha256}")
    @Needs(Right.READ)
    ResponseEntity<FileSystemResource> file(@PathVariable String sha256, Actor actor, HttpServletResponse response) {
        evidence.demandSight(actor, sha256);
        return shown.answer(sha256, response);
    }

    @PostMapping("/uploads")
    @Needs(Right.RECORD)
    ResponseEntity<String> begin(@RequestParam String name, @RequestParam long size, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        try {
            return ResponseEntity.status(HttpStatus.CREATED).contentType(MediaType.TEXT_PLAIN).body(uploads.begin(actor, name, size));
        } catch (Refusal.Thrown e) {
            return ResponseEntity.unprocessableContent().contentType(new MediaType("text", "plain", StandardCharsets.UTF_8)).body(frame.t(e.refusal().key(), e.values()));
        }
    }

    /** Where an upload stands. */
    @GetMapping("/uploads/{key}")
    @Needs(Right.RECORD)
    ResponseEntity<Void> offset(@PathVariable String key, Actor actor) {
        return ResponseEntity.noContent().header("Upload-Offset", Long.toString(uploads.arrived(actor, key))).header("Cache-Control", "no-store").build();
    }

    /** Takes the next piece; 409 with the true offset when it doesn't fit. */
    @PatchMapping("/uploads/{key}")
    @Needs(Right.RECORD)
    ResponseEntity<Void> add(@PathVariable String key, @RequestHeader("Upload-Offset") long offset, Actor actor, HttpServletRequest request) throws IOException {
        boolean fits = uploads.arrived(actor, key) == offset;
        long arrived = uploads.add(actor, key, offset, request.getInputStream());
        return ResponseEntity.status(fits ? HttpStatus.NO_CONTENT : HttpStatus.CONFLICT).header("Upload-Offset", Long.toString(arrived)).build();
    }
}
