package khabuan.registry.welfare;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import khabuan.base.access.Needs;
import khabuan.base.access.Right;
import khabuan.base.page.Frame;
import khabuan.base.store.RowScope;
import khabuan.registry.welfare.FundMoneyPages.VerifiedPage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The public page that the code of a fund's receipt opens. */
@Controller
@Needs(Right.READ_OPEN)
class FundReceiptController {

    private final Funds funds;
    private final FundReceipts receipts;

    FundReceiptController(Funds funds, FundReceipts receipts) {
        this.funds = funds;
        this.receipts = receipts;
    }

    /** 404 for what isn't ours. */
    @GetMapping("/verify/receipts/{id:\\d+}/{number:\\d+}/{mark}")
    ModelAndView verify(@PathVariable long id, @PathVariable long number, @PathVariable String mark, HttpServletResponse response, @ModelAttribute(name = "frame", binding = false) Frame frame) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Robots-Tag", "noindex");
        var fund = funds.find(id).orElse(null);
        if (fund != null) new RowScope("unit", fund.unitCode(), Long.toString(id)).bind();
        var receipt = fund == null ? null : receipts.verified(id, number, mark).orElse(null);
        if (receipt == null) return new ModelAndView("web/error", Map.of("message", frame.t("welfare.receipt-not-ours")), HttpStatus.NOT_FOUND);
        return new ModelAndView("welfare/verified", Map.of("page", new VerifiedPage(fund, receipt)));
    }
}
