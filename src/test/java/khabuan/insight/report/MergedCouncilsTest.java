package khabuan.insight.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.access.Role;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.duplicate.DuplicateRefusal;
import khabuan.base.duplicate.Pairs;
import khabuan.base.duplicate.Scan;
import khabuan.base.place.Level;
import khabuan.base.place.Places;
import khabuan.base.print.Format;
import khabuan.base.text.Digits;
import khabuan.cast.Cast;
import khabuan.cast.World;
import khabuan.insight.measure.Cause;
import khabuan.insight.measure.Difference;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** บ้านนา in Nan stands twice in the register, entered by two people under two codes. */
@World
@DisplayName("Two councils that are one")
class MergedCouncilsTest {

    private static final LocalDate TODAY = LocalDate.of(2019, 9, 2);
    private static final List<String> TABLES = List.of("council", "council_member", "council_term", "council_meeting", "council_mission", "council_certification", "organisation", "evidence");
    private static final Actor OTHER_AT_THE_CENTRE = new Actor(9014L, "suda", "สุดา จันทร์งาม", Role.CENTRE_OFFICER, "country", "", java.util.Set.of(), "127.0.0.1");

    @Autowired
    JdbcClient jdbc;
    @Autowired
    Cast cast;
    @Autowired
    Scan scan;
    @Autowired
    Pairs pairs;
    @Autowired
    Measures measures;
    @Autowired
    Places places;
    @Autowired
    Reports reports;
    @Autowired
    ReportComparison comparison;
    private String unit;
    private long first;
    private long second;

    @BeforeEach
    void twice() {
        String suffix = Long.toString(System.nanoTime() % 1_000_000);
        unit = cast.unitInNan("อบต.", "บ้านนา" + Long.toString(System.nanoTime(), 36));
        cast.change(() -> {
            first = council("7" + suffix, "สภาองค์กรชุมชนตำบลบ้านนา", "2010-03-15", false);
            second = council("8" + suffix, "สภาองค์กรชุมชน ต.บ้านนา", "2011-01-05", true);
            jdbc.sql("insert into council_meeting (council_id, held_on) values (?, '2019-05-10'), (?, '2019-05-10'), (?, '2019-06-14')").params(first, second, second).update();
            jdbc.sql("insert into council_term (council_id, number, selected_on) values (?, 1, '2010-03-15'), (?, 1, '2011-01-05'), (?, 2, '2015-01-05')").params(first, second, second).update();
            jdbc.sql("insert into organisation (code, unit_code, council_id, name, registered_on) values (?, ?, ?, 'กลุ่มสตรีบ้านนา', '2012-02-01')").params("9" + suffix, unit, second).update();
        });
    }

    private long council(String code, String name, String day, boolean surplus) {
        return jdbc.sql("insert into council (code, unit_code, name, registered_on, surplus) values (?, ?, ?, ?::date, ?) returning id").params(code, unit, name, day, surplus).query(Long.class).single();
    }

    private long suspected() {
        scan.of("council");
        return jdbc.sql("select id from duplicate_pair where first_id = ? and second_id = ? and state = 'suspected'").params(first, second).query(Long.class).single();
    }

    private int version(long pair) {
        return jdbc.sql("select version from duplicate_pair where id = ?").param(pair).query(Integer.class).single();
    }

    private long proposed() {
        long pair = suspected();
        pairs.propose(Cast.officerOfTheNorth(), pair, version(pair), first, List.of("registered_on"), "โทรถามประธานสภาแล้ว เป็นแห่งเดียวกัน");
        return pair;
    }

    private long merged() {
        long pair = proposed();
        pairs.confirm(Cast.centre(), pair, version(pair));
        return pair;
    }

    private long registered() {
        var within = places.find(Level.UNIT, unit).orElseThrow();
        return measures.ask(new Question("council.registered", Level.UNIT, within, false, List.of(new Window(TODAY.minusMonths(11), TODAY, null)))).total(0);
    }

    private String checksum() {
        return TABLES.stream().map(t -> jdbc.sql("select md5(coalesce(string_agg((to_jsonb(t) - 'version' - 'recorded_at' - 'change_id')::text, '|' order by id), '')) from %s t".formatted(t))
                .query(String.class).single()).toList().toString();
    }

    @Test
    @DisplayName("are suspected by the nightly scan, once, with the reason that a unit has one council")
    void suspectedByTheScan() {
        long pair = suspected();
        scan.of("council");
        assertThat(jdbc.sql("select count(*) from duplicate_pair where first_id = ?").param(first).query(Long.class).single()).isEqualTo(1);
        assertThat(pairs.at(Cast.officerOfTheNorth(), pair).reasons()).contains("one-per-unit");
    }

    @Test
    @DisplayName("are merged by two people: the present counts one less, what belonged to the other moves, both codes lead on")
    void mergedByTwo() {
        assertThat(registered()).isEqualTo(2);
        merged();
        assertThat(registered()).isEqualTo(1);
        assertThat(jdbc.sql("select merged_into from council where id = ?").param(second).query(Long.class).single()).isEqualTo(first);
        assertThat(jdbc.sql("select registered_on from council where id = ?").param(first).query(LocalDate.class).single()).isEqualTo("2011-01-05");
        assertThat(jdbc.sql("select held_on::text from council_meeting where council_id = ? order by 1").param(first).query(String.class).list()).containsExactly("2019-05-10", "2019-06-14");
        assertThat(jdbc.sql("select number from council_term where council_id = ? order by 1").param(first).query(Integer.class).list()).containsExactly(1, 2);
        assertThat(jdbc.sql("select count(*) from organisation where council_id = ?").param(first).query(Long.class).single()).isEqualTo(1);
    }

    @Test
    @DisplayName("are as they were, to the byte, once the merge is undone")
    void undone() {
        String before = checksum();
        long pair = merged();
        assertThat(checksum()).isNotEqualTo(before);
        pairs.undo(Cast.centre(), pair, version(pair), "ประธานสองสภามายืนยันว่าเป็นสองแห่ง");
        assertThat(checksum()).isEqualTo(before);
        assertThat(registered()).isEqualTo(2);
    }

    @Test
    @DisplayName("keep, when the merge is undone, what was corrected of them since")
    void undoneKeepsWhatCameSince() {
        long pair = merged();
        cast.change(() -> jdbc.sql("update council set name = 'สภาองค์กรชุมชนตำบลบ้านนาใหม่' where id = ?").param(first).update());
        pairs.undo(Cast.centre(), pair, version(pair), "เป็นสองแห่ง");
        assertThat(jdbc.sql("select name || registered_on from council where id = ?").param(first).query(String.class).single()).isEqualTo("สภาองค์กรชุมชนตำบลบ้านนาใหม่2010-03-15");
    }

    @Test
    @DisplayName("are parted again only after a later merge of the survivor was undone")
    void lastFirst() {
        long pair = merged();
        cast.change(() -> {
            long third = council("6" + System.nanoTime() % 1_000_000, "สภาองค์กรชุมชนตำบลบ้านนา", "2012-01-05", true);
            jdbc.sql("update council set merged_into = ? where id = ?").params(third, first).update();
        });
        assertThatThrownBy(() -> pairs.undo(Cast.centre(), pair, version(pair), "เป็นสองแห่ง"))
                .isInstanceOfSatisfying(Refusal.Thrown.class, e -> assertThat(e.refusal()).isEqualTo(DuplicateRefusal.UNDO_IN_THE_WAY));
        assertThat(pairs.at(Cast.centre(), pair).state().word()).isEqualTo("merged");
    }

    @Test
    @DisplayName("are never merged by one person alone: neither the page nor the database lets who proposed confirm")
    void neverBySomebodyAlone() {
        long pair = suspected();
        pairs.propose(Cast.centre(), pair, version(pair), first, List.of(), "ซ้ำ");
        assertThatThrownBy(() -> pairs.confirm(Cast.centre(), pair, version(pair))).isInstanceOfSatisfying(Refusal.Thrown.class, e -> assertThat(e.refusal()).isEqualTo(DuplicateRefusal.CONFIRM_OWN));
        assertThatThrownBy(() -> pairs.confirm(Cast.officerOfTheNorth(), pair, version(pair))).isInstanceOfSatisfying(Refusal.Thrown.class, e -> assertThat(e.refusal()).isEqualTo(DuplicateRefusal.CONFIRM_WITHOUT_RIGHT));
        assertThatThrownBy(() -> cast.change(() -> jdbc.sql("update duplicate_pair set state = 'merged', confirmer_id = proposer_id, merge_change = 1 where id = ?").param(pair).update()))
                .isInstanceOf(DataIntegrityViolationException.class).hasMessageContaining("confirmed_by_another");
        pairs.confirm(OTHER_AT_THE_CENTRE, pair, version(pair));
        assertThat(registered()).isEqualTo(1);
    }

    @Test
    @DisplayName("are not found by people of other places, and decided on by nobody who only records")
    void withinReach() {
        long pair = suspected();
        assertThatThrownBy(() -> pairs.at(Cast.recorderOfPhatthalung(), pair)).isInstanceOf(OutOfReach.class);
        assertThatThrownBy(() -> pairs.differ(Cast.recorderOfNan(), pair, version(pair), "ไม่ซ้ำ"))
                .isInstanceOfSatisfying(Refusal.Thrown.class, e -> assertThat(e.refusal()).isEqualTo(DuplicateRefusal.DECIDE_WITHOUT_RIGHT));
    }

    @Test
    @DisplayName("are not suspected again once somebody found them to be two, until a name changes")
    void foundToBeTwo() {
        long pair = suspected();
        pairs.differ(Cast.officerOfTheNorth(), pair, version(pair), "ลงพื้นที่แล้ว เป็นสองแห่ง");
        scan.of("council");
        assertThat(pairs.at(Cast.centre(), pair).state().word()).isEqualTo("different");
        cast.change(() -> jdbc.sql("update council set name = 'สภาองค์กรชุมชนตำบลบ้านนาเหนือ' where id = ?").param(second).update());
        scan.of("council");
        assertThat(pairs.at(Cast.centre(), pair).state().word()).isEqualTo("suspected");
    }

    @Test
    @DisplayName("leave a published report as it was; its comparison names the merge as the cause")
    void publishedReportStays() {
        var centre = Cast.centre();
        long draft = reports.begin(StrategyOfficeReport.KIND, new FiscalQuarter(new FiscalYear(2562), 4), LocalDate.of(2019, 8, 31), centre);
        reports.publish(reports.find(draft, centre), "", centre);
        var report = reports.find(draft, centre);
        byte[] printed = reports.print(report, Format.DOCX, Digits.ARABIC);
        long before = comparison.of(reports.kind(report).measures(), report.moment(), report.moment(), true).stream().filter(l -> l.measure().equals("council.registered")).findFirst().orElseThrow().explained().before();
        merged();
        assertThat(reports.print(report, Format.DOCX, Digits.ARABIC)).isEqualTo(printed);
        var line = comparison.of(reports.kind(report).measures(), report.moment(), new ReportMoment(report.moment().quarter(), report.asOf(), null), true).stream()
                .filter(l -> l.measure().equals("council.registered")).findFirst().orElseThrow().explained();
        assertThat(line.before()).isEqualTo(before);
        assertThat(line.after()).isEqualTo(before - 1);
        assertThat(line.records()).filteredOn(m -> m.id() == second).singleElement().satisfies(m -> {
            assertThat(m.effect()).isEqualTo(Difference.Effect.WENT);
            assertThat(m.causes()).singleElement().isInstanceOfSatisfying(Cause.Change.class, change -> {
                assertThat(change.act()).isEqualTo("council.merge");
                assertThat(change.reason()).contains("โทรถามประธานสภาแล้ว");
            });
        });
    }
}
