package khabuan.base.money;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.Objects;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.intake.Headings;
import khabuan.base.intake.Intake;
import khabuan.base.intake.Order;
import khabuan.base.intake.Outcome;
import khabuan.base.money.ReceiptPages.Typed;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Sent;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Statements of the bank as files, taken whole or not at all; each line that can't be taken is told. */
@Controller
@Needs(Right.PAY)
class BankStatementController {

    /** More faults than a person reads at once. */
    private static final int MOST = 50;
    private final ReceiptController receipts;
    private final ReceiptsIntake kind;
    private final Intake intake;
    private final Clock clock;

    BankStatementController(ReceiptController receipts, ReceiptsIntake kind, Intake intake, Clock clock) {
        this.receipts = receipts;
        this.kind = kind;
        this.intake = intake;
        this.clock = clock;
    }

    @PostMapping("/receipts/statements")
    ModelAndView take(@RequestParam(required = false) MultipartFile file, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        PaymentController.demandWhole(actor);
        var faults = new Faults(frame.words());
        var outcome = file == null || file.isEmpty() ? null : taken(file, actor);
        if (outcome == null) faults.add(MoneyRefusal.STATEMENT_MISSING.at("file"));
        else tell(outcome, faults, frame);
        return Sent.answer(faults, () -> "/receipts?added=%d&same=%d".formatted(outcome.added(), outcome.same()), () -> receipts.list(false, 1, null, Typed.NONE, actor, faults));
    }

    private Outcome taken(MultipartFile sent, Actor actor) {
        try {
            var file = Files.createTempFile("statement", "");
            try {
                sent.transferTo(file);
                return intake.take(kind, new Order(actor, file, Objects.requireNonNullElse(sent.getOriginalFilename(), ""), null, false, false, ThaiDate.today(clock), Order.Progress.NONE));
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(Outcome outcome, Faults faults, Frame frame) {
        var headings = new Headings(kind, frame.words());
        outcome.faults().stream().limit(MOST).forEach(f -> {
            if (f.line() == 0) faults.add("file", f.key(), f.values().toArray());
            else faults.add("file", MoneyRefusal.STATEMENT_LINE.key(), frame.words().number(f.line()), headings.of(f.column()), f.message(frame.words()));
        });
    }

    /** An empty statement, to be filled in. */
    @GetMapping("/receipts/statement.xlsx")
    ResponseEntity<byte[]> template(@ModelAttribute(name = "frame", binding = false) Frame frame) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")).header("Content-Disposition", "attachment; filename=\"receipts.xlsx\"").body(Intake.template(kind, frame.words()));
    }
}
