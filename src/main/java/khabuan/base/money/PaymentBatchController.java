package khabuan.base.money;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Right;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Pager;
import khabuan.base.page.Panels;
import khabuan.base.page.Sent;
import khabuan.base.print.Format;
import khabuan.base.print.Printers;
import khabuan.base.record.Changes;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** PaymentBatches of payments, their files for the bank, and what the bank answers. */
@Controller
@Needs(Right.READ_BOOKS)
class PaymentBatchController {

    private static final int SIZE = 50;
    private final PaymentBatches batches;
    private final PaymentLines lines;
    private final Answers answers;
    private final Changes changes;
    private final Panels panels;
    private final Printers printers;

    PaymentBatchController(PaymentBatches batches, PaymentLines lines, Answers answers, Changes changes, Panels panels, Printers printers) {
        this.batches = batches;
        this.lines = lines;
        this.answers = answers;
        this.changes = changes;
        this.panels = panels;
        this.printers = printers;
    }

    @GetMapping("/payments/batches")
    ModelAndView list(Actor actor, @RequestParam(defaultValue = "1") int page) {
        PaymentController.demandWhole(actor);
        var pager = new Pager(page, SIZE, batches.count(), "/payments/batches");
        return new ModelAndView("money/batches", Map.of("page", new PaymentPages.BatchesPage(batches.all(SIZE, pager.offset()), pager)));
    }

    /** @param numbers "shown" to read the numbers of the accounts in full, which is logged */
    @GetMapping("/payments/batches/{id:\\d+}")
    ModelAndView one(@PathVariable long id, @RequestParam(defaultValue = "") String numbers, @RequestParam(defaultValue = "1") int page, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        PaymentController.demandWhole(actor);
        boolean shown = numbers.equals("shown") && actor.may(Right.PAY);
        var answer = page(id, page, shown, actor, frame, Faults.NONE);
        if (shown) changes.read(actor.author(), "payment.numbers", "", "payment-batch", id);
        return answer;
    }

    private ModelAndView page(long id, int page, boolean shown, Actor actor, Frame frame, Faults faults) {
        var batch = batches.at(id);
        var pager = new Pager(page, SIZE, batch.payments(), "/payments/batches/" + id + (shown ? "?numbers=shown" : ""));
        var of = batches.payments(id).stream().skip(pager.offset()).limit(SIZE).toList();
        boolean mayRelease = actor.may(Right.PAY) && !batch.isReleased() && !Objects.equals(batch.madeBy(), actor.accountId());
        return new ModelAndView("money/batch", Map.of("page", new PaymentPages.BatchPage(batch, lines.of(of, shown), pager, answers.list(id, 50), actor.may(Right.PAY), mayRelease, shown, panels.ofKind("payment-batch", id, frame), faults)));
    }

    @PostMapping("/payments/batches/{id:\\d+}/release")
    @Needs(Right.PAY)
    ModelAndView release(@PathVariable long id, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        PaymentController.demandWhole(actor);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            batches.release(actor, id);
            return "/payments/batches/" + id;
        }, () -> page(id, 1, false, actor, frame, faults));
    }

    @PostMapping("/payments/batches/{id:\\d+}/dissolution")
    @Needs(Right.PAY)
    ModelAndView dissolve(@PathVariable long id, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        PaymentController.demandWhole(actor);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            batches.dissolve(actor, id);
            return "/payments";
        }, () -> page(id, 1, false, actor, frame, faults));
    }

    /** The file for the bank: it holds the numbers of the accounts, so each reading is logged. */
    @GetMapping("/payments/batches/{id:\\d+}.xml")
    @Needs(Right.PAY)
    ResponseEntity<Resource> file(@PathVariable long id, Actor actor) {
        PaymentController.demandWhole(actor);
        var batch = batches.at(id);
        if (!batch.hasFile()) throw new OutOfReach("file of batch " + id);
        changes.read(actor.author(), "payment.file", "", "payment-batch", id);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_XML).header("Content-Disposition", "attachment; filename=\"" + batch.messageId() + ".xml\"").body(new FileSystemResource(batches.path(batch)));
    }

    /** The batch on paper. */
    @GetMapping("/payments/batches/{id:\\d+}.pdf")
    ResponseEntity<byte[]> summary(@PathVariable long id, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) throws IOException {
        PaymentController.demandWhole(actor);
        var batch = batches.at(id);
        var out = new ByteArrayOutputStream();
        printers.print(BatchSummary.of(batch, lines.of(batches.payments(id), false), frame.words(), frame.demonstration()), Format.PDF, out);
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).header("Content-Disposition", "attachment; filename=\"" + batch.messageId() + ".pdf\"").body(out.toByteArray());
    }

    @GetMapping("/payments/answers")
    ModelAndView answers(Actor actor) {
        PaymentController.demandWhole(actor);
        return answers(actor, Faults.NONE);
    }

    private ModelAndView answers(Actor actor, Faults faults) {
        return new ModelAndView("money/answers", Map.of("page", new PaymentPages.AnswersPage(answers.list(0, 100), actor.may(Right.PAY), faults)));
    }

    @PostMapping("/payments/answers")
    @Needs(Right.PAY)
    ModelAndView read(@RequestParam(required = false) MultipartFile file, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        PaymentController.demandWhole(actor);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            try (var content = file == null ? java.io.InputStream.nullInputStream() : file.getInputStream()) {
                return "/payments/answers/" + answers.read(actor, content);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, () -> answers(actor, faults));
    }

    @GetMapping("/payments/answers/{id:\\d+}")
    ModelAndView answer(@PathVariable long id, Actor actor) {
        PaymentController.demandWhole(actor);
        return answer(id, actor, Faults.NONE);
    }

    private ModelAndView answer(long id, Actor actor, Faults faults) {
        var answer = answers.at(id);
        return new ModelAndView("money/answer", Map.of("page", new PaymentPages.AnswerPage(answer, lines.of(answer.said().stream().map(Answer.Said::payment).toList(), false), actor.may(Right.PAY), faults)));
    }

    @PostMapping("/payments/answers/{id:\\d+}/application")
    @Needs(Right.PAY)
    ModelAndView apply(@PathVariable long id, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        PaymentController.demandWhole(actor);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            answers.apply(actor, id);
            return "/payments/answers/" + id;
        }, () -> answer(id, actor, faults));
    }
}
