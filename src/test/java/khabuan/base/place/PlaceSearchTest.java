package khabuan.base.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.stringContainsInOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import khabuan.base.access.SignIn;
import khabuan.base.text.Spelling;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("The search for places")
class PlaceSearchTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;
    @Autowired Places places;
    @Autowired PlaceSearch search;
    @Autowired UnitPicking picking;

    /** The places that these tests look for, beside those that the product brings. */
    @BeforeEach
    void someUnits() {
        if (jdbc.sql("select exists (select from unit where code = '40209001')").query(Boolean.class).single()) return;
        unit("40209001", "4020", "ทต.", "ภูผาม่าน", "Phu Pha Man");
        unit("40209002", "4020", "อบต.", "ภูผาม่าน", "");
        unit("45039001", "4503", "ทต.", "ปทุมรัตต์", "");
        unit("70019001", "7001", "ทม.", "ราชบุรี", "");
        unit("70019002", "7001", "อบต.", "หนองกลางนา", "");
        cast.change(() -> {
            jdbc.sql("update unit set dla_code = '5700102' where code = '70019001'").update();
            jdbc.sql("insert into place_alias (level, place_code, alias) values ('unit', '70019002', 'โคกหม้อสามัคคี')").update();
            jdbc.sql("insert into unit_tambon (unit_code, tambon_code, partly) select '70019002', code, false from tambon where district_code = '7001' and name_th = 'คูบัว'").update();
            jdbc.sql("update unit_form set until_date = '2012-05-01' where unit_code = '45039001'").update();
            jdbc.sql("insert into unit_form (unit_code, type, name_th, from_date) values ('45039001', 'ทม.', 'ปทุมรัตต์ใหม่', '2012-05-01')").update();
        });
    }

    private void unit(String code, String district, String type, String name, String nameEn) {
        cast.change(() -> {
            jdbc.sql("insert into unit (code, district_code) values (?, ?)").params(code, district).update();
            jdbc.sql("insert into unit_form (unit_code, type, name_th, name_en) values (?, ?, ?, ?)").params(code, type, name, nameEn).update();
        });
    }

    private String first(String words) {
        return search.find(words, 10).stream().findFirst().map(h -> h.kind() + " " + h.code()).orElse("nothing");
    }

    @ParameterizedTest(name = "{0} is {1}")
    @DisplayName("knows the ways in which people write a place")
    @CsvSource(delimiter = '|', textBlock = """
            ทต.ภูผาม่าน                            | unit 40209001
            ทต. ภูผาม่าน                           | unit 40209001
            เทศบาลตำบลภูผาม่าน                     | unit 40209001
            อบต.ภูผาม่าน                           | unit 40209002
            องค์การบริหารส่วนตำบล ภูผาม่าน          | unit 40209002
            อบตภูผาม่าน                            | unit 40209002
            phu pha man                          | unit 40209001
            อ.เมือง จ.ราชบุรี                        | district 7001
            อำเภอเมืองราชบุรี                        | district 7001
            อ.เมืองจ.ราชบุรี                         | district 7001
            จังหวัดราชบุรี                           | province 70
            กทม                                   | province 10
            กทม.                                  | province 10
            กรุงเทพฯ                               | province 10
            โคราช                                 | province 30
            อยุธยา                                | province 14
            เมืองคอน                              | province 80
            แปดริ้ว                                | province 24
            จ.อยุธยา                              | province 14
            จ. ราชบุรี                              | province 70
            ทม.ราชบุรี                             | unit 70019001
            5700102                              | unit 70019001
            70019002                             | unit 70019002
            โคกหม้อสามัคคี                          | unit 70019002
            อีสาน                                 | region NE
            เขตพระนคร                            | district 1001
            Ratchaburi                           | province 70
            จ.ป.ร.                                | tambon 850406
            """)
    void spellings(String words, String expected) {
        assertThat(first(words)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("forgives silent letters, missing and misplaced marks, letters of one sound, and what can't be seen")
    @ValueSource(strings = {"อ.ปทุมรัตต์", "อ.ปทุมรัตน์", "อ.ประทุมรัตน์", "อ.ปทุมรัต", "อ.ป\u200Bทุมรัตต์\uFEFF", "อ.ปทุม รัตต์"})
    void misspelt(String words) {
        assertThat(first(words)).isEqualTo("district 4503");
    }

    @Test
    @DisplayName("writes every variant of a name alike")
    void spelling() {
        assertThat(List.of("เเม่น้ํา", "แม่น้ำ", "แม่นํ้า", " แม่ น้ำ\u200B", "แมน้ำ", "แม่น้ำ.").stream().map(Spelling::of).distinct())
                .containsExactly("แมนำ");
    }

    @Test
    @DisplayName("finds a unit by the name that it had, and says so")
    void formerName() {
        assertThat(search.find("ทต.ปทุมรัตต์", 5)).anySatisfy(hit -> {
            assertThat(hit.title()).isEqualTo("ทม.ปทุมรัตต์ใหม่");
            assertThat(hit.also()).isEqualTo("ทต.ปทุมรัตต์");
            assertThat(hit.where()).isEqualTo("ปทุมรัตต์ · ร้อยเอ็ด");
        });
    }

    @Test
    @DisplayName("narrows by every part: a name with a district or a province in which it is not answers nothing")
    void narrows() {
        assertThat(search.find("หนองกลางนา ราชบุรี", 5)).extracting(PlaceHit::code).contains("70019002");
        assertThat(search.find("หนองกลางนา จ.ขอนแก่น", 5)).isEmpty();
    }

    @Test
    @DisplayName("answers nothing to nothing, to one letter, to a wildcard and to nonsense")
    void nothing() {
        for (var words : List.of("", " ", "ก", "%", "__", "อบต.", "xyzzy plugh", "'; drop table unit", "ๆๆๆๆ")) assertThat(search.find(words, 5)).describedAs(words).isEmpty();
    }

    @Test
    @DisplayName("lets a form choose among the units in reach, also by a tambon that they cover or the places above")
    void units() {
        var khonKaen = places.find(Level.PROVINCE, "40").orElseThrow();
        assertThat(search.units("ต.คูบัว", Place.COUNTRY, 5)).extracting(PlaceHit::code).contains("70019002");
        assertThat(search.units("อ.เมือง จ.ราชบุรี", Place.COUNTRY, 5)).extracting(PlaceHit::code).contains("70019001", "70019002");
        assertThat(search.units("ราชบุรี", khonKaen, 5)).isEmpty();
    }

    @Test
    @DisplayName("is open to whom pages of places are: as a page without scripts, as the part that changes while typing, and for machines")
    void pages() throws Exception {
        mvc.perform(get("/places/search").param("q", "ทต.ภูผาม่าน")).andExpect(status().isOk())
                .andExpect(content().string(stringContainsInOrder("<html", "value=\"ทต.ภูผาม่าน\"", "href=\"/places/unit/40209001\"", "ภูผาม่าน · ขอนแก่น")));
        mvc.perform(get("/places/search").param("q", "ภูผาม่าน").header("HX-Request", "true")).andExpect(content().string(not(containsString("<html"))))
                .andExpect(content().string(containsString("id=\"places-found\"")));
        mvc.perform(get("/places/search.json").param("q", "อ.เมือง จ.ราชบุรี")).andExpect(jsonPath("$[0].code").value("7001")).andExpect(jsonPath("$[0].path").value("/places/district/7001"));
        mvc.perform(get("/places/search").param("q", "<script>")).andExpect(status().isOk()).andExpect(content().string(not(containsString("<script>\""))));
    }

    @Test
    @DisplayName("offers to a person only units within the own scope")
    void reach() throws Exception {
        String unit = cast.unitInNan("อบต.", "เรือง");
        mvc.perform(get("/places/units").param("place", "อบต.เรือง").with(SignIn.as(Cast.recorderOfNan()))).andExpect(content().string(containsString("value=\"" + unit + "\"")));
        mvc.perform(get("/places/units").param("place", "อบต.เรือง").with(SignIn.as(Cast.recorderOfPhatthalung()))).andExpect(content().string(not(containsString(unit))));
        assertThat(picking.picker(Cast.recorderOfNan(), "", unit).chosen()).isEqualTo(unit);
        assertThat(picking.picker(Cast.recorderOfPhatthalung(), "", unit).options()).isEmpty();
    }
}
