package khabuan.insight.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import khabuan.base.access.SignIn;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.page.Faults;
import khabuan.base.text.Percentage;
import khabuan.base.text.Words;
import khabuan.cast.Cast;
import khabuan.cast.DemoWorld;
import khabuan.insight.indicator.Course;
import khabuan.insight.indicator.Indicator;
import khabuan.insight.indicator.Said;
import khabuan.insight.indicator.Scoreboard;
import khabuan.insight.indicator.Scores;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DemoWorld
@DisplayName("Exploring indicators")
class KpisTest {

    @Autowired MockMvc mvc;
    @Autowired Kpis kpis;
    @Autowired Wishes wishes;
    @Autowired Pivots pivots;
    @Autowired Scores scores;

    private Pivot pivot(List<String> kpis, String rows, String columns, String span, String within, LocalDate asOf, List<String> show) {
        var faults = new Faults(Words.NONE);
        var choices = wishes.read(new Wish(kpis, "", rows, columns, span, within, "", "", asOf.toString(), "", "table", "", show), faults);
        assertThat(faults.all()).isEmpty();
        return pivots.of(choices, Words.NONE);
    }

    private ExplorePage asked(String query) throws Exception {
        return (ExplorePage) mvc.perform(get("/explore?" + query).with(SignIn.as(Cast.executive()))).andExpect(status().isOk()).andReturn().getModelAndView().getModel().get("page");
    }

    @ParameterizedTest(name = "{0}, quarter {1}")
    @CsvSource({"2561,4", "2561,2", "2562,3", "2562,4"})
    @DisplayName("shows of each in each region and quarter what the matrix shows: results, plans, carried targets, percentages and lights")
    void asTheMatrix(int year, int number) {
        var quarter = new FiscalYear(year).quarter(number);
        var today = LocalDate.of(2019, 9, 2);
        var asOf = quarter.end().isAfter(today) ? today : quarter.end();
        var matrix = scores.at(quarter, asOf, null);
        int compared = 0;
        for (var kpi : kpis.all()) {
            if (matrix.find(kpi.code()).isEmpty()) continue;
            var byQuarter = pivot(List.of(kpi.value()), "region", "quarter", "" + number, "", asOf, List.of("result", "plan", "carried", "percent"));
            var soFar = pivot(List.of(kpi.value()), "region", "none", "", "", asOf, List.of("result", "plan", "percent"));
            var score = matrix.of(kpi.code());
            for (var row : rows(byQuarter)) compared += same(score.indicator(), course(matrix, kpi, row), number, row);
            for (var row : rows(soFar)) compared += sameYear(score.indicator(), course(matrix, kpi, row), row);
            var sites = byQuarter.rows().stream().map(KpisTest::site).collect(Collectors.toSet());
            assertThat(sites).as(kpi.code()).containsAll(score.places().keySet());
        }
        assertThat(compared).isGreaterThan(500);
    }

    private static List<Pivot.Row> rows(Pivot pivot) {
        var rows = new ArrayList<>(pivot.rows());
        rows.add(pivot.total());
        return rows;
    }

    private static String site(Pivot.Row row) {
        return row.place() == null ? Scores.CENTRE : row.place().code();
    }

    private static Course course(Scoreboard matrix, Kpi kpi, Pivot.Row row) {
        var score = matrix.of(kpi.code());
        return row.label().equals("figures.total") ? score.country() : score.places().get(site(row));
    }

    private static int same(Indicator indicator, Course course, int quarters, Pivot.Row row) {
        for (int q = 0; q < quarters; q++) {
            var told = row.told().subList(4 * q, 4 * q + 4);
            if (course == null) {
                assertThat(told).containsOnly(Told.NOTHING);
                continue;
            }
            var quarter = course.quarters().get(q);
            assertThat(told.get(0).value()).isEqualTo(quarter.result());
            assertThat(told.get(0).text()).isEqualTo(quarter.said() == Said.FIGURE ? indicator.write(quarter.result()) : quarter.said().key());
            assertThat(told.get(1).value()).isEqualTo(quarter.plan());
            assertThat(told.get(2).value()).isEqualTo(quarter.carried());
            percent(told.get(3), quarter.percent(), quarter.light().name());
        }
        return 4 * quarters;
    }

    private static int sameYear(Indicator indicator, Course course, Pivot.Row row) {
        if (course == null) return 0;
        assertThat(row.told(0).value()).isEqualTo(course.result());
        assertThat(row.told(1).value()).isEqualTo(course.target());
        percent(row.told(2), course.percent(), course.light().name());
        return 3;
    }

    private static void percent(Told told, Percentage percent, String light) {
        assertThat(told.value()).isEqualTo(percent == null || !percent.isDefined() ? null : percent.value());
        assertThat(told.percent()).isEqualTo(percent == null || !percent.isDefined() ? null : percent);
        assertThat(told.light().name()).isEqualTo(percent == null ? "NONE" : light);
    }

    @Test
    @DisplayName("opens from every cell the page of its indicator and quarter, as of the same day")
    void opens() throws Exception {
        var page = asked("measure=kpi:COUNCIL-NEW&rows=region&columns=quarter&span=6&as-of=2562-06-15");
        var path = page.pivot().rows().getFirst().told(0).path();
        assertThat(path).isEqualTo("/agreements/2561/indicators/COUNCIL-NEW?quarter=2&as-of=2018-03-31#places");
        var latest = page.pivot().rows().getFirst();
        var last = latest.told(latest.told().size() - 2);
        assertThat(last.path()).isEqualTo("/agreements/2562/indicators/COUNCIL-NEW?quarter=3&as-of=2019-06-15#places");
        for (var row : page.pivot().rows())
            for (var told : row.told())
                if (!told.path().isEmpty()) mvc.perform(get(told.path()).with(SignIn.as(Cast.executive()))).andExpect(status().isOk());
        var content = mvc.perform(get(last.path()).with(SignIn.as(Cast.executive()))).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(content).contains("15 มิถุนายน 2562").contains(last.text());
    }

    @Test
    @DisplayName("tells no report, nothing new and zero apart, and stands beside measures in one table")
    void states() throws Exception {
        var all = pivot(kpis.all().stream().limit(4).map(Kpi::value).toList(), "region", "quarter", "4", "", LocalDate.of(2018, 9, 30), List.of("result"));
        assertThat(all.columns()).hasSize(16);
        var mixed = asked("measure=council.registered&measure=kpi:COUNCIL-NEW&base=units&rows=region&columns=quarter&span=2");
        assertThat(mixed.pivot().groups()).hasSize(2);
        var row = mixed.pivot().rows().getFirst();
        assertThat(row.told(0)).isNull();
        assertThat(row.isShare(0)).isTrue();
        assertThat(row.told(2)).isNotNull();
        assertThat(row.isShare(2)).isFalse();
        var unreported = pivot(List.of("kpi:SATISFACTION", "kpi:DISBURSEMENT"), "quarter", "none", "4", "", LocalDate.of(2019, 9, 2), List.of("result"));
        assertThat(unreported.rows()).flatExtracting(Pivot.Row::told).extracting(Told::text).contains(Said.NO_REPORT.key());
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            measure=kpi:COUNCIL-NEW&rows=province                       | rows
            measure=kpi:COUNCIL-NEW&rows=unit                           | rows
            measure=kpi:COUNCIL-NEW&rows=class                          | rows
            measure=kpi:COUNCIL-NEW&rows=month                          | rows
            measure=kpi:COUNCIL-NEW&columns=month                       | columns
            measure=kpi:COUNCIL-NEW&columns=class                       | columns
            measure=kpi:COUNCIL-NEW&rows=quarter&within=province:55     | within
            measure=kpi:COUNCIL-NEW&class=new                           | class
            measure=kpi:COUNCIL-NEW&show=carried                        | show
            measure=kpi:COUNCIL-NEW&show=nothing                        | show
            measure=kpi:COUNCIL-NEW&columns=quarter&span=20&show=result&show=plan&show=carried&show=percent | span
            measure=kpi:NO-SUCH                                         | measure-1""")
    @DisplayName("says at the field what an indicator can't answer, in a sentence, and guesses nothing")
    void cannot(String query, String field) throws Exception {
        var answer = mvc.perform(get("/explore?" + query).with(SignIn.as(Cast.executive()))).andExpect(status().isUnprocessableContent()).andReturn();
        var page = (ExplorePage) answer.getModelAndView().getModel().get("page");
        assertThat(page.faults().all()).as(page.faults().all().toString()).extracting(f -> f.field()).contains(field);
        assertThat(answer.getResponse().getContentAsString()).contains("id=\"" + field + "-error\"");
    }

    @Test
    @DisplayName("leads from an indicator that is counted to its measure, which answers by province")
    void measured() throws Exception {
        var content = mvc.perform(get("/explore?measure=kpi:COUNCIL-NEW&rows=province").with(SignIn.as(Cast.executive()))).andReturn().getResponse().getContentAsString();
        assertThat(content).contains("/explore?measure=council.new&amp;rows=province");
    }

    @Test
    @DisplayName("draws an indicator as bars without mixing amounts and percentages, and its regions as a map in their lights, with words and patterns")
    void drawn() throws Exception {
        var bars = asked("measure=kpi:COUNCIL-NEW&rows=region&columns=quarter&span=4&form=chart");
        assertThat(bars.bars()).contains("<svg");
        var map = asked("measure=kpi:COUNCIL-NEW&rows=region&columns=none&form=map&as-of=2562-06-30");
        assertThat(map.shaded().lit()).isTrue();
        assertThat(map.shaded().map().areas()).hasSize(77).allSatisfy(a -> assertThat(a.css()).startsWith("light-")).anySatisfy(a -> assertThat(a.title()).contains("น่าน").contains("%"));
    }

    @Test
    @DisplayName("goes into files with its states as words, and into kept views with what is shown")
    void files() throws Exception {
        var csv = mvc.perform(get("/explore.csv?measure=kpi:COUNCIL-NEW&rows=region&columns=quarter&span=4&show=result&show=percent&as-of=2561-09-30").with(SignIn.as(Cast.executive()))).andExpect(status().isOk()).andReturn();
        csv.getAsyncResult();
        var lines = mvc.perform(asyncDispatch(csv)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8).lines().toList();
        var told = pivot(List.of("kpi:COUNCIL-NEW"), "region", "quarter", "4", "", LocalDate.of(2018, 9, 30), List.of("result", "percent")).rows().getFirst().told();
        assertThat(lines.getFirst()).contains("ไตรมาส 1/2561 ผล").contains("ไตรมาส 4/2561 ร้อยละ");
        assertThat(lines.get(1)).contains("," + told.getFirst().value().stripTrailingZeros().toPlainString() + ",");
        var wish = new Wish(List.of("kpi:COUNCIL-NEW"), "", "region", "quarter", "4", "", "", "", "", "", "table", "", List.of("result", "carried"));
        assertThat(Wish.parse(wish.query())).isEqualTo(wish);
        assertThat(wish.query().toLowerCase(Locale.ROOT)).contains("show=carried");
        mvc.perform(get("/explore.json?measure=kpi:COUNCIL-NEW&rows=region").with(SignIn.as(Cast.executive()))).andExpect(status().isUnprocessableContent());
        mvc.perform(get("/explore.csv?measure=kpi:NO-SUCH").with(SignIn.as(Cast.executive()))).andExpect(redirectedUrl("/explore?measure=kpi:NO-SUCH&rows=region&columns=none&form=table"));
    }
}
