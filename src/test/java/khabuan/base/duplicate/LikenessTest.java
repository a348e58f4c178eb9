package khabuan.base.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Two names in one unit")
class LikenessTest {

    private static Entry group(long id, String unit, String type, String name) {
        return new Entry(id, unit, type, "บ้านนา", "5501", name, "group", Long.toString(id), null, null);
    }

    private static Likeness in(boolean onePerUnit, Entry a, Entry b) {
        return new Comparison(onePerUnit).with(a, List.of(b)).stream().findFirst().map(Comparison.Alike::likeness).orElse(Likeness.NONE);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"กลุ่มน้ำพริกบ้านหนองแวง, กลุ่มน้ําพริกบ้านหนองแวง", "กลุ่มสตรีบ้านหนองแวง หมู่ที่ 3, กลุ่มสตรีบ้านหนองแวง ม.๓", "กลุ่มออมทรัพย์เพื่อการผลิตบ้านโนนสูง, กลุ่มออมทรัพยฯ บ.โนนสูง",
            "กลุ่มผู้สูงอายุบ้านโนนสูง, กลุ่มผู้สูงอายุ\u200bบ้าน โนนสูง", "กลุ่มสตรีบ้านโพธิ์ศรี, กลุ่มสตรีบ้านโพธิศรี", "กลุ่มทอผ้าบ้านสันทราย, กลุ่มทอผ้าบ้านสันทลาย", "อสม.บ้านโนนสูง, อาสาสมัครสาธารณสุขประจำหมู่บ้านบ้านโนนสูง",
            "เครือข่ายสวัสดิการชุมชน ต.บ้านนา, เครือข่ายสวัสดิการชุมชนตำบลบ้านนา", "กลุ่มจักสานบ้านโนนสูง, กลุ่มจักสาบ้านโนนสูง"})
    @DisplayName("are one when only the writing differs")
    void areOne(String one, String other) {
        assertThat(in(false, group(1, "A", "อบต.", one), group(2, "A", "อบต.", other)).isSuspected()).isTrue();
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"กลุ่มออมทรัพย์บ้านหนองแวง หมู่ 3, กลุ่มออมทรัพย์บ้านหนองแวง หมู่ 5", "กลุ่มสตรีบ้านโนนสูง, กลุ่มสตรีบ้านโนนสูงเหนือ", "กลุ่มสตรีบ้านโนนสูงใต้, กลุ่มสตรีบ้านโนนสูงเหนือ", "กลุ่มเลี้ยงโคบ้านโนนสูง, กลุ่มเลี้ยงไก่บ้านโนนสูง",
            "กลุ่มทอผ้าบ้านหนองแวง, กลุ่มทอผ้าบ้านหนองแสง", "กลุ่มสตรีบ้านโนนสูง, กลุ่มสตรีทอผ้าบ้านโนนสูง", "กองทุนหมู่บ้านบ้านนา 1/2, กองทุนหมู่บ้านบ้านนา 1/3", "กลุ่มออมทรัพย์ที่ 1, กลุ่มออมทรัพย์ที่ 2"})
    @DisplayName("are two when what distinguishes them differs")
    void areTwo(String one, String other) {
        assertThat(in(false, group(1, "A", "อบต.", one), group(2, "A", "อบต.", other)).isSuspected()).isFalse();
    }

    @Test
    @DisplayName("of councils of one name are two when one is of the tambon and the other of the municipality, and suspected when a name does not fit its unit")
    void namesakes() {
        var tambon = group(1, "A", "อบต.", "สภาองค์กรชุมชนตำบลบ้านนา");
        assertThat(in(true, tambon, group(2, "B", "ทต.", "สภาองค์กรชุมชนเทศบาลตำบลบ้านนา")).isSuspected()).isFalse();
        var misfit = in(true, tambon, group(2, "B", "ทต.", "สภาองค์กรชุมชนตำบลบ้านนา"));
        assertThat(misfit.isSuspected()).isTrue();
        assertThat(misfit.reasons()).extracting(Likeness.Reason::key).contains("name-misfits", "namesake-units");
    }

    @Test
    @DisplayName("in two units of a district are suspected only with more than the name: the same day")
    void neighbours() {
        var day = LocalDate.of(2014, 3, 5);
        var one = new Entry(1, "A", "อบต.", "บ้านนา", "5501", "กลุ่มสตรีบ้านหนองบัว", "group", "1", day, 20);
        assertThat(in(false, one, new Entry(2, "B", "อบต.", "นาแก", "5501", "กลุ่มสตรีบ้านหนองบัว", "group", "2", day.plusYears(1), 31)).isSuspected()).isFalse();
        assertThat(in(false, one, new Entry(2, "B", "อบต.", "นาแก", "5501", "กลุ่มสตรีบ้านหนองบัว", "group", "2", day, 20)).isSuspected()).isTrue();
    }
}
