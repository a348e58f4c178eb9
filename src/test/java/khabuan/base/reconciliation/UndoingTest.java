package khabuan.base.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import khabuan.base.access.OutOfReach;
import khabuan.base.intake.Order;
import khabuan.base.record.Moments;
import khabuan.base.record.Timeline;
import khabuan.cast.Cast;
import khabuan.cast.People;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@World
@DisplayName("What was taken from an extract and is taken back")
class UndoingTest {

    private static final LocalDate DRAWN = LocalDate.of(2019, 8, 31);

    @Autowired Reconciliations reconciliations;
    @Autowired Comparing comparing;
    @Autowired Choosing choosing;
    @Autowired Applying applying;
    @Autowired Undoing undoing;
    @Autowired RowTable table;
    @Autowired Timeline timeline;
    @Autowired Moments moments;
    @Autowired Cast cast;
    @Autowired People people;
    @Autowired JdbcClient jdbc;
    @Autowired PlatformTransactionManager transactions;
    @TempDir
    Path folder;
    private String unit;
    private long weaving;
    private long herbs;

    @BeforeEach
    void organisations() {
        unit = cast.unitInNan("อบต.", "บ่อสวก" + Long.toString(System.nanoTime(), 36));
        weaving = organisation("กลุ่มทอผ้าบ้านป่าคา");
        herbs = organisation("กลุ่มสมุนไพรบ้านเชียงยืน");
    }

    private long organisation(String name) {
        cast.change(() -> jdbc.sql("insert into organisation (code, unit_code, name, registered_on, members) values (?, ?, ?, '2019-03-15', 25)").params("T" + System.nanoTime(), unit, name).update());
        return jdbc.sql("select id from organisation where unit_code = ? and name = ?").params(unit, name).query(Long.class).single();
    }

    /** Both groups have another number of members there, and a third stands only there; all of it is taken. */
    private Reconciliation applied() throws IOException {
        return apply("organisations", "ชื่อองค์กร,พื้นที่,วันที่จดแจ้ง,จำนวนสมาชิก", "กลุ่มทอผ้าบ้านป่าคา," + unit + ",15 มี.ค. 2562,40", "กลุ่มสมุนไพรบ้านเชียงยืน," + unit + ",15 มี.ค. 2562,41",
                "กลุ่มเลี้ยงปลาบ้านใหม่," + unit + ",1 ก.พ. 2562,12");
    }

    private Reconciliation apply(String kind, String... lines) throws IOException {
        var centre = people.centreOfficer();
        var file = Files.writeString(folder.resolve(System.nanoTime() + ".csv"), String.join("\n", lines) + "\n");
        var covered = new Comparing.Covered("", DRAWN);
        long id = reconciliations.open(centre, new Reconciliations.Wish(kind, "ระบบเดิม", covered, "ส่งออก.csv", "0".repeat(64)));
        new TransactionTemplate(transactions).executeWithoutResult(status -> comparing.compare(id, reconciliations.kind(kind),
                new Order(centre, file, "ส่งออก.csv", null, true, false, LocalDate.of(2019, 9, 2), Order.Progress.NONE), covered));
        var of = reconciliations.at(centre, id);
        choosing.choose(centre, of, RowFilter.read(Map.of("of", "differs")), Choosing.What.TAKE, List.of(), List.of());
        choosing.choose(centre, of, RowFilter.read(Map.of("of", "there")), Choosing.What.CREATE, List.of(), List.of());
        applying.apply(centre, of, Order.Progress.NONE);
        return of;
    }

    private long change(Reconciliation of) {
        return undoing.applications(people.centreOfficer(), of).getFirst().change();
    }

    private List<String> standing() {
        return jdbc.sql("select name || ' ' || members from organisation where unit_code = ? order by name").param(unit).query(String.class).list();
    }

    @Test
    @DisplayName("is as before in one change that the timelines tell; what was created is gone from the present, and known in the past; all can be chosen again")
    void undone() throws IOException {
        var of = applied();
        var then = jdbc.sql("select clock_timestamp()").query((r, n) -> r.getTimestamp(1).toInstant()).single();
        assertThat(standing()).containsExactly("กลุ่มทอผ้าบ้านป่าคา 40", "กลุ่มสมุนไพรบ้านเชียงยืน 41", "กลุ่มเลี้ยงปลาบ้านใหม่ 12");
        assertThat(undoing.undo(people.centreOfficer(), of, change(of))).isEqualTo(new Undoing.Undone(2, 1, 0));
        assertThat(standing()).containsExactly("กลุ่มทอผ้าบ้านป่าคา 25", "กลุ่มสมุนไพรบ้านเชียงยืน 25");
        assertThat(known(then)).hasSize(3);
        assertThat(timeline.ofRecord("organisation", weaving).getFirst()).satisfies(step -> {
            assertThat(step.act()).isEqualTo("reconciliation.undo");
            assertThat(step.fields()).containsExactly(new Timeline.Field("members", "40", "25"));
        });
        assertThat(undoing.applications(people.centreOfficer(), of)).isEmpty();
        assertThat(choosing.choose(people.centreOfficer(), of, RowFilter.read(Map.of("of", "differs")), Choosing.What.TAKE, List.of(), List.of())).isEqualTo(2);
        assertThat(choosing.choose(people.centreOfficer(), of, RowFilter.read(Map.of("of", "there")), Choosing.What.CREATE, List.of(), List.of())).isEqualTo(1);
        assertThat(applying.apply(people.centreOfficer(), of, Order.Progress.NONE)).isEqualTo(new Applying.Applied(2, 1, 0, 0, 0));
    }

    private List<String> known(Instant at) {
        return moments.read(at, () -> jdbc.sql("select name from organisation where unit_code = ?").param(unit).query(String.class).list());
    }

    @Test
    @DisplayName("is left where somebody changed the record since, or saw what was created; and the rows say so")
    void left() throws IOException {
        var of = applied();
        cast.change(() -> {
            jdbc.sql("update organisation set members = 44 where id = ?").param(herbs).update();
            jdbc.sql("insert into organisation_sighting (organisation_id, seen_on, existing, seen_by) select id, '2019-08-01', true, 'มาลี' from organisation where unit_code = ? and name like '%ปลา%'").param(unit).update();
        });
        assertThat(undoing.undo(people.centreOfficer(), of, change(of))).isEqualTo(new Undoing.Undone(1, 0, 2));
        assertThat(standing()).containsExactly("กลุ่มทอผ้าบ้านป่าคา 25", "กลุ่มสมุนไพรบ้านเชียงยืน 44", "กลุ่มเลี้ยงปลาบ้านใหม่ 12");
        assertThat(table.page(people.centreOfficer(), of, RowFilter.read(Map.of("state", "left")), 10, 0)).extracting(ComparedRow::name).containsExactlyInAnyOrder("กลุ่มสมุนไพรบ้านเชียงยืน", "กลุ่มเลี้ยงปลาบ้านใหม่");
    }

    @Test
    @DisplayName("takes with a council that it had created the council's first term")
    void council() throws IOException {
        var of = apply("councils", "ชื่อสภา,พื้นที่,วันที่จดแจ้ง", "สภาองค์กรชุมชนตำบลบ่อสวก," + unit + ",20 ม.ค. 2552");
        assertThat(terms()).isOne();
        assertThat(undoing.undo(people.centreOfficer(), of, change(of))).isEqualTo(new Undoing.Undone(0, 1, 0));
        assertThat(terms()).isZero();
        assertThat(jdbc.sql("select count(*) from council where unit_code = ?").param(unit).query(Integer.class).single()).isZero();
    }

    private int terms() {
        return jdbc.sql("select count(*) from council_term t join council c on c.id = t.council_id where c.unit_code = ?").param(unit).query(Integer.class).single();
    }

    @Test
    @DisplayName("is not for who doesn't see all of it, and an application that there never was is none")
    void reach() throws IOException {
        var of = applied();
        assertThatThrownBy(() -> undoing.undo(people.officerOfTheSouth(), of, change(of))).isInstanceOf(OutOfReach.class);
        assertThatThrownBy(() -> undoing.undo(people.centreOfficer(), of, 1)).isInstanceOf(OutOfReach.class);
        assertThat(standing()).contains("กลุ่มทอผ้าบ้านป่าคา 40");
    }
}
