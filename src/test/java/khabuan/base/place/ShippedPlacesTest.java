package khabuan.base.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("The shipped places")
class ShippedPlacesTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;
    @Autowired Changes changes;
    @Autowired Places places;
    @Autowired ShippedPlaces shipped;
    @Autowired PlaceMending mending;

    private String name(String table, String code) {
        return jdbc.sql("select name_th from %s where code = ?".formatted(table)).param(code).query(String.class).optional().orElse("none");
    }

    @Test
    @DisplayName("are 5 regions and the centre, 77 provinces, 928 districts and 7,436 tambons, each tambon in its own district")
    void numbers() {
        var numbers = jdbc.sql("""
                select (select count(*) from province where code <> '99') || ' ' || (select count(*) from district) || ' ' || (select count(*) from tambon where code <> '380199')
                  || ' ' || (select count(*) from tambon where left(code, 4) <> district_code)""").query(String.class).single();
        assertThat(numbers).isEqualTo("77 928 7436 0");
        assertThat(List.of(name("district", "3802"), name("district", "3804"), name("district", "3805"), name("district", "3807"))).containsExactly("พรเจริญ", "เซกา", "ปากคาด", "ศรีวิไล");
        assertThat(List.of(name("tambon", "380401"), name("tambon", "103604"), name("tambon", "240406"))).containsExactly("เซกา", "ดอนเมือง", "บางเกลือ");
    }

    @Test
    @DisplayName("are mended where an earlier edition stands: in one change of the log, and nothing that people wrote is touched")
    void mended() {
        changes.make(Author.programme("shipped places"), ShippedPlaces.LOADED, "", () -> {
            jdbc.sql("update district set name_th = 'เซกา' where code = '3802'").update();
            jdbc.sql("insert into tambon (code, district_code, name_th) values ('380199', '3801', 'หนองเข็ง')").update();
            jdbc.sql("delete from tambon where code = '240406'").update();
            jdbc.sql("delete from place_alias where alias = 'กทม. ปริมณฑล และตะวันออก'").update();
            jdbc.sql("delete from place_edition").update();
        });
        cast.change(() -> jdbc.sql("update tambon set name_th = 'ศรีวิไลใหม่' where code = '380701'").update());
        long before = lines();
        shipped.start();
        assertThat(List.of(name("district", "3802"), name("tambon", "380199"), name("tambon", "240406"), name("tambon", "380701"))).containsExactly("พรเจริญ", "none", "บางเกลือ", "ศรีวิไลใหม่");
        assertThat(jdbc.sql("select count(*) from place_alias where alias = 'กทม. ปริมณฑล และตะวันออก'").query(Long.class).single()).isEqualTo(1);
        assertThat(jdbc.sql("select reason from log.entry where act = 'place.mend' order by id desc limit 1").query(String.class).single()).isEqualTo("edition " + ShippedPlaces.EDITION);
        shipped.start();
        assertThat(lines()).isEqualTo(before + 1);
        assertThat(mending.edition()).isEqualTo(ShippedPlaces.EDITION);
        cast.change(() -> jdbc.sql("update tambon set name_th = 'ศรีวิไล' where code = '380701'").update());
    }

    private long lines() {
        return jdbc.sql("select count(*) from log.entry where act like 'place.%'").query(Long.class).single();
    }

    @Test
    @DisplayName("have the centre, a place of its own that no table shows among the regions")
    void centre() throws Exception {
        assertThat(places.find(Level.REGION, "C")).map(Place::title).hasValue("ส่วนกลาง");
        assertThat(places.at(Level.REGION)).extracting(Place::code).containsExactly("BE", "CW", "NE", "S", "N");
        assertThat(places.tree().children(Place.COUNTRY)).hasSize(5);
        mvc.perform(get("/places/region/C")).andExpect(status().isOk()).andExpect(content().string(containsString("<h1>ส่วนกลาง</h1>")));
        mvc.perform(get("/places/country/TH")).andExpect(content().string(not(containsString("/places/region/C\""))));
    }
}
