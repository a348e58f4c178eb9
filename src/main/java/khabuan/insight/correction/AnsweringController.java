package khabuan.insight.correction;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Refusal;
import khabuan.base.access.Right;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Pager;
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

/** For those who record where the requests lie: to look at them and to answer. */
@Controller
@Needs(Right.RECORD)
class AnsweringController {

    private final Corrections corrections;
    private final CorrectionList list;
    private final Attachments attachments;

    AnsweringController(Corrections corrections, CorrectionList list, Attachments attachments) {
        this.corrections = corrections;
        this.list = list;
        this.attachments = attachments;
    }

    @GetMapping("/corrections")
    ModelAndView list(@RequestParam(defaultValue = "received") String state, @RequestParam(defaultValue = "1") int page, Actor actor) {
        var stage = Stage.of(state);
        var counts = list.counts(actor);
        var pager = new Pager(page, CorrectionList.SIZE, counts.getOrDefault(stage.word(), 0L), "/corrections?state=" + stage.word());
        return new ModelAndView("correction/list", Map.of("page", new CorrectionPages.Listing(stage, list.lines(actor, stage, pager.page()), counts, pager)));
    }

    @GetMapping("/corrections/{id:\\d+}")
    ModelAndView one(@PathVariable long id, Actor actor) {
        return one(id, actor, "", "", Faults.NONE, HttpStatus.OK);
    }

    private ModelAndView one(long id, Actor actor, String contact, String answer, Faults faults, HttpStatus status) {
        return new ModelAndView("correction/one", Map.of("page", new CorrectionPages.One(corrections.get(actor, id), actor.may(Right.READ_PERSONS), contact, answer, faults)), status);
    }

    /** Its next step. @param state the word of a {@link Stage} */
    @PostMapping("/corrections/{id:\\d+}/steps")
    ModelAndView take(@PathVariable long id, @RequestParam String state, @RequestParam(defaultValue = "") String answer, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        try {
            corrections.take(actor, id, Stage.of(state), answer);
            return new ModelAndView("redirect:/corrections/" + id);
        } catch (Refusal.Thrown refused) {
            return one(id, actor, "", answer, new Faults(frame.words()).add(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/corrections/{id:\\d+}/contact/reading")
    @Needs(Right.READ_PERSONS)
    ModelAndView contact(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        try {
            return one(id, actor, corrections.contact(actor, id, reason), "", Faults.NONE, HttpStatus.OK);
        } catch (Refusal.Thrown refused) {
            return one(id, actor, "", "", new Faults(frame.words()).add(refused), HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    /** Strangers' files are given to be saved, and never shown within a page. */
    @GetMapping("/corrections/{id:\\d+}/file")
    ResponseEntity<FileSystemResource> file(@PathVariable long id, Actor actor) {
        var correction = corrections.get(actor, id);
        var name = ContentDisposition.attachment().filename(correction.fileName(), StandardCharsets.UTF_8).build().toString();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_OCTET_STREAM).header("Content-Disposition", name).header("Cache-Control", "private, no-store").body(attachments.of(id));
    }
}
