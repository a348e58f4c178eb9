package khabuan.registry.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import khabuan.base.calendar.FiscalYear;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@World
@DisplayName("The list of organisations")
class OrganisationListTest {

    @Autowired OrganisationList list;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;

    @ParameterizedTest(name = "by {0}")
    @ValueSource(strings = {"name", "registered", "unit"})
    @DisplayName("shows each of them once, page by page, in the order of the whole list, also where it walks from the end")
    void pages(String sort) {
        var unit = cast.unitInNan("อบต.", "เปือ" + sort);
        var days = List.of("2010-05-01", "2015-03-09", "2015-03-09", "2012-11-30", "2019-01-01", "2010-05-01", "2018-02-02");
        for (int i = 0; i < days.size(); i++) {
            int n = i;
            cast.change(() -> jdbc.sql("insert into organisation (unit_code, code, name, registered_on) values (?, ?, ?, ?::date)").params(unit, "L" + unit + n, "กลุ่มทอผ้าบ้านดอนมูล หมู่ที่ " + (n % 5), days.get(n)).update());
        }
        var filter = OrganisationFilter.read(Map.of("place", "unit:" + unit, "sort", sort), new FiscalYear(2562));
        var whole = new ArrayList<OrganisationPages.Line>();
        list.each(filter, Cast.recorderOfNan(), whole::add);
        assertThat(whole).hasSize(7);
        var paged = new ArrayList<OrganisationPages.Line>();
        for (long offset = 0; offset < 7; offset += 2) paged.addAll(list.page(filter, Cast.recorderOfNan(), 2, offset));
        assertThat(paged).isEqualTo(whole);
        assertThat(list.page(filter, Cast.recorderOfNan(), 2, 8)).isEmpty();
    }
}
