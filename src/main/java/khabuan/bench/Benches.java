package khabuan.bench;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** All benches, by name. */
@Component
class Benches {

    private final List<Bench> all;

    Benches(List<Bench> all) {
        this.all = all.stream().sorted(Comparator.comparing(Bench::name)).toList();
    }

    List<Bench> all() {
        return all;
    }
}
