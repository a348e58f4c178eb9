package khabuan.insight.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.text.Percentage;
import khabuan.cast.DemoWorld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Our own copy of the matrix that was published for the fourth quarter of fiscal year 2561, blank where it prints nothing. */
@DemoWorld
@DisplayName("The matrix of 2561")
class PublishedMatrixTest {

    /** Where the published matrix departs from its own rule; docs/demo.md tells why. */
    private static final Map<String, String> DEPARTURES = new TreeMap<>(Map.of("DISBURSEMENT percent1", "140.50 → 138.39", "INNOVATION carried3", "44 → 39", "INNOVATION percent3", "65.91 → 74.36", "STAFF percent2", "142.72 → 142.73"));

    @Autowired Scores scores;

    private static List<NamedCsvRecord> published() throws IOException {
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(PublishedMatrixTest.class.getResourceAsStream("matrix-2561.csv"), StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        }
    }

    @Test
    @DisplayName("comes out as published, figure by figure, but where it departs from its own rule")
    void asPublished() throws IOException {
        var board = scores.at(new FiscalYear(2561).quarter(4), LocalDate.of(2018, 9, 30), null);
        var differing = new TreeMap<String, String>();
        int compared = 0;
        for (var line : published()) {
            var course = board.of(line.getField("code")).country();
            var ours = new TreeMap<String, BigDecimal>();
            put(ours, "target", course.target());
            put(ours, "result", course.result());
            put(ours, "percent", value(course.percent()));
            for (int q = 1; q <= 4; q++) {
                var quarter = course.quarters().get(q - 1);
                put(ours, "plan" + q, quarter.plan());
                put(ours, "carried" + q, quarter.carried());
                put(ours, "result" + q, quarter.result());
                put(ours, "percent" + q, value(quarter.percent()));
            }
            put(ours, "passed", course.verdict() == Course.Verdict.PASSED ? course.result() : null);
            put(ours, "failed", course.verdict() == Course.Verdict.FAILED ? value(course.percent()) : null);
            for (var field : fields(line)) {
                compared++;
                var printed = new BigDecimal(line.getField(field).replaceAll("[^0-9.]", ""));
                var here = ours.get(field);
                if (here == null || here.setScale(Math.min(here.scale(), Math.max(printed.scale(), 0)), RoundingMode.HALF_UP).compareTo(printed) != 0) differing.put(line.getField("code") + " " + field, printed.toPlainString() + " → " + (here == null ? "–" : here.stripTrailingZeros().toPlainString()));
            }
        }
        assertThat(differing).isEqualTo(DEPARTURES);
        assertThat(compared).isGreaterThan(150);
    }

    private static List<String> fields(NamedCsvRecord line) {
        var fields = new ArrayList<>(line.getHeader());
        fields.remove("code");
        fields.removeIf(f -> line.getField(f).isBlank());
        return fields;
    }

    private static void put(Map<String, BigDecimal> ours, String field, BigDecimal figure) {
        if (figure != null) ours.put(field, figure);
    }

    private static BigDecimal value(Percentage percent) {
        return percent == null ? null : percent.value();
    }
}
