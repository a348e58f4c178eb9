package khabuan.base.duplicate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.page.Frame;
import khabuan.base.print.Format;
import khabuan.base.print.Printers;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The scan that is begun by hand, and the memo that asks the regions to look. */
@Controller
@ConditionalOnWebApplication
@Needs(Right.RECORD)
class ScanController {

    private final Scan.Nightly nightly;
    private final khabuan.base.job.Jobs jobs;
    private final Memo memo;
    private final Printers printers;

    ScanController(Scan.Nightly nightly, khabuan.base.job.Jobs jobs, Memo memo, Printers printers) {
        this.nightly = nightly;
        this.jobs = jobs;
        this.memo = memo;
        this.printers = printers;
    }

    @PostMapping("/duplicates/scan")
    @Needs(Right.CENTRE)
    String begin(Actor actor) {
        return "redirect:/duplicates/scans/" + nightly.begin(actor);
    }

    @GetMapping("/duplicates/scans/{id:\\d+}")
    @Needs(Right.CENTRE)
    ModelAndView scan(@PathVariable long id, @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor) {
        return new ModelAndView(frame.partial() ? "duplicate/scanning" : "duplicate/scan", Map.of("job", jobs.at(actor, Scan.JOB, id)));
    }

    @GetMapping("/duplicates/memo.{format:docx|pdf}")
    ResponseEntity<byte[]> memo(@PathVariable String format, @ModelAttribute(name = "frame", binding = false) Frame frame, Actor actor) throws IOException {
        var wanted = Format.valueOf(format.toUpperCase(java.util.Locale.ROOT));
        var out = new ByteArrayOutputStream();
        printers.print(memo.of(actor, frame.words(), frame.demonstration()), wanted, out);
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(wanted.mediaType())).header("Content-Disposition", "attachment; filename=\"duplicates." + format + "\"").body(out.toByteArray());
    }
}
