package khabuan.registry.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.access.Role;
import khabuan.base.access.SignIn;
import khabuan.base.duplicate.DuplicateRefusal;
import khabuan.base.duplicate.Pairs;
import khabuan.base.duplicate.Scan;
import khabuan.base.person.Person;
import khabuan.base.person.Persons;
import khabuan.base.store.RowScope;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** คำปุ่น of ฝายแก้ว in Nan was entered again when her council's term was reviewed. */
@World
@DisplayName("Two persons of one name")
class TwoPersonsTest {

    private static final List<String> TABLES = List.of("person", "council_member", "council");
    private static final Actor OTHER_AT_THE_CENTRE = new Actor(9014L, "suda", "สุดา จันทร์งาม", Role.CENTRE_OFFICER, "country", "", Set.of(), "127.0.0.1");

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired Cast cast;
    @Autowired Scan scan;
    @Autowired Pairs pairs;
    @Autowired Persons persons;
    private String unit;
    private long council;
    private String surname;

    @BeforeEach
    void aCouncil() {
        unit = cast.unitInNan("อบต.", "ฝายแก้ว" + Long.toString(System.nanoTime(), 36));
        council = council(unit);
        surname = "ณฝายแก้ว" + Long.toString(System.nanoTime() % 100_000).chars().mapToObj(c -> String.valueOf((char) ('ก' + (c - '0') * 3))).reduce("", String::concat);
    }

    private long council(String of) {
        var id = new long[1];
        cast.change(() -> id[0] = jdbc.sql("insert into council (code, unit_code, name, registered_on) values ('P' || ?, ?, 'สภาองค์กรชุมชนตำบลฝายแก้ว', '2010-03-15') returning id").params(of, of).query(Long.class).single());
        return id[0];
    }

    private long member(String name, String village, String gender, String from) {
        return member(council, unit, name, village, gender, from);
    }

    private long member(long of, String unit, String name, String village, String gender, String from) {
        var id = new long[1];
        cast.change(() -> {
            id[0] = jdbc.sql("insert into person (unit_code, full_name) values (?, ?) returning id").params(unit, name).query(Long.class).single();
            jdbc.sql("insert into council_member (council_id, person_id, class, village, gender, selected_on) values (?, ?, 'community', ?, ?, ?::date)").params(of, id[0], village, gender, from).update();
        });
        return id[0];
    }

    private List<Long> suspected(long one, long other) {
        scan.of("person");
        return jdbc.sql("select id from duplicate_pair where record_kind = 'person' and first_id = least(?, ?) and second_id = greatest(?, ?) and state = 'suspected'").params(one, other, one, other)
                .query(Long.class).list();
    }

    private int version(long pair) {
        return jdbc.sql("select version from duplicate_pair where id = ?").param(pair).query(Integer.class).single();
    }

    @Test
    @DisplayName("in one unit are suspected, not more, and the reasons are told; a village, a telephone, however the name is written, bring them nearer")
    void suspected() {
        long one = member("นางคำปุ่น " + surname, "หมู่ที่ 3 บ้านนา", "female", "2010-03-15");
        long again = member("นางคําปุน  " + surname, "", "", "2014-03-15");
        var pair = pairs.at(Cast.officerOfTheNorth(), suspected(one, again).getFirst());
        assertThat(pair.score()).isBetween(0.75, 0.85);
        assertThat(pair.reasons()).contains("same-unit").anyMatch(r -> r.startsWith("name-"));
        long third = member("น.ส.คำปุ่น " + surname, "ม.๓", "female", "2018-03-15");
        assertThat(pairs.at(Cast.officerOfTheNorth(), suspected(one, third).getFirst()).reasons()).contains("same-village:1", "name-equal");
    }

    @Test
    @DisplayName("are two when they are of two villages, of two sexes, sit in two councils at one time, or have two national IDs")
    void parted() {
        long one = member("คำปุ่น " + surname, "หมู่ที่ 3", "female", "2010-03-15");
        assertThat(suspected(one, member("คำปุ่น " + surname, "หมู่ที่ 5", "female", "2010-03-15"))).isEmpty();
        assertThat(suspected(one, member("คำปุ่น " + surname, "", "male", "2010-03-15"))).isEmpty();
        String next = cast.unitInNan("ทต.", "ฝายแก้ว" + unit);
        long elsewhere = member(council(next), next, "คำปุ่น " + surname, "", "", "2012-03-15");
        assertThat(suspected(one, elsewhere)).isEmpty();
        var ids = new long[2];
        cast.change(() -> {
            ids[0] = persons.register(Cast.officerOfTheNorth(), new Person.Details(unit, "แก้วตา " + surname, "1-1037-02071-81-1", "081-234-5678"));
            ids[1] = persons.register(Cast.officerOfTheNorth(), new Person.Details(unit, "แก้วตา " + surname, "", "+66 81 234 5678"));
        });
        assertThat(pairs.at(Cast.officerOfTheNorth(), suspected(ids[0], ids[1]).getFirst()).reasons()).contains("same-phone:1");
        persons.correct(Cast.officerOfTheNorth(), ids[1], 1, new Person.Details(unit, "แก้วตา " + surname, "3-5599-00012-34-" + check("355990001234"), "081-234-5678"), "แก้ตามบัตรประชาชน");
        assertThat(suspected(ids[0], ids[1])).isEmpty();
    }

    private static String check(String twelve) {
        for (char last = '0'; last <= '9'; last++) if (khabuan.base.person.NationalId.parse(twelve + last).isPresent()) return String.valueOf(last);
        throw new AssertionError();
    }

    private String checksum() {
        return TABLES.stream().map(t -> jdbc.sql("select md5(coalesce(string_agg((to_jsonb(t) - 'version' - 'recorded_at' - 'change_id')::text, '|' order by id), '')) from %s t".formatted(t))
                .query(String.class).single()).toList().toString();
    }

    private long sitting(LocalDate on) {
        return jdbc.sql("select count(*) from council_member where council_id = :council and selected_on <= :on and (ended_on is null or ended_on > :on)").param("council", council).param("on", on)
                .query(Long.class).single();
    }

    @Test
    @DisplayName("are merged by two people: she sits once, before and after the review; what is known of either stays with her; both numbers lead to her; undone, all is as it was")
    void mergedAndUndone() throws Exception {
        long one = member("นางคำปุ่น " + surname, "หมู่ที่ 3", "female", "2010-03-15");
        long again = member("คำปุ่น " + surname, "หมู่ที่ 3", "female", "2014-03-15");
        persons.correct(Cast.officerOfTheNorth(), again, 1, new Person.Details(unit, "คำปุ่น " + surname, "1-5599-00000-01-" + check("155990000001"), "081-234-5678"), "แก้ตามบัตรประชาชน");
        long pair = suspected(one, again).getFirst();
        String before = checksum();
        assertThat(List.of(sitting(LocalDate.of(2012, 1, 1)), sitting(LocalDate.of(2019, 9, 2)))).containsExactly(1L, 2L);
        assertThatThrownBy(() -> pairs.confirm(Cast.centre(), pair, version(pair))).isInstanceOf(Refusal.Thrown.class);
        pairs.propose(Cast.centre(), pair, version(pair), one, List.of("full_name"), "ถามประธานสภาแล้ว เป็นคนเดียวกัน");
        assertThatThrownBy(() -> pairs.confirm(Cast.centre(), pair, version(pair))).hasMessage(DuplicateRefusal.CONFIRM_OWN.key());
        pairs.confirm(OTHER_AT_THE_CENTRE, pair, version(pair));
        assertThat(List.of(sitting(LocalDate.of(2012, 1, 1)), sitting(LocalDate.of(2019, 9, 2)))).containsExactly(1L, 1L);
        var read = persons.read(Cast.officerOfTheNorth(), one, "ตรวจตามแบบ จส.03");
        assertThat(read.fullName()).isEqualTo("คำปุ่น " + surname);
        assertThat(read.nationalId()).startsWith("155990000001");
        assertThat(mvc.perform(get("/persons/" + again).with(SignIn.as(Cast.officerOfTheNorth()))).andReturn().getResponse().getContentAsString()).contains("href=\"/persons/" + one + "\"", "รวมกันแล้ว");
        assertThat(new RowScope("region", "N").during(() -> {
            var found = new long[1];
            cast.change(() -> found[0] = persons.register(Cast.officerOfTheNorth(), new Person.Details(unit, "คำปุ่น", read.nationalId(), "")));
            return found[0];
        })).isEqualTo(one);
        pairs.undo(Cast.centre(), pair, version(pair), "เป็นแม่กับลูก");
        assertThat(checksum()).isEqualTo(before);
    }

    @Test
    @DisplayName("of two terms, one after the other, keep both when they are merged")
    void oneTermAfterTheOther() {
        long one = member("คำปุ่น " + surname, "", "", "2010-03-15");
        cast.change(() -> jdbc.sql("update council_member set ended_on = '2014-03-15' where person_id = ?").param(one).update());
        long again = member("คำปุ่น " + surname, "", "", "2014-03-15");
        long pair = suspected(one, again).getFirst();
        pairs.propose(Cast.officerOfTheNorth(), pair, version(pair), again, List.of(), "คนเดียวกัน");
        pairs.confirm(Cast.centre(), pair, version(pair));
        assertThat(jdbc.sql("select count(*) from council_member where person_id = ?").param(again).query(Long.class).single()).isEqualTo(2);
        assertThat(List.of(sitting(LocalDate.of(2012, 1, 1)), sitting(LocalDate.of(2019, 9, 2)))).containsExactly(1L, 1L);
    }

    private String page(String path, Actor actor) throws Exception {
        var answer = mvc.perform(get(path).with(SignIn.as(actor))).andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer.getStatus() == 200 ? answer.getContentAsString() : Integer.toString(answer.getStatus());
    }

    @Test
    @DisplayName("are shown by masked names only, to those who may read persons where both are; what is decided of them keeps no name")
    void masked() throws Exception {
        long one = member("คำปุ่น " + surname, "", "", "2010-03-15");
        long again = member("คำปุ่น " + surname, "", "", "2014-03-15");
        long pair = suspected(one, again).getFirst();
        assertThat(page("/duplicates?kind=person", Cast.officerOfTheNorth())).contains("/duplicates/" + pair, "คำปุ่น ณ…").doesNotContain(surname);
        assertThat(page("/duplicates/" + pair, Cast.officerOfTheNorth())).contains("คำปุ่น ณ…", "/persons/" + one, "ระบบบันทึกการดูทุกครั้ง").doesNotContain(surname, "cipher", "_hash");
        var community = new Actor(9061L, "nid", "นิด ใจดี", Role.COMMUNITY, "unit", unit, Set.of(), "127.0.0.1");
        assertThat(page("/duplicates/" + pair, community)).isEqualTo("404");
        assertThat(page("/duplicates?kind=person", community)).doesNotContain("/duplicates/" + pair, "คำปุ่น");
        assertThat(page("/duplicates/" + pair, Cast.recorderOfPhatthalung())).isEqualTo("404");
        assertThatThrownBy(() -> pairs.at(Cast.recorderOfPhatthalung(), pair)).isInstanceOf(OutOfReach.class);
        pairs.differ(Cast.officerOfTheNorth(), pair, version(pair), "แม่กับลูก");
        assertThat(jdbc.sql("select to_jsonb(p)::text from duplicate_pair p where id = ?").param(pair).query(String.class).single()).doesNotContain("คำปุ่น", surname);
        assertThat(suspected(one, again)).isEmpty();
    }

    @Test
    @DisplayName("in two councils make the councils likelier one, and the reason tells how many they share")
    void councilsOfTheSamePeople() {
        String next = cast.unitInNan("ทต.", "ฝายแก้ว" + unit);
        long other = council(next);
        scan.of("council");
        double alone = scoreOf(council, other);
        for (var name : List.of("นายอดุลย์ ", "นางบัวผัน ", "นายคำแสน ")) {
            member(name + surname, "", "", "2010-03-15");
            member(other, next, name.replaceFirst("^(นาย|นาง)", "") + " " + surname, "", "", "2010-03-15");
        }
        scan.of("council");
        assertThat(scoreOf(council, other)).isGreaterThan(alone);
        assertThat(jdbc.sql("select array_to_string(reasons, ' ') from duplicate_pair where record_kind = 'council' and first_id = ? and second_id = ?").params(council, other).query(String.class).single())
                .contains("same-members:3");
    }

    private double scoreOf(long one, long other) {
        return jdbc.sql("select score from duplicate_pair where record_kind = 'council' and first_id = ? and second_id = ?").params(one, other).query(Double.class).optional().orElse(0.0);
    }
}
