package khabuan.base.access;

import java.util.ArrayList;
import java.util.List;

/** What the rules refuse in one request, gathered, so that a person hears all of it at once. */
public final class Refusals {

    private final List<Refusal.Thrown> all = new ArrayList<>();

    /** Gathers a refusal at a field of a form when something is wrong with it. */
    public Refusals when(boolean wrong, Refusal refusal, String field, Object... values) {
        return wrong ? add(refusal.at(field, values)) : this;
    }

    /** Gathers a refusal. */
    public Refusals add(Refusal.Thrown refusal) {
        all.add(refusal);
        return this;
    }

    /** @throws Refusal.Thrown the first that was gathered, which carries the others */
    public void demandNone() {
        if (!all.isEmpty()) throw all.getFirst().with(all.subList(1, all.size()));
    }
}
