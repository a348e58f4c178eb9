package khabuan.base.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusal;
import khabuan.base.access.Role;
import khabuan.base.access.SignIn;
import khabuan.base.evidence.Vault;
import khabuan.base.record.Author;
import khabuan.base.record.Changes;
import khabuan.base.store.Home;
import khabuan.cast.Cast;
import khabuan.cast.People;
import khabuan.cast.World;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("A letter of certification")
class LettersTest {

    @Autowired
    Letters letters;
    @Autowired
    Numbering numbering;
    @Autowired
    Printing printing;
    @Autowired
    Batches batches;
    @Autowired
    Offices offices;
    @Autowired
    LetterTemplates templates;
    @Autowired
    LetterKeys keys;
    @Autowired
    LetterToken tokens;
    @Autowired
    Vault vault;
    @Autowired
    Home home;
    @Autowired
    Changes changes;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MockMvc mvc;
    @Autowired
    Cast cast;
    @Autowired
    People people;

    private static final String VALID = "หนังสือฉบับนี้ถูกต้อง", ENDED = "หนังสือจริง แต่สิ่งที่รับรองสิ้นสุดแล้ว";
    private Actor officer;
    private CertificateKind ofOrganisations;

    @BeforeEach
    void arrive() {
        officer = people.person("chalida", "ชลิดา อินต๊ะ", Role.REGIONAL_OFFICER, "region", "N");
        ofOrganisations = letters.kind("organisation");
        cast.unitInNan("อบต.", "บ่อสวก");
        if (offices.signatory("N", letters.today()).isEmpty())
            offices.name(people.administrator(), new Offices.Signatory(0, "N", "นางคำแก้ว สมมุติ", "ผู้อำนวยการสำนักงานภาคเหนือ", "ปฏิบัติการแทนผู้อำนวยการสถาบันพัฒนาองค์กรชุมชน",
                    LocalDate.of(2018, 10, 1), null));
    }

    /** Groups of a new unit that lack nothing. */
    private List<Long> organisations(int count, String name) {
        var all = incomplete(count, name);
        cast.change(() -> {
            jdbc.sql("insert into organisation_sighting (organisation_id, seen_on, seen_by, existing) select unnest(:ids), '2019-08-01', 'คำปัน', true").param("ids", all.toArray(Long[]::new)).update();
            jdbc.sql("insert into organisation_certification (organisation_id, fiscal_year, certified_on) select unnest(:ids), 2562, '2019-08-01'").param("ids", all.toArray(Long[]::new)).update();
        });
        return all;
    }

    /** Groups of a new unit that nobody saw or certified. */
    private List<Long> incomplete(int count, String name) {
        String unit = cast.unitInNan("อบต.", "บ่อสวก");
        cast.change(() -> {
            for (int i = 1; i <= count; i++)
                jdbc.sql("insert into organisation (code, unit_code, name, registered_on) values (?, ?, ?, '2012-02-01')").params(unit + "-" + i, unit, name + " " + i).update();
        });
        return jdbc.sql("select id from organisation where unit_code = ? order by id").param(unit).query(Long.class).list();
    }

    private Letter printed(long organisation) {
        long id = numbering.one(officer, ofOrganisations, organisation, "", "");
        printing.print(officer.author(), List.of(id));
        return letters.find(id).orElseThrow();
    }

    private Letter printed(String name) {
        return printed(organisations(1, name).getFirst());
    }

    private byte[] bytes(Letter.Copy copy) throws Exception {
        return Files.readAllBytes(vault.path(copy.sha256()));
    }

    /** What a telephone reads from the paper. */
    private static String code(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            var picture = new PDFRenderer(document).renderImageWithDPI(0, 200);
            int[] points = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
            return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), points))), Map.of(DecodeHintType.TRY_HARDER, true)).getText();
        }
    }

    private static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    @DisplayName("keeps its words when the council's unit is corrected afterwards, and with it the council's name; the next copy too")
    void keepsItsWords() throws Exception {
        String unit = cast.unitInNan("อบต.", "บ่อสวก");
        String other = cast.unitInNan("ทต.", "บ่อสวกเหนือ");
        cast.change(() -> jdbc.sql("insert into council (code, unit_code, name, registered_on) values (?, ?, 'สภาองค์กรชุมชนตำบลบ่อสวก', '2012-02-01')").params("6" + System.nanoTime() % 100_000, unit).update());
        long council = jdbc.sql("select id from council where unit_code = ?").param(unit).query(Long.class).single();
        long id = numbering.one(officer, letters.kind("council"), council, "จส.03 อยู่ระหว่างสแกน", "");
        printing.print(officer.author(), List.of(id));
        var letter = letters.find(id).orElseThrow();
        cast.change(() -> jdbc.sql("update council set unit_code = ? where id = ?").params(other, council).update());
        assertThat(jdbc.sql("select name from council where id = ?").param(council).query(String.class).single()).isEqualTo("สภาองค์กรชุมชนเทศบาลตำบลบ่อสวกเหนือ");
        var now = letters.find(id).orElseThrow();
        assertThat(now.facts()).containsEntry("name", "สภาองค์กรชุมชนตำบลบ่อสวก");
        assertThat(now.facts()).isEqualTo(letter.facts());
        printing.again(officer, now, "ฉบับเดิมหาย");
        for (var copy : letters.find(id).orElseThrow().copies()) assertThat(text(bytes(copy)).replaceAll("\\s+", "")).contains("สภาองค์กรชุมชนตำบลบ่อสวก").doesNotContain("บ่อสวกเหนือ");
    }

    private MockHttpServletResponse verified(String token) throws Exception {
        return mvc.perform(get("/verify/" + token)).andReturn().getResponse();
    }

    private String verdict(Letter letter, int copy) throws Exception {
        var answer = verified(tokens.of(letter, copy));
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String refusal(Callable<?> work) {
        try {
            work.call();
            return "";
        } catch (Refusal.Thrown e) {
            return e.refusal().toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("has a running number: 200 that are ordered at the same moment get 200 consecutive ones")
    void consecutive() throws Exception {
        var all = organisations(200, "กลุ่มออมทรัพย์");
        int before = last();
        var numbers = new ArrayList<Integer>();
        try (var hands = Executors.newFixedThreadPool(200)) {
            var asked = all.stream().map(id -> (Callable<Letter>) () -> printed(id)).toList();
            for (var answer : hands.invokeAll(asked)) numbers.add(answer.get().number());
        }
        assertThat(numbers).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(before + 1, before + 200).boxed().toList());
        assertThat(jdbc.sql("select count(*) from letter where region_code = 'N' and fiscal_year = 2562 and number is not null").query(Integer.class).single()).isEqualTo(last());
    }

    private int last() {
        return jdbc.sql("select coalesce(max(last), 0) from letter_counter where region_code = 'N' and fiscal_year = 2562").query(Integer.class).single();
    }

    @Test
    @DisplayName("gives its number back when the change that ordered it fails, and the next one gets it")
    void noGap() {
        long organisation = organisations(1, "กลุ่มทอผ้า").getFirst();
        int before = last();
        assertThatThrownBy(() -> changes.make(officer.author(), "test.fail", "", () -> {
            numbering.one(officer, ofOrganisations, organisation, "", "");
            throw new IllegalStateException("ไฟดับ");
        })).hasMessage("ไฟดับ");
        assertThat(printed(organisation).number()).isEqualTo(before + 1);
    }

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

    /** A letter of last year for a new council with one term, as if it had been printed then. */
    private Letter issued(String on, String selectedOn, String reviewedOn) {
        String unit = cast.unitInNan("อบต.", "ผาทอง");
        cast.change(() -> jdbc.sql("insert into council (code, unit_code, name, registered_on) values (?, ?, 'สภาองค์กรชุมชนตำบลผาทอง', '2010-02-01')").params("7" + System.nanoTime() % 100_000, unit).update());
        long council = jdbc.sql("select id from council where unit_code = ?").param(unit).query(Long.class).single();
        cast.change(() -> jdbc.sql("insert into council_term (council_id, number, selected_on, reviewed_on) values (?, 1, ?::date, ?::date)").params(council, selectedOn, reviewedOn).update());
        long printed = numbering.one(officer, letters.kind("council"), council, "จส.03 อยู่ระหว่างสแกน", "");
        printing.print(officer.author(), List.of(printed));
        cast.change(() -> {
            jdbc.sql("""
                    insert into letter (record_kind, record_id, region_code, fiscal_year, number, named, issued_on, template_id, signatory_id, facts)
                    select record_kind, record_id, region_code, 2561, 1 + (select count(*) from letter where fiscal_year = 2561), named || 'ก', ?::date, template_id, signatory_id, facts from letter where id = ?""")
                    .params(on, printed).update();
            jdbc.sql("""
                    insert into letter_copy (letter_id, number, printed_on, key_id, file_id) select t.id, 1, t.issued_on, k.key_id, k.file_id
                    from letter t, letter_copy k where t.record_id = ? and t.fiscal_year = 2561 and k.letter_id = ?""").params(council, printed).update();
        });
        printing.revoke(officer, letters.find(printed).orElseThrow(), "ออกซ้ำเพื่อการทดสอบ");
        return letters.of("council", council).stream().filter(t -> t.fiscalYear() == 2561).findFirst().orElseThrow();
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

    private MockHttpServletResponse renew(Actor by, String reason) throws Exception {
        return mvc.perform(post("/certificates/keys").param("keyReason", reason).with(SignIn.as(by)).with(csrf())).andReturn().getResponse();
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
    @DisplayName("is printed again with its number and a reason; the paper before is then shown as replaced, and its file stays as it was")
    void reprint() throws Exception {
        var letter = printed("กลุ่มสวัสดิการวันละบาท");
        var first = bytes(letter.lastCopy());
        assertThat(refusal(() -> { printing.again(officer, letter, " "); return 0; })).isEqualTo("REASON_MISSING");
        printing.again(officer, letter, "ต้นฉบับเปียกน้ำ");
        var now = letters.find(letter.id()).orElseThrow();
        assertThat(now.copies()).extracting(Letter.Copy::number, Letter.Copy::reason).containsExactly(org.assertj.core.groups.Tuple.tuple(1, ""), org.assertj.core.groups.Tuple.tuple(2, "ต้นฉบับเปียกน้ำ"));
        assertThat(now.number()).isEqualTo(letter.number());
        assertThat(text(bytes(now.lastCopy()))).contains("ครั้งที่ ๒");
        assertThat(bytes(now.copies().getFirst())).isEqualTo(first);
        assertThat(vault.broken()).doesNotContain(now.lastCopy().sha256(), now.copies().getFirst().sha256());
        assertThat(verdict(now, 1)).contains("มีฉบับใหม่แทนแล้ว", "A newer one has replaced it");
        assertThat(verdict(now, 2)).contains("หนังสือฉบับนี้ถูกต้อง");
    }

    @Test
    @DisplayName("is revoked with a reason, which its page tells; its number is not used again, and a new letter replaces it")
    void revoked() throws Exception {
        var letter = printed("กลุ่มประมงพื้นบ้าน");
        assertThat(refusal(() -> numbering.one(officer, ofOrganisations, letter.recordId(), "", ""))).isEqualTo("LETTER_STANDS");
        assertThat(refusal(() -> { printing.revoke(officer, letter, ""); return 0; })).isEqualTo("REASON_MISSING");
        printing.revoke(officer, letter, "ชื่อกลุ่มผิด");
        assertThat(verdict(letter, 1)).contains("หนังสือฉบับนี้ยกเลิกแล้ว", "ชื่อกลุ่มผิด", "This letter was revoked").containsPattern("Revoked on \\d{1,2} [A-Z][a-z]+ 20\\d\\d \\(B\\.E\\. 25\\d\\d\\)");
        assertThat(refusal(() -> { printing.revoke(officer, letters.find(letter.id()).orElseThrow(), "อีกครั้ง"); return 0; })).isEqualTo("REVOKED_ALREADY");
        assertThat(refusal(() -> { printing.again(officer, letters.find(letter.id()).orElseThrow(), "อีกครั้ง"); return 0; })).isEqualTo("REVOKED_ALREADY");
        assertThat(printed(letter.recordId()).number()).isGreaterThan(letter.number());
    }

    @Test
    @DisplayName("is counted once for a record, from its day on, as long as one of its letters stands")
    void counted() {
        var measure = letters.kind("organisation").printed();
        var letter = printed("กลุ่มร้านค้าชุมชน");
        printing.again(officer, letter, "ทำหาย");
        assertThat(on(measure.sql(), letter.recordId())).containsExactly("2019-09-02 null");
        printing.revoke(officer, letter, "ออกผิด");
        assertThat(on(measure.sql(), letter.recordId())).containsExactly("2019-09-02 2019-09-02");
        printed(letter.recordId());
        assertThat(on(measure.sql(), letter.recordId())).containsExactly("2019-09-02 null");
    }

    private List<String> on(String sql, long record) {
        return jdbc.sql("select on_date || ' ' || coalesce(until_date::text, 'null') from (" + sql + ") m where record_id = ?").param(record).query(String.class).list();
    }

    @Test
    @DisplayName("that was broken off between its number and its print is printed once when the server comes back")
    void resumed() throws Exception {
        var waiting = organisations(3, "กลุ่มผู้ใช้น้ำ").stream().map(id -> numbering.one(officer, ofOrganisations, id, "", "")).toList();
        assertThat(letters.all(waiting)).extracting(Letter::state).containsOnly(Letter.State.NUMBERED);
        try (var hands = Executors.newFixedThreadPool(8)) {
            hands.invokeAll(IntStream.range(0, 8).mapToObj(i -> (Callable<Integer>) () -> printing.print(Author.programme("tests"), waiting)).toList());
        }
        batches.resume();
        assertThat(letters.all(waiting)).extracting(Letter::state, t -> t.copies().size()).containsOnly(org.assertj.core.groups.Tuple.tuple(Letter.State.PRINTED, 1));
        assertThat(batches.resume()).isFalse();
    }

    @Test
    @DisplayName("is printed with many others in the background, from a list, and bound into one file in the order of their numbers; who ordered twice gets nothing double")
    void together() throws Exception {
        var all = organisations(25, "กลุ่มแม่บ้านเกษตรกร");
        printed(all.get(4));
        var path = batches.begin(officer, "organisation", "/organisations", () -> all, new Consent("", "", false, ""));
        long batch = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        while (!batches.at(officer, batch).isDone()) Thread.onSpinWait();
        assertThat(batches.at(officer, batch).wanted()).isEqualTo(24);
        var out = new ByteArrayOutputStream();
        batches.bind(officer, batch, out);
        try (PDDocument bound = Loader.loadPDF(out.toByteArray())) {
            assertThat(bound.getNumberOfPages()).isEqualTo(24);
        }
        assertThat(text(out.toByteArray()).replaceAll("\\s+", " ")).containsSubsequence("กลุ่มแม่บ้านเกษตรกร ๑ ", "กลุ่มแม่บ้านเกษตรกร ๒ ", "กลุ่มแม่บ้านเกษตรกร ๒๕ ");
        assertThat(refusal(() -> batches.begin(officer, "organisation", "/organisations", () -> all, new Consent("", "", false, "")))).isEqualTo("NOTHING_TO_PRINT");
        assertThatThrownBy(() -> batches.at(people.officerOfTheSouth(), batch)).isInstanceOf(OutOfReach.class);
    }

    @Test
    @DisplayName("is issued only by who may certify there, only where somebody signs, and only for what is in force")
    void refused() {
        long organisation = organisations(1, "กลุ่มป่าชุมชน").getFirst();
        assertThat(refusal(() -> numbering.one(people.person("nong", "น้อง ปันคำ", Role.RECORDER, "province", "55"), ofOrganisations, organisation, "", ""))).isEqualTo("WITHOUT_RIGHT");
        assertThatThrownBy(() -> numbering.one(people.officerOfTheSouth(), ofOrganisations, organisation, "", "")).isInstanceOf(OutOfReach.class);
        cast.change(() -> jdbc.sql("insert into organisation_sighting (organisation_id, seen_on, seen_by, existing) values (?, '2019-08-01', 'มาลี', false)").param(organisation).update());
        assertThat(refusal(() -> numbering.one(officer, ofOrganisations, organisation, "", ""))).isEqualTo("NOT_ADMITTED");
        String unit = cast.unitInPhatthalung("อบต.", "ลำสินธุ์");
        cast.change(() -> jdbc.sql("insert into organisation (code, unit_code, name, registered_on) values (?, ?, 'กลุ่มผ้าบาติก', '2012-02-01')").params(unit, unit).update());
        long southern = jdbc.sql("select id from organisation where unit_code = ?").param(unit).query(Long.class).single();
        assertThat(refusal(() -> numbering.one(people.officerOfTheSouth(), ofOrganisations, southern, "", ""))).isEqualTo("NO_SIGNATORY");
    }

    @Test
    @DisplayName("once issued can't be changed or taken out, not even past the programme")
    void unchangeable() {
        var letter = printed("กลุ่มอนุรักษ์พันธุ์ข้าว");
        for (var sql : List.of("update letter set facts = '{}' where id = ?", "update letter set number = 999999 where id = ?", "delete from letter where id = ?",
                "update letter_copy set printed_on = '2000-01-01' where letter_id = ?", "delete from letter_copy where letter_id = ?"))
            assertThatThrownBy(() -> cast.change(() -> jdbc.sql(sql).param(letter.id()).update())).as(sql).isInstanceOf(DataAccessException.class).hasMessageContaining("does not change");
    }

    @Test
    @DisplayName("takes its words from the newest edition; what was issued with an older one is printed again with that")
    void editions() throws Exception {
        var kind = letters.kind("organisation");
        var before = templates.newest("organisation");
        var letter = printed("กลุ่มนวดแผนไทย");
        assertThat(refusal(() -> { templates.change(people.administrator(), kind, "หนังสือรับรอง", "รับรองว่า {ชื่อ}", "ลอง", before.edition()); return 0; })).isEqualTo("PLACEHOLDER_UNKNOWN");
        assertThat(refusal(() -> { templates.change(people.administrator(), kind, "หนังสือรับรอง", "ใครก็ได้", "ลอง", before.edition()); return 0; })).isEqualTo("BODY_WITHOUT_NAME");
        templates.change(people.administrator(), kind, "หนังสือรับรองแบบใหม่", "ขอรับรองว่า {name} เลขที่ {number}", "ถ้อยคำใหม่", before.edition());
        try {
            var newer = printed("กลุ่มเยาวชน");
            assertThat(text(bytes(newer.lastCopy()))).contains("หนังสือรับรองแบบใหม่", "ขอรับรองว่า กลุ่มเยาวชน ๑");
            printing.again(officer, letter, "ทำหาย");
            assertThat(text(bytes(letters.find(letter.id()).orElseThrow().lastCopy()))).contains(before.title()).doesNotContain("แบบใหม่");
        } finally {
            templates.change(people.administrator(), kind, before.title(), before.body(), "คืนข้อความเดิม", before.edition() + 1);
        }
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

    @Test
    @DisplayName("is issued from the page of its record, once however often the form is sent, and opened as a PDF by whoever may see the record")
    void pages() throws Exception {
        long organisation = organisations(1, "กลุ่มดนตรีพื้นเมือง").getFirst();
        String page = mvc.perform(get("/organisations/" + organisation).with(SignIn.as(officer))).andReturn().getResponse().getContentAsString();
        String key = page.replaceAll("(?s).*action=\"/letters\".*?name=\"key\" value=\"([^\"]+)\".*", "$1");
        String first = null;
        for (int i = 0; i < 2; i++) {
            var answer = mvc.perform(post("/letters").param("recordKind", "organisation").param("recordId", "" + organisation).param("key", key).with(SignIn.as(officer)).with(csrf())).andReturn().getResponse();
            assertThat(answer.getStatus()).as(key).isEqualTo(302);
            assertThat(answer.getRedirectedUrl()).isEqualTo(first == null ? first = answer.getRedirectedUrl() : first);
        }
        var pdf = mvc.perform(get(first + ".pdf").with(SignIn.as(officer))).andReturn().getResponse();
        assertThat(pdf.getStatus() + " " + pdf.getContentType()).as(first + " " + pdf.getErrorMessage() + pdf.getHeaderNames()).isEqualTo("200 application/pdf");
        assertThat(HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(pdf.getContentAsByteArray())))
                .isEqualTo(letters.of("organisation", organisation).getFirst().lastCopy().sha256());
        assertThat(mvc.perform(get(first).with(SignIn.as(officer))).andReturn().getResponse().getStatus()).isEqualTo(200);
        assertThat(mvc.perform(get(first + ".pdf").with(SignIn.as(people.officerOfTheSouth()))).andReturn().getResponse().getStatus()).isEqualTo(404);
        assertThat(mvc.perform(post(first + "/copies").with(SignIn.as(officer)).with(csrf())).andReturn().getResponse().getStatus()).isEqualTo(422);
        for (var settings : List.of("/certificates", "/certificates/templates/organisation", "/certificates/templates/council"))
            assertThat(mvc.perform(get(settings).with(SignIn.as(people.administrator()))).andReturn().getResponse().getStatus()).as(settings).isEqualTo(200);
        var words = templates.newest("organisation");
        assertThat(mvc.perform(post("/certificates/templates/organisation/preview").param("title", words.title()).param("body", words.body()).param("opened", "1").with(SignIn.as(people.administrator())).with(csrf()))
                .andReturn().getResponse().getContentType()).isEqualTo("application/pdf");
        Files.write(Path.of("target/letter.pdf"), pdf.getContentAsByteArray());
    }

    @Test
    @DisplayName("is issued for a record that lacks something only with a reason, which is kept with the letter and in the log; the page beside the button says what is missing")
    void lacking() throws Exception {
        long organisation = incomplete(1, "กลุ่มทอเสื่อกก").getFirst();
        assertThat(mvc.perform(get("/organisations/" + organisation).with(SignIn.as(officer))).andReturn().getResponse().getContentAsString())
                .contains("ยังไม่รับรองสถานภาพของปีงบประมาณนี้หรือปีก่อน", "ยังไม่มีผู้พบเห็นในปีงบประมาณนี้", "name=\"letterReason\"");
        var refused = issue(organisation, " ");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("name=\"letterReason\"", "ยังไม่รับรองสถานภาพ");
        assertThat(letters.of("organisation", organisation)).isEmpty();
        var path = issue(organisation, "ใช้ยื่นขอทุนก่อนสิ้นเดือน").getRedirectedUrl();
        assertThat(letters.of("organisation", organisation).getFirst().allowance())
                .isEqualTo(new Letter.Allowance(List.of("gap.organisation.unseen", "certificate.lack.organisation.uncertified"), "ใช้ยื่นขอทุนก่อนสิ้นเดือน"));
        assertThat(mvc.perform(get(path).with(SignIn.as(officer))).andReturn().getResponse().getContentAsString()).contains("เหตุผล: ใช้ยื่นขอทุนก่อนสิ้นเดือน");
        assertThat(jdbc.sql("select count(*) from log.entry where act = 'certificate.number' and reason = 'ใช้ยื่นขอทุนก่อนสิ้นเดือน'").query(Long.class).single()).isEqualTo(1);
        assertThat(printed("กลุ่มครบถ้วน").allowance()).isNull();
    }

    private MockHttpServletResponse issue(long organisation, String reason) throws Exception {
        return mvc.perform(post("/letters").param("recordKind", "organisation").param("recordId", "" + organisation).param("letterReason", reason).with(SignIn.as(officer)).with(csrf())).andReturn().getResponse();
    }

    @Test
    @DisplayName("is told before it is ordered with those of a list: exactly what was told is printed, who lacks something is left out unless a reason is given, and a changed list is told anew")
    void toldFirst() throws Exception {
        var complete = organisations(2, "กลุ่มเลี้ยงจิ้งหรีด");
        var unit = jdbc.sql("select unit_code from organisation where id = ?").param(complete.getFirst()).query(String.class).single();
        cast.change(() -> jdbc.sql("insert into organisation (code, unit_code, name, registered_on) values (?, ?, 'กลุ่มเลี้ยงด้วง', '2012-02-01')").params(unit + "-9", unit).update());
        var page = mvc.perform(get("/organisations/letters/new").param("place", "unit:" + unit).with(SignIn.as(officer))).andReturn().getResponse().getContentAsString();
        assertThat(page).contains("ยืนยันออกและพิมพ์ 2 ฉบับ", "1 รายการข้อมูลยังไม่ครบ", "ยืนยันออกและพิมพ์ทั้ง 3 ฉบับ", "กลุ่มเลี้ยงด้วง</a>", "#sighting");
        var mark = page.replaceAll("(?s).*name=\"mark\" value=\"([^\"]+)\".*", "$1");
        assertThat(order(unit, "อื่น", false, "").getContentAsString()).contains("รายการเปลี่ยนไป");
        assertThat(order(unit, mark, true, "").getStatus()).isEqualTo(422);
        assertThat(jdbc.sql("select count(*) from letter t join organisation o on o.id = t.record_id where o.unit_code = ?").param(unit).query(Long.class).single()).isZero();
        var first = order(unit, mark, false, "").getRedirectedUrl();
        assertThat(order(unit, mark, false, "").getRedirectedUrl()).isEqualTo(first);
        assertThat(jdbc.sql("select t.record_id from letter t join organisation o on o.id = t.record_id where o.unit_code = ? order by t.number").param(unit).query(Long.class).list()).isEqualTo(complete);
        long batch = Long.parseLong(first.substring(first.lastIndexOf('/') + 1));
        while (!batches.at(officer, batch).isDone()) Thread.onSpinWait();
    }

    private MockHttpServletResponse order(String unit, String mark, boolean including, String reason) throws Exception {
        var sent = post("/organisations/letters").param("place", "unit:" + unit).param("mark", mark).param("key", "ชุด-" + unit).param("reason", reason).with(SignIn.as(officer)).with(csrf());
        return mvc.perform(including ? sent.param("including", "true") : sent).andReturn().getResponse();
    }
}
