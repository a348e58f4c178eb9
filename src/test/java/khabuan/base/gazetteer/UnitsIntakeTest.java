package khabuan.base.gazetteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.intake.Intake;
import khabuan.base.intake.Kinds;
import khabuan.base.intake.LineFault;
import khabuan.base.intake.Order;
import khabuan.base.intake.Outcome;
import khabuan.base.place.Level;
import khabuan.base.place.Places;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The codes are of this test alone, in districts that the product ships. */
@World
@DisplayName("A list of local units")
class UnitsIntakeTest {

    private static final LocalDate TODAY = LocalDate.of(2019, 9, 2), UPGRADE = LocalDate.of(2019, 8, 1);
    private static final String HEADINGS = "code,dla_code,type,name_th,name_en,province_code,district_code,tambons_covered,lat,lon";

    @Autowired
    Intake intake;
    @Autowired
    Kinds kinds;
    @Autowired
    Places places;
    @Autowired
    JdbcClient jdbc;
    @TempDir
    Path folder;

    private Outcome take(LocalDate from, String headings, String... rows) {
        return take(Actor.commandLine(), from, headings, rows);
    }

    private Outcome take(Actor actor, LocalDate from, String headings, String... rows) {
        var file = folder.resolve("units.csv");
        try {
            Files.writeString(file, headings + "\n" + String.join("\n", rows));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return intake.take(kinds.get("units"), new Order(actor, file, "units.csv", null, new Order.Told(from, ""), false, false, TODAY, Order.Progress.NONE));
    }

    private List<String> forms(String code) {
        return jdbc.sql("select concat_ws(' ', type || name_th, from_date, until_date) from unit_form where unit_code = ? order by from_date").param(code).query(String.class).list();
    }

    private List<String> tambons(String code) {
        return jdbc.sql("select tambon_code || case when partly then ' in part' else '' end from unit_tambon where unit_code = ? order by 1").param(code).query(String.class).list();
    }

    @Test
    @DisplayName("is taken in with types, tambons and points; the same list again changes nothing")
    void takenIn() {
        String[] rows = {"570399,,อบต.,แม่ยาว,Mae Yao,57,5701,570101:c 570102:p,19.95,99.75", "5799,,เทศบาลนคร,เชียงราย,Chiang Rai,57,5701,,,"};
        assertThat(take(null, HEADINGS, rows)).extracting(Outcome::added, Outcome::changed, Outcome::same, Outcome::refused).containsExactly(2L, 0L, 0L, 0L);
        assertThat(places.find(Level.UNIT, "570399").orElseThrow()).extracting(p -> p.title(), p -> p.nameEn(), p -> p.parent()).containsExactly("อบต.แม่ยาว", "Mae Yao", "5701");
        assertThat(places.find(Level.UNIT, "5799").orElseThrow().title()).isEqualTo("ทน.เชียงราย");
        assertThat(tambons("570399")).containsExactly("570101", "570102 in part");
        assertThat(jdbc.sql("select lat || ' ' || lon from unit where code = '570399'").query(String.class).single()).isEqualTo("19.95 99.75");
        assertThat(take(UPGRADE, HEADINGS, rows)).extracting(Outcome::added, Outcome::changed, Outcome::same, Outcome::refused).containsExactly(0L, 0L, 2L, 0L);
        assertThat(forms("570399")).containsExactly("อบต.แม่ยาว 1900-01-01");
    }

    @Test
    @DisplayName("in Thai, with places by name, says the same")
    void inThai() {
        assertThat(take(null, "รหัสพื้นที่,ประเภท,ชื่อ,อำเภอ,จังหวัด", "570398,องค์การบริหารส่วนตำบล,ท่าสาย,อ.เมือง,จ.เชียงราย").faults()).isEmpty();
        assertThat(places.find(Level.UNIT, "570398").orElseThrow().parent()).isEqualTo("5701");
    }

    @Test
    @DisplayName("upgrades and renames from a day on: nothing before it moves, and the old title is still understood")
    void upgrade() {
        take(null, HEADINGS, "570397,,อบต.,บ้านดู่,,57,5701,570103:c,,", "570396,,อบต.,นางแล,,57,5701,,,");
        var outcome = take(UPGRADE, HEADINGS, "570397,,ทต.,บ้านดู่,,57,5701,570103:c 570104:p,,", "570396,,อบต.,นางแล,,57,5701,,,");
        assertThat(outcome).extracting(Outcome::added, Outcome::changed, Outcome::same).containsExactly(0L, 1L, 1L);
        assertThat(forms("570397")).containsExactly("อบต.บ้านดู่ 1900-01-01 2019-08-01", "ทต.บ้านดู่ 2019-08-01");
        assertThat(forms("570396")).containsExactly("อบต.นางแล 1900-01-01");
        assertThat(tambons("570397")).containsExactly("570103", "570104 in part");
        assertThat(jdbc.sql("select alias from place_alias where place_code = '570397'").query(String.class).list()).containsExactly("อบต.บ้านดู่");
        assertThat(take(UPGRADE, HEADINGS, "570397,,ทต.,บ้านดู่,,57,5701,570103:c 570104:p,,").same()).isEqualTo(1);
    }

    @Test
    @DisplayName("is asked for the day of an upgrade, and taken at its word with the spelling of a name")
    void withoutDay() {
        take(null, HEADINGS, "570395,,อบต.,ริมกก,,57,5701,,,", "570394,,อบต.,สันทราย,,57,5701,,,");
        assertThat(take(null, HEADINGS, "570395,,ทต.,ริมกก,,57,5701,,,").faults()).extracting(LineFault::column, LineFault::key, LineFault::values)
                .containsExactly(tuple("type", "gazetteer.fault.since", List.of("อบต.ริมกก")));
        var corrected = take(null, HEADINGS, "570394,,อบต.,ป่าสันทราย,,57,5701,,,");
        assertThat(corrected.changed()).isEqualTo(1);
        assertThat(corrected.notes()).extracting(LineFault::key).contains("gazetteer.note.corrected");
        assertThat(forms("570394")).containsExactly("อบต.ป่าสันทราย 1900-01-01");
        assertThat(take(null, HEADINGS + ",valid_from", "570395,,ทต.,ริมกก,,57,5701,,,,2562-10-01").faults()).extracting(LineFault::key).containsExactly("gazetteer.fault.future");
    }

    @Test
    @DisplayName("tells of codes that several units bear, of unknown tambons and of wrong points, and is taken all the same")
    void notes() {
        var outcome = take(null, HEADINGS, "570393,6579901,อบต.,ดอยฮาง,,57,5701,579901:c,99.8,19.9", "570392,6579901,ทต.,ดอยลาน,,57,5701 5702,570105:c,1.5,1.5",
                "570391,,อบต.,ห้วยสัก,,57,5702,570105:p,,");
        assertThat(outcome.faults()).isEmpty();
        assertThat(outcome.added()).isEqualTo(3);
        assertThat(outcome.notes()).extracting(LineFault::line, LineFault::column, LineFault::key).contains(
                tuple(2, "dla_code", "gazetteer.note.dla-code"), tuple(2, "tambons_covered", "gazetteer.note.tambon"), tuple(2, "lat", "gazetteer.note.point-turned"),
                tuple(3, "lat", "gazetteer.note.point"), tuple(3, "district_code", "gazetteer.note.districts"), tuple(4, "district_code", "gazetteer.note.elsewhere"));
        assertThat(outcome.notes()).filteredOn(n -> n.key().equals("gazetteer.note.dla-code")).extracting(LineFault::values)
                .containsExactly(List.of("6579901", "2", "570392 ทต.ดอยลาน; 570393 อบต.ดอยฮาง"));
        assertThat(tambons("570393")).containsExactly("579901");
        assertThat(jdbc.sql("select lat || ' ' || lon from unit where code = '570393'").query(String.class).single()).isEqualTo("19.9 99.8");
        assertThat(jdbc.sql("select count(*) from unit where code in ('570392', '570393') and lat is not null").query(Long.class).single()).isEqualTo(1);
    }

    @Test
    @DisplayName("has its faults told row by row, and nothing of it is written")
    void faults() {
        var outcome = take(null, HEADINGS + ",ended_on,successor_code", "570390,,อบต.,แม่ข้าวต้ม,,57,9999,,,,,", "570389,,อบต.,แม่กรณ์,,55,5701,,,,,", "570388,,ตำบล,รอบเวียง,,57,5701,570x,,,,",
                "570387,,อบต.,ป่าอ้อดอนชัย,,57,5701,,เหนือ,,,579988");
        assertThat(outcome.written()).isFalse();
        assertThat(outcome.faults()).extracting(LineFault::line, LineFault::column, LineFault::key).containsExactly(
                tuple(2, "district_code", "gazetteer.fault.district"), tuple(3, "province_code", "gazetteer.fault.province"), tuple(4, "tambons_covered", "gazetteer.fault.tambons"),
                tuple(4, "type", "intake.fault.choice"), tuple(5, "lat", "intake.fault.decimal"), tuple(5, "successor_code", "gazetteer.fault.successor"));
        assertThat(places.find(Level.UNIT, "570387")).isEmpty();
    }

    @Test
    @DisplayName("ends a unit, and the one that took its place is known")
    void ended() {
        take(null, HEADINGS, "570386,,อบต.,เวียงเหนือ,,57,5701,,,", "570385,,ทต.,เวียงเหนือ,,57,5701,,,");
        assertThat(take(null, "code,type,name_th,district_code,ended_on,successor_code", "570386,อบต.,เวียงเหนือ,5701,2019-08-01,570385").changed()).isEqualTo(1);
        assertThat(places.find(Level.UNIT, "570386")).isEmpty();
        assertThat(jdbc.sql("select ended_on || ' ' || successor_code from unit where code = '570386'").query(String.class).single()).isEqualTo("2019-08-01 570385");
    }

    @Test
    @DisplayName("is the centre's to bring: a region does not change the country")
    void theCentresOnly() {
        assertThat(take(Cast.centre(), null, HEADINGS, "570384,,อบต.,ดอยงาม,,57,5701,,,").added()).isEqualTo(1);
        assertThatThrownBy(() -> take(Cast.officerOfTheNorth(), null, HEADINGS, "570383,,อบต.,ดอยงาม,,57,5701,,,")).isInstanceOf(OutOfReach.class);
    }
}
