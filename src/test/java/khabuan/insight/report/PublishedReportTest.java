package khabuan.insight.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.Map;
import khabuan.base.access.SignIn;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.place.Level;
import khabuan.base.print.Format;
import khabuan.base.text.Digits;
import khabuan.cast.DemoWorld;
import khabuan.cast.People;
import khabuan.insight.measure.Measures;
import khabuan.insight.measure.Question;
import khabuan.insight.measure.Window;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@DemoWorld
@DisplayName("The chapter of the fourth quarter of 2562")
class PublishedReportTest {

    private static final FiscalQuarter QUARTER = new FiscalQuarter(new FiscalYear(2562), 4);
    private static final LocalDate DAY = LocalDate.of(2019, 8, 31);

    @Autowired
    Reports reports;
    @Autowired
    Measures measures;
    @Autowired
    People people;
    @Autowired
    JdbcClient jdbc;
    @Autowired
    MockMvc mvc;

    private String text(Digits digits) throws IOException {
        try (var pdf = Loader.loadPDF(reports.print(StrategyOfficeReport.KIND, new ReportMoment(QUARTER, DAY, null), Format.PDF, digits))) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s+", " ");
        }
    }

    @Test
    @DisplayName("can be taken away from its page as DOCX, XLSX and PDF")
    void downloads() throws Exception {
        var centre = people.centreOfficer();
        long report = reports.begin(StrategyOfficeReport.KIND, new FiscalQuarter(new FiscalYear(2562), 2), LocalDate.of(2019, 3, 31), centre);
        for (var format : List.of("docx", "xlsx", "pdf")) {
            var answer = mvc.perform(get("/reports/" + report + "." + format + "?digits=thai").with(SignIn.as(centre))).andReturn().getResponse();
            assertThat(answer.getStatus()).as(format).isEqualTo(200);
            assertThat(answer.getContentType()).isEqualTo(Format.valueOf(format.toUpperCase(java.util.Locale.ROOT)).mediaType());
            assertThat(answer.getContentAsByteArray()).hasSizeGreaterThan(10_000);
        }
    }

    @Test
    @DisplayName("prints the rows of its tables as the office prints them, each share computed, over a hundred as it is")
    void tables() throws IOException {
        assertThat(text(Digits.ARABIC)).contains("7,825 7,666 (97.97%) 155,279 250,965").contains("1,176 1,178 (100.17%)").contains("534 21 37 107 205 370 (69.29%)")
                .contains("307 9 0 41 116 166 (54.07%)").contains("370 290 80 254").contains("155,279 5,205 17 343 427 3,473").contains("7,666 6,122 6,144 6,212 6,375 (83.16%) 1,291 (16.84%)")
                .contains("4,804 2,313 2,491 4,893 2,380 2,513 5,346 2,398 2,948 5,684 2,410 (42.40%) 3,274 (57.60%)").contains("1,676 1,756 1,756 1,756 1,756 1,756 104.77").contains("2 20 54 227 582 812 229 602 866 1,697").contains("22.14")
                .containsPattern("131,742 องค์กร คิดเป็น ?ร้อยละ 84\\.84").containsPattern("5,701 แห่ง คิดเป็น ?ร้อยละ 74\\.37");
    }

    @Test
    @DisplayName("prints how good the welfare funds are: the five and the ten in both quarters, and region by region who passed completely beside the target")
    void quality() throws IOException {
        assertThat(text(Digits.ARABIC)).containsPattern("เกณฑ์ 5 ข้อ 779 1,905").containsPattern("รายงานปี 2562 1,783 2,831").contains("1,254 1,995").contains("1,765 2,819")
                .contains("228 242 106.14").contains("187 271 144.92").contains("585 654 111.79").contains("511 516 100.98").contains("199 202 101.51").contains("1,710 1,885 110.23");
    }

    @Test
    @DisplayName("stands on fourteen upright pages in its first chapter, each table of figures whole on its own, on nine more in its second, where two wide tables lie, and says on paper nothing of the screen")
    void pages() throws IOException {
        try (var pdf = Loader.loadPDF(reports.print(StrategyOfficeReport.KIND, new ReportMoment(QUARTER, DAY, null), Format.PDF, Digits.ARABIC))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(23);
            assertThat(IntStream.range(0, 23).filter(page -> pdf.getPage(page).getMediaBox().getHeight() < pdf.getPage(page).getMediaBox().getWidth()).boxed().toList()).hasSize(2).allMatch(page -> page > 14);
            var stripper = new PDFTextStripper();
            for (int page = 1; page <= 23; page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                var text = stripper.getText(pdf);
                assertThat(text.contains("1. ส่งเสริมและสนับสนุน")).as("missions on page " + page).isEqualTo(text.contains("12. เสนอชื่อผู้แทน"));
                assertThat(text).doesNotContain("เปิดดู").doesNotContainPattern("ร้อย\\R").doesNotContainPattern("(?m)^\\s*\\.{5,}");
            }
        }
    }

    @Test
    @DisplayName("prints in Thai digits when it is told to")
    void thaiDigits() throws IOException {
        assertThat(text(Digits.THAI)).contains("๗,๖๖๖ (๙๗.๙๗%)").doesNotContain("7,666");
    }

    @Test
    @DisplayName("stands as it was published when a council's unit is corrected: the present changes at once, and the comparison names the record")
    void frozen() throws Exception {
        var centre = people.centreOfficer();
        long id = reports.begin(StrategyOfficeReport.KIND, QUARTER, DAY, centre);
        reports.write(reports.find(id, centre), Map.of("5", "1) ประสานความร่วมมือให้สำนักงานภาคตรวจทานผลการบันทึกข้อมูล"), Digits.ARABIC, centre);
        reports.publish(reports.find(id, centre), "", centre);
        byte[] pdf = reports.print(reports.find(id, centre), Format.PDF, Digits.ARABIC);

        var council = jdbc.sql("select c.id, c.name, c.code, c.version, c.unit_code from council c join unit_now u on u.code = c.unit_code where u.region_code = 'NE' order by c.id limit 1").query().singleRow();
        String free = jdbc.sql("select u.code from unit_now u where u.region_code = 'NE' and not exists (select from council c where c.unit_code = u.code) order by u.code limit 1")
                .query(String.class).single();
        long before = figure((String) council.get("unit_code"));
        mvc.perform(post("/councils/" + council.get("id") + "/correction").with(SignIn.as(people.officerOfTheNortheast())).with(csrf())
                .param("unit", free).param("place", free).param("code", (String) council.get("code")).param("name", (String) council.get("name"))
                .param("registeredOn", "30 ก.ย. 2552").param("version", council.get("version").toString()).param("reason", "บันทึกพื้นที่ผิด")
                .param("companions", "go").param("acrossProvince", "true")).andReturn();

        assertThat(figure((String) council.get("unit_code"))).isEqualTo(before - 1);
        assertThat(figure(free)).isOne();
        assertThat(reports.print(reports.find(id, centre), Format.PDF, Digits.ARABIC)).isEqualTo(pdf);
        assertThat(mvc.perform(get("/reports/" + id + "/comparison").with(SignIn.as(centre))).andReturn().getResponse().getContentAsString())
                .contains(jdbc.sql("select name from council where id = ?").param(council.get("id")).query(String.class).single()).contains("บันทึกพื้นที่ผิด");
    }

    private long figure(String unit) {
        return measures.ask(new Question("council.registered", Level.UNIT, List.of(new Window(QUARTER.year().start(), DAY, null)))).at(unit, 0);
    }

    @Test
    @DisplayName("gives a table a data date of its own: its figures and its as-of line follow it, the others stay, and publishing freezes it")
    void ownDates() throws Exception {
        var centre = people.centreOfficer();
        long id = reports.begin(StrategyOfficeReport.KIND, QUARTER, DAY, centre);
        var earlier = LocalDate.of(2019, 7, 31);
        assertThat(give(id, "31 ก.ค. 2562").getStatus()).isEqualTo(302);
        assertThat(reports.dates(reports.find(id, centre))).containsExactly(Map.entry("t2", earlier));
        var own = new ReportMoment(QUARTER, earlier, null);
        long counted = measures.ask(new Question("council.new", Level.REGION, List.of(own.now()))).total(0);
        var page = reports.article(reports.find(id, centre), Digits.ARABIC);
        var second = page.substring(page.indexOf("<caption>ตารางที่ 2"), page.indexOf("<figure"));
        assertThat(second).contains("ข้อมูล ณ วันที่ 31 กรกฎาคม 2562").doesNotContain("31 สิงหาคม").contains(">" + counted + "</a> (");
        assertThat(counted).isLessThan(370);
        assertThat(page.substring(page.indexOf("<caption>ตารางที่ 1"), page.indexOf("<caption>ตารางที่ 2"))).contains("ข้อมูล ณ วันที่ 31 สิงหาคม 2562");

        var refused = give(id, "1 มิ.ย. 2562");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("value=\"1 มิ.ย. 2562\"").contains("id=\"date-t2-error\"");
        assertThat(give(id, "วันไหน").getStatus()).isEqualTo(422);

        reports.publish(reports.find(id, centre), "", centre);
        assertThat(give(id, "").getContentAsString()).contains("เผยแพร่แล้ว");
        assertThat(reports.dates(reports.find(id, centre))).containsEntry("t2", earlier);
        assertThat(new String(reports.print(reports.find(id, centre), Format.HTML, Digits.ARABIC), java.nio.charset.StandardCharsets.UTF_8)).contains("ข้อมูล ณ วันที่ 31 กรกฎาคม 2562");
    }

    private org.springframework.mock.web.MockHttpServletResponse give(long id, String day) throws Exception {
        return mvc.perform(post("/reports/" + id + "/dates").with(SignIn.as(people.centreOfficer())).with(csrf()).param("date-t2", day)).andReturn().getResponse();
    }

    @Test
    @DisplayName("is begun with the quarter that runs, up to today, already filled in")
    void begins() throws Exception {
        var today = reports.today();
        var quarter = FiscalQuarter.of(today);
        assertThat(mvc.perform(get("/reports").with(SignIn.as(people.centreOfficer()))).andReturn().getResponse().getContentAsString())
                .contains("value=\"" + quarter.year().year() + "\"").contains("value=\"" + khabuan.base.calendar.ThaiDate.brief(today) + "\"")
                .containsPattern("value=\"" + quarter.number() + "\"[^>]*selected");
    }

    @Test
    @DisplayName("can't be changed once it is published, not even by the database's own hand")
    void refusesChange() {
        var centre = people.centreOfficer();
        long id = reports.begin(StrategyOfficeReport.KIND, QUARTER, DAY, centre);
        reports.publish(reports.find(id, centre), "", centre);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> reports.write(reports.find(id, centre), Map.of("5", "แก้ไข"), Digits.THAI, centre))
                .hasMessage("report.refused.published");
    }
}
