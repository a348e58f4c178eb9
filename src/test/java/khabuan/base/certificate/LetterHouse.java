package khabuan.base.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import khabuan.base.access.Actor;
import khabuan.base.access.Refusal;
import khabuan.base.access.Role;
import khabuan.base.access.SignIn;
import khabuan.base.evidence.Vault;
import khabuan.base.record.Changes;
import khabuan.base.store.Home;
import khabuan.cast.Cast;
import khabuan.cast.People;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** The house in which letters are tested: who issues them, for what, and how their paper is read. */
abstract class LetterHouse {

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

    static final String VALID = "หนังสือฉบับนี้ถูกต้อง", ENDED = "หนังสือจริง แต่สิ่งที่รับรองสิ้นสุดแล้ว";
    Actor officer;
    CertificateKind ofOrganisations;

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
    List<Long> organisations(int count, String name) {
        var all = incomplete(count, name);
        cast.change(() -> {
            jdbc.sql("insert into organisation_sighting (organisation_id, seen_on, seen_by, existing) select unnest(:ids), '2019-08-01', 'คำปัน', true").param("ids", all.toArray(Long[]::new)).update();
            jdbc.sql("insert into organisation_certification (organisation_id, fiscal_year, certified_on) select unnest(:ids), 2562, '2019-08-01'").param("ids", all.toArray(Long[]::new)).update();
        });
        return all;
    }

    /** Groups of a new unit that nobody saw or certified. */
    List<Long> incomplete(int count, String name) {
        String unit = cast.unitInNan("อบต.", "บ่อสวก");
        cast.change(() -> {
            for (int i = 1; i <= count; i++)
                jdbc.sql("insert into organisation (code, unit_code, name, registered_on) values (?, ?, ?, '2012-02-01')").params(unit + "-" + i, unit, name + " " + i).update();
        });
        return jdbc.sql("select id from organisation where unit_code = ? order by id").param(unit).query(Long.class).list();
    }

    Letter printed(long organisation) {
        long id = numbering.one(officer, ofOrganisations, organisation, "", "");
        printing.print(officer.author(), List.of(id));
        return letters.find(id).orElseThrow();
    }

    Letter printed(String name) {
        return printed(organisations(1, name).getFirst());
    }

    byte[] bytes(Letter.Copy copy) throws Exception {
        return Files.readAllBytes(vault.path(copy.sha256()));
    }

    /** What a telephone reads from the paper. It looks more than once, from nearer, as a telephone does. */
    static String code(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            for (int dpi = 200; ; dpi += 70) {
                try {
                    return look(new PDFRenderer(document).renderImageWithDPI(0, dpi));
                } catch (ReaderException e) {
                    if (dpi > 300) throw e;
                }
            }
        }
    }

    private static String look(BufferedImage picture) throws ReaderException {
        int[] points = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), points))), Map.of(DecodeHintType.TRY_HARDER, true)).getText();
    }

    static String text(byte[] pdf) throws Exception {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    MockHttpServletResponse verified(String token) throws Exception {
        return mvc.perform(get("/verify/" + token)).andReturn().getResponse();
    }

    String verdict(Letter letter, int copy) throws Exception {
        var answer = verified(tokens.of(letter, copy));
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    static String refusal(Callable<?> work) {
        try {
            work.call();
            return "";
        } catch (Refusal.Thrown e) {
            return e.refusal().toString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    int last() {
        return jdbc.sql("select coalesce(max(last), 0) from letter_counter where region_code = 'N' and fiscal_year = 2562").query(Integer.class).single();
    }

    /** A letter of last year for a new council with one term, as if it had been printed then. */
    Letter issued(String on, String selectedOn, String reviewedOn) {
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

    MockHttpServletResponse renew(Actor by, String reason) throws Exception {
        return mvc.perform(post("/certificates/keys").param("keyReason", reason).with(SignIn.as(by)).with(csrf())).andReturn().getResponse();
    }

    List<String> on(String sql, long record) {
        return jdbc.sql("select on_date || ' ' || coalesce(until_date::text, 'null') from (" + sql + ") m where record_id = ?").param(record).query(String.class).list();
    }

    MockHttpServletResponse issue(long organisation, String reason) throws Exception {
        return mvc.perform(post("/letters").param("recordKind", "organisation").param("recordId", "" + organisation).param("letterReason", reason).with(SignIn.as(officer)).with(csrf())).andReturn().getResponse();
    }

    MockHttpServletResponse order(String unit, String mark, boolean including, String reason) throws Exception {
        var sent = post("/organisations/letters").param("place", "unit:" + unit).param("mark", mark).param("key", "ชุด-" + unit).param("reason", reason).with(SignIn.as(officer)).with(csrf());
        return mvc.perform(including ? sent.param("including", "true") : sent).andReturn().getResponse();
    }
}
