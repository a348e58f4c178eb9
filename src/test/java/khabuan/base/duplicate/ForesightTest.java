package khabuan.base.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@World
@DisplayName("Before a merge is decided")
class ForesightTest {

    @Autowired
    JdbcClient jdbc;
    @Autowired
    Cast cast;
    @Autowired
    Compared compared;
    @Autowired
    Pairs pairs;
    @Autowired
    Foresight foresight;
    @Autowired
    Suspicions suspicions;

    private String state() {
        return jdbc.sql("select (select md5(string_agg(o::text, '|' order by id)) from organisation o) || (select count(*) from log.entry) || (select count(*) from history.organisation)").query(String.class).single();
    }

    @Test
    @DisplayName("the figures that it would move are told, of the day and of the ends of the quarter and the year before, and nothing has happened")
    void tellsAndDoesNothing() {
        String unit = cast.unitInNan("อบต.", "นาซาว" + Long.toString(System.nanoTime(), 36));
        var ids = new long[2];
        cast.change(() -> {
            for (int i = 0; i < 2; i++)
                ids[i] = jdbc.sql("insert into organisation (code, unit_code, name, registered_on) values (?, ?, ?, '2019-02-01') returning id")
                        .params("F" + i + System.nanoTime(), unit, i == 0 ? "กลุ่มน้ำพริกบ้านนาซาว" : "กลุ่มน้ําพริก บ.นาซาว").query(Long.class).single();
        });
        long pair = pairs.open(Cast.officerOfTheNorth(), "organisation", ids[1], ids[0]);
        String before = state();
        var moved = foresight.of(compared.kind("organisation"), pairs.at(Cast.centre(), pair), ids[0], List.of(), LocalDate.of(2019, 9, 2));
        for (var day : List.of(LocalDate.of(2019, 9, 2), LocalDate.of(2019, 6, 30)))
            assertThat(moved).contains(new MovedFigure("organisation.registered", "unit.organisation", day, 2, 1), new MovedFigure("organisation.new", "unit.organisation", day, 2, 1));
        assertThat(moved).noneMatch(figure -> figure.day().isBefore(LocalDate.of(2019, 2, 1)));
        assertThat(state()).isEqualTo(before);
    }

    @Test
    @DisplayName("a name that is being typed finds what stands already, within reach alone")
    void whileTyping() {
        String unit = cast.unitInNan("อบต.", "ผาสิงห์" + Long.toString(System.nanoTime(), 36));
        cast.change(() -> jdbc.sql("insert into organisation (code, unit_code, name, registered_on) values (?, ?, 'กลุ่มทอผ้าบ้านผาตูบ หมู่ที่ 3', '2014-02-01')").params("T" + System.nanoTime(), unit).update());
        assertThat(suspicions.of(Cast.recorderOfNan(), "organisation", 0, unit, "ทอผ้าบ.ผาตูบ ม.๓", "group", null, null)).singleElement().satisfies(s -> assertThat(s.name()).isEqualTo("กลุ่มทอผ้าบ้านผาตูบ หมู่ที่ 3"));
        assertThat(suspicions.of(Cast.recorderOfNan(), "organisation", 0, unit, "กลุ่มทอผ้าบ้านผาตูบ หมู่ที่ 5", "group", null, null)).isEmpty();
        assertThat(suspicions.of(Cast.recorderOfPhatthalung(), "organisation", 0, unit, "กลุ่มทอผ้าบ้านผาตูบ หมู่ที่ 3", "group", null, null)).isEmpty();
    }
}
