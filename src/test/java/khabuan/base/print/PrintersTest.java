package khabuan.base.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import khabuan.base.print.TableBlock.Cell;
import khabuan.base.print.TableBlock.Row;
import khabuan.base.text.Digits;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

/** One document, four printers: what was composed is found again in each. */
class PrintersTest {

    private static final PdfPrinter PDF = new PdfPrinter();
    private final Printers printers = new Printers(List.of(new HtmlPrinter(), new DocxPrinter(PDF), new XlsxPrinter(), PDF));

    private byte[] printed(Document document, Format format) throws IOException {
        var out = new ByteArrayOutputStream();
        printers.print(document, format, out);
        return out.toByteArray();
    }

    private static String text(PDDocument pdf, int first, int last) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(first);
        stripper.setEndPage(last);
        return stripper.getText(pdf).replaceAll("\\s+", " ");
    }

    @Test
    void thaiWordsAreFoundAgainInThePdf() throws IOException {
        try (var pdf = Loader.loadPDF(printed(Sample.report(Digits.ARABIC), Format.PDF))) {
            assertThat(text(pdf, 3, 3)).contains("น้ำ", "ปั๊ม", "ฟื้นฟู", "ญี่ปุ่น", "ก๊วยเตี๋ยว", "ฎุ ฏู", "ผู้ใหญ่บ้าน", "7,666 แห่ง", "<b> & \"ยช33/1664\"");
        }
    }

    @Test
    void thaiDigitsArePrintedEverywhereAlsoInPageNumbers() throws IOException {
        try (var pdf = Loader.loadPDF(printed(Sample.report(Digits.THAI), Format.PDF))) {
            assertThat(text(pdf, 1, pdf.getNumberOfPages())).contains("๗,๖๖๖ แห่ง", "(๑๐๐.๑๗%)").doesNotContainPattern("[0-9]");
            assertThat(text(pdf, 4, 4).strip()).endsWith("๔");
        }
    }

    @Test
    void theContentsOfThePdfNameThePagesWhereTheHeadingsStand() throws IOException {
        var report = Sample.report(Digits.ARABIC);
        try (var pdf = Loader.loadPDF(printed(report, Format.PDF))) {
            var contents = text(pdf, 2, 2);
            var pages = PDF.pages(report);
            for (var heading : report.all(Block.Heading.class)) {
                int page = pages.get(heading.anchor());
                assertThat(text(pdf, page, page)).contains(heading.line());
                assertThat(contents).containsPattern(java.util.regex.Pattern.quote(heading.line()) + "[. ]+" + page + "\\s");
            }
            assertThat(pdf.getDocumentCatalog().getDocumentOutline().getFirstChild().getTitle()).startsWith("1 รายงานผล");
        }
    }

    @Test
    void theHeadOfALongTableIsRepeatedOnEachPage() throws IOException {
        var list = Document.of("รายชื่อสภาฯ", Digits.ARABIC, List.of(Sample.units(75)));
        try (var pdf = Loader.loadPDF(printed(list, Format.PDF))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(3);
            for (int page = 1; page <= 3; page++) assertThat(text(pdf, page, page)).contains("ชื่อสภาองค์กรชุมชน", "จำนวนสมาชิก (คน)");
        }
    }

    @Test
    void nothingIsWrittenOnTwoPages() throws IOException {
        var blocks = new java.util.ArrayList<Block>();
        for (int i = 100; i < 200; i++) {
            blocks.add(new Block.Heading(1 + i % 3, "", "ปัญหาที่ " + i, "a" + i));
            blocks.add(Block.Paragraph.of(Run.plain(("ข้อที่" + i + " ").repeat(i % 17 + 8))));
        }
        try (var pdf = Loader.loadPDF(printed(Document.of("ปัญหา", Digits.ARABIC, blocks), Format.PDF))) {
            var all = text(pdf, 1, pdf.getNumberOfPages()).replace(" ", "");
            for (int i = 100; i < 200; i++) {
                assertThat(all.split("ปัญหาที่" + i, -1)).as("heading " + i).hasSize(2);
                assertThat(all.split("ข้อที่" + i, -1)).as("paragraph " + i).hasSize(1 + i % 17 + 8);
            }
        }
    }

    @Test
    void lyingPagesStandBetweenUprightOnes() throws IOException {
        try (var pdf = Loader.loadPDF(printed(Sample.report(Digits.ARABIC), Format.PDF))) {
            var shapes = new StringBuilder();
            for (var page : pdf.getPages()) shapes.append(page.getMediaBox().getWidth() > page.getMediaBox().getHeight() ? 'L' : 'U');
            assertThat(shapes.toString()).matches("U+L+U+");
        }
    }

    @Test
    void sectionsLeaveNoEmptyPagesBehind() throws IOException {
        var lying = new Block.Section(true, List.of(Sample.councils()));
        var plain = new Document("ภาคผนวก", List.of("ภาคผนวก"), "", Digits.THAI, false, List.of(Block.Paragraph.of(Run.plain("บทนำ")), lying, lying));
        try (var pdf = Loader.loadPDF(printed(plain, Format.PDF))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(4);
        }
        try (var docx = new XWPFDocument(new ByteArrayInputStream(printed(plain, Format.DOCX)))) {
            assertThat(docx.getDocument().xmlText().split("<w:sectPr", -1)).hasSize(1 + 3);
            assertThat(docx.getDocument().xmlText().split("w:orient=\"landscape\"", -1)).hasSize(1 + 2);
        }
    }

    @Test
    void theWordFileCanBeWorkedOn() throws IOException {
        try (var docx = new XWPFDocument(new ByteArrayInputStream(printed(Sample.report(Digits.THAI), Format.DOCX)))) {
            var headings = docx.getParagraphs().stream().filter(p -> p.getStyle() != null && p.getStyle().startsWith("Heading")).toList();
            assertThat(headings).extracting(p -> p.getText()).contains("๑ รายงานผลการดำเนินงานของสภาองค์กรชุมชนตำบล ไตรมาส ๔", "๒.๑ สภาองค์กรชุมชนตำบลที่จดทะเบียนจัดตั้งใหม่");
            assertThat(docx.getTables()).allSatisfy(table -> assertThat(table.getRow(0).isRepeatHeader()).isTrue());
            assertThat(docx.getTables().get(1).getRow(1).isRepeatHeader()).as("the second head row too").isTrue();
            assertThat(docx.getCharts()).hasSize(1);
            assertThat(docx.getDocument().xmlText()).contains("TOC \\o", "PAGEREF _Toc_s6", "thaiNumbers", "w:orient=\"landscape\"", "ฟื้นฟู");
            assertThat(docx.getPackage().getParts()).extracting(part -> part.getPartName().getName()).contains("/word/fonts/Sarabun-Regular.odttf");
        } catch (org.apache.poi.openxml4j.exceptions.InvalidFormatException e) {
            throw new IOException(e);
        }
    }

    @Test
    void theWordFileKeepsToTheSchemaThatWordInsistsOn() throws Exception {
        try (var docx = new XWPFDocument(new ByteArrayInputStream(printed(Sample.report(Digits.THAI), Format.DOCX)))) {
            var faults = new java.util.ArrayList<org.apache.xmlbeans.XmlError>();
            var options = new org.apache.xmlbeans.XmlOptions().setErrorListener(faults);
            docx.getDocument().validate(options);
            docx.getStyle().validate(options);
            docx.getSettings().getCTSettings().validate(options);
            docx.getHeaderList().getFirst()._getHdrFtr().validate(options);
            docx.getCharts().getFirst().getCTChartSpace().validate(options);
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void numbersInTheWorkbookAreNumbers() throws IOException {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(printed(Sample.report(Digits.ARABIC), Format.XLSX)))) {
            assertThat(book.getSheetName(0)).isEqualTo("สารบัญ");
            var table = book.getSheet("ตารางที่ 1");
            var south = table.getRow(5);
            assertThat(south.getCell(0).getStringCellValue()).isEqualTo("ใต้");
            assertThat(south.getCell(2).getCellType()).isEqualTo(CellType.NUMERIC);
            assertThat(south.getCell(2).getNumericCellValue()).isEqualTo(1178);
            assertThat(south.getCell(3).getNumericCellValue()).as("its share stands beside it").isEqualTo(1.0017);
            assertThat(table.getMergedRegions()).extracting(Object::toString).anyMatch(area -> area.contains("C2:D2"));
            assertThat(table.getPaneInformation().isFreezePane()).isTrue();
            assertThat(book.getSheet("แผนภูมิที่ 1").getRow(4).getCell(4).getNumericCellValue()).isEqualTo(107);
        }
    }

    @Test
    void thePageOpensFiguresOntoTheirRecordsAndLetsNoMarkupThrough() throws IOException {
        var page = new HtmlPrinter().fragment(Sample.report(Digits.THAI));
        assertThat(page).contains("<a class=\"figure\" href=\"/figures/council.registered?as-of=2562-08-31&amp;unit=TH\">๗,๖๖๖</a>",
                "&lt;b&gt; &amp; &quot;ยช๓๓/๑๖๖๔&quot;", "<caption>ตารางที่ ๑", "<th scope=\"colgroup\" colspan=\"4\">", "<h3 id=\"s1\">", "role=\"group\"",
                "aria-label=\"ตะวันออกเฉียงเหนือ, ไตรมาส ๔: ๑๐๗\"").doesNotContain("<b> &", "style=", "<script");
        var trap = Document.of("<script>", Digits.ARABIC, List.of(Block.Paragraph.of(Run.figure("1", "javascript:alert(1)"), Run.figure("2", "/x\"onclick=\"y"))));
        assertThat(new HtmlPrinter().fragment(trap)).doesNotContain("javascript").contains("href=\"/x&quot;onclick=&quot;y\"");
        assertThat(new String(printed(trap, Format.HTML), "UTF-8")).contains("<title>&lt;script&gt;</title>");
    }

    @Test
    void charactersThatAFormatForbidsDoNotBreakIt() throws IOException {
        var odd = Document.of("ข้อความ", Digits.THAI, List.of(new Block.FreeText("ก\u0001ข\uFFFE \uD83D\uDE00 ]]> & <"), new TableBlock("", List.of(new TableBlock.Column(1, TableBlock.Align.LEFT)), List.of(), List.of(Row.of(Cell.text("ก\u0002ข"))), List.of())));
        for (var format : Format.values()) assertThat(printed(odd, format)).as(format.name()).isNotEmpty();
        try (var docx = new XWPFDocument(new ByteArrayInputStream(printed(odd, Format.DOCX)))) {
            assertThat(docx.getParagraphs().getFirst().getText()).contains("]]> & <");
        }
    }

    @Test
    void manyDocumentsPrintedAtOnceComeOutAlike() throws Exception {
        var report = Sample.report(Digits.THAI);
        String alone = allText(printed(report, Format.PDF));
        try (var threads = Executors.newFixedThreadPool(4)) {
            var prints = IntStream.range(0, 12).mapToObj(i -> threads.submit(() -> printed(report, i % 3 == 0 ? Format.DOCX : Format.PDF))).toList();
            for (int i = 0; i < prints.size(); i++) if (i % 3 != 0) assertThat(allText(prints.get(i).get())).isEqualTo(alone);
        }
    }

    private static String allText(byte[] file) throws IOException {
        try (var pdf = Loader.loadPDF(file)) {
            return text(pdf, 1, pdf.getNumberOfPages());
        }
    }

    @Test
    void whatAnAuthorWritesKeepsItsParagraphsAndItems() {
        var passages = Passage.of("เกริ่นนำ\nบรรทัดสอง\n\n1) ข้อแรก\n1.1) ข้อย่อย\n- ขีด\n\n2562 เป็นปีงบประมาณ");
        assertThat(passages).extracting(Passage::marker).containsExactly("", "1)", "1.1)", "-", "");
        assertThat(passages).extracting(Passage::depth).containsExactly(0, 1, 2, 1, 0);
        assertThat(passages.getFirst().lines()).containsExactly("เกริ่นนำ", "บรรทัดสอง");
    }

    @Test
    void aLineDoesNotEndBetweenAWordAndItsNumber() {
        var text = "จำนวนเป้าหมายการจัดตั้ง ไตรมาส 1 - 4";
        assertThat(Lines.wrap(text, 60, 11)).noneMatch(line -> line.endsWith("เป้า") || line.startsWith("4") || line.startsWith("-") || line.startsWith("1"));
        assertThat(String.join("", Lines.wrap(text, 60, 11)).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }

    @Test
    void noLineEndsWithinAWordOfTheField() {
        var text = "ความคืบหน้าตามพระราชบัญญัติสภาองค์กรชุมชน พ.ศ. 2551 มาตรา 21 (4) จนถึงวันที่ 31 สิงหาคม 2562 จัดตั้งรวมทั้งสิ้น 7,666 แห่ง คิดเป็นร้อยละ 97.97 ของสถาบันพัฒนาองค์กรชุมชน (องค์การมหาชน) ในท้องถิ่นต่าง ๆ";
        for (var written : List.of(text, Digits.THAI.in(text)))
            for (int width = 60; width < 460; width += 7) {
                var broken = String.join("|", Lines.wrap(written, width, 13));
                for (var whole : List.of("พระราชบัญญัติ", "ร้อยละ", "ทั้งสิ้น", "จัดตั้ง", "องค์กรชุมชน", "องค์การมหาชน", "ท้องถิ่น", "ความคืบหน้า", "วันที่", "ต่าง ๆ", "31 สิงหาคม", "21 (4)", "ร้อยละ 97.97"))
                    assertThat(broken).as("width " + width).contains(written.equals(text) ? whole : Digits.THAI.in(whole));
            }
    }

    @Test
    void aShortTableIsNotPartedOverTwoPages() throws IOException {
        var blocks = new java.util.ArrayList<Block>();
        for (int i = 0; i < 20; i++) blocks.add(Block.Paragraph.of(Run.plain("สภาองค์กรชุมชนตำบลเป็นเวทีกลาง")));
        blocks.add(Sample.units(14));
        try (var pdf = Loader.loadPDF(printed(Document.of("รายชื่อ", Digits.ARABIC, blocks), Format.PDF))) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            assertThat(text(pdf, 1, 1)).doesNotContain("ชื่อสภาองค์กรชุมชน");
        }
        try (var docx = new XWPFDocument(new ByteArrayInputStream(printed(Document.of("รายชื่อ", Digits.ARABIC, blocks), Format.DOCX)))) {
            var rows = docx.getTables().getFirst().getRows();
            for (var row : rows.subList(0, rows.size() - 1)) assertThat(row.getCell(0).getParagraphs().getFirst().getCTP().getPPr().isSetKeepNext()).isTrue();
        }
    }

    @Test
    void aTableOfManyFiguresFitsUprightWithItsPercentagesUnderTheirNumbers() throws IOException {
        var terms = Sample.terms();
        var widths = new Widths(terms, Paper.UPRIGHT.measure(), Digits.ARABIC);
        assertThat(widths.folded).isTrue();
        assertThat(widths.size).isGreaterThanOrEqualTo(7.5);
        assertThat(Arrays.stream(widths.columns).sum()).isCloseTo(Paper.UPRIGHT.measure(), org.assertj.core.data.Offset.offset(0.01));
        assertThat(new Widths(terms, Paper.LANDSCAPE.measure(), Digits.ARABIC).folded).isFalse();
        try (var docx = new XWPFDocument(new ByteArrayInputStream(printed(Document.of("วาระ", Digits.ARABIC, List.of(terms)), Format.DOCX)))) {
            assertThat(docx.getTables().getFirst().getText()).containsPattern("[0-9]\n\\([0-9.]+%\\)");
        }
    }

    @Test
    void titleAndNoticeStandInOneLineAtTheHead() throws IOException {
        var title = "รายงานผลการดำเนินงาน สำนักงานยุทธศาสตร์และเชื่อมโยงขบวนชุมชน ไตรมาส 4 ปีงบประมาณ 2562";
        for (var digits : Digits.values()) {
            var document = new Document(title, List.of(), "ข้อมูลจำลองเพื่อการสาธิต", digits, false, List.of(Block.Paragraph.of(Run.plain("ก"))));
            assertThat(document.headSize()).isBetween(8.0, 9.5);
            try (var pdf = Loader.loadPDF(printed(document, Format.PDF))) {
                assertThat(new PDFTextStripper().getText(pdf).lines().filter(line -> line.contains("รายงานผล") || line.contains("สาธิต"))).hasSize(1);
            }
            try (var docx = new XWPFDocument(new ByteArrayInputStream(printed(document, Format.DOCX)))) {
                assertThat(docx.getHeaderList().getFirst().getParagraphs().getFirst().getRuns().getFirst().getFontSizeAsDouble()).isEqualTo(document.headSize());
            }
        }
    }

    @Test
    void anEntryOfTheContentsLeavesRoomForItsPageNumber() {
        var heading = new Block.Heading(3, "3.2", "รายงานการพิมพ์จดหมายรับรองสถานภาพสภาองค์กรชุมชน/องค์กรชุมชน", "s3-2");
        assertThat(Lines.entry(heading, Paper.UPRIGHT, Digits.ARABIC)).hasSize(2)
                .allSatisfy(line -> assertThat(Typeface.REGULAR.width(line, 13)).isLessThan(Paper.UPRIGHT.measure() - 2 * 22.7 - 40));
    }

    @Test
    void noNumberIsWiderThanItsColumn() {
        var widths = new Widths(Sample.councils(), Paper.UPRIGHT.measure(), Digits.THAI);
        assertThat(Arrays.stream(widths.columns).sum()).isCloseTo(Paper.UPRIGHT.measure(), org.assertj.core.data.Offset.offset(0.01));
        assertThat(widths.columns[2]).isGreaterThan(Typeface.BOLD.width("๑,๑๗๘ (๑๐๐.๑๗%)*", widths.size));
    }

    @Test
    void aRowThatDoesNotFillItsTableIsRefused() {
        assertThatThrownBy(() -> new TableBlock("ตารางที่ 1", List.of(new TableBlock.Column(1, TableBlock.Align.LEFT)), List.of(), List.of(Row.of(Cell.text("ก"), Cell.text("ข"))), List.of()))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("ตารางที่ 1");
    }

    @Test
    void aLongListIsWrittenRowByRow() throws IOException {
        var out = new ByteArrayOutputStream();
        var columns = List.of(new SheetWriter.Column("ชื่อสภาฯ", 40), new SheetWriter.Column("สมาชิก", 12), new SheetWriter.Column("วันที่จดแจ้ง", 16));
        var rows = IntStream.range(0, 20_000).mapToObj(i -> Arrays.asList("=สภาองค์กรชุมชนตำบลบ้านนา " + i, i == 7 ? null : i, LocalDate.of(2019, 8, 31))).iterator();
        SheetWriter.write(out, "สภาฯ: รายชื่อ/ทั้งหมด", columns, rows);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            var sheet = book.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(20_000);
            assertThat(sheet.getRow(1).getCell(0).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getRow(20_000).getCell(1).getNumericCellValue()).isEqualTo(19_999);
            assertThat(sheet.getRow(8).getCell(1)).isNull();
            assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(org.apache.poi.ss.usermodel.PrintSetup.A4_PAPERSIZE);
            assertThat(sheet.getFitToPage()).isTrue();
            assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("1:1");
            assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
            assertThat(sheet.getFooter().getCenter()).contains("&P / &N");
            assertThat(sheet.getRow(9).getCell(2).getLocalDateTimeCellValue().toLocalDate()).isEqualTo(LocalDate.of(2019, 8, 31));
        }
    }

    @Test
    void aShareOverAHundredIsPrintedAsItIs() {
        assertThat(Sample.councils().rows().get(3).cells().get(2).share()).isEqualByComparingTo(new BigDecimal("100.17"));
    }
}
