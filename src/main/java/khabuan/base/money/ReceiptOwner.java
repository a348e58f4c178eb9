package khabuan.base.money;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import khabuan.base.access.Actor;

/** What a room does with money that came to the bank and is its own, such as a return of a project: a bean for each. */
public interface ReceiptOwner {

    /** The word of it: "project.return"; its name is the message money.owner.WORD. */
    String word();

    /** A record that the money may be of.
     *  @param strength out of 100
     *  @param because the keys of messages that say why, without "money.because." */
    record Match(long record, String title, String path, int strength, List<String> because) {}

    /** The records that it may be of, the likeliest first; few. */
    List<Match> matches(BankReceipt receipt);

    /** The record of a code that somebody typed; empty when the room has none of that code. */
    Optional<Match> named(String code);

    /** Takes it, within a change: posts it from the bank to where it belongs. It has been taken out of suspense.
     *  @param day of the entries
     *  @throws khabuan.base.access.Refusal.Thrown when the rules of the room refuse it */
    void take(Actor actor, BankReceipt receipt, long record, LocalDate day, String reason);
}
