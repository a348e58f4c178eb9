package khabuan.insight.correction;

import java.util.Comparator;
import java.util.List;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.message.Messages;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.PlaceTree;
import khabuan.base.place.Places;
import org.springframework.stereotype.Component;

/** Tells people of requests, within the change that makes it so: those who answer that there is a new one, and the requester with an account what became of theirs. */
@Component
class Telling {

    private static final int LONGEST = 300;
    private final Messages messages;
    private final Accounts accounts;
    private final Places places;
    private final Subjects subjects;

    Telling(Messages messages, Accounts accounts, Places places, Subjects subjects) {
        this.messages = messages;
        this.accounts = accounts;
        this.places = places;
        this.subjects = subjects;
    }

    /** Tells those who record nearest to where the request lies: its unit, else its province, its region, the country. */
    void asked(Actor by, long id, Subject subject) {
        var tree = places.tree();
        var may = accounts.all().stream().filter(a -> !a.isDisabled() && !Long.valueOf(a.id()).equals(by.accountId())).map(a -> a.actor(""))
                .filter(a -> a.may(Right.RECORD) && subjects.kindsOf(a).contains(subject.kind()) && covers(tree, a, subject.place())).toList();
        var nearest = may.stream().map(a -> Level.of(a.scopeLevel())).max(Comparator.naturalOrder());
        may.stream().filter(a -> Level.of(a.scopeLevel()) == nearest.get()).sorted(Comparator.comparing(Actor::accountId))
                .forEach(a -> messages.send(a.accountId(), "correction.asked", List.of(subject.title()), "/corrections/" + id, Messages.ONCE_IN_THIS_CHANGE));
    }

    private static boolean covers(PlaceTree tree, Actor actor, Place place) {
        if (actor.scopeLevel().equals("country")) return true;
        return tree.find(Level.of(actor.scopeLevel()), actor.scopeCode()).map(scope -> tree.contains(scope, place)).orElse(false);
    }

    /** Tells the requester; not the public, which follows its request by an address, nor who took the step. @param words the answer, or the reason of a refusal; "" for none */
    void taken(Actor by, Correction correction, Stage stage, String words) {
        if (correction.requesterId() == null || correction.requesterId().equals(by.accountId())) return;
        boolean stands = accounts.all().stream().anyMatch(a -> a.id() == correction.requesterId() && !a.isDisabled());
        if (!stands) return;
        String kind = "correction." + stage.word() + (words.isEmpty() ? "" : "-saying");
        messages.send(correction.requesterId(), kind, words.isEmpty() ? List.of(correction.title()) : List.of(correction.title(), shown(words)), "/corrections/mine", "correction " + correction.id() + " " + stage.word());
    }

    private static String shown(String words) {
        return words.codePointCount(0, words.length()) <= LONGEST ? words : words.substring(0, words.offsetByCodePoints(0, LONGEST)) + "…";
    }
}
