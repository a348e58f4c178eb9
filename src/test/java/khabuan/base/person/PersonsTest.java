package khabuan.base.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.access.SignIn;
import khabuan.base.record.Changes;
import khabuan.base.record.Moments;
import khabuan.base.store.Home;
import khabuan.base.store.RowScope;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("Persons")
class PersonsTest {

    private static final RowScope SOUTH = new RowScope("region", "S");
    private static final RowScope NAN = new RowScope("province", "55");
    private static int lastId;
    @Autowired
    Cast cast;
    @Autowired
    Persons persons;
    @Autowired
    Changes changes;
    @Autowired
    Moments moments;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    Home home;
    @Autowired
    MockMvc mvc;
    private String nan;
    private String phatthalung;

    @BeforeEach
    void places() {
        nan = cast.unitInNan("อบต.", "บ้านนา");
        phatthalung = cast.unitInPhatthalung("ทต.", "ท่ามิหรำ");
    }

    private long register(Actor actor, String unit, String name, String nationalId) {
        return new RowScope(actor.scopeLevel(), actor.scopeCode()).during(() -> changes.make(actor.author(), "test.register", "",
                () -> persons.register(actor, new Person.Details(unit, name, nationalId, "081-234-5678"))));
    }

    /** A new number that can exist. */
    private static String newId() {
        String twelve = "15599%07d".formatted(++lastId);
        for (char last = '0'; last <= '9'; last++) if (NationalId.parse(twelve + last).isPresent()) return twelve + last;
        throw new AssertionError();
    }

    @Test
    @DisplayName("have national ID numbers whose last digit proves the others, however they are written")
    void nationalIds() {
        assertThat(NationalId.parse("1-1037-02071-81-1")).map(NationalId::digits).hasValue("1103702071811");
        assertThat(NationalId.parse("๑๑๐๓๗ ๐๒๐๗๑ ๘๑๑")).map(NationalId::written).hasValue("1-1037-02071-81-1");
        assertThat(List.of("1-1037-02071-81-2", "110370207181", "0103702071811", "", "สมชาย").stream().map(NationalId::parse)).allMatch(java.util.Optional::isEmpty);
        assertThat(NationalId.parse("1103702071811").orElseThrow().toString()).doesNotContain("11037");
    }

    @Test
    @DisplayName("are masked in lists")
    void masks() {
        assertThat(Person.masked("สมชาย ใจดี")).isEqualTo("สมชาย ใ…");
        assertThat(Person.masked("ม.ล. ปิ่น มาลากุล")).isEqualTo("ม.ล. ปิ่น ม…");
        assertThat(Person.masked("คำปุ่น")).isEqualTo("ค…");
    }

    @Test
    @DisplayName("keep number and telephone encrypted, with a key that only its owner reads")
    void ciphers() throws Exception {
        String id = newId();
        long person = register(Cast.recorderOfNan(), nan, "สมชาย ใจดี", id);
        byte[] cipher = jdbc.sql("select national_id_cipher || phone_cipher from person where id = ?").param(person).query(byte[].class).single();
        assertThat(new String(cipher, StandardCharsets.ISO_8859_1)).doesNotContain(id).doesNotContain("0812345678");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.keys().resolve("persons.key")))).isEqualTo("rw-------");
        var read = persons.read(Cast.recorderOfNan(), person, "ตรวจตามแบบ จส.03");
        assertThat(read.nationalId()).isEqualTo(id);
        assertThat(read.phone()).isEqualTo("0812345678");
    }

    @Test
    @DisplayName("are found again by their number within the scope; one of another area is refused and not shown")
    void sameNumber() {
        String id = newId();
        long person = register(Cast.recorderOfNan(), nan, "สมชาย ใจดี", id);
        assertThat(register(Cast.recorderOfNan(), nan, "สมชาย  ใจดี", id)).isEqualTo(person);
        assertThatThrownBy(() -> register(Cast.recorderOfPhatthalung(), phatthalung, "สมชาย ใจดี", id)).isInstanceOf(Refusal.Thrown.class)
                .hasMessage("person.refusal.national-id-elsewhere");
    }

    @Test
    @DisplayName("are read with a reason only, which is logged with who and from where")
    void readingIsLogged() {
        long person = register(Cast.recorderOfNan(), nan, "สมชาย ใจดี", "");
        assertThatThrownBy(() -> persons.read(Cast.recorderOfNan(), person, " ")).hasMessage("person.refusal.reason-missing");
        persons.read(Cast.recorderOfNan(), person, "ตรวจตามแบบ จส.03");
        assertThat(jdbc.sql("select actor || ' ' || address || ' ' || reason from log.entry where act = 'person.read' and subject_id = ?").param(person).query(String.class).list())
                .containsExactly(Cast.recorderOfNan().name() + " 127.0.0.1 ตรวจตามแบบ จส.03");
    }

    @Test
    @DisplayName("of other scopes are not there: neither in the present, nor in the history, nor in the past, nor to be changed or planted")
    void otherScopesAreNotThere() {
        long person = register(Cast.recorderOfNan(), nan, "สมชาย ใจดี", "");
        persons.correct(Cast.recorderOfNan(), person, 1, new Person.Details(nan, "สมชาย ใจงาม", "", ""), "แก้ตามบัตรประชาชน");
        var later = Instant.now().plusSeconds(60);
        for (var table : List.of("present.person", "history.person")) {
            assertThat(NAN.during(() -> count(table, person))).as(table).isEqualTo(1);
            assertThat(SOUTH.during(() -> count(table, person))).as(table).isZero();
            assertThat(RowScope.NONE.during(() -> count(table, person))).as(table).isZero();
        }
        assertThat(NAN.during(() -> moments.read(later, () -> count("person", person)))).isEqualTo(1);
        assertThat(SOUTH.during(() -> moments.read(later, () -> count("person", person)))).isZero();
        assertThatThrownBy(() -> persons.read(Cast.recorderOfPhatthalung(), person, "อยากรู้")).isInstanceOf(OutOfReach.class);
        assertThat(SOUTH.during(() -> changes.make(Cast.recorderOfPhatthalung().author(), "test", "", () -> jdbc.sql("update person set full_name = 'x' where id = ?").param(person).update()))).isZero();
        assertThatThrownBy(() -> SOUTH.during(() -> changes.make(Cast.recorderOfPhatthalung().author(), "test", "",
                () -> jdbc.sql("insert into person (unit_code, full_name) values (?, 'x')").param(nan).update()))).rootCause().hasMessageContaining("row-level security");
    }

    private long count(String table, long person) {
        return jdbc.sql("select count(*) from " + table + " where id = ?").param(person).query(Long.class).single();
    }

    @Test
    @DisplayName("show themselves on their page after a reason only, and not at all to another region")
    void page() throws Exception {
        long person = register(Cast.recorderOfNan(), nan, "สมชาย ใจดี", "");
        mvc.perform(get("/persons/" + person).with(SignIn.as(Cast.officerOfTheNorth()))).andExpect(status().isOk()).andExpect(content().string(containsString("สมชาย ใ…")))
                .andExpect(content().string(not(containsString("ใจดี"))));
        mvc.perform(post("/persons/" + person + "/reading").with(csrf()).with(SignIn.as(Cast.officerOfTheNorth()))).andExpect(status().isUnprocessableContent());
        mvc.perform(post("/persons/" + person + "/reading").with(csrf()).with(SignIn.as(Cast.officerOfTheNorth())).param("reason", "ตรวจตามแบบ จส.03"))
                .andExpect(content().string(containsString("ใจดี"))).andExpect(content().string(containsString("0812345678")));
        mvc.perform(get("/persons/" + person).with(SignIn.as(Cast.recorderOfPhatthalung()))).andExpect(status().isNotFound());
        mvc.perform(get("/persons/" + person).with(SignIn.as(Cast.executive()))).andExpect(status().isForbidden());
    }
}
