package khabuan.base.intake;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.store.Refused;
import org.springframework.stereotype.Component;

/** All that the rooms take in. */
@Component
public class Kinds {

    private final List<IntakeKind> kinds;

    Kinds(List<IntakeKind> kinds) {
        this.kinds = kinds.stream().sorted(Comparator.comparing(IntakeKind::word)).toList();
    }

    public List<IntakeKind> all() {
        return kinds;
    }

    List<IntakeKind> openTo(Actor actor) {
        return kinds.stream().filter(k -> k.isOpenTo(actor)).toList();
    }

    /** @throws Refused when there is none */
    public IntakeKind get(String word) {
        return kinds.stream().filter(k -> k.word().equals(word)).findFirst().orElseThrow(() -> new Refused("There is no kind of file “" + word + "”: choose "
                + kinds.stream().map(IntakeKind::word).collect(Collectors.joining(", ")) + "."));
    }
}
