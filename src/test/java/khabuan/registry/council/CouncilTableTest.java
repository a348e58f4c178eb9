package khabuan.registry.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.place.Level;
import khabuan.base.place.Places;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@World
@DisplayName("The list of councils")
class CouncilTableTest {

    @Autowired CouncilTable table;
    @Autowired Places places;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;

    @ParameterizedTest(name = "by {0}")
    @ValueSource(strings = {"place", "name", "code", "newest"})
    @DisplayName("shows each of them once, page by page, in the order of the whole list, also where it walks from the end")
    void pages(String sort) {
        var year = new FiscalYear(2562);
        var today = LocalDate.of(2019, 9, 2);
        for (var day : List.of("2010-05-01", "2015-03-09", "2015-03-09", "2012-11-30", "2019-01-01", "2018-02-02", "2011-07-07")) {
            var unit = cast.unitInNan("อบต.", "ป่าแลว" + day);
            cast.change(() -> jdbc.sql("insert into council (unit_code, code, name, registered_on) values (?, ?, 'สภาองค์กรชุมชนตำบลป่าแลวหลวง', ?::date)").params(unit, "T" + unit, day).update());
        }
        var nan = places.find(Level.PROVINCE, "55").orElseThrow();
        var whole = new ArrayList<Long>();
        table.each(filter(sort, 1), nan, year, today, row -> whole.add(row.id()));
        assertThat(whole).hasSizeGreaterThanOrEqualTo(7).doesNotHaveDuplicates();
        var paged = new ArrayList<Long>();
        for (int page = 1; (page - 1) * 2 < whole.size(); page++) table.page(filter(sort, page), nan, year, today, 2).rows().forEach(row -> paged.add(row.id()));
        assertThat(paged).isEqualTo(whole);
        assertThat(table.page(filter(sort, 9999), nan, year, today, 2).rows()).isEmpty();
    }

    private static CouncilFilter filter(String sort, int page) {
        return new CouncilFilter("", "", "", "", "", 0, "", "", "", "", "", "", "", sort, page);
    }
}
