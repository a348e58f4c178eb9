package khabuan.insight.doubt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import khabuan.base.access.SignIn;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.cast.Cast;
import khabuan.cast.DemoWorld;
import khabuan.cast.People;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DemoWorld
@DisplayName("A figure is doubted")
class DoubtsTest {

    @Autowired Doubts doubts;
    @Autowired Places places;
    @Autowired Cast cast;
    @Autowired People people;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc mvc;

    private Place region(String code) {
        return places.find(Level.REGION, code).orElseThrow();
    }

    private List<Doubt> of(String region, Doubt.Kind kind) {
        return doubts.within(region(region)).stream().filter(d -> d.kind() == kind && d.place().equals(region(region))).toList();
    }

    @Test
    @DisplayName("when more terms have come due than there are councils, as the South reported: 1,218 in 1,178")
    void exceeds() {
        assertThat(of("S", Doubt.Kind.EXCEEDS)).singleElement().satisfies(d -> assertThat(d.values()).containsExactly(1218L, 1178L));
        assertThat(of("N", Doubt.Kind.EXCEEDS)).isEmpty();
    }

    @Test
    @DisplayName("when a total is smaller than it was at the end of the last quarter, and no longer once that is put right")
    void fell() {
        assertThat(of("N", Doubt.Kind.FELL)).noneMatch(d -> d.measure().equals("council.registered"));
        long before = jdbc.sql("select count(*) from council c join unit_now u on u.code = c.unit_code where u.region_code = 'N' and c.merged_into is null and c.ended_on is null").query(Long.class).single();
        var gone = jdbc.sql("select c.id from council c join unit_now u on u.code = c.unit_code where u.region_code = 'N' and c.registered_on < '2015-01-01' order by c.id limit 300").query(Long.class).list();
        cast.change(() -> jdbc.sql("update council set ended_on = '2019-08-01' where id = any(?)").param(gone.toArray(Long[]::new)).update());
        try {
            assertThat(of("N", Doubt.Kind.FELL)).filteredOn(d -> d.measure().equals("council.registered")).singleElement()
                    .satisfies(d -> assertThat(d.values().getLast()).isEqualTo(before - 300));
        } finally {
            cast.change(() -> jdbc.sql("update council set ended_on = null where id = any(?)").param(gone.toArray(Long[]::new)).update());
        }
        assertThat(of("N", Doubt.Kind.FELL)).noneMatch(d -> d.measure().equals("council.registered"));
    }

    @Test
    @DisplayName("when it lies more than 3.5 deviations from its peers, told by medians that a few wrong values don't shift")
    void far() {
        var peers = Peers.of(List.of(30.0, 31.0, 32.0, 33.0, 34.0, 400.0));
        assertThat(peers.median()).isEqualTo(32.5);
        assertThat(peers.away(34.0)).isLessThan(Peers.FAR);
        assertThat(peers.away(400.0)).isGreaterThan(Peers.FAR);
        assertThat(Peers.of(List.of(1.0, 1.0, 1.0, 5.0)).away(5.0)).isZero();
    }

    @Test
    @DisplayName("until somebody of the place explains it; the explanation holds while the figure stays")
    void answered() throws Exception {
        var officer = people.officerOfTheSouth();
        mvc.perform(get("/doubts").with(SignIn.as(officer))).andExpect(status().isOk()).andExpect(content().string(containsString("1,218")));
        mvc.perform(post("/doubts/answers").param("kind", "EXCEEDS").param("measure", "council.term-due").param("level", "region").param("place", "S").param("words", "สภาฯ ที่จัดตั้งปี 2551 ครบวาระสองครั้ง")
                .with(SignIn.as(people.officerOfTheNortheast())).with(csrf())).andExpect(status().isNotFound());
        mvc.perform(post("/doubts/answers").param("kind", "EXCEEDS").param("measure", "council.term-due").param("level", "region").param("place", "S").param("words", "สภาฯ ที่จัดตั้งปี 2551 ครบวาระสองครั้ง")
                .with(SignIn.as(officer)).with(csrf())).andExpect(redirectedUrl("/doubts"));
        mvc.perform(get("/doubts").with(SignIn.as(officer))).andExpect(content().string(containsString("สภาฯ ที่จัดตั้งปี 2551 ครบวาระสองครั้ง")));
    }
}
