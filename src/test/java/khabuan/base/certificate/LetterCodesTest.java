package khabuan.base.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import khabuan.base.access.SignIn;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@World
@DisplayName("A letter of certification and its code")
class LetterCodesTest extends LetterHouse {

    @Test
    @DisplayName("carries a code that a decoder reads from the paper, and that opens the page which says that it is genuine")
    void codeOpensThePage() throws Exception {
        var letter = printed("กลุ่มจักสานบ้านซาวหลวง");
        var address = URI.create(code(bytes(letter.lastCopy())));
        var answer = mvc.perform(get(address.getPath())).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8)).contains("หนังสือฉบับนี้ถูกต้อง", "This letter is genuine", letter.named(), "กลุ่มจักสานบ้านซาวหลวง 1");
    }

    @Test
    @DisplayName("is set in Thai digits with office, number, words, day and signatory, and its text is found again")
    void paper() throws Exception {
        var letter = printed("กลุ่มน้ำดื่มบ้านปั๊ม");
        var paper = text(bytes(letter.lastCopy())).replaceAll("\\s+", " ");
        assertThat(paper).contains("สำนักงานภาคเหนือ", "หนังสือรับรองสถานภาพองค์กรชุมชน", "กลุ่มน้ำดื่มบ้านปั๊ม ๑", "๑ กุมภาพันธ์ ๒๕๕๕", "ให้ไว้ ณ วันที่ ๒ กันยายน พ.ศ. ๒๕๖๒", "(นางคำแก้ว สมมุติ)",
                "ปฏิบัติการแทนผู้อำนวยการสถาบันพัฒนาองค์กรชุมชน");
        assertThat(text(bytes(letter.lastCopy())).lines()).as("no line ends within a word").noneMatch(line -> line.strip().matches(".*(พระ|ราช|องค์|องค์กร|จัด|จด|วัน|ร้อย)"));
        assertThat(paper).containsPattern("เลขที่ รส\\.ภาคเหนือ [๐-๙]+/๒๕๖๒|เลขที่ รส\\.เหนือ [๐-๙]+/๒๕๖๒").doesNotContainPattern("[0-9]");
    }

    @Test
    @DisplayName("is called a forgery when a single letter of its token was changed, when the key is unknown, and when there is no such token at all; the log keeps neither token nor address")
    void forged() throws Exception {
        var token = tokens.of(printed("กลุ่มเลี้ยงผึ้ง"), 1);
        for (int at : List.of(0, 3, 10, 20, 40, 115)) {
            var changed = new StringBuilder(token);
            changed.setCharAt(at, token.charAt(at) == 'A' ? 'B' : 'A');
            assertThat(verified(changed.toString()).getStatus()).as("letter " + at).isEqualTo(404);
        }
        for (var other : List.of("abc", "ก".repeat(40), token + "AAAA", token.substring(4))) assertThat(verified(other).getStatus()).as(other).isEqualTo(404);
        assertThat(verified("x").getContentAsString(java.nio.charset.StandardCharsets.UTF_8)).contains("ไม่ใช่หนังสือที่ออกจากระบบนี้", "Not a letter of this system");
        assertThat(jdbc.sql("select distinct actor || ':' || address || ':' || (reason ~ '^[0-9]+$') from log.entry where act = 'certificate.refused-token'").query(String.class).list())
                .containsExactly("public::true");
    }

    @Test
    @DisplayName("is verified by the link of its code, pasted whole or broken over lines; a number alone is answered with what to do")
    void askedFor() throws Exception {
        String token = "A".repeat(116);
        for (var pasted : new String[] {"https://khabuan.example/verify/" + token, token.substring(0, 60) + "\n " + token.substring(60)})
            assertThat(mvc.perform(get("/verify").param("code", pasted)).andReturn().getResponse().getHeader("Location")).isEqualTo("/verify/" + token);
        assertThat(mvc.perform(get("/verify")).andReturn().getResponse().getStatus()).isEqualTo(200);
        var number = mvc.perform(get("/verify").param("code", "รส.อีสาน 12/2562")).andReturn().getResponse();
        assertThat(number.getStatus()).isEqualTo(422);
        assertThat(number.getContentAsString(java.nio.charset.StandardCharsets.UTF_8)).contains("สแกนรหัส", "value=\"รส.อีสาน 12/2562\"");
    }

    @Test
    @DisplayName("says what it said when it was issued, also after the record has changed")
    void asIssued() throws Exception {
        var letter = printed("กลุ่มเกษตรอินทรีย์");
        cast.change(() -> jdbc.sql("update organisation set name = 'ชื่อใหม่', ended_on = '2019-09-01' where id = ?").param(letter.recordId()).update());
        assertThat(verdict(letter, 1)).contains("กลุ่มเกษตรอินทรีย์ 1", ENDED, "A genuine letter, but what it certified has ended", "สิ้นสุดแล้วเมื่อ 1 กันยายน 2562").doesNotContain("ชื่อใหม่", VALID);
    }

    @Test
    @DisplayName("of a council is genuine as long as the term lasts that ran when it was issued; after that, or when the council has ended, its page says what has ended and when")
    void endsWithTheTerm() throws Exception {
        var lasting = issued("2018-03-01", "2015-09-30", null);
        assertThat(verdict(lasting, 1)).contains(VALID).doesNotContain(ENDED, "วาระของสภาฯ");
        assertThat(verdict(issued("2018-03-01", "2015-06-01", null), 1)).contains(ENDED, "วาระของสภาฯ ที่ดำรงอยู่ในวันที่ออกหนังสือสิ้นสุดเมื่อ 1 มิถุนายน 2562", "The council’s term that ran when the letter was issued ended on 1 June 2019").doesNotContain(VALID);
        assertThat(verdict(issued("2018-03-01", "2015-09-30", "2019-05-20"), 1)).as("the next term began early").contains(ENDED, "20 พฤษภาคม 2562");
        assertThat(verdict(issued("2018-03-01", "2013-01-10", null), 1)).as("the term was over already, which the letter was issued in spite of").contains(VALID);
        cast.change(() -> jdbc.sql("update council set ended_on = '2019-08-15' where id = ?").param(lasting.recordId()).update());
        assertThat(verdict(lasting, 1)).contains(ENDED, "สิ้นสุดแล้วเมื่อ 15 สิงหาคม 2562").doesNotContain(VALID);
        cast.change(() -> jdbc.sql("update council set ended_on = '2019-09-30' where id = ?").param(lasting.recordId()).update());
        assertThat(verdict(lasting, 1)).as("it will end, and hasn't yet").contains(VALID);
    }

    @Test
    @DisplayName("of an organisation says when somebody found that it exists no longer")
    void endsWithTheSighting() throws Exception {
        var letter = printed("กลุ่มจักรยานบ้านดอนแก้ว");
        cast.change(() -> jdbc.sql("insert into organisation_sighting (organisation_id, seen_on, seen_by, existing) values (?, '2019-09-02', 'มาลี', false)").param(letter.recordId()).update());
        assertThat(verdict(letter, 1)).contains(ENDED, "การสำรวจเมื่อ 2 กันยายน 2562 ไม่พบองค์กรนี้แล้ว").doesNotContain(VALID);
        cast.change(() -> jdbc.sql("insert into organisation_sighting (organisation_id, seen_on, seen_by, existing) values (?, '2019-09-02', 'คำปัน', true)").param(letter.recordId()).update());
        assertThat(verdict(letter, 1)).contains(VALID);
    }

    @Test
    @DisplayName("is signed with a new key as soon as an administrator has renewed it, with a reason, and without a restart; what older keys signed still verifies, and the page of settings tells who renewed it and why")
    void renewedKey() throws Exception {
        var before = printed("กลุ่มเครื่องเงินบ้านป่ากลาง");
        assertThat(renew(people.centreOfficer(), "ครบปี").getStatus()).isEqualTo(403);
        assertThat(renew(people.administrator(), " ").getStatus()).isEqualTo(422);
        assertThat(keys.current()).isEqualTo(before.lastCopy().keyId());
        assertThat(renew(people.administrator(), "ครบปี พ.ศ. 2562").getRedirectedUrl()).isEqualTo("/certificates#keys");
        var after = printed("กลุ่มผ้าฝ้ายบ้านหนองบัว");
        assertThat(after.lastCopy().keyId()).isEqualTo(keys.current()).isNotEqualTo(before.lastCopy().keyId());
        for (var letter : List.of(before, after)) {
            var address = URI.create(code(bytes(letter.lastCopy())));
            assertThat(mvc.perform(get(address.getPath())).andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8)).contains(VALID, letter.named());
        }
        assertThat(jdbc.sql("select actor || ':' || reason from log.entry where act = 'certificate.key' order by id desc limit 1").query(String.class).single()).isEqualTo("wipha:ครบปี พ.ศ. 2562");
        var page = mvc.perform(get("/certificates").with(SignIn.as(people.administrator()))).andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(page).contains(before.lastCopy().keyId(), after.lastCopy().keyId(), "ครบปี พ.ศ. 2562", "วิภา ศรีสุวรรณ");
    }

    @Test
    @DisplayName("stays with the record that it was issued for when that is merged into another, and its page names the survivor")
    void merged() throws Exception {
        var both = organisations(2, "กลุ่มฌาปนกิจสงเคราะห์");
        var letter = printed(both.getFirst());
        cast.change(() -> jdbc.sql("update organisation set merged_into = ? where id = ?").params(both.get(1), both.getFirst()).update());
        assertThat(verdict(letter, 1)).contains(ENDED, "ถูกรวมเข้ากับ กลุ่มฌาปนกิจสงเคราะห์ 2 แล้ว").doesNotContain(VALID);
        assertThat(on(ofOrganisations.printed().sql(), both.getFirst())).isEmpty();
    }

    @Test
    @DisplayName("is signed with a key that lies in a file only its owner reads, and nowhere in the database; a newer key leaves older letters valid")
    void keysInFiles() throws Exception {
        var letter = printed("กลุ่มวิสาหกิจกาแฟ");
        var token = tokens.of(letter, 1);
        var file = home.keys().resolve("letters-0001.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        var secret = Files.readAllLines(file).getFirst();
        assertThat(jdbc.sql("select count(*) from letter_copy where key_id || reason like '%' || ? || '%'").param(secret).query(Long.class).single()).isZero();
        assertThat(keys.published()).containsKey(letter.lastCopy().keyId());
        var old = keys.current();
        assertThat(keys.rotate()).isNotEqualTo(old);
        var elsewhere = new LetterKeys(home, jdbc).rotate();
        assertThat(keys.current()).as("a key that another process made signs here at once").isEqualTo(elsewhere);
        assertThat(verified(token).getStatus()).isEqualTo(200);
        assertThat(printed("กลุ่มชาเมี่ยง").lastCopy().keyId()).isEqualTo(keys.current());
        assertThat(mvc.perform(get("/verify/keys")).andReturn().getResponse().getContentAsString()).contains(old, keys.current());
    }
}
