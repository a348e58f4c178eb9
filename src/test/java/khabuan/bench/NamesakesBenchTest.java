package khabuan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import khabuan.base.duplicate.Trait;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@World
@DisplayName("On a labelled set of simulated persons, many of one name")
class NamesakesBenchTest {

    @Autowired
    List<Trait> traits;

    @Test
    @DisplayName("95 of 100 pairs found are one person, and 95 of 100 who were entered again are found")
    void precisionAndRecall() {
        var found = NamesakesBench.measure(NamesakesBench.SEED, traits);
        assertThat(found.all()).hasSize(10).allSatisfy((kind, count) -> assertThat(count).isEqualTo(200));
        assertThat(found.precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(found.recall()).isGreaterThanOrEqualTo(0.95);
    }
}
