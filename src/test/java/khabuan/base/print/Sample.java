package khabuan.base.print;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import khabuan.base.print.Block.Contents;
import khabuan.base.print.Block.FreeText;
import khabuan.base.print.Block.Heading;
import khabuan.base.print.Block.PageBreak;
import khabuan.base.print.Block.Paragraph;
import khabuan.base.print.Block.Section;
import khabuan.base.print.TableBlock.Align;
import khabuan.base.print.TableBlock.Cell;
import khabuan.base.print.TableBlock.Column;
import khabuan.base.print.TableBlock.Head;
import khabuan.base.print.TableBlock.Row;
import khabuan.base.print.TableBlock.Shade;
import khabuan.base.text.Digits;
import khabuan.base.text.Percentage;

/** A report as the field writes it, with all that a document can hold. */
final class Sample {

    static final List<String> REGIONS = List.of("กรุงเทพฯ ปริมณฑลและตะวันออก", "กลางและตะวันตก", "ตะวันออกเฉียงเหนือ", "ใต้", "เหนือ");
    private static final long[][] COUNCILS = {{782, 781, 18846, 25054}, {1449, 1441, 23213, 48515}, {2947, 2810, 58078, 97765}, {1176, 1178, 17880, 33477}, {1471, 1456, 37262, 46154}, {7825, 7666, 155279, 250965}};
    private static final int[][] NEW = {{4, 11, 16, 5}, {5, 14, 12, 8}, {10, 9, 40, 107}, {1, 0, 9, 30}, {1, 3, 30, 55}};

    static Document report(Digits digits) {
        return new Document("รายงานผลการดำเนินงาน ไตรมาส 4 ปีงบประมาณ 2562",
                List.of("รายงานผลการดำเนินงาน", "สำนักงานยุทธศาสตร์และเชื่อมโยงขบวนชุมชน", "ไตรมาส 4 (เดือนกรกฎาคม - กันยายน 2562)", "ปีงบประมาณ 2562"),
                "ข้อมูลจำลองเพื่อการสาธิต", digits, false, blocks());
    }

    private static List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(new Contents("สารบัญ"));
        blocks.add(new PageBreak());
        blocks.add(new Heading(1, "1", "รายงานผลการดำเนินงานของสภาองค์กรชุมชนตำบล ไตรมาส 4", "chapter-1"));
        blocks.add(new Heading(2, "1.", "ภาพรวมความคืบหน้าของสภาองค์กรชุมชนตำบล", "s1"));
        blocks.add(Paragraph.sentence("ความคืบหน้าการสนับสนุนการดำเนินงานตามพระราชบัญญัติสภาองค์กรชุมชน พ.ศ. 2551 นับตั้งแต่เดือนมกราคม 2551 จนถึงวันที่ 31 สิงหาคม 2562 มีการจัดตั้งสภาองค์กรชุมชนตำบลรวมทั้งสิ้น {0} แห่ง คิดเป็นร้อยละ {1} ของจำนวนตำบล/เทศบาล/เขตทั่วประเทศ ({2} แห่ง) พื้นที่ที่สภาองค์กรชุมชนตำบลได้รับการจัดตั้งสะสมมากที่สุด ได้แก่ ภาคใต้ จำนวน 1,178 แห่ง รองลงมาคือภาคกรุงเทพฯ ปริมณฑลและตะวันออก จำนวน 781 แห่ง ตามลำดับ",
                Run.figure("7,666", "/figures/council.registered?as-of=2562-08-31&unit=TH"), Run.figure("97.97", "/figures/council.registered/definition"), Run.figure("7,825", "/figures/units")));
        blocks.add(Paragraph.of(Run.plain("ที่ปั๊มน้ำมีการ"), Run.bold("ฟื้นฟู"), Run.plain("ป่าต้นน้ำ ผู้ใหญ่บ้านกับกลุ่มออมทรัพย์เชื่อมโยงกองทุนสวัสดิการชุมชน กี่ ปี่ ฟุ้ง ก๊วยเตี๋ยว ญี่ปุ่น ฝั่ง ตั้ง กู้ ฎุ ฏู <b> & \"ยช33/1664\" ส่วนกลุ่มหรือองค์กรชุมชน/เครือข่ายองค์กรชุมชนที่จัดแจ้งมีจำนวนรวมทั้งสิ้น 155,279 องค์กร ดังตารางที่ 1")));
        blocks.add(councils());
        blocks.add(new Heading(2, "2.", "สถานะสภาองค์กรชุมชนตำบล", "s2"));
        blocks.add(new Heading(3, "2.1", "สภาองค์กรชุมชนตำบลที่จดทะเบียนจัดตั้งใหม่", "s2-1"));
        blocks.add(newOnes());
        blocks.add(chart());
        blocks.add(new Heading(2, "3.", "ปัญหาและอุปสรรคจากข้อมูลที่พบ", "s3"));
        blocks.add(new FreeText("""
                จากการตรวจทานข้อมูลในระบบ พบว่าข้อมูลสภาองค์กรชุมชนที่ซ้ำซ้อนในหลายแห่งด้วยกัน จึงมีการประสานไปยังสำนักงานภาค ขอความร่วมมือให้มีการตรวจทานข้อมูลนั้นและดำเนินการแก้ไขให้ถูกต้อง

                1) ให้ตรวจสอบการบันทึกชื่อสภาองค์กรชุมชนว่าเป็น อบต. หรือ เทศบาลตำบล หากพบความผิดพลาดจากการบันทึกชื่อ ให้แก้ไขให้แล้วเสร็จภายในวันที่ 13 กันยายน 2562
                1.1) แก้ไขทั้งทะเบียนสภาฯ และ จส.02
                2) หากพบว่ามีข้อมูลซ้ำซ้อนจริง ให้ประสานมายังสำนักฯ ภายในวันที่ 11 กันยายน 2562"""));
        blocks.add(new Section(true, List.of(new Heading(2, "4.", "สมาชิกครบวาระ 4 ปี", "s4"), terms(), new Heading(2, "5.", "ผลการจัดตั้งรายตำบล", "s5"), units(70))));
        blocks.add(new Heading(2, "6.", "ข้อเสนอแนะ", "s6"));
        blocks.add(new FreeText("เห็นควรให้สำนักงานภาคบันทึกผลให้แล้วเสร็จภายในไตรมาส 3 http://eis.codi.or.th"));
        return blocks;
    }

    static TableBlock councils() {
        var rows = new ArrayList<Row>();
        for (int r = 0; r < COUNCILS.length; r++) {
            var n = COUNCILS[r];
            var share = Percentage.of(n[1], n[0]);
            var link = r < 5 ? "/figures/council.registered?region=" + r : null;
            var established = Cell.of(n[1], Run.figure(number(n[1]), link), Run.plain(" (" + share.text() + "%)")).sharing(share.value());
            if (share.isOverHundred()) established = established.flagged("*");
            var cells = new Cell[] {Cell.text(r < 5 ? REGIONS.get(r) : "รวม"), figure(n[0]), established, figure(n[2]), figure(n[3])};
            rows.add(r < 5 ? Row.of(cells) : Row.total(cells));
        }
        return new TableBlock("ตารางที่ 1 แสดงจำนวนการจัดตั้งสภาองค์กรชุมชนตำบล แยกตามรายภาค", columns(2.4, 1.5, 1.6, 1.5, 1.3),
                List.of(List.of(Head.of("ภาค"), Head.of("จำนวนตำบล/เทศบาล/เขต ทั่วประเทศ"), Head.of("จำนวนจัดตั้งสภาองค์กรชุมชนตำบล"), Head.of("จำนวนกลุ่มองค์กรชุมชนที่จัดแจ้ง"), Head.of("จำนวนสมาชิกทั้งหมด"))),
                rows, List.of("* เกินร้อยละ 100 เพราะมีสภาฯ ที่จดแจ้งซ้ำในตำบลเดียวกัน", "ข้อมูล ณ วันที่ 31 สิงหาคม 2562", "ที่มา: ระบบฐานข้อมูลสภาองค์กรชุมชนตำบล"));
    }

    private static TableBlock newOnes() {
        var rows = new ArrayList<Row>();
        for (int r = 0; r < NEW.length; r++)
            rows.add(Row.of(Cell.text(REGIONS.get(r)), figure(38 + r), figure(NEW[r][0]), figure(NEW[r][1]), figure(NEW[r][2]), figure(NEW[r][3]), Cell.of(36, Run.figure("36", null), Run.plain(" (94.74%)")).sharing(new BigDecimal("94.74"))));
        return new TableBlock("ตารางที่ 2 แสดงการเปรียบเทียบจำนวนสภาองค์กรชุมชนตำบลที่จัดตั้งใหม่ ในไตรมาส 1 - 4", columns(2.2, 1.1, 1, 1, 1.05, 1, 1.4),
                List.of(List.of(new Head("ภาค", 1, 2), new Head("จำนวนเป้าหมายการจัดตั้ง", 1, 2), new Head("จำนวนจัดตั้งใหม่ (แห่ง)", 4, 1), new Head("จำนวนจัดตั้งใหม่ทั้งหมด", 1, 2)),
                        List.of(Head.of("ไตรมาส 1 (ต.ค.-ธ.ค.61)"), Head.of("ไตรมาส 2 (ม.ค.-มี.ค.62)"), Head.of("ไตรมาส 3 (เม.ย.-มิ.ย.62)"), Head.of("ไตรมาส 4 (ก.ค.-ส.ค.62)"))),
                rows, List.of("ข้อมูล ณ วันที่ 31 สิงหาคม 2562"));
    }

    private static ChartBlock chart() {
        var series = new ArrayList<ChartBlock.Series>();
        for (int q = 0; q < 4; q++) {
            int quarter = q;
            series.add(new ChartBlock.Series("ไตรมาส " + (q + 1), ChartBlock.COLOURS.get(q), IntStream.range(0, 5)
                    .mapToObj(r -> new ChartBlock.Point(BigDecimal.valueOf(NEW[r][quarter]), "" + NEW[r][quarter], "/figures/council.new?quarter=" + quarter + "&region=" + r)).toList()));
        }
        return new ChartBlock("แผนภูมิที่ 1 จำนวนสภาองค์กรชุมชนตำบลที่จัดตั้งใหม่ ในไตรมาส 1 - 4 แยกตามรายภาค", REGIONS, series,
                "แผนภูมิแท่ง จำนวนสภาองค์กรชุมชนตำบลที่จัดตั้งใหม่รายไตรมาส ห้าภาค มากที่สุดคือตะวันออกเฉียงเหนือ ไตรมาส 4 จำนวน 107 แห่ง", List.of("ข้อมูล ณ วันที่ 31 สิงหาคม 2562"));
    }

    static TableBlock terms() {
        var head = new ArrayList<Head>(List.of(new Head("ภาค", 1, 2)));
        var second = new ArrayList<Head>();
        for (int q = 1; q <= 4; q++) {
            head.add(new Head("ไตรมาส " + q, 3, 1));
            second.addAll(List.of(Head.of("ครบวาระ"), Head.of("ทบทวนแล้ว"), Head.of("ยังไม่ทบทวน")));
        }
        var rows = new ArrayList<Row>();
        for (var region : REGIONS) {
            var cells = new ArrayList<Cell>(List.of(Cell.text(region)));
            for (int c = 0; c < 12; c++) cells.add(c < 10 ? figure(1200 + c * 37) : Cell.of(1274, Run.figure("1,274", null), Run.plain(" (57.60%)")).sharing(new BigDecimal("57.60")).shaded(c == 10 ? Shade.GREEN : Shade.AMBER));
            rows.add(Row.of(cells.toArray(Cell[]::new)));
        }
        return new TableBlock("ตารางที่ 5 แสดงการเปรียบเทียบจำนวนสภาองค์กรชุมชนตำบลที่สมาชิกครบวาระ 4 ปี รายไตรมาส 1 - 4",
                columns(2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1.2, 1.2), List.of(head, second), rows, List.of("ข้อมูล ณ วันที่ 2 กันยายน 2562"));
    }

    static TableBlock units(int count) {
        var rows = IntStream.rangeClosed(1, count).mapToObj(i -> Row.of(Cell.of(i, Run.plain("" + i)), Cell.text("สภาองค์กรชุมชนตำบลบ้านน้ำปั๊ม หมู่ที่ " + i), figure(1000L + i))).toList();
        return new TableBlock("ตารางที่ 6 รายชื่อสภาองค์กรชุมชนตำบล", List.of(new Column(0.5, Align.CENTRE), new Column(4, Align.LEFT), new Column(1, Align.RIGHT)),
                List.of(List.of(Head.of("ที่"), Head.of("ชื่อสภาองค์กรชุมชน"), Head.of("จำนวนสมาชิก (คน)"))), rows, List.of());
    }

    private static Cell figure(long n) {
        return Cell.of(n, Run.figure(number(n), null));
    }

    private static String number(long n) {
        return String.format(java.util.Locale.ROOT, "%,d", n);
    }

    private static List<Column> columns(double... widths) {
        var columns = new ArrayList<Column>();
        for (int i = 0; i < widths.length; i++) columns.add(new Column(widths[i], i == 0 ? Align.LEFT : Align.RIGHT));
        return columns;
    }
}
