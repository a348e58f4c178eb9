package khabuan.insight.indicator;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import khabuan.base.access.Account;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import org.springframework.stereotype.Component;

/** The people of the results: who reports for a place, who certifies there. In the order of their numbers, as messages are sent. */
@Component
class Reporters {

    private final Accounts accounts;

    Reporters(Accounts accounts) {
        this.accounts = accounts;
    }

    /** All whose accounts are open. */
    List<Actor> all() {
        return accounts.all().stream().filter(a -> !a.isDisabled()).sorted(Comparator.comparing(Account::id)).map(a -> a.actor("")).toList();
    }

    /** Those whose own work the results of a place are; the centre may record for a region, but is not asked to. */
    List<Actor> of(String place) {
        return those(a -> reports(a, place));
    }

    static boolean reports(Actor actor, String place) {
        return actor.may(Right.RECORD) && Results.isOf(actor, place) && (place.equals(Scores.CENTRE) ? actor.may(Right.CENTRE) : actor.scopeLevel().equals("region"));
    }

    List<Actor> certifiersOf(String place) {
        return those(a -> Results.mayCertify(a, place));
    }

    /** Whether a person's account is there, and open. */
    boolean stands(Long account) {
        return account != null && all().stream().anyMatch(a -> a.accountId().equals(account));
    }

    private List<Actor> those(Predicate<Actor> which) {
        return all().stream().filter(which).toList();
    }
}
