package khabuan.base.money;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.page.Faults;
import khabuan.base.page.Pager;

/** What the pages of receipts show. */
public final class ReceiptPages {

    private ReceiptPages() {}

    /** What was typed of a receipt; null for what was not sent. */
    public record Typed(String fund, String on, String amount, String payer, String reference) {

        static final Typed NONE = new Typed("state", "", "", "", "");

        public Typed {
            fund = fund == null ? "" : fund;
            on = on == null ? "" : on;
            amount = amount == null ? "" : amount;
            payer = payer == null ? "" : payer;
            reference = reference == null ? "" : reference;
        }
    }

    /** What became of a statement. @param added lines that stand in suspense now @param same lines that had come before */
    public record Taken(int added, int same) {}

    /** @param taken of a statement just now; null for none
     *  @param known whether those are shown that are known @param all what is in suspense @param month and for more than 30 days @param quarter and for more than 90 */
    public record ListPage(boolean known, List<BankReceipt> receipts, Pager pager, Baht all, Baht month, Baht quarter, LocalDate today, String key, boolean mayPay, Taken taken, Typed typed, Faults faults) {}

    /** @param age in days @param suggestions what it may be, that of the typed code first @param code that was typed; "" for none @param strange whether nothing has that code */
    public record OnePage(BankReceipt receipt, long age, List<Receipts.Suggestion> suggestions, String code, boolean strange, boolean mayPay, String reason, Faults faults) {}
}
