package khabuan.base.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import khabuan.base.record.Author;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

@World
@DisplayName("A letter of certification and its number")
class LetterNumbersTest extends LetterHouse {

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
}
