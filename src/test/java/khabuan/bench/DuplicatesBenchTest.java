package khabuan.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("On a labelled set of simulated organisations")
class DuplicatesBenchTest {

    @Test
    @DisplayName("97 of 100 pairs found are duplicates, and 95 of 100 duplicates are found")
    void precisionAndRecall() {
        var found = DuplicatesBench.measure(DuplicatesBench.SEED);
        assertThat(found.all()).hasSize(10).allSatisfy((kind, count) -> assertThat(count).isEqualTo(200));
        assertThat(found.precision()).isGreaterThanOrEqualTo(0.97);
        assertThat(found.recall()).isGreaterThanOrEqualTo(0.95);
    }
}
