package khabuan.insight.gap;

import java.util.List;
import java.util.function.Predicate;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.gap.Gap;
import khabuan.base.place.Reach;
import org.springframework.stereotype.Component;

/** Those whose work a gap is, by their role and place. */
@Component
class Owners {

    private final Accounts accounts;
    private final Reach reach;

    Owners(Accounts accounts, Reach reach) {
        this.accounts = accounts;
        this.reach = reach;
    }

    /** @param within which units are theirs */
    record Owner(Actor actor, Predicate<String> within) {

        boolean owns(Gap gap) {
            return Gaps.owns(actor, gap);
        }
    }

    /** All whose accounts are open, by their numbers. */
    List<Owner> all() {
        return accounts.all().stream().filter(a -> !a.isDisabled()).map(a -> a.actor("")).sorted(java.util.Comparator.comparing(Actor::accountId)).map(a -> new Owner(a, reach.units(a))).toList();
    }
}
