package khabuan.insight.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.cast.DemoWorld;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoWorld
@DisplayName("A figure that is opened")
class OpenedFiguresTest {

    private static final LocalDate DAY = LocalDate.of(2019, 8, 31);

    @Autowired Measures measures;
    @Autowired RecordQuery records;
    @Autowired Places places;
    @Autowired JdbcClient jdbc;

    private static Question question(String code, Place within, Window window) {
        return new Question(code, within.level().below(), within, false, List.of(window));
    }

    @Test
    @DisplayName("shows as many records as it says, or records that add to it, for every measure, in the country, a region and a district, now and as it was known in June")
    void asMany() {
        var here = List.of(Place.COUNTRY, places.find(Level.REGION, "S").orElseThrow(), places.find(Level.DISTRICT, "4001").orElseThrow());
        var june = ThaiDate.endOf(LocalDate.of(2019, 6, 30));
        for (var window : List.of(new Window(LocalDate.of(2018, 10, 1), DAY, null), new Window(LocalDate.of(2018, 10, 1), LocalDate.of(2019, 6, 30), june)))
            for (var measure : measures.all())
                for (var place : here) {
                    var question = question(measure.code(), place, window);
                    long behind = measure.summed() ? records.list(measure, question, "", 1_000_000, 0).stream().mapToLong(Counted::value).sum() : records.count(measure, question, "");
                    assertThat(behind).as(measure.code() + " in " + place.title() + " known at " + window.knownAt()).isEqualTo(measures.ask(question).total(0));
                }
    }

    @Test
    @DisplayName("lists exactly the councils of the South that were in force on 31 August 2562, 1,178 of them, page by page")
    void exactly() {
        var question = question("council.registered", places.find(Level.REGION, "S").orElseThrow(), new Window(LocalDate.of(2018, 10, 1), DAY, null));
        var measure = measures.get("council.registered");
        var listed = records.list(measure, question, "", 700, 0).stream().map(Counted::id).collect(Collectors.toSet());
        listed.addAll(records.list(measure, question, "", 700, 700).stream().map(Counted::id).toList());
        assertThat(listed).hasSize(1178).containsExactlyInAnyOrderElementsOf(jdbc.sql("""
                select c.id from council c join unit_now u on u.code = c.unit_code
                where u.region_code = 'S' and c.registered_on <= '2019-08-31' and (c.ended_on is null or c.ended_on > '2019-08-31') and c.merged_into is null""").query(Long.class).list());
    }
}
