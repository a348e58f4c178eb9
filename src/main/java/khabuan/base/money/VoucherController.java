package khabuan.base.money;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import khabuan.base.access.Actor;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.money.VoucherPages.Typed;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Pager;
import khabuan.base.page.Sent;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Entries by hand: written from a form, a spreadsheet or a file, and posted by another person. */
@Controller
@Needs(Right.READ_BOOKS)
class VoucherController {

    private static final int SIZE = 50;
    private final Vouchers vouchers;
    private final Books books;

    VoucherController(Vouchers vouchers, Books books) {
        this.vouchers = vouchers;
        this.books = books;
    }

    @GetMapping("/ledger/vouchers")
    ModelAndView list(@RequestParam(defaultValue = "1") int page, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        return list(page, Typed.NONE, actor, Faults.NONE, frame);
    }

    private ModelAndView list(int page, Typed typed, Actor actor, Faults faults, Frame frame) {
        PaymentController.demandWhole(actor);
        var pager = new Pager(page, SIZE, vouchers.count(), "/ledger/vouchers");
        var choices = books.all().stream().map(b -> new Choice(b.code(), frame.words().has("money.book." + b.code()) ? frame.t("money.book." + b.code()) : b.code())).toList();
        return new ModelAndView("money/vouchers", Map.of("page", new VoucherPages.ListPage(vouchers.list(SIZE, pager.offset()), pager, choices, vouchers.codes(), UUID.randomUUID().toString(), actor.may(Right.PAY), typed, faults)));
    }

    @PostMapping("/ledger/vouchers")
    @Needs(Right.PAY)
    ModelAndView write(Typed typed, @RequestParam(required = false) MultipartFile file, @RequestParam(defaultValue = "") String key, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        PaymentController.demandWhole(actor);
        var faults = new Faults(frame.words());
        var day = faults.day("day", typed.day(), "");
        var said = file == null || file.isEmpty() ? typed : new Typed(typed.book(), typed.day(), typed.memo(), text(file));
        return Sent.answer(faults, () -> "/ledger/vouchers/" + vouchers.write(actor, key, new Vouchers.Draft(said.book(), day, said.memo(), VoucherLines.read(said.lines()))), () -> list(1, said, actor, faults, frame));
    }

    private static String text(MultipartFile file) {
        try {
            return new String(file.getBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping("/ledger/vouchers/{id:\\d+}")
    ModelAndView one(@PathVariable long id, Actor actor) {
        return one(id, "", actor, Faults.NONE);
    }

    private ModelAndView one(long id, String reason, Actor actor, Faults faults) {
        PaymentController.demandWhole(actor);
        var voucher = vouchers.at(id);
        boolean own = Objects.equals(voucher.writtenBy(), actor.accountId());
        return new ModelAndView("money/voucher", Map.of("page", new VoucherPages.OnePage(voucher, actor.may(Right.PAY) && voucher.state() == Voucher.State.WRITTEN, own, reason, faults)));
    }

    @PostMapping("/ledger/vouchers/{id:\\d+}/posting")
    @Needs(Right.PAY)
    ModelAndView post(@PathVariable long id, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        PaymentController.demandWhole(actor);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> "/ledger/entries/" + vouchers.post(actor, id), () -> one(id, "", actor, faults));
    }

    @PostMapping("/ledger/vouchers/{id:\\d+}/refusal")
    @Needs(Right.PAY)
    ModelAndView refuse(@PathVariable long id, @RequestParam(defaultValue = "") String reason, Actor actor, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        PaymentController.demandWhole(actor);
        var faults = new Faults(frame.words());
        return Sent.answer(faults, () -> {
            vouchers.refuse(actor, id, reason);
            return "/ledger/vouchers/" + id;
        }, () -> one(id, reason, actor, faults));
    }
}
