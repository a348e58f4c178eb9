package khabuan.base.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import khabuan.base.access.RemoteAddress;
import khabuan.base.access.SignIn;
import khabuan.base.duplicate.DuplicateKind;
import khabuan.base.intake.IntakeKind;
import khabuan.base.record.Author;
import khabuan.base.record.Belonging;
import khabuan.base.record.Changes;
import khabuan.base.record.Measure;
import khabuan.base.record.RecordKind;
import khabuan.base.text.Bundles;
import khabuan.cast.Cast;
import khabuan.cast.People;
import khabuan.cast.World;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@World
@DisplayName("The log speaks to its reader")
class LogWordsTest {

    private static final Set<String> BOOKKEEPING = Set.of("id", "version", "recorded_at", "change_id", "superseded_at", "superseded_by");

    @Autowired MockMvc mvc;
    @Autowired People people;
    @Autowired Cast cast;
    @Autowired Changes changes;
    @Autowired Log log;
    @Autowired JdbcClient jdbc;
    @Autowired Bundles bundles;
    @Autowired List<RecordKind> kinds;
    @Autowired List<Belonging> belongings;
    @Autowired List<Measure> measures;
    @Autowired List<IntakeKind> files;
    @Autowired List<DuplicateKind> duplicates;

    private List<String> without(Set<String> keys) {
        var missing = new ArrayList<String>();
        for (var language : List.of(Bundles.THAI, Locale.ENGLISH)) keys.stream().filter(k -> !bundles.in(language).has(k)).forEach(k -> missing.add(language + " " + k));
        return missing;
    }

    @Test
    @DisplayName("in both languages, of every act that the programme can do")
    void acts() throws IOException {
        var acts = new TreeSet<String>();
        var call = Pattern.compile("changes\\.(?:make|makeOnce|read)\\(");
        var act = Pattern.compile("\"([a-z]+(?:\\.[a-z-]+)+)\"|(?:JOB|LOADED|MENDED)\\b");
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            for (var source : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                call.matcher(text).results().forEach(m -> {
                    String arguments = text.substring(m.end(), Math.min(text.length(), m.end() + 250)).split("\\(\\) ->|;", 2)[0];
                    act.matcher(arguments).results().limit(1).filter(a -> a.group(1) != null).forEach(a -> acts.add(a.group(1)));
                });
            }
        }
        assertThat(acts).hasSizeGreaterThan(50);
        acts.addAll(List.of("organisation.certify-batch", "certificate.print", "duplicate.scan", "place.load", "place.mend", "council.rule.set", "certificate.template"));
        files.forEach(f -> acts.add("intake." + f.word()));
        duplicates.forEach(d -> acts.addAll(List.of(d.kind() + ".merge", d.kind() + ".undo-merge")));
        for (var entry : List.of("member", "meeting", "mission", "certification", "term")) acts.addAll(List.of("council.correct-" + entry, "council.withdraw-" + entry));
        acts.removeAll(List.of("council.correct-certification"));
        assertThat(without(new TreeSet<>(acts.stream().map(a -> "act." + a).toList()))).isEmpty();
    }

    @Test
    @DisplayName("in both languages, of every kind of record, and of every table and field that a timeline or a comparison can show")
    void fields() {
        var keys = new TreeSet<String>();
        kinds.forEach(k -> keys.add("kind." + k.kind()));
        for (var b : belongings) {
            keys.addAll(List.of("part." + b.table(), "part." + b.table() + ".many"));
            columns(b.table()).stream().filter(c -> !b.hidden().contains(c)).forEach(c -> keys.add("field." + b.table() + "." + c));
        }
        for (var table : List.of("council", "organisation", "council_term", "council_member", "council_meeting", "council_mission"))
            columns(table).stream().filter(c -> !c.endsWith("_id")).forEach(c -> keys.add("field." + table + "." + c));
        for (var measure : measures) for (var table : measure.tables())
            columns(table).stream().filter(c -> Pattern.compile("\\b" + c + "\\b").matcher(measure.sql()).find() && !c.endsWith("_id") && !c.equals("merged_into")).forEach(c -> keys.add("field." + table + "." + c));
        keys.addAll(List.of("field.unit.district_code", "field.district.province_code", "field.province_region.province_code", "field.province_region.region_code",
                "field.province_region.from_date", "field.province_region.until_date"));
        assertThat(without(keys)).isEmpty();
    }

    private List<String> columns(String table) {
        return jdbc.sql("select column_name from information_schema.columns where table_schema = 'present' and table_name = ?").param(table).query(String.class).list().stream()
                .filter(c -> !BOOKKEEPING.contains(c)).toList();
    }

    private String page(String query) throws Exception {
        return mvc.perform(get("/log?" + query).with(SignIn.as(people.auditor()))).andReturn().getResponse().getContentAsString();
    }

    @Test
    @DisplayName("with a link to what a change was about: the council that was corrected, also when only what belongs to it was; the report that was published, written on and confirmed; the letter")
    void subjects() throws Exception {
        String unit = cast.unitInNan("อบต.", "สะเนียน");
        var author = new Author(null, "subjects-" + unit, "127.0.0.1");
        long council = changes.make(author, "council.register", "", () -> {
            long id = jdbc.sql("insert into council (code, unit_code, name, registered_on) values (?, ?, 'สภาองค์กรชุมชนตำบลสะเนียน', '2012-02-01') returning id").params("3" + System.nanoTime() % 100_000, unit).query(Long.class).single();
            jdbc.sql("insert into council_term (council_id, number, selected_on) values (?, 1, '2012-02-01')").param(id).update();
            return id;
        });
        changes.make(author, "council.correct", "ชื่อผิด", () -> { jdbc.sql("update council set name = 'สภาองค์กรชุมชนตำบลสะเนียนเหนือ' where id = ?").param(council).update(); });
        changes.make(author, "council.meet", "", () -> { jdbc.sql("insert into council_meeting (council_id, held_on) values (?, '2019-05-10'), (?, '2019-06-10')").params(council, council).update(); });
        long report = changes.make(author, "report.begin", "", () -> jdbc.sql("insert into report (kind, fiscal_year, quarter, as_of) values ('strategy-office', 2562, 3, '2019-06-30') returning id").query(Long.class).single());
        changes.make(author, "report.write", "", () -> { jdbc.sql("insert into report_text (report_id, section, body) values (?, 'terms', 'ภาคเหนือทบทวนครบทุกแห่ง')").param(report).update(); });
        changes.make(author, "report.confirm", "", () -> { jdbc.sql("insert into report_confirmation (report_id, region_code, room, verdict, note, figures, by_name, said_at) values (?, 'N', 'council', 'confirmed', '', '{}', 'สมชาย', now())").param(report).update(); });
        changes.make(author, "report.publish", "", () -> {
            jdbc.sql("insert into report_print (report_id, format, sha256, content) values (?, 'PDF', '', '')").param(report).update();
            jdbc.sql("update report set known_at = now(), published_by = 'prasert' where id = ?").param(report).update();
        });
        long letter = changes.make(author, "certificate.number", "", () -> jdbc.sql("""
                insert into letter (record_kind, record_id, region_code, fiscal_year, named, issued_on) values ('council', ?, 'N', 2562, 'รส.เหนือ 9/2562', '2019-08-01') returning id""").param(council).query(Long.class).single());
        changes.make(author, "certificate.revoke", "ออกผิดแห่ง", () -> { jdbc.sql("insert into letter_revocation (letter_id, revoked_on, reason) values (?, '2019-08-02', 'ออกผิดแห่ง')").param(letter).update(); });
        var lines = log.list(new LogFilter(author.name(), "", "", "", "", "", ""), 20, 0);
        assertThat(lines).extracting(Log.Line::act).containsExactly("certificate.revoke", "certificate.number", "report.publish", "report.confirm", "report.write", "report.begin", "council.meet", "council.correct", "council.register");
        assertThat(lines).allSatisfy(l -> assertThat(l.subjects()).hasSize(1)).extracting(l -> l.subjects().getFirst().path())
                .containsExactly("/letters/" + letter, "/letters/" + letter, "/reports/" + report, "/reports/" + report, "/reports/" + report, "/reports/" + report, "/councils/" + council, "/councils/" + council, "/councils/" + council);
        assertThat(page("who=" + author.name())).contains("<a href=\"/councils/" + council + "\">สภาองค์กรชุมชนตำบลสะเนียนเหนือ</a>").contains("<a href=\"/letters/" + letter + "\">รส.เหนือ 9/2562</a>");
        assertThat(page("who=" + author.name() + "&kind=letter")).contains("พบ 2 รายการ");
        var csv = mvc.perform(get("/log.csv").param("who", author.name()).with(SignIn.as(people.auditor()))).andReturn().getResponse().getContentAsByteArray();
        assertThat(new String(csv, StandardCharsets.UTF_8).lines()).anyMatch(l -> l.contains("council.correct") && l.contains("สภาฯ," + council + ",/councils/" + council + ","));
    }

    @Test
    @DisplayName("without a word of the programme's own: doors, kinds, searches and addresses are told in Thai")
    void noForeignWords() throws Exception {
        var author = new Author(null, "foreign", "0:0:0:0:0:0:0:1");
        changes.read(author, "access.sign-in", "password", null, null);
        changes.read(author, "log.search", new LogFilter("มาลี", "", "", "", "council", "", "บ้านนา").path(), null, null);
        changes.read(author, "access.out-of-reach", "GET /councils/7: council 7", null, null);
        changes.read(new Author(null, "foreign", "command line"), "correction.take", "in-review", null, null);
        changes.read(author, "council.read-names", "ตรวจรายชื่อ", "council", 7L);
        String page = page("who=foreign");
        String table = page.substring(page.indexOf("<tbody>"), page.indexOf("</tbody>"));
        assertThat(table.replaceAll("<[^>]*>", " ").replace("foreign", "").replace("GET /councils/7", "")).contains("ด้วยรหัสผ่าน").contains("ผู้ใช้: มาลี · ประเภทข้อมูล: สภาฯ · ข้อความในเหตุผล: บ้านนา")
                .contains("::1").contains("คำสั่งที่เครื่องแม่ข่าย").doesNotContainPattern("[a-z]{3,}").doesNotContain("0:0:0").doesNotContain("%E0");
        var csv = new String(mvc.perform(get("/log.csv").param("who", "foreign").with(SignIn.as(people.auditor()))).andReturn().getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(csv).contains("ผู้ใช้: มาลี").doesNotContain("%E0").doesNotContain("0:0:0");
    }

    @Test
    @DisplayName("with network addresses in their short form")
    void addresses() {
        assertThat(RemoteAddress.brief("0:0:0:0:0:0:0:1")).isEqualTo("::1");
        assertThat(RemoteAddress.brief("0:0:0:0:0:0:0:0")).isEqualTo("::");
        assertThat(RemoteAddress.brief("2001:0DB8:0:0:8:0800:0:417a")).isEqualTo("2001:db8::8:800:0:417a");
        assertThat(RemoteAddress.brief("fe80:0:0:1:0:0:0:1")).isEqualTo("fe80:0:0:1::1");
        assertThat(RemoteAddress.brief("2001:db8:0:0:0:0:0:0")).isEqualTo("2001:db8::");
        assertThat(RemoteAddress.brief("10.0.0.7")).isEqualTo("10.0.0.7");
        assertThat(RemoteAddress.brief("command line")).isEqualTo("command line");
    }
}
