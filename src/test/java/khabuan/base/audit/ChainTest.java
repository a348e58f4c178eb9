package khabuan.base.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import khabuan.base.access.SignIn;
import khabuan.base.record.Changes;
import khabuan.cast.Cast;
import khabuan.cast.People;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("The log")
class ChainTest {

    @Autowired
    Chain chain;
    @Autowired
    Changes changes;
    @Autowired
    People people;
    @Autowired
    Cast cast;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    DataSource pool;
    @Autowired
    @FlywayDataSource
    DataSource owner;
    @Autowired
    MockMvc mvc;

    private long line(String reason) {
        changes.read(Cast.recorderOfNan().author(), "test.read", reason, "person", 4711L);
        return jdbc.sql("select max(id) from log.entry where reason = ?").param(reason).query(Long.class).single();
    }

    /** Who owns the database can do this; nobody else. */
    private void asOwner(String sql, Object... values) {
        JdbcClient.create(owner).sql(sql).params(List.of(values)).update();
    }

    @Test
    @DisplayName("names the line that somebody changed, though it was the owner of the database, and a noted seal tells a chain that was written anew")
    void tampering() {
        long line = line("ตรวจแบบ จส.03");
        var before = chain.verify();
        assertThat(before.faults()).isEmpty();
        assertThat(chain.stands(before.head())).isTrue();
        asOwner("update log.entry set reason = 'ไม่ได้ดู' where id = ?", line);
        assertThat(chain.verify().faults()).extracting(Chain.Fault::line, Chain.Fault::fault).containsExactly(org.assertj.core.groups.Tuple.tuple(line, "changed line"));
        asOwner("update log.entry set reason = 'ตรวจแบบ จส.03' where id = ?", line);
        assertThat(chain.verify().isWhole()).isTrue();
        assertThat(chain.stands(before.head().replaceAll(":..", ":00"))).isFalse();
    }

    @Test
    @DisplayName("tells of a line that was taken away, and of one that was slipped in without a seal")
    void takenAndSlippedIn() {
        long line = line("บรรทัดนี้จะถูกแอบใส่");
        chain.seal();
        // a line dated back and hidden from the sealing, as an owner could: its transaction number lies before all that are looked at
        asOwner("insert into log.entry (at, actor, address, act, xid) values (now() - interval '1 day', 'x', 'x', 'test.slipped', '1')");
        assertThat(chain.verify().faults()).extracting(Chain.Fault::fault).containsExactly("unsealed line");
        asOwner("delete from log.entry where act = 'test.slipped'");
        asOwner("update log.seal set number = number + 1000000 where entry_id = ?", line);
        assertThat(chain.verify().faults()).extracting(Chain.Fault::fault).contains("missing seal");
        asOwner("update log.seal set number = number - 1000000 where entry_id = ?", line);
        assertThat(chain.verify().isWhole()).isTrue();
    }

    @Test
    @DisplayName("seals a line whose transaction ends long after later lines were sealed")
    void lateLines() throws SQLException {
        try (var slow = pool.getConnection()) {
            slow.setAutoCommit(false);
            try (var statement = slow.createStatement()) {
                statement.execute("insert into log.entry (actor, address, act) values ('malee', '10.0.0.9', 'test.slow')");
            }
            for (int i = 0; i < 20; i++) line("เร็วกว่า " + i);
            chain.seal();
            slow.commit();
        }
        chain.seal();
        assertThat(jdbc.sql("select count(*) from log.entry e join log.seal s on s.entry_id = e.id where e.act = 'test.slow'").query(Long.class).single()).isEqualTo(1);
        assertThat(chain.verify().isWhole()).isTrue();
    }

    @Test
    @DisplayName("and the history are insert-only for the application: it can neither change nor delete them, nor put a seal, nor step out of its role")
    void insertOnly() throws SQLException {
        var kept = jdbc.sql("select 'history.' || table_name from information_schema.tables where table_schema = 'history' and table_type = 'BASE TABLE'").query(String.class).list();
        assertThat(kept).contains("history.person", "history.council", "history.account");
        var all = new java.util.ArrayList<>(kept);
        all.addAll(List.of("log.entry", "log.seal", "log.sealing", "log.touch", "log.request"));
        for (var table : all)
            for (var act : List.of("update " + table + " set " + (table.equals("log.sealing") ? "only_one = true" : table.equals("history.whereabouts") ? "table_name = ''" : table.startsWith("history.") ? "version = 1" : table.equals("log.seal") ? "number = 1"
                    : table.equals("log.touch") ? "table_name = ''" : table.equals("log.request") ? "answer = ''" : "actor = ''"), "delete from " + table, "truncate " + table))
                assertThatThrownBy(() -> jdbc.sql(act).update()).as(act).rootCause().hasMessageContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("insert into history.whereabouts (table_name, unit_column) values ('x', 'y')").update()).rootCause().hasMessageContaining("permission denied");
        assertThatThrownBy(() -> jdbc.sql("insert into log.seal values (0, 1, '')").update()).rootCause().hasMessageContaining("permission denied");
        try (var connection = pool.getConnection(); var statement = connection.createStatement()) {
            statement.execute("reset role");
            var who = statement.executeQuery("select session_user, current_user, rolsuper from pg_roles where rolname = session_user");
            assertThat(who.next()).isTrue();
            assertThat(who.getString(1) + " " + who.getString(2) + " " + who.getBoolean(3)).isEqualTo("khabuan_app khabuan_app false");
        }
    }

    @Test
    @DisplayName("has a line for every write: the database refuses one outside of a change")
    void noWriteOutsideOfAChange() {
        String unit = cast.unitInNan("อบต.", "ศรีนาวา");
        for (var act : List.of("update unit set dla_code = 'x' where code = '" + unit + "'", "delete from unit where code = '" + unit + "'",
                "insert into person (unit_code, full_name) values ('" + unit + "', 'สมชาย ใจดี')"))
            assertThatThrownBy(() -> jdbc.sql(act).update()).as(act).rootCause().hasMessageContaining("A write outside of a change");
    }

    @Test
    @DisplayName("is searched by who, what, when and record, by auditors; the search stands in it too")
    void search() throws Exception {
        var auditor = people.auditor();
        line("ตรวจการแบ่งเขต ๑");
        mvc.perform(get("/log").with(SignIn.as(auditor)).param("who", Cast.recorderOfNan().name()).param("act", "test.read").param("text", "แบ่งเขต").param("id", "4711"))
                .andExpect(status().isOk()).andExpect(content().string(containsString("ตรวจการแบ่งเขต ๑")));
        mvc.perform(get("/log").with(SignIn.as(auditor)).param("act", "log.search").param("who", auditor.name())).andExpect(content().string(containsString("ข้อความในเหตุผล: แบ่งเขต")));
        mvc.perform(get("/log").with(SignIn.as(auditor)).param("from", "วันนั้น")).andExpect(status().isUnprocessableContent());
        mvc.perform(post("/log/verification").with(csrf()).with(SignIn.as(auditor))).andExpect(status().isOk()).andExpect(content().string(containsString("ห่วงโซ่ครบถ้วน")));
    }
}
