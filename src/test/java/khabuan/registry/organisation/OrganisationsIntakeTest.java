package khabuan.registry.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.intake.Intake;
import khabuan.base.intake.Kinds;
import khabuan.base.intake.LineFault;
import khabuan.base.intake.Order;
import khabuan.base.intake.Outcome;
import khabuan.base.record.Moments;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@World
@DisplayName("A file of organisations")
class OrganisationsIntakeTest {

    private static final LocalDate TODAY = LocalDate.of(2019, 9, 2);

    @Autowired
    Intake intake;
    @Autowired
    Kinds kinds;
    @Autowired
    Cast cast;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Moments moments;
    @TempDir
    Path folder;
    private String boSuak;
    private String phatthalung;

    @BeforeEach
    void units() {
        String suffix = Long.toString(System.nanoTime(), 36);
        boSuak = cast.unitInNan("อบต.", "บ่อสวก" + suffix);
        phatthalung = cast.unitInPhatthalung("ทต.", "ท่ามิหรำ" + suffix);
    }

    private String title(String unit) {
        return jdbc.sql("select title from unit_now where code = ?").param(unit).query(String.class).single();
    }

    private Path csv(String name, Charset charset, String... lines) throws IOException {
        return Files.write(folder.resolve(name), (String.join("\r\n", lines) + "\r\n").getBytes(charset));
    }

    private Path csv(String... lines) throws IOException {
        return csv("organisations.csv", StandardCharsets.UTF_8, lines);
    }

    private Outcome take(Actor actor, Path file, Instant recordedAt, boolean check, boolean acceptValid) {
        return intake.take(kinds.get("organisations"), new Order(actor, file, file.getFileName().toString(), recordedAt, check, acceptValid, TODAY, Order.Progress.NONE));
    }

    private Outcome take(Path file) {
        return take(Actor.commandLine(), file, null, false, false);
    }

    private List<Map<String, Object>> organisations(String unit) {
        return jdbc.sql("select code, name, kind, registered_on, members, version from organisation where unit_code = ? order by name").param(unit).query().listOfRows();
    }

    @Test
    @DisplayName("is read with Thai headings in any order, a title above, a byte order mark, Thai digits and Buddhist years")
    void thaiFile() throws IOException {
        var outcome = take(csv("\uFEFFทะเบียนกลุ่ม ปี ๒๕๖๒", "", "วันที่จดแจ้ง,จำนวนสมาชิก,ชื่อกลุ่ม,พื้นที่,จังหวัด,ภาค,ประเภท",
                "๓๑ สิงหาคม ๒๕๖๒,๓๕,  กลุ่มทอผ้า   ป่าคา," + title(boSuak).replace("อบต.", "องค์การบริหารส่วนตำบล ") + ",จ.น่าน,เหนือ,เครือข่าย"));
        assertThat(outcome.faults()).isEmpty();
        assertThat(organisations(boSuak)).singleElement().satisfies(o -> {
            assertThat(o).containsEntry("name", "กลุ่มทอผ้า ป่าคา").containsEntry("kind", "network").containsEntry("members", 35);
            assertThat(o.get("registered_on").toString()).isEqualTo("2019-08-31");
        });
    }

    @Test
    @DisplayName("tells which of its rows may stand already under another spelling, and is loaded all the same")
    void tellsDuplicates() throws IOException {
        take(csv("ชื่อองค์กร,พื้นที่,วันที่จดแจ้ง", "กลุ่มสตรีบ้านหนองแวง หมู่ที่ 3," + boSuak + ",5 มี.ค. 2557"));
        var outcome = take(csv("ชื่อองค์กร,พื้นที่,วันที่จดแจ้ง", "กลุ่มสตรีบ้านหนองแวง หมู่ที่ 5," + boSuak + ",5 มี.ค. 2557", "กลุ่มสตรี บ.หนองแวง ม.๓," + boSuak + ",9 มิ.ย. 2560"));
        assertThat(outcome.added()).isEqualTo(2);
        assertThat(outcome.notes()).singleElement().satisfies(note -> {
            assertThat(note.line()).isEqualTo(3);
            assertThat(note.key()).isEqualTo("organisation.note.like");
            assertThat(note.values().getFirst()).isEqualTo("กลุ่มสตรีบ้านหนองแวง หมู่ที่ 3");
        });
    }

    @Test
    @DisplayName("is read in the Thai code page of older spreadsheets, too")
    void thaiCodePage() throws IOException {
        var outcome = take(csv("old.csv", Charset.forName("x-windows-874"), "ชื่อองค์กร;พื้นที่;วันที่จดแจ้ง", "กลุ่มออมทรัพย์บ้านซาวหลวง;" + boSuak + ";5/1/2553"));
        assertThat(outcome.faults()).isEmpty();
        assertThat(organisations(boSuak)).extracting(o -> o.get("name")).containsExactly("กลุ่มออมทรัพย์บ้านซาวหลวง");
    }

    @Test
    @DisplayName("is read from a workbook, with days as a spreadsheet keeps them")
    void workbook() throws IOException {
        var file = folder.resolve("organisations.xlsx");
        try (var out = Files.newOutputStream(file); var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("องค์กร");
            var heads = List.of("Name", "Unit", "Registered on", "Members", "Code");
            for (int i = 0; i < heads.size(); i++) sheet.value(0, i, heads.get(i));
            sheet.value(1, 0, "กลุ่มแม่บ้านเกษตรกร");
            sheet.value(1, 1, title(boSuak));
            sheet.value(1, 2, LocalDate.of(2018, 5, 17));
            sheet.value(1, 3, 24);
            sheet.value(1, 4, Integer.parseInt(code("1")));
        }
        var outcome = take(file);
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.first().get(1)).contains("17 พฤษภาคม 2561");
        assertThat(organisations(boSuak)).singleElement().satisfies(o -> {
            assertThat(o).containsEntry("code", code("1")).containsEntry("members", 24);
            assertThat(o.get("registered_on").toString()).isEqualTo("2018-05-17");
        });
    }

    private String code(String last) {
        return "7" + boSuak.replaceAll(".*X", "") + "00" + last;
    }

    @Test
    @DisplayName("tells every fault with its row and column, and writes nothing")
    void faults() throws IOException {
        var outcome = take(csv("รหัสองค์กร,ชื่อองค์กร,พื้นที่,วันที่จดแจ้ง,จำนวนสมาชิก,รหัสสภา",
                code("1") + ",กลุ่มเลี้ยงโค," + boSuak + ",1 มี.ค. 2560,,",
                code("1") + ",," + boSuak + ",31 ก.พ. 2560,สิบ,99999",
                ",กลุ่มไร้ที่อยู่,อบต.ไม่มีจริง,2550-12-31,,",
                ",กลุ่มพรุ่งนี้," + boSuak + ",3 ก.ย. 2562,-1,"));
        assertThat(outcome.written()).isFalse();
        assertThat(outcome.refused()).isEqualTo(3);
        assertThat(outcome.faults()).extracting(LineFault::line, LineFault::column, LineFault::key).containsExactlyInAnyOrder(
                tuple(3, "code", "intake.fault.row-twice"),
                tuple(3, "name", "intake.fault.missing"),
                tuple(3, "registered_on", "intake.fault.day"),
                tuple(3, "members", "intake.fault.whole"),
                tuple(3, "council", "intake.fault.record-unknown"),
                tuple(4, "unit", "intake.fault.unit-unknown"),
                tuple(4, "registered_on", "organisation.refusal.registered-before-law"),
                tuple(5, "registered_on", "organisation.refusal.registered-in-future"),
                tuple(5, "members", "organisation.refusal.members-negative"));
        assertThat(organisations(boSuak)).isEmpty();
    }

    @Test
    @DisplayName("writes its sound rows when asked to accept them without the others")
    void acceptValid() throws IOException {
        var outcome = take(Actor.commandLine(), csv("name,unit,registered on", "กลุ่มเลี้ยงโค," + boSuak + ",2017-03-01", "กลุ่มไร้วัน," + boSuak + ","), null, false, true);
        assertThat(outcome.written()).isTrue();
        assertThat(List.of(outcome.added(), outcome.refused())).containsExactly(1L, 1L);
        assertThat(organisations(boSuak)).extracting(o -> o.get("name")).containsExactly("กลุ่มเลี้ยงโค");
    }

    @Test
    @DisplayName("changes nothing when it comes again, and only what differs when it was corrected")
    void again() throws IOException {
        String[] lines = {"รหัสองค์กร,ชื่อองค์กร,พื้นที่,วันที่จดแจ้ง,จำนวนสมาชิก", code("1") + ",กลุ่มเลี้ยงโค," + boSuak + ",1 มี.ค. 2560,12", ",กลุ่มจักสาน," + boSuak + ",1 มี.ค. 2560,"};
        assertThat(take(csv(lines)).added()).isEqualTo(2);
        var again = take(csv(lines));
        assertThat(List.of(again.added(), again.changed(), again.same())).containsExactly(0L, 0L, 2L);
        lines[1] = lines[1].replace(",12", ",13");
        var corrected = take(csv(lines));
        assertThat(List.of(corrected.added(), corrected.changed(), corrected.same())).containsExactly(0L, 1L, 1L);
        assertThat(organisations(boSuak)).extracting(o -> o.get("version")).containsExactly(1, 2);
    }

    @Test
    @DisplayName("only looked at is counted and not written")
    void check() throws IOException {
        var outcome = take(Actor.commandLine(), csv("name,unit,registered on", "กลุ่มเลี้ยงโค," + boSuak + ",2017-03-01"), null, true, false);
        assertThat(outcome.added()).isEqualTo(1);
        assertThat(organisations(boSuak)).isEmpty();
    }

    @Test
    @DisplayName("of the old systems is recorded as it was known then, and not over what was recorded later")
    void recordedAt() throws IOException {
        var then = Instant.parse("2010-10-01T16:59:59Z");
        var file = csv("code,name,unit,registered on", code("1") + ",กลุ่มเลี้ยงโค," + boSuak + ",2009-03-01");
        assertThat(take(Actor.commandLine(), file, then, false, false).added()).isEqualTo(1);
        assertThat(knownAt(Instant.parse("2010-10-02T00:00:00Z"))).isEqualTo(1);
        assertThat(knownAt(Instant.parse("2010-09-30T00:00:00Z"))).isZero();
        var earlier = take(Actor.commandLine(), csv("code,name,unit,registered on", code("1") + ",กลุ่มเลี้ยงกระบือ," + boSuak + ",2009-03-01"), then.minusSeconds(60), false, false);
        assertThat(earlier.faults()).extracting(LineFault::key).containsExactly("intake.fault.recorded-later");
    }

    private long knownAt(Instant moment) {
        return moments.read(moment, () -> jdbc.sql("select count(*) from organisation where unit_code = ?").param(boSuak).query(Long.class).single());
    }

    @Test
    @DisplayName("brought by an officer holds only rows of the officer's own places")
    void scope() throws IOException {
        var outcome = take(Cast.officerOfTheNorth(), csv("name,unit,registered on", "กลุ่มเลี้ยงโค," + boSuak + ",2017-03-01", "กลุ่มทำนา," + phatthalung + ",2017-03-01"), null, false, false);
        assertThat(outcome.faults()).extracting(LineFault::line, LineFault::key).containsExactly(tuple(3, "intake.fault.out-of-reach"));
        assertThatThrownBy(() -> take(Cast.recorderOfNan(), csv("name,unit,registered on"), null, false, false)).isInstanceOf(OutOfReach.class);
    }

    @Test
    @DisplayName("without a required heading tells which one is missing")
    void heading() throws IOException {
        assertThat(take(csv("ชื่อองค์กร,พื้นที่,สี", "กลุ่มเลี้ยงโค," + boSuak + ",แดง"))).satisfies(outcome -> {
            assertThat(outcome.written()).isFalse();
            assertThat(outcome.faults()).extracting(LineFault::line, LineFault::column, LineFault::key)
                    .containsExactly(tuple(1, "registered_on", "intake.fault.heading-missing"));
            assertThat(outcome.unread()).containsExactly("สี");
        });
    }
}
