package khabuan.insight.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import khabuan.base.access.SignIn;
import khabuan.base.text.Words;
import khabuan.cast.Cast;
import khabuan.cast.People;
import khabuan.cast.World;
import khabuan.insight.explore.Pivot.Row;
import khabuan.insight.measure.FigurePage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.UriComponentsBuilder;

@World
@DisplayName("Exploring the figures")
class ExploreTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired People people;
    @Autowired JdbcClient jdbc;
    private String unit;

    @BeforeEach
    void twoGroups() {
        unit = cast.unitInNan("อบต.", "ดู่ใต้");
        cast.change(() -> {
            jdbc.sql("insert into organisation (unit_code, code, name, registered_on) values (?, 'G' || ?, 'กลุ่มทอผ้าบ้านดู่ใต้', '2018-11-20')").params(unit, "1" + unit).update();
            jdbc.sql("insert into organisation (unit_code, code, name, registered_on) values (?, 'G' || ?, 'กลุ่มเลี้ยงปลาบ้านดู่ใต้', '2019-05-02')").params(unit, "2" + unit).update();
        });
    }

    private ExplorePage asked(String query) throws Exception {
        return (ExplorePage) mvc.perform(get("/explore?" + query).with(SignIn.as(people.executive()))).andExpect(status().isOk()).andReturn().getModelAndView().getModel().get("page");
    }

    private Row line(ExplorePage page) {
        return page.pivot().rows().stream().filter(r -> r.place().code().equals(unit)).findFirst().orElseThrow();
    }

    private FigurePage opened(String path) throws Exception {
        var address = UriComponentsBuilder.fromUriString(path).build(true).toUri();
        return (FigurePage) mvc.perform(get(address).with(SignIn.as(people.executive()))).andExpect(status().isOk()).andReturn().getModelAndView().getModel().get("page");
    }

    @Test
    @DisplayName("lays a measure out by unit and quarter; the sum stands below, and every cell opens the page of its figure, which says the same")
    void unitsByQuarter() throws Exception {
        var page = asked("measure=organisation.registered&rows=unit&columns=quarter&span=4&within=province:55");
        assertThat(page.pivot().columns()).extracting(Pivot.Column::heading).containsExactly("ไตรมาส 1/2562", "ไตรมาส 2/2562", "ไตรมาส 3/2562", "ไตรมาส 4/2562");
        assertThat(line(page).figures()).containsExactly(1, 1, 2, 2);
        assertThat(line(page).where()).isEqualTo("เมืองน่าน · น่าน");
        for (int c = 0; c < 4; c++) {
            int column = c;
            assertThat(page.pivot().total().figures()[c]).isEqualTo(page.pivot().rows().stream().mapToLong(r -> r.figures()[column]).sum());
            assertThat(opened(line(page).path(c)).total()).isEqualTo(line(page).figures()[c]);
            assertThat(opened(page.pivot().total().path(c)).total()).isEqualTo(page.pivot().total().figures()[c]);
        }
    }

    @Test
    @DisplayName("counts what happened within each period, and shows times in lines as well as in columns")
    void flowsByQuarter() throws Exception {
        assertThat(line(asked("measure=organisation.new&rows=unit&columns=quarter&span=4&within=province:55")).figures()).containsExactly(1, 0, 1, 0);
        var months = asked("measure=organisation.new&rows=month&span=5&within=unit:" + unit + "&as-of=2019-06-15").pivot();
        assertThat(months.rows()).extracting(Row::label).containsExactly("กุมภาพันธ์ 2562", "มีนาคม 2562", "เมษายน 2562", "พฤษภาคม 2562", "มิถุนายน 2562");
        assertThat(months.rows()).extracting(r -> r.figures()[0]).containsExactly(0L, 0L, 0L, 1L, 0L);
        assertThat(months.total()).as("periods of a stock can't be summed").isNull();
    }

    @Test
    @DisplayName("sets a measure against another in percent, and shows what was divided by what")
    void shares() throws Exception {
        var page = asked("measure=council.registered&base=units&rows=district&within=province:55&columns=none");
        var district = page.pivot().rows().stream().filter(r -> r.place().code().equals("5501")).findFirst().orElseThrow();
        assertThat(district.bases()[0]).isEqualTo(jdbc.sql("select count(*) from unit where district_code = '5501' and ended_on is null").query(Long.class).single());
        mvc.perform(get("/explore?measure=council.registered&base=units&rows=district&within=province:55&columns=none").with(SignIn.as(people.executive())))
                .andExpect(content().string(containsString(district.share(0).aligned() + "</a> <span class=\"quiet small\">" + district.figures()[0] + "/" + district.bases()[0] + "</span>")));
    }

    @Test
    @DisplayName("shows the classes of a measure side by side with their sum, or in lines, or one of them alone")
    void classes() throws Exception {
        cast.change(() -> {
            long council = jdbc.sql("insert into council (unit_code, code, name, registered_on) values (?, ?, 'สภาองค์กรชุมชนตำบลดู่ใต้', '2012-02-01') returning id").params(unit, "9" + unit.replaceAll("\\D", "")).query(Long.class).single();
            jdbc.sql("insert into council_term (council_id, number, selected_on) values (?, 1, '2012-02-01')").param(council).update();
        });
        var columns = asked("measure=council.members&rows=unit&columns=class&within=province:55").pivot();
        assertThat(columns.columns()).extracting(Pivot.Column::clazz).containsExactly("community", "qualified", "");
        assertThat(columns.rows()).allSatisfy(r -> assertThat(r.figures()[2]).isEqualTo(r.figures()[0] + r.figures()[1]));
        assertThat(asked("measure=council.members&rows=class&within=province:55").pivot().rows()).hasSize(2);
        assertThat(asked("measure=council.members&rows=region&class=qualified").pivot().columns()).hasSize(1);
    }

    @Test
    @DisplayName("puts the largest line first when a column is chosen for it")
    void sorted() throws Exception {
        var figures = asked("measure=organisation.registered&rows=unit&within=province:55&sort=1").pivot().rows().stream().map(r -> r.figures()[0]).toList();
        assertThat(figures).isSortedAccordingTo((a, b) -> Long.compare(b, a));
    }

    @ParameterizedTest(name = "{0} → {1}")
    @CsvSource(delimiter = '|', textBlock = """
            measure=none.such                                            | measure-1
            measure=council.registered&base=none.such                    | base
            rows=region&as-of=2562-01-01                                 | measure-1
            measure=council.registered&rows=country                      | rows
            measure=council.registered&rows=region&within=province:55    | rows
            measure=council.registered&rows=month&columns=quarter        | columns
            measure=council.registered&within=province:nowhere           | within
            measure=council.registered&as-of=2562-12-31                  | as-of
            measure=council.registered&as-of=yesterday                   | as-of
            measure=council.registered&known-at=2570-01-01               | known-at
            measure=council.registered&from=2562-08-01&as-of=2562-07-01  | from
            measure=council.registered&columns=quarter&span=many         | span
            measure=council.registered&columns=month&span=99             | span
            measure=council.registered&measure=council.new&columns=month&span=36 | span
            measure=council.registered&measure=council.new&columns=class | columns
            measure=council.members&class=none                           | class
            measure=council.registered&form=map&within=unit:5501         | within""")
    @DisplayName("says at the field what is wrong with a choice, and keeps all that was typed")
    void wrong(String query, String field) throws Exception {
        var answer = mvc.perform(get("/explore?" + query).with(SignIn.as(people.executive()))).andExpect(status().isUnprocessableContent()).andReturn();
        var page = (ExplorePage) answer.getModelAndView().getModel().get("page");
        assertThat(page.faults().has(field)).as(page.faults().all().toString()).isTrue();
        assertThat(page.wish().query()).contains(query.split("&"));
        assertThat(answer.getResponse().getContentAsString()).contains("id=\"" + field + "-error\"");
    }

    @Test
    @DisplayName("gives the same cells to the page's script: the address of each figure is that of its page")
    void cells() throws Exception {
        var pivot = asked("measure=organisation.registered&base=units&rows=unit&columns=quarter&span=2&within=province:55").pivot();
        var cells = Cells.of(pivot, Words.NONE);
        assertThat(cells.rows()).hasSize(pivot.rows().size());
        for (int r = 0; r < pivot.rows().size(); r++)
            for (int c = 0; c < 2; c++) {
                assertThat(cells.paths().get(c).replace("*", cells.rows().get(r).get(2))).isEqualTo(pivot.rows().get(r).path(c));
                assertThat(cells.figures()[r * 2 + c]).isEqualTo(pivot.rows().get(r).figures()[c]);
                assertThat(cells.bases()[r * 2 + c]).isEqualTo(pivot.rows().get(r).bases()[c]);
            }
    }

    @Test
    @DisplayName("hands all lines over as CSV and as a workbook, with what a percentage was divided by; wrong choices lead back to the page")
    void files() throws Exception {
        var query = "?measure=organisation.registered&base=units&rows=unit&columns=quarter&span=2&within=province:55";
        var csv = mvc.perform(get("/explore.csv" + query).with(SignIn.as(people.executive()))).andExpect(status().isOk()).andReturn();
        csv.getAsyncResult();
        var lines = mvc.perform(asyncDispatch(csv)).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines.getFirst()).isEqualTo("\uFEFFตำบล/เทศบาล/เขต,อยู่ใน,รหัส,กลุ่ม/องค์กรชุมชนที่จัดแจ้ง ไตรมาส 3/2562,ตำบล/เทศบาล/เขต ไตรมาส 3/2562,ร้อยละ: กลุ่ม/องค์กรชุมชนที่จัดแจ้ง ไตรมาส 3/2562,"
                + "กลุ่ม/องค์กรชุมชนที่จัดแจ้ง ไตรมาส 4/2562,ตำบล/เทศบาล/เขต ไตรมาส 4/2562,ร้อยละ: กลุ่ม/องค์กรชุมชนที่จัดแจ้ง ไตรมาส 4/2562");
        assertThat(lines).contains("อบต.ดู่ใต้,เมืองน่าน · น่าน," + unit + ",2,1,200.00,2,1,200.00");
        mvc.perform(get("/explore.xlsx" + query).with(SignIn.as(people.executive()))).andExpect(status().isOk()).andExpect(header().string("Content-Disposition", "attachment; filename=\"explore-2019-09-02.xlsx\""));
        mvc.perform(get("/explore.csv?measure=none.such").with(SignIn.as(people.executive()))).andExpect(status().isFound());
    }

    @Test
    @DisplayName("draws the lines as bars, and the provinces as a map in which each leads to its figure")
    void drawn() throws Exception {
        var bars = asked("measure=organisation.registered&rows=province&columns=quarter&span=3&within=region:N&form=chart");
        assertThat(bars.bars()).contains("<svg").contains("น่าน");
        var map = asked("measure=organisation.registered&base=units&rows=region&columns=quarter&span=3&form=map");
        assertThat(map.pivot().rows()).extracting(r -> r.place().level().word()).containsOnly("province");
        assertThat(map.shaded().map().areas()).anySatisfy(a -> assertThat(a.link()).startsWith("/figures/organisation.registered?within=province:55"));
    }

    @Test
    @DisplayName("is for those who are signed in")
    void signedIn() throws Exception {
        for (var path : List.of("/explore", "/explore.json?measure=units", "/explore.csv?measure=units", "/dashboard"))
            assertThat(mvc.perform(get(path)).andReturn().getResponse().getStatus()).as(path).isIn(302, 303, 401, 403);
    }
}
