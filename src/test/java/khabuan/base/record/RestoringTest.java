package khabuan.base.record;

import static org.assertj.core.api.Assertions.assertThat;

import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@World
@DisplayName("A change that is taken back")
class RestoringTest {

    @Autowired Restoring restoring;
    @Autowired Cast cast;
    @Autowired JdbcClient jdbc;
    private long group;

    @BeforeEach
    void aGroup() {
        var unit = cast.unitInNan("อบต.", "สวนขัน" + Long.toString(System.nanoTime(), 36));
        cast.change(() -> group = jdbc.sql("insert into organisation (code, unit_code, name, registered_on) values ('Z' || ?, ?, 'กลุ่มออมทรัพย์บ้านสวนขัน', '2012-02-01') returning id").params(unit, unit).query(Long.class).single());
    }

    private String told() {
        return jdbc.sql("select name || ' ' || registered_on from organisation where id = ?").param(group).query(String.class).single();
    }

    private long newest() {
        return jdbc.sql("select change_id from organisation where id = ?").param(group).query(Long.class).single();
    }

    @Test
    @DisplayName("leaves a row that it wrote three times as it stood before the first")
    void often() {
        cast.change(() -> {
            jdbc.sql("update organisation set name = 'กลุ่มออมทรัพย์บ้านสวน' where id = ?").param(group).update();
            jdbc.sql("update organisation set registered_on = '2013-03-01' where id = ?").param(group).update();
            jdbc.sql("update organisation set name = 'กลุ่มออมทรัพย์สวนขัน' where id = ?").param(group).update();
        });
        long change = newest();
        cast.change(() -> assertThat(restoring.restore("organisation", change, "p.id = " + group)).isOne());
        assertThat(told()).isEqualTo("กลุ่มออมทรัพย์บ้านสวนขัน 2012-02-01");
    }

    @Test
    @DisplayName("leaves alone what another changed since")
    void since() {
        cast.change(() -> {
            jdbc.sql("update organisation set name = 'กลุ่มออมทรัพย์บ้านสวน' where id = ?").param(group).update();
            jdbc.sql("update organisation set registered_on = '2013-03-01' where id = ?").param(group).update();
        });
        long change = newest();
        cast.change(() -> jdbc.sql("update organisation set registered_on = '2014-04-01' where id = ?").param(group).update());
        cast.change(() -> assertThat(restoring.restore("organisation", change, "p.id = " + group)).isOne());
        assertThat(told()).isEqualTo("กลุ่มออมทรัพย์บ้านสวนขัน 2014-04-01");
    }
}
