package khabuan.base.duplicate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import khabuan.base.access.SignIn;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("A pair whose form is refused")
class KeptChoiceTest {

    @Autowired MockMvc mvc;
    @Autowired Cast cast;
    @Autowired Pairs pairs;
    @Autowired JdbcClient jdbc;

    @Test
    @DisplayName("comes again with the survivor and the fields that were chosen")
    void kept() throws Exception {
        String unit = cast.unitInNan("อบต.", "เรือง" + Long.toString(System.nanoTime(), 36));
        var ids = new long[2];
        cast.change(() -> {
            for (int i = 0; i < 2; i++)
                ids[i] = jdbc.sql("insert into organisation (code, unit_code, name, registered_on) values (?, ?, ?, ?::date) returning id")
                        .params("K" + i + System.nanoTime(), unit, i == 0 ? "กลุ่มแปรรูปกล้วยบ้านเรือง" : "กลุ่มแปรรูปกล้วย บ.เรือง", i == 0 ? "2012-02-01" : "2014-02-01").query(Long.class).single();
        });
        long pair = pairs.open(Cast.officerOfTheNorth(), "organisation", ids[0], ids[1]);
        var page = (PairPage) mvc.perform(post("/duplicates/" + pair + "/proposal").param("version", "1").param("survivor", "" + ids[1]).param("taken", "registered_on").param("reason", "")
                .with(SignIn.as(Cast.officerOfTheNorth())).with(csrf())).andExpect(status().isUnprocessableContent()).andReturn().getModelAndView().getModel().get("page");
        assertThat(page.survivor()).isEqualTo(ids[1]);
        assertThat(page.lines()).filteredOn(PairPage.Line::taken).extracting(PairPage.Line::column).containsExactly("registered_on");
    }
}
