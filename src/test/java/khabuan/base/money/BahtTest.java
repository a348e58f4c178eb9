package khabuan.base.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("An amount of money")
class BahtTest {

    @ParameterizedTest(name = "{0} is {1} satang")
    @CsvSource(delimiter = '|', value = {"72,000|7200000", "131327.00|13132700", "19000.5|1900050", "๓๖๕|36500", "0.05|5", "-12.30|-1230"})
    @DisplayName("is read as people write it, in Thai digits too")
    void read(String typed, long satang) {
        assertThat(Baht.parse(typed)).contains(new Baht(satang));
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "๓๖๕ บาท", "1,00", "12.345", "1.2.3", "9999999999999999", "NaN"})
    @DisplayName("is refused where it can't be told")
    void refused(String typed) {
        assertThat(Baht.parse(typed)).isEmpty();
    }

    @Test
    @DisplayName("is written with its satang")
    void written() {
        assertThat(new Baht(13013044600L)).hasToString("130,130,446.00");
        assertThat(new Baht(-5)).hasToString("-0.05");
    }

    @Test
    @DisplayName("is divided without losing a satang, in whole baht where it is whole")
    void divided() {
        assertThat(Baht.of(100_001).divide(List.of(50, 30, 20))).containsExactly(Baht.of(50_000), Baht.of(30_000), Baht.of(20_001));
        assertThat(new Baht(1001).divide(List.of(50, 50))).containsExactly(new Baht(500), new Baht(501));
    }
}
