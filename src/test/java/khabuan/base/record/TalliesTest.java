package khabuan.base.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@World
@DisplayName("The length of a list")
class TalliesTest {

    private final AtomicInteger countings = new AtomicInteger();
    @Autowired Tallies tallies;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;

    private long organisationsOf(String unit) {
        return tallies.of("organisations of " + unit, Set.of("organisation"), () -> {
            countings.incrementAndGet();
            return jdbc.sql("select count(*) from organisation where unit_code = ?").param(unit).query(Long.class).single();
        });
    }

    @Test
    @DisplayName("is counted once, told again while other tables change, and counted anew when its own was touched")
    void exact() {
        String unit = cast.unitInNan("อบต.", "บ่อแก้ว");
        assertThat(organisationsOf(unit)).isZero();
        cast.unitInNan("ทต.", "บ่อแก้ว");
        assertThat(organisationsOf(unit)).isZero();
        assertThat(countings).hasValue(1);
        cast.change(() -> jdbc.sql("insert into organisation (code, unit_code, name, registered_on) values (?, ?, 'กลุ่มทอผ้าบ้านบ่อแก้ว', '2019-03-15')")
                .params("บ่อแก้ว " + unit, unit).update());
        assertThat(organisationsOf(unit)).isEqualTo(1);
        assertThat(countings).hasValue(2);
    }
}
