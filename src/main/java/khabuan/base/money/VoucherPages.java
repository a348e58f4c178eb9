package khabuan.base.money;

import java.util.List;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Pager;

/** What the pages of entries by hand show. */
public final class VoucherPages {

    private VoucherPages() {}

    /** What was typed of a voucher; null for what was not sent. */
    public record Typed(String book, String day, String memo, String lines) {

        static final Typed NONE = new Typed(null, null, null, null);

        public Typed {
            book = book == null ? "" : book;
            day = day == null ? "" : day;
            memo = memo == null ? "" : memo;
            lines = lines == null ? "" : lines;
        }
    }

    /** @param codes the accounts that may be written by hand */
    public record ListPage(List<Voucher> vouchers, Pager pager, List<Choice> books, List<String> codes, String key, boolean mayWrite, Typed typed, Faults faults) {}

    /** @param mayPost whether the reader is another person who may post it, or refuse it */
    public record OnePage(Voucher voucher, boolean mayPost, boolean own, String reason, Faults faults) {}
}
