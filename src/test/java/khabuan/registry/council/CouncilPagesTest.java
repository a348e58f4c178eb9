package khabuan.registry.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.SignIn;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@World
@DisplayName("The pages of councils")
class CouncilPagesTest {

    @Autowired MockMvc mvc;
    @Autowired Councils councils;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;

    private ResultActions open(Actor actor, String path) throws Exception {
        return mvc.perform(get(path).with(SignIn.as(actor)));
    }

    private ResultActions send(Actor actor, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(SignIn.as(actor)).with(csrf()));
    }

    private Council register(String type, String name) {
        return councils.register(Cast.recorderOfNan(), "", new Registration(cast.unitInNan(type, name), "", "", LocalDate.of(2019, 3, 15)));
    }

    @Test
    @DisplayName("list the councils of one's own places only, and keep the question in the address")
    void list() throws Exception {
        register("อบต.", "น้ำเกี๋ยน");
        cast.unitInPhatthalung("อบต.", "ชะรัด");
        open(Cast.recorderOfNan(), "/councils?q=น้ำเกี๋ยน").andExpect(status().isOk()).andExpect(content().string(containsString("สภาองค์กรชุมชนตำบลน้ำเกี๋ยน")))
                .andExpect(content().string(containsString("<!DOCTYPE html>")));
        open(Cast.recorderOfPhatthalung(), "/councils?q=น้ำเกี๋ยน").andExpect(status().isOk()).andExpect(content().string(not(containsString("สภาองค์กรชุมชนตำบลน้ำเกี๋ยน"))));
        mvc.perform(get("/councils").param("q", "น้ำเกี๋ยน").param("certified", "no").param("region", "").header("HX-Request", "true").header("HX-Target", "council-rows")
                        .with(SignIn.as(Cast.recorderOfNan())))
                .andExpect(header().string("HX-Push-Url", containsString("certified=no"))).andExpect(header().string("HX-Push-Url", not(containsString("region"))))
                .andExpect(content().string(containsString("สภาองค์กรชุมชนตำบลน้ำเกี๋ยน"))).andExpect(content().string(not(containsString("<!DOCTYPE html>"))));
    }

    @Test
    @DisplayName("filter by what is certified, documented, new, due and surplus")
    void filters() throws Exception {
        register("อบต.", "ฝายแก้ว");
        for (var none : List.of("certified=yes", "documented=yes", "due=yes", "surplus=yes", "fresh=yes&year=2561"))
            open(Cast.recorderOfNan(), "/councils?q=ฝายแก้ว&" + none).andExpect(content().string(not(containsString("สภาองค์กรชุมชนตำบลฝายแก้ว"))));
        for (var one : List.of("certified=no", "documented=no", "fresh=yes", "fresh=yes&year=2562&sort=name", "province=55&sort=newest"))
            open(Cast.recorderOfNan(), "/councils?q=ฝายแก้ว&" + one).andExpect(content().string(containsString("สภาองค์กรชุมชนตำบลฝายแก้ว")));
    }

    @Test
    @DisplayName("filter by the grade of a year's work, together with the other filters, on the page and in the spreadsheet")
    void grades() throws Exception {
        var council = register("อบต.", "ผาทอ");
        String name = "สภาองค์กรชุมชนตำบลผาทอ";
        open(Cast.recorderOfNan(), "/councils?q=ผาทอ&grade=none").andExpect(content().string(containsString(name)));
        for (int month = 4; month <= 7; month++)
            send(Cast.recorderOfNan(), post(council.path() + "/meetings").param("heldOn", "10/" + month + "/2562").param("subject", "").param("attendance", "").param("key", ""));
        var missions = post(council.path() + "/missions").param("year", "2562").param("day", "1 ส.ค. 2562");
        for (int mission : List.of(1, 2, 3, 10, 11, 12)) missions.param("done-" + mission, "yes");
        send(Cast.recorderOfNan(), missions).andExpect(status().is3xxRedirection());
        for (var found : List.of("grade=concrete", "grade=concrete&fresh=yes&certified=no&documented=no&province=55", "grade=concrete&year=2562"))
            open(Cast.recorderOfNan(), "/councils?q=ผาทอ&" + found).andExpect(content().string(containsString(name))).andExpect(content().string(containsString("grade=concrete")));
        for (var none : List.of("grade=none", "grade=capacity", "grade=concrete&year=2561", "grade=concrete&due=yes"))
            open(Cast.recorderOfNan(), "/councils?q=ผาทอ&" + none).andExpect(content().string(not(containsString(name))));
        var bytes = open(Cast.recorderOfNan(), "/councils.xlsx?q=ผาทอ&grade=concrete").andReturn().getResponse().getContentAsByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes)); var rows = book.getFirstSheet().openStream()) {
            assertThat(rows.skip(1).map(r -> r.getCellText(1) + " " + r.getCellText(12) + " " + r.getCellText(13)).toList()).containsExactly("ชื่อสภา ผลงานเป็นรูปธรรม ผ่านเกณฑ์ ก.พ.ร.", name + " ใช่ ไม่ใช่");
        }
    }

    @Test
    @DisplayName("hide a council from who works elsewhere, and the room from who has no right")
    void reach() throws Exception {
        var council = register("อบต.", "เมืองจัง");
        cast.unitInPhatthalung("อบต.", "ร่มเมือง");
        open(Cast.recorderOfPhatthalung(), council.path()).andExpect(status().isNotFound());
        open(Cast.executive(), council.path()).andExpect(status().isOk()).andExpect(content().string(not(containsString(council.path() + "/correction"))));
        open(Cast.executive(), "/councils/new").andExpect(status().isForbidden());
        open(Cast.recorderOfNan(), council.path() + "/certification").andExpect(status().isForbidden());
        mvc.perform(get(council.path())).andExpect(status().is3xxRedirection());
    }

    @Test
    @DisplayName("hand the list over as a spreadsheet")
    void export() throws Exception {
        var council = register("ทต.", "กลางเวียง");
        var bytes = open(Cast.recorderOfNan(), "/councils.xlsx?q=กลางเวียง").andExpect(status().isOk()).andReturn().getResponse().getContentAsByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes)); var rows = book.getFirstSheet().openStream()) {
            assertThat(rows.skip(1).map(r -> r.getCellText(0) + " " + r.getCellText(2)).toList()).containsExactly("รหัส หน่วยพื้นที่", council.code() + " ทต.กลางเวียง");
        }
    }

    @Test
    @DisplayName("register a council from what a recorder types")
    void registers() throws Exception {
        cast.unitInNan("อบต.", "ส้านนาหนองใหม่");
        send(Cast.recorderOfNan(), post("/councils").param("place", "ต.ส้านนาหนองใหม่ อ.เมืองน่าน").param("registeredOn", "15 มี.ค. 2562").param("key", "ส้าน-1"))
                .andExpect(redirectedUrlPattern("/councils/*"));
        send(Cast.recorderOfNan(), post("/councils").param("place", "ส้านนาหนองใหม่").param("registeredOn", "31 ก.พ. 2562"))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("ไม่มีวันที่ “31 ก.พ. 2562” ในปฏิทิน")))
                .andExpect(content().string(containsString("value=\"ส้านนาหนองใหม่\"")));
    }

    @Test
    @DisplayName("refuse a second council in a unit with a link to the first")
    void refusesASecond() throws Exception {
        var first = register("อบต.", "บ่อ");
        send(Cast.recorderOfNan(), post("/councils").param("unit", first.unitCode()).param("registeredOn", "1/5/2562"))
                .andExpect(status().isUnprocessableContent()).andExpect(content().string(containsString("หน่วยพื้นที่นี้มีสภาอยู่แล้ว คือ " + first.name())))
                .andExpect(content().string(containsString("<a href=\"" + first.path() + "\">เปิดดู</a>")));
    }

    @Test
    @DisplayName("show both versions when two people correct a council at once")
    void conflict() throws Exception {
        var council = register("อบต.", "นาปัง");
        var said = post(council.path() + "/correction").param("unit", council.unitCode()).param("code", council.code()).param("registeredOn", "15 มีนาคม 2562").param("version", "1");
        send(Cast.officerOfTheNorth(), said.param("name", "สภาฯ ตำบลนาปัง").param("reason", "ชื่อตาม จส.02")).andExpect(redirectedUrlPattern("/councils/*"));
        send(Cast.recorderOfNan(), post(council.path() + "/correction").param("unit", council.unitCode()).param("code", council.code()).param("registeredOn", "15 มีนาคม 2562")
                .param("version", "1").param("name", "สภาองค์กรชุมชนตำบลนาปัง อำเภอภูเพียง").param("reason", "เพิ่มอำเภอ"))
                .andExpect(status().isConflict()).andExpect(content().string(containsString("สภาฯ ตำบลนาปัง")))
                .andExpect(content().string(containsString("สภาองค์กรชุมชนตำบลนาปัง อำเภอภูเพียง"))).andExpect(content().string(containsString("somchai")));
    }

    @Test
    @DisplayName("tell in words what a council lacks, and lead to where it is mended")
    void tellsWhatIsMissing() throws Exception {
        var council = register("อบต.", "ท่าน้าว");
        open(Cast.recorderOfNan(), council.path()).andExpect(status().isOk())
                .andExpect(content().string(containsString("ประชุมอีก 4 ครั้ง"))).andExpect(content().string(containsString("href=\"" + council.path() + "/meetings/new\"")))
                .andExpect(content().string(containsString("href=\"" + council.path() + "/missions?year=2562\""))).andExpect(content().string(containsString("ไฟล์แบบ จส.02")));
    }

    @Test
    @DisplayName("take a meeting, the missions of a year, and members in a few fields each")
    void forms() throws Exception {
        var council = register("อบต.", "น้ำแก่น");
        send(Cast.recorderOfNan(), post(council.path() + "/meetings").param("heldOn", "10 พ.ค. 2562").param("subject", "ติดตามแผน").param("attendance", "31").param("key", ""))
                .andExpect(redirectedUrlPattern(council.path() + "?year=2562*"));
        send(Cast.recorderOfNan(), post(council.path() + "/missions").param("year", "2562").param("day", "1 ส.ค. 2562").param("done-4", "yes").param("done-9", "yes").param("day-9", "2 พ.ค. 2562"))
                .andExpect(redirectedUrlPattern(council.path() + "?year=2562*"));
        send(Cast.recorderOfNan(), post(council.path() + "/missions").param("year", "2562").param("day", "1 ส.ค. 2560").param("done-4", "yes"))
                .andExpect(status().isUnprocessableContent());
        send(Cast.recorderOfNan(), post(council.path() + "/members").param("selectedOn", "15/3/2562").param("name-1", "นายบุญมี ใจงาม").param("class-1", "community").param("village-1", "หมู่ที่ 4")
                .param("gender-1", "male").param("name-2", "").param("key", "")).andExpect(redirectedUrlPattern(council.path() + "*"));
        open(Cast.recorderOfNan(), council.path() + "?year=2562").andExpect(content().string(containsString("ติดตามแผน"))).andExpect(content().string(containsString("นายบุญมี ใ…")))
                .andExpect(content().string(not(containsString("บุญมี ใจงาม"))));
    }

    @Test
    @DisplayName("show whole names only for a purpose, which the log keeps")
    void names() throws Exception {
        var council = register("อบต.", "นาเหลือง");
        send(Cast.recorderOfNan(), post(council.path() + "/members").param("selectedOn", "15/3/2562").param("name-1", "นางแก้ว ศรีนวล").param("class-1", "community")
                .param("village-1", "บ้านนาเหลืองใน").param("gender-1", "female").param("key", ""));
        send(Cast.recorderOfNan(), post(council.path() + "/members/names").param("reason", "ติดต่อประสานงาน").header("HX-Request", "true"))
                .andExpect(status().isOk()).andExpect(content().string(containsString("นางแก้ว ศรีนวล")));
        assertThat(jdbc.sql("select reason from log.entry where act = 'council.read-names' and subject_id = ?").param(council.id()).query(String.class).list()).containsExactly("ติดต่อประสานงาน");
    }

    @Test
    @DisplayName("show a council as it was known before it was corrected")
    void knownThen() throws Exception {
        var council = register("อบต.", "ดู่พงษ์");
        open(Cast.recorderOfNan(), council.path() + "?known-at=2562-09-01").andExpect(status().isNotFound());
        open(Cast.recorderOfNan(), council.path() + "?known-at=2599-12-31").andExpect(status().isOk()).andExpect(content().string(not(containsString("/correction\""))));
    }

    @Test
    @DisplayName("let the regional officer certify, and say what stands in the way")
    void certification() throws Exception {
        var council = register("อบต.", "ป่าแลวหลวง");
        open(Cast.officerOfTheNorth(), council.path() + "/certification?year=2562").andExpect(status().isOk()).andExpect(content().string(containsString("ไฟล์แบบ จส.03")));
        send(Cast.officerOfTheNorth(), post(council.path() + "/certification").param("year", "2562")).andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("แนบไฟล์ จส.02 และ จส.03")));
    }
}
