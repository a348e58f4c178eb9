package khabuan.registry.welfare;

import java.time.LocalDate;
import java.util.Objects;
import khabuan.base.access.Actor;
import khabuan.base.money.Baht;
import khabuan.base.money.Grants;

/** What a fund asks for in a round of matching subsidies.
 *  @param basis "books" when its members were counted from its books, "list" when from a list that it handed in, person by person; "statement" when its certified statement tells how many
 *  @param members in all on the day of counting; @param asked for how many it asks; @param counted of them, whom no other fund was counted for
 *  @param amount what is offered for those that are counted
 *  @param proposed what a second person proposes; null until then; @param grant the number of the project that it became; null until then
 *  @param endedAs "refused", "withdrawn" or "fallen" with the project that it became; null while it stands
 *  @param version how often it was changed, from 1 */
public record SubsidyRequest(long id, long roundId, long fundId, String basis, LocalDate countedOn, int members, int asked, int counted, Baht amount, LocalDate askedOn, Long askedBy, String askedName,
                             Baht proposed, LocalDate proposedOn, String proposedName, Long grant, LocalDate endedOn, String endedAs, String endedBecause, int version) {

    static final String BOOKS = "books";
    static final String STATEMENT = "statement";
    static final String LIST = "list";

    /** Of those for whom it asks, the ones that another fund was counted for before. */
    public int doubled() {
        return asked - counted;
    }

    /** Whether its members were counted person by person. */
    public boolean isMatched() {
        return !basis.equals(STATEMENT);
    }

    /** Whether it waits for a second person to propose it. */
    public boolean isWaiting() {
        return endedOn == null && grant == null;
    }

    boolean isAskedBy(Actor actor) {
        return askedBy != null && Objects.equals(askedBy, actor.accountId());
    }

    /** "asked", "proposed", "approved", "paid", "fallen", "refused" or "withdrawn". @param of how its grant stands; null for none */
    public String state(Grants.Standing of) {
        if (endedOn != null) return endedAs;
        if (grant == null || of == null) return "asked";
        return of.paid().isPositive() ? "paid" : of.over() ? "fallen" : of.approved().isPositive() ? "approved" : "proposed";
    }
}
