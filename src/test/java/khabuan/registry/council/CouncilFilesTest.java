package khabuan.registry.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.intake.Intake;
import khabuan.base.intake.Kinds;
import khabuan.base.intake.LineFault;
import khabuan.base.intake.Order;
import khabuan.base.intake.Outcome;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@World
@DisplayName("Files of councils and of what they have and do")
class CouncilFilesTest {

    private static final LocalDate TODAY = LocalDate.of(2019, 9, 2);
    private static final Instant LONG_AGO = Instant.parse("2010-10-01T16:59:59Z");
    private static final AtomicInteger CODE = new AtomicInteger(870000);

    @Autowired
    Intake intake;
    @Autowired
    Kinds kinds;
    @Autowired
    Cast cast;
    @Autowired
    JdbcClient jdbc;
    @TempDir
    Path folder;
    private String unit;
    private String code;

    @BeforeEach
    void aUnit() {
        code = Integer.toString(CODE.incrementAndGet());
        unit = cast.unitInNan("อบต.", "ดู่ใต้" + code);
    }

    private Outcome take(String kind, Actor actor, Instant recordedAt, boolean acceptValid, String... lines) throws IOException {
        var file = Files.write(folder.resolve(kind + ".csv"), List.of(lines));
        return intake.take(kinds.get(kind), new Order(actor, file, kind + ".csv", recordedAt, false, acceptValid, TODAY, Order.Progress.NONE));
    }

    private Outcome take(String kind, String... lines) throws IOException {
        return take(kind, Actor.commandLine(), null, false, lines);
    }

    private void aCouncil() throws IOException {
        assertThat(take("councils", "รหัสสภา,พื้นที่,วันที่จดแจ้ง", code + "," + unit + ",12 พ.ค. 2554").faults()).isEmpty();
    }

    @Test
    @DisplayName("tell of a council whose name belongs to the namesake unit beside it, and are loaded all the same")
    void tellsDuplicates() throws IOException {
        aCouncil();
        String municipality = cast.unitInNan("ทต.", "ดู่ใต้" + code);
        var outcome = take("councils", "ชื่อสภา,พื้นที่,วันที่จดแจ้ง", "สภาองค์กรชุมชนตำบลดู่ใต้" + code + "," + municipality + ",12 พ.ค. 2554");
        assertThat(outcome.added()).isEqualTo(1);
        assertThat(outcome.notes()).singleElement().satisfies(note -> {
            assertThat(note.key()).isEqualTo("council.note.like");
            assertThat(note.values().get(1)).isEqualTo(code);
        });
    }

    private List<Long> counts(Outcome outcome) {
        assertThat(outcome.faults()).isEmpty();
        return List.of(outcome.added(), outcome.changed(), outcome.same());
    }

    private long number(String sql) {
        return jdbc.sql(sql + " where council_id = (select id from council where code = ?)").param(code).query(Long.class).single();
    }

    @Test
    @DisplayName("a council gets its name from its unit, and its first term")
    void council() throws IOException {
        aCouncil();
        assertThat(jdbc.sql("select name from council where code = ?").param(code).query(String.class).single()).isEqualTo("สภาองค์กรชุมชนตำบลดู่ใต้" + code);
        assertThat(number("select count(*) from council_term")).isEqualTo(1);
        assertThat(counts(take("councils", "unit,registered on", unit + ",2011-05-12"))).containsExactly(0L, 0L, 1L);
    }

    @Test
    @DisplayName("a second council of a unit is refused with the code of the first, and so is a second row of one file")
    void secondCouncil() throws IOException {
        aCouncil();
        var other = cast.unitInNan("ทต.", "ดู่เหนือ" + code);
        var outcome = take("councils", "unit,registered on", unit + ",2012-01-15", other + ",2012-01-15", other + ",2012-02-15");
        assertThat(outcome.faults()).extracting(LineFault::line, LineFault::column, LineFault::key).containsExactly(
                tuple(2, "unit", "council.refusal.unit-taken"), tuple(4, "unit", "council.refusal.unit-taken"));
        assertThat(outcome.faults().getFirst().values().getFirst()).contains(code);
    }

    @Test
    @DisplayName("a second council of a unit that the old systems held is kept and marked")
    void surplus() throws IOException {
        String second = Integer.toString(CODE.incrementAndGet());
        String[] lines = {"code,unit,registered on", code + "," + unit + ",2009-01-15", second + "," + unit + ",2009-03-15"};
        assertThat(counts(take("councils", Actor.commandLine(), LONG_AGO, false, lines))).containsExactly(2L, 0L, 0L);
        assertThat(jdbc.sql("select code from council where unit_code = ? and surplus").param(unit).query(String.class).list()).containsExactly(second);
        assertThat(counts(take("councils", Actor.commandLine(), LONG_AGO, false, lines))).containsExactly(0L, 0L, 2L);
    }

    private String[] members(int community, int qualified) {
        var lines = new ArrayList<>(List.of("รหัสสภา,ชื่อ-นามสกุล,ประเภทสมาชิก,หมู่บ้าน,เพศ,วันที่คัดเลือก"));
        for (int i = 1; i <= community; i++) lines.add(code + ",นางสมใจ ใจดี " + i + ",ผู้แทนชุมชน,หมู่ที่ " + i + ",หญิง,12 พ.ค. 2554");
        for (int i = 1; i <= qualified; i++) lines.add(code + ",นายประเสริฐ มั่นคง " + i + ",ผู้ทรงคุณวุฒิ,,ชาย,12 พ.ค. 2554");
        return lines.toArray(String[]::new);
    }

    @Test
    @DisplayName("members come with their persons, once, and an officer brings only those of the officer's own places")
    void members() throws IOException {
        aCouncil();
        assertThat(counts(take("members", Cast.officerOfTheNorth(), null, false, members(10, 2)))).containsExactly(12L, 0L, 0L);
        assertThat(counts(take("members", Cast.officerOfTheNorth(), null, false, members(10, 2)))).containsExactly(0L, 0L, 12L);
        assertThat(number("select count(distinct person_id) from council_member")).isEqualTo(12);
        String far = cast.unitInPhatthalung("อบต.", "ชัยบุรี" + code);
        String farCode = Integer.toString(CODE.incrementAndGet());
        take("councils", "code,unit,registered on", farCode + "," + far + ",2011-05-12");
        var outcome = take("members", Cast.officerOfTheNorth(), null, false, "council,full name,class,selected on", farCode + ",นางอารี ทองหนู,community,2011-05-12");
        assertThat(outcome.faults()).extracting(LineFault::key).containsExactly("intake.fault.out-of-reach");
    }

    @Test
    @DisplayName("qualified members are at most a fifth of the representatives, over the file and the register together")
    void balance() throws IOException {
        aCouncil();
        var outcome = take("members", members(9, 2));
        assertThat(outcome.faults()).extracting(LineFault::line, LineFault::key).containsExactly(
                tuple(11, "council.refusal.too-many-qualified"), tuple(12, "council.refusal.too-many-qualified"));
        assertThat(counts(take("members", members(10, 2)))).containsExactly(12L, 0L, 0L);
        var more = take("members", "council,full name,class,selected on", code + ",นายวิชัย ศรีสุข,qualified,2015-06-01");
        assertThat(more.faults()).extracting(f -> f.values()).containsExactly(List.of("3", "10", "2"));
        assertThat(take("members", Actor.commandLine(), null, true, members(11, 4)).added()).isEqualTo(1);
    }

    @Test
    @DisplayName("terms follow one another, and say when they were reviewed")
    void terms() throws IOException {
        aCouncil();
        assertThat(counts(take("terms", "รหัสสภา,วาระที่,วันที่คัดเลือก,วันที่ทบทวน", code + ",1,12 พ.ค. 2554,20 มิ.ย. 2558", code + ",2,20 มิ.ย. 2558,"))).containsExactly(1L, 1L, 0L);
        assertThat(take("terms", "council,number,selected on", code + ",3,2014-01-01").faults()).extracting(LineFault::key).containsExactly("council.refusal.review-before-term");
    }

    @Test
    @DisplayName("meetings and missions are taken once, within the council's life and the fiscal year")
    void works() throws IOException {
        aCouncil();
        String[] meetings = {"รหัสสภา,วันที่ประชุม,เรื่อง,ผู้เข้าประชุม", code + ",15/3/2562,ทบทวนแผน,28", code + ",20/6/2562,,"};
        assertThat(counts(take("meetings", meetings))).containsExactly(2L, 0L, 0L);
        assertThat(counts(take("meetings", meetings))).containsExactly(0L, 0L, 2L);
        String[] missions = {"รหัสสภา,ปีงบประมาณ,ภารกิจข้อ,วันที่ดำเนินการ", code + ",๒๕๖๒,๑๐,15 มี.ค. 2562", code + ",2562,13,15 มี.ค. 2562", code + ",2562,11,15 มี.ค. 2560", code + ",2562,12,1 ม.ค. 2553"};
        assertThat(take("missions", Actor.commandLine(), null, true, missions).faults()).extracting(LineFault::line, LineFault::column, LineFault::key).containsExactly(
                tuple(3, "mission", "council.refusal.mission-unknown"), tuple(4, "done_on", "council.refusal.day-outside-year"),
                tuple(5, "done_on", "council.refusal.day-before-registration"), tuple(5, "done_on", "council.refusal.day-outside-year"));
        assertThat(number("select count(*) from council_mission")).isEqualTo(1);
    }

    @Test
    @DisplayName("a year is certified by who may, when its documents are known")
    void certification() throws IOException {
        aCouncil();
        String[] lines = {"council,fiscal year,certified on", code + ",2562,31 ส.ค. 2562"};
        assertThat(take("council-certifications", Cast.officerOfTheNorth(), null, false, lines).faults()).extracting(LineFault::key)
                .containsExactly("council.refusal.certify-without-evidence");
        String[] evidence = {"รหัสสภา,ชนิดหลักฐาน,SHA-256,ชื่อไฟล์,วันที่แนบ", code + ",จส.02," + "A".repeat(58) + code + ",จส02.pdf,1 ส.ค. 2562",
                code + ",จส.03," + "b".repeat(58) + code + ",จส03.pdf,1 ส.ค. 2562"};
        assertThat(counts(take("evidence", evidence))).containsExactly(2L, 0L, 0L);
        assertThat(counts(take("evidence", evidence))).containsExactly(0L, 0L, 2L);
        assertThat(counts(take("council-certifications", Cast.officerOfTheNorth(), null, false, lines))).containsExactly(1L, 0L, 0L);
        assertThatThrownBy(() -> take("council-certifications", Cast.centre(), null, false, lines)).isInstanceOf(OutOfReach.class);
    }
}
