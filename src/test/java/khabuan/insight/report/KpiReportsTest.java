package khabuan.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.print.Format;
import khabuan.base.text.Digits;
import khabuan.cast.DemoWorld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DemoWorld
@DisplayName("The reports of indicators")
class KpiReportsTest {

    private static final ReportMoment Q4 = new ReportMoment(new FiscalYear(2561).quarter(4), LocalDate.of(2018, 9, 30), null);
    @Autowired Reports reports;

    private String page(String kind) {
        return new String(reports.print(kind, Q4, Format.HTML, Digits.ARABIC), StandardCharsets.UTF_8);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Format.class)
    @DisplayName("print the matrix in every format")
    void matrix(Format format) {
        assertThat(reports.print("kpi-matrix", Q4, format, Digits.THAI)).hasSizeGreaterThan(20_000);
    }

    @Test
    @DisplayName("tell the housing sum with the shortfall that it hides, its box of ก.พ.ร., and the adjustment of its targets")
    void housing() {
        assertThat(page("kpi-matrix").replaceAll("<[^>]+>", "")).contains("24,210 ครัวเรือน", "24,375 ครัวเรือน ร้อยละ 100.68", "(ร้อยละ 82.41 ของเป้า 9,210) – ยังขาด 1,620 แม้ผลรวมถึงเป้า", "1.1: 6,710 → 9,210 1.2: 2,500 → 0 เมื่อ 30 เมษายน 2561");
    }

    @ParameterizedTest
    @ValueSource(strings = {"805", "1,462", "1,868.58", "84.95", "5.0000"})
    @DisplayName("print the year's results as published, in the matrix and in the summary")
    void results(String figure) {
        assertThat(page("kpi-matrix")).contains(">" + figure + "<");
        assertThat(page("kpi-summary")).contains(">" + figure + "<");
    }
}
