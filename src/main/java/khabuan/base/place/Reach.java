package khabuan.base.place;

import java.util.List;
import java.util.stream.Stream;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Whether a place lies within an actor's scope. */
@Component
public class Reach {

    private final Places places;

    Reach(Places places) {
        this.places = places;
    }

    /** The place that is the actor's scope. */
    public Place of(Actor actor) {
        if (actor.scopeLevel().equals("country")) return Place.COUNTRY;
        return places.find(Level.of(actor.scopeLevel()), actor.scopeCode()).orElseThrow(() -> new OutOfReach("scope " + actor.scopeCode()));
    }

    /** @param unitCode of a local unit; or of a region, for what its office does itself, which its own people reach alone */
    public boolean covers(Actor actor, String unitCode) {
        if (actor.scopeLevel().equals("country") || isOfficeOf(actor, unitCode)) return true;
        var tree = places.tree();
        return tree.find(Level.UNIT, unitCode).map(unit -> tree.contains(of(actor), unit)).orElse(false);
    }

    private static boolean isOfficeOf(Actor actor, String code) {
        return actor.scopeLevel().equals("region") && actor.scopeCode().equals(code);
    }

    /** The units within an actor's scope, and the office of a region, for who asks about many. */
    public Predicate<String> units(Actor actor) {
        if (actor.scopeLevel().equals("country")) return unit -> true;
        var codes = places.tree().units(of(actor)).stream().map(Place::code).collect(Collectors.toSet());
        return code -> codes.contains(code) || isOfficeOf(actor, code);
    }

    /** The places that a list offers to look at: those above the chosen one and beneath it, within the actor's scope.
     *  @param key of the chosen place: "province:40"; the scope itself for "", and for what lies outside of it */
    public List<Place> choices(Actor actor, String key) {
        var tree = places.tree();
        var scope = of(actor);
        var named = places.ofKey(key, scope);
        var chosen = tree.contains(scope, named) ? named : scope;
        return Stream.concat(tree.path(chosen).stream().filter(p -> tree.contains(scope, p)), tree.children(chosen).stream()).toList();
    }

    /** @throws OutOfReach when the unit lies outside of the actor's scope */
    public void demand(Actor actor, String unitCode) {
        if (!covers(actor, unitCode)) throw new OutOfReach("unit " + unitCode);
    }
}
