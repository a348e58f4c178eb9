package khabuan.base.money;

import java.time.LocalDate;
import java.util.List;

/** An entry that a person wrote by hand (ใบสำคัญ), and another posts or refuses.
 *  @param writtenBy null when nobody with an account wrote it
 *  @param entry of the ledger, once it is posted; 0 until then
 *  @param reason why it was refused; "" */
public record Voucher(long id, String book, LocalDate day, String memo, LocalDate writtenOn, Long writtenBy, String writer, LocalDate postedOn, String poster, long entry, LocalDate refusedOn, String refuser, String reason, List<Line> lines) {

    /** @param fund "state" or "codi" @param amount debit above nothing, credit below */
    public record Line(String code, String fund, Baht amount) {}

    /** Where it stands. */
    public enum State { WRITTEN, POSTED, REFUSED }

    public State state() {
        return postedOn != null ? State.POSTED : refusedOn != null ? State.REFUSED : State.WRITTEN;
    }

    /** The sum of its debits. */
    public Baht sum() {
        return lines.stream().map(Line::amount).filter(Baht::isPositive).reduce(Baht.ZERO, Baht::plus);
    }

    String path() {
        return "/ledger/vouchers/" + id;
    }
}
