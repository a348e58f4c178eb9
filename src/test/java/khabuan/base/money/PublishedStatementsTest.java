package khabuan.base.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import khabuan.base.money.Statements.Row;
import khabuan.base.money.Statements.Span;
import khabuan.cast.DemoWorld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The printed figures here are our own copy of what the report of fiscal year 2561 publishes, in millions. What the ledger does not hold as printed is told in docs/demo.md. */
@DemoWorld
@DisplayName("The published statements of August 2561 come out of the ledger")
class PublishedStatementsTest {

    private static final LocalDate AUGUST = LocalDate.of(2018, 8, 31), JUNE = LocalDate.of(2018, 6, 30);
    private static final Span ELEVEN_MONTHS = new Span(LocalDate.of(2017, 10, 1), AUGUST), FOURTH = new Span(LocalDate.of(2018, 7, 1), AUGUST), THIRD = new Span(LocalDate.of(2018, 4, 1), JUNE);
    @Autowired Statements statements;

    private Statements.Reading reading() {
        return statements.read(Ledger.INSTITUTE, List.of(ELEVEN_MONTHS, FOURTH, THIRD));
    }

    private static String printed(Row row) {
        return row.key().replaceAll("^money\\.line\\.", "") + " " + row.amounts().stream().map(StatementPages::millions).collect(Collectors.joining(" ")) + (row.amounts().size() == 2 ? " " + StatementPages.change(row.amounts().getFirst(), row.amounts().getLast()) : "");
    }

    private static List<String> printed(List<Row> rows) {
        return rows.stream().map(PublishedStatementsTest::printed).toList();
    }

    @Test
    @DisplayName("the position of the fund on 31 August beside 30 June, in every line")
    void positionOfTheFund() {
        assertThat(printed(reading().position("codi", List.of(AUGUST, JUNE)))).containsExactly("cash 2,174.9 2,322.3 (6.3)", "receivables 38.2 32.5 17.5", "loans 4,518.7 4,411.2 2.4", "fixed 162.5 155.9 4.2",
                "assets 6,894.3 6,921.9 (0.4)", "liabilities 52.0 47.0 10.6", "net 6,842.3 6,874.9 (0.5)");
    }

    @Test
    @DisplayName("the position of all money on 31 August, in every line")
    void positionOfAll() {
        assertThat(printed(reading().position(Statements.ALL, List.of(AUGUST)))).containsExactly("cash 3,467.7", "receivables 38.2", "loans 4,518.7", "fixed 162.5", "assets 8,187.1", "liabilities 52.0", "net 8,135.1");
    }

    @Test
    @DisplayName("the performance of the fund in eleven months, in July and August and in the third quarter, in every line")
    void performanceOfTheFund() {
        assertThat(printed(reading().performance("codi", List.of(ELEVEN_MONTHS, FOURTH, THIRD)))).containsExactly("fee 146.9 - (5.2)", "other-income 188.2 37.6 53.8", "income 335.1 37.6 48.6", "operation 262.7 67.5 72.4",
                "depreciation 31.2 2.7 3.9", "expense 293.9 70.2 76.3", "surplus 41.2 (32.6) (27.7)");
    }

    @Test
    @DisplayName("the income of all money, and its operating expenses, in the same periods")
    void performanceOfAll() {
        assertThat(printed(reading().performance(Statements.ALL, List.of(ELEVEN_MONTHS, FOURTH, THIRD)))).contains("granted 1,668.7 234.1 423.9", "other-income 232.7 64.8 53.8", "income 1,901.4 298.9 477.7", "operation 262.7 67.5 72.4", "depreciation 31.2 2.7 3.9");
    }

    @Test
    @DisplayName("the income and the operating expenses of the fund by kind in eleven months")
    void kinds() {
        assertThat(printed(reading().kinds("codi", List.of(ELEVEN_MONTHS)))).contains("ledger.4200 146.9", "ledger.4300 137.0", "ledger.4400 51.2", "ledger.5200 123.4", "ledger.5210 59.6", "ledger.5220 51.3", "ledger.5230 28.4");
    }
}
