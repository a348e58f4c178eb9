package khabuan.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.SignIn;
import khabuan.base.duplicate.Scan;
import khabuan.base.intake.Intake;
import khabuan.base.intake.Kinds;
import khabuan.base.intake.LineFault;
import khabuan.base.intake.Order;
import khabuan.base.person.Person;
import khabuan.base.person.Persons;
import khabuan.cast.Cast;
import khabuan.cast.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

/** สะเนียน in Nan, an อบต. beside a ทต. of one name: each record comes a second time, written otherwise, by each door. */
@World
@DisplayName("Duplicates are looked for at every door")
class DoorsOfDuplicatesTest {

    private static final LocalDate TODAY = LocalDate.of(2019, 9, 2);

    @Autowired MockMvc mvc;
    @Autowired JdbcClient jdbc;
    @Autowired Cast cast;
    @Autowired Intake intake;
    @Autowired Kinds kinds;
    @Autowired Persons persons;
    @Autowired Scan scan;
    @TempDir Path folder;
    private String name;
    private String tambon;
    private String town;
    private long council;
    private long group;

    @BeforeEach
    void whatStands() {
        name = "สะเนียน" + Long.toString(System.nanoTime() % 1_000_000).chars().mapToObj(c -> String.valueOf("กขคงจฉชซญณ".charAt(c - '0'))).reduce("", String::concat);
        tambon = cast.unitInNan("อบต.", name);
        town = cast.unitInNan("ทต.", name);
        cast.change(() -> {
            council = jdbc.sql("insert into council (code, unit_code, name, registered_on) values ('D' || ?, ?, ?, '2010-03-15') returning id").params(tambon, tambon, "สภาองค์กรชุมชนตำบล" + name).query(Long.class).single();
            group = jdbc.sql("insert into organisation (code, unit_code, name, registered_on) values ('D' || ?, ?, 'กลุ่มน้ำพริกบ้านดอน หมู่ที่ 3', '2012-02-01') returning id").params(tambon, tambon).query(Long.class).single();
            long person = jdbc.sql("insert into person (unit_code, full_name) values (?, ?) returning id").params(tambon, "นางคำปุ่น ณ" + name).query(Long.class).single();
            jdbc.sql("insert into council_member (council_id, person_id, class, selected_on) values (?, ?, 'community', '2010-03-15')").params(council, person).update();
        });
    }

    private MockHttpServletResponse done(AbstractMockHttpServletRequestBuilder<?> asked) throws Exception {
        var answer = mvc.perform(asked.with(SignIn.as(Cast.officerOfTheNorth())).with(csrf())).andReturn().getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }

    private String typed(String query) throws Exception {
        return done(get("/duplicates/likely?" + query)).getContentAsString();
    }

    /** What the page says to which a form led. */
    private String led(AbstractMockHttpServletRequestBuilder<?> form) throws Exception {
        var answer = done(form);
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(302);
        return done(get(answer.getHeader("Location").replaceFirst("#.*", ""))).getContentAsString();
    }

    private List<LineFault> file(String kind, String... lines) throws IOException {
        var file = Files.write(folder.resolve(kind + ".csv"), List.of(lines));
        return intake.take(kinds.get(kind), new Order(Actor.commandLine(), file, kind + ".csv", null, false, false, TODAY, Order.Progress.NONE)).notes();
    }

    private long pairs(String kind) {
        return jdbc.sql("select count(*) from duplicate_pair where record_kind = ? and state = 'suspected' and unit_code in (?, ?) and other_unit_code in (?, ?)").params(kind, tambon, town, tambon, town)
                .query(Long.class).single();
    }

    @Test
    @DisplayName("a council: in the form while it is typed, when the form is sent, when it is corrected")
    void councilForm() throws Exception {
        assertThat(typed("of=council&unit=" + town + "&name=สภาองค์กรชุมชน ต." + name)).contains("สภาองค์กรชุมชนตำบล" + name, "/councils/" + council);
        assertThat(led(post("/councils").param("unit", town).param("name", "สภาองค์กรชุมชน ต." + name).param("registeredOn", "15 มี.ค. 2553"))).contains("อาจมีอยู่แล้วอีกรายการหนึ่ง", "/duplicates/");
        assertThat(pairs("council")).isOne();
        long other = jdbc.sql("select id from council where unit_code = ?").param(town).query(Long.class).single();
        cast.change(() -> jdbc.sql("update duplicate_pair set state = 'gone' where record_kind = 'council' and second_id = ?").param(other).update());
        assertThat(typed("of=council&self=" + other + "&unit=" + town + "&name=สภาองค์กรชุมชนตำบล" + name)).contains("/councils/" + council);
        assertThat(led(post("/councils/" + other + "/correction").param("unit", town).param("name", "สภาองค์กรชุมชนตำบล" + name).param("registeredOn", "15 มี.ค. 2553").param("reason", "แก้ตาม จส.02")
                .param("version", "1"))).contains("อาจมีอยู่แล้วอีกรายการหนึ่ง");
    }

    @Test
    @DisplayName("a council: in a file")
    void councilFile() throws IOException {
        assertThat(file("councils", "ชื่อสภา,พื้นที่,วันที่จดแจ้ง", "สภาองค์กรชุมชนตำบล" + name + "," + town + ",15 มี.ค. 2553")).singleElement().satisfies(n -> assertThat(n.key()).isEqualTo("council.note.like"));
    }

    @Test
    @DisplayName("an organisation: in the form while it is typed, when the form is sent, when it is corrected")
    void organisationForm() throws Exception {
        assertThat(typed("of=organisation&kind=group&unit=" + tambon + "&name=น้ําพริก บ.ดอน ม.๓")).contains("/organisations/" + group);
        assertThat(led(post("/organisations").param("unit", tambon).param("name", "กลุ่มน้ําพริก บ.ดอน ม.๓").param("registeredOn", "1 มี.ค. 2562").param("version", "0"))).contains("อาจมีอยู่แล้วอีกรายการหนึ่ง", "/duplicates/");
        assertThat(pairs("organisation")).isOne();
        assertThat(led(post("/organisations").param("unit", tambon).param("name", "กลุ่มทอผ้าบ้านดอน หมู่ที่ 7").param("registeredOn", "1 มี.ค. 2562").param("version", "0"))).doesNotContain("อาจมีอยู่แล้วอีกรายการหนึ่ง");
        long third = jdbc.sql("select max(id) from organisation where unit_code = ?").param(tambon).query(Long.class).single();
        assertThat(typed("of=organisation&self=" + third + "&kind=group&unit=" + tambon + "&name=กลุ่มน้ำพริกบ้านดอน หมู่ 3")).contains("/organisations/" + group);
        assertThat(led(post("/organisations/" + third + "/correction").param("unit", tambon).param("name", "กลุ่มน้ำพริกบ้านดอน หมู่ 3").param("registeredOn", "1 มี.ค. 2562").param("version", "1").param("reason", "ชื่อผิด")))
                .contains("อาจมีอยู่แล้วอีกรายการหนึ่ง");
    }

    @Test
    @DisplayName("an organisation: in a file")
    void organisationFile() throws IOException {
        assertThat(file("organisations", "ชื่อองค์กร,พื้นที่,วันที่จดแจ้ง", "กลุ่มน้ําพริก บ.ดอน ม.๓," + tambon + ",1 มี.ค. 2562")).singleElement().satisfies(n -> assertThat(n.key()).isEqualTo("organisation.note.like"));
    }

    @Test
    @DisplayName("a person: in the form of members while it is typed, by a masked name; when the form is sent; when the name is corrected")
    void personForm() throws Exception {
        var typing = done(post("/councils/" + council + "/members/likely").param("name-1", "คําปุน  ณ" + name)).getContentAsString();
        assertThat(typing).contains("อาจมีอยู่แล้ว", "นางคำปุ่น ณ…").doesNotContain("ณ" + name);
        led(post("/councils/" + council + "/members").param("selectedOn", "15 มี.ค. 2557").param("name-1", "คําปุน  ณ" + name).param("class-1", "community"));
        assertThat(pairs("person")).isOne();
        assertThat(done(get("/duplicates?kind=person")).getContentAsString()).contains("นางคำปุ่น ณ…").doesNotContain("ณ" + name);
        led(post("/councils/" + council + "/members").param("selectedOn", "15 มี.ค. 2557").param("name-1", "บัวผัน ณ" + name).param("class-1", "community"));
        assertThat(pairs("person")).isOne();
        long other = jdbc.sql("select id from person where full_name = ?").param("บัวผัน ณ" + name).query(Long.class).single();
        persons.correct(Cast.officerOfTheNorth(), other, 1, new Person.Details(tambon, "นางคำปุ่น ณ" + name, "", ""), "แก้ตามบัตรประชาชน");
        assertThat(pairs("person")).isGreaterThan(1);
    }

    @Test
    @DisplayName("a person: in a file of members, by a masked name")
    void personFile() throws IOException {
        assertThat(file("members", "รหัสสภา,ชื่อ-นามสกุล,ประเภทสมาชิก,วันที่คัดเลือก", "D" + tambon + ",คําปุน ณ" + name + ",ผู้แทนชุมชน,15 มี.ค. 2557")).singleElement().satisfies(n -> {
            assertThat(n.key()).isEqualTo("council.note.person-like");
            assertThat(n.values().getFirst()).isEqualTo("นางคำปุ่น ณ…");
        });
    }

    @Test
    @DisplayName("all of them: by night, for what came by no door")
    void night() {
        cast.change(() -> jdbc.sql("insert into organisation (code, unit_code, name, registered_on) values ('E' || ?, ?, 'กลุ่มน้ําพริก บ.ดอน ม.3', '2012-02-01')").params(tambon, tambon).update());
        scan.all();
        assertThat(pairs("organisation")).isOne();
    }
}
