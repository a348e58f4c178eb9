package khabuan.base.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A day")
class ThaiDateTest {

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"2562-09-02", "2019-09-02", "2/9/2562", "2/9/62", "02-09-62", "2 กันยายน 2562", "2 ก.ย. 2562", "2 ก.ย. 62", "๒ ก.ย. ๖๒", "๒/๙/๖๒", " 2  ก.ย.  62 "})
    @DisplayName("is understood as people write it on paper and on a phone")
    void understood(String written) {
        assertThat(ThaiDate.parse(written)).contains(LocalDate.of(2019, 9, 2));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"31 ก.พ. 62", "31 กุมภาพันธ์ 2562", "31/2/2562", "32/1/62", "2562-13-01"})
    @DisplayName("that the calendar doesn't have is told apart from what is no day at all")
    void notInCalendar(String written) {
        assertThat(ThaiDate.parse(written)).isEmpty();
        assertThat(ThaiDate.isNotInCalendar(written)).isTrue();
    }

    @Test
    @DisplayName("is not what cannot be read")
    void unreadable() {
        assertThat(ThaiDate.parse("เมื่อวาน")).isEmpty();
        assertThat(ThaiDate.isNotInCalendar("เมื่อวาน")).isFalse();
        assertThat(ThaiDate.isNotInCalendar("2 ก.ย. 62")).isFalse();
    }
}
