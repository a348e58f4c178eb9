package khabuan.base.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import khabuan.base.print.TableBlock.Align;
import khabuan.base.print.TableBlock.Cell;
import khabuan.base.print.TableBlock.Column;
import khabuan.base.print.TableBlock.Head;
import khabuan.base.print.TableBlock.Row;
import khabuan.base.text.Digits;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A document as a workbook")
class WorkbookTest {

    private static TableBlock table(String caption) {
        return new TableBlock(caption, List.of(new Column(3, Align.LEFT), new Column(1, Align.RIGHT), new Column(1, Align.RIGHT)), List.of(List.of(Head.of("ภาค"), Head.of("รวม"), Head.of("ในเดือน"))),
                List.of(Row.of(Cell.text("เหนือ"), Cell.of(7666, Run.plain("7,666")), Cell.of(84, Run.plain("+84"))), Row.of(Cell.text("ใต้"), Cell.of(12, Run.plain("12")), Cell.of(-3, Run.plain("-3")))), List.of());
    }

    private static XSSFWorkbook book(String title, Block... blocks) throws IOException {
        var out = new ByteArrayOutputStream();
        new XlsxPrinter().print(Document.of(title, Digits.ARABIC, List.of(blocks)), out);
        return new XSSFWorkbook(new ByteArrayInputStream(out.toByteArray()));
    }

    @Test
    @DisplayName("calls each sheet by its table's number, or by the heading that it stands under, in whole words, each once")
    void names() throws IOException {
        try (var book = book("รายงานข้อมูลสำคัญประจำเดือนสิงหาคม 2562", new Block.Heading(2, "", "สภาองค์กรชุมชน", "a"), table(""), table(""), new Block.Heading(2, "", "การตรวจสอบและยืนยันของสำนักงานภาค", "b"), table(""),
                table("ตารางที่ 3 แสดงจำนวนสภาองค์กรชุมชน"))) {
            var names = new ArrayList<String>();
            book.forEach(sheet -> names.add(sheet.getSheetName()));
            assertThat(names).containsExactly("รายงานข้อมูลสำคัญประจำเดือน", "สภาองค์กรชุมชน", "สภาองค์กรชุมชน (2)", "การตรวจสอบและยืนยันของ", "ตารางที่ 3").allSatisfy(name -> assertThat(name.length()).isLessThanOrEqualTo(31));
        }
    }

    @Test
    @DisplayName("keeps the plus that is printed before a number, which stays a number")
    void plus() throws IOException {
        try (var book = book("รายงาน", new Block.Heading(2, "", "สภาองค์กรชุมชน", "a"), table(""))) {
            var shown = new org.apache.poi.ss.usermodel.DataFormatter(java.util.Locale.ROOT);
            var sheet = book.getSheetAt(1);
            assertThat(sheet.getRow(2).getCell(2).getNumericCellValue()).isEqualTo(84);
            assertThat(shown.formatCellValue(sheet.getRow(2).getCell(2))).isEqualTo("+84");
            assertThat(shown.formatCellValue(sheet.getRow(3).getCell(2))).isEqualTo("-3");
            assertThat(shown.formatCellValue(sheet.getRow(2).getCell(1))).isEqualTo("7,666");
        }
    }

    @Test
    @DisplayName("and on paper: no line ends between a word like ภายใน and the day that it is about")
    void days() {
        assertThat(Lines.wrap("ขอให้บันทึกผลในระบบภายในวันที่ 14 กันยายน 2562", 130, 14)).noneMatch(line -> line.endsWith("ภายใน")).anyMatch(line -> line.contains("ภายในวันที่ 14"));
    }
}
