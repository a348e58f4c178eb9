package khabuan.base.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import khabuan.base.access.Actor;
import khabuan.base.intake.Intake;
import khabuan.base.intake.Kinds;
import khabuan.base.intake.LineFault;
import khabuan.base.intake.Order;
import khabuan.base.intake.Outcome;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("A file of boundaries")
class BoundariesIntakeTest {

    /** Two squares side by side, which share arc 0, a hole in the second, and the district around both. A step is a hundredth of a degree; its point 0, 0 lies at 99.6° E, 20.2° N. */
    private static final String TOPOLOGY = """
            {"type":"Topology","transform":{"scale":[0.01,0.01],"translate":[99.6,20.2]},
             "arcs":[[[10,0],[0,10]],[[10,10],[-10,0],[0,-10],[10,0]],[[10,10],[10,0],[0,-10],[-10,0]],[[12,2],[2,0],[0,2],[-2,0],[0,-2]]],
             "objects":{
               "tambon":{"type":"GeometryCollection","geometries":[
                 {"type":"Polygon","arcs":[[0,1]],"properties":{"code":"570901","th":"แม่สาย","amphoe":"5709","province":"57"}},
                 {"type":"MultiPolygon","arcs":[[[-1,-3],[3]]],"properties":{"code":"570999","amphoe":"5709","province":"57"}}]},
               "amphoe":{"type":"GeometryCollection","geometries":[{"type":"Polygon","arcs":[[1,2]],"properties":{"province":"57","amphoe":"5709"}}]}}}""";

    @Autowired
    Intake intake;
    @Autowired
    Kinds kinds;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MockMvc mvc;
    @TempDir
    Path folder;

    private Outcome take(String content, String credit, boolean check) {
        var file = folder.resolve("boundaries.json");
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return intake.take(kinds.get("boundaries"),
                new Order(Actor.commandLine(), file, "boundaries.json", null, new Order.Told(null, credit), check, false, LocalDate.of(2019, 9, 2), Order.Progress.NONE));
    }

    private String polygons(String level, String code) {
        return jdbc.sql("select polygons from boundary where level = ? and code = ?").params(level, code).query(String.class).optional().orElse("none");
    }

    @Test
    @DisplayName("in TopoJSON is decoded, shared arcs run backwards and holes kept; the page of the district draws it and says whose work it is; again it changes nothing")
    void topology() throws Exception {
        assertThat(take(TOPOLOGY, "กรมตัวอย่าง", true)).extracting(Outcome::added, Outcome::written).containsExactly(3L, true);
        assertThat(polygons("tambon", "570901")).as("only looked at").isEqualTo("none");
        var outcome = take(TOPOLOGY, "กรมตัวอย่าง", false);
        assertThat(outcome).extracting(Outcome::lines, Outcome::added, Outcome::changed, Outcome::same, Outcome::refused).containsExactly(3L, 3L, 0L, 0L, 0L);
        assertThat(outcome.notes()).extracting(LineFault::line, LineFault::key).containsExactly(tuple(0, "gazetteer.note.found"), tuple(2, "gazetteer.note.unknown-code"));
        assertThat(polygons("tambon", "570901")).isEqualTo("[[[[99.7,20.2],[99.7,20.3],[99.6,20.3],[99.6,20.2],[99.7,20.2]]]]");
        assertThat(polygons("tambon", "570999")).isEqualTo("[[[[99.7,20.3],[99.7,20.2],[99.8,20.2],[99.8,20.3],[99.7,20.3]],[[99.72,20.22],[99.74,20.22],[99.74,20.24],[99.72,20.24],[99.72,20.22]]]]");
        assertThat(polygons("district", "5709")).startsWith("[[[[99.7,20.3],[99.6,20.3]");
        mvc.perform(get("/places/district/5709")).andExpect(content().string(containsString("<title>แม่สาย</title>"))).andExpect(content().string(containsString("กรมตัวอย่าง")));
        assertThat(take(TOPOLOGY, "", false)).extracting(Outcome::added, Outcome::changed, Outcome::same).containsExactly(0L, 0L, 3L);
        assertThat(jdbc.sql("select credit from boundary where code = '570901'").query(String.class).single()).isEqualTo("กรมตัวอย่าง");
    }

    @Test
    @DisplayName("in GeoJSON is read by the codes that such files bear; parts of one place are joined, and its own credit is kept")
    void collection() {
        String square = "{\"type\":\"Polygon\",\"coordinates\":[[[%1$s,19],[%1$s.1,19],[%1$s.1,19.1],[%1$s,19]]]}";
        var outcome = take("""
                {"type":"FeatureCollection","attribution":"สำนักตัวอย่าง","features":[
                 {"type":"Feature","properties":{"ADM2_PCODE":"TH5710","ADM1_PCODE":"TH57"},"geometry":%s},
                 {"type":"Feature","properties":{"ADM2_PCODE":"TH5710","ADM1_PCODE":"TH57"},"geometry":%s}]}""".formatted(square.formatted("99"), square.formatted("100")), "", false);
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.notes()).extracting(LineFault::line, LineFault::key).containsExactly(tuple(0, "gazetteer.note.found"), tuple(2, "gazetteer.note.joined"));
        assertThat(polygons("district", "5710")).isEqualTo("[[[[99.0,19.0],[99.1,19.0],[99.1,19.1],[99.0,19.0]]],[[[100.0,19.0],[100.1,19.0],[100.1,19.1],[100.0,19.0]]]]");
        assertThat(jdbc.sql("select credit from boundary where code = '5710'").query(String.class).single()).isEqualTo("สำนักตัวอย่าง");
    }

    @Test
    @DisplayName("has its faults told feature by feature, and nothing of it is written")
    void faults() {
        var outcome = take("""
                {"type":"FeatureCollection","features":[
                 {"type":"Feature","properties":{"code":"5711"},"geometry":{"type":"Polygon","coordinates":[[[99,19],[99.1,19],[99.1,19.1],[99,19]]]}},
                 {"type":"Feature","properties":{"code":"5712"},"geometry":{"type":"Point","coordinates":[99,19]}},
                 {"type":"Feature","properties":{"name":"พาน"},"geometry":{"type":"Polygon","coordinates":[[[99,19],[99.1,19],[99.1,19.1],[99,19]]]}},
                 {"type":"Feature","properties":{"code":"5713"},"geometry":{"type":"Polygon","coordinates":[[[590000,2100000],[591000,2100000],[591000,2101000],[590000,2100000]]]}}]}""", "", false);
        assertThat(outcome.written()).isFalse();
        assertThat(outcome.faults()).extracting(LineFault::line, LineFault::key)
                .containsExactly(tuple(2, "gazetteer.fault.no-polygon"), tuple(3, "gazetteer.fault.no-code"), tuple(4, "gazetteer.fault.not-degrees"));
        assertThat(polygons("district", "5711")).isEqualTo("none");
    }

    @Test
    @DisplayName("that is none is refused in one sentence")
    void none() {
        for (var content : new String[] {"code,type\n1,2\n", "{\"type\":\"Topology\",\"arcs\":[],\"objects\":{\"a\":{\"type\":\"Polygon\",\"arcs\":[[7]],\"properties\":{\"code\":\"57\"}}}}", "{}"})
            assertThat(take(content, "", false).faults()).extracting(LineFault::line, LineFault::key).containsExactly(tuple(0, "gazetteer.fault.not-boundaries"));
    }
}
