package khabuan.base.print;

import java.util.List;
import java.util.Locale;
import khabuan.base.text.Digits;

/** The blocks of a document as well-formed HTML; a page and a PDF differ in what they do with links, contents and charts. */
abstract class Markup {

    final StringBuilder out = new StringBuilder(16_384);
    final Document document;
    private final Digits digits;

    Markup(Document document) {
        this.document = document;
        this.digits = document.digits();
    }

    abstract void figure(Run.Figure figure);

    abstract void contents(Block.Contents contents, List<Block.Heading> headings);

    abstract void chart(ChartPlan plan, String alt);

    abstract void caption(String caption);

    /** Opens the table, up to its columns. */
    abstract void openTable(TableBlock table);

    Markup blocks(List<Block> blocks) {
        for (var block : blocks) write(block);
        return this;
    }

    private void write(Block block) {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> paragraph(paragraph);
            case Block.Contents contents -> contents(contents, following(contents));
            case Block.FreeText text -> Passage.of(text.text()).forEach(this::passage);
            case Block.PageBreak _ -> tag("<div class=\"page-break\"></div>");
            case Block.Section section -> section(section);
            case TableBlock table -> table(table);
            case ChartBlock chart -> chart(chart);
        }
    }

    private List<Block.Heading> following(Block.Contents contents) {
        return document.flat().stream().dropWhile(block -> block != contents)
                .filter(Block.Heading.class::isInstance).map(Block.Heading.class::cast).toList();
    }

    private void heading(Block.Heading heading) {
        String name = "h" + (heading.level() + 1);
        tag("<", name, " id=\"", heading.anchor(), "\">");
        text(heading.line());
        tag("</", name, ">");
    }

    private void paragraph(Block.Paragraph paragraph) {
        tag("<p class=\"", paragraph.manner().name().toLowerCase(Locale.ROOT), "\">");
        runs(paragraph.runs());
        tag("</p>");
    }

    private void passage(Passage passage) {
        tag("<p class=\"", passage.depth() == 0 ? "body" : "item item-" + Math.min(passage.depth(), 3), "\">");
        if (passage.depth() > 0) {
            tag("<span class=\"marker\">");
            text(passage.marker());
            tag("</span> ");
        }
        for (int i = 0; i < passage.lines().size(); i++) {
            if (i > 0) tag("<br/>");
            text(passage.lines().get(i));
        }
        tag("</p>");
    }

    void section(Block.Section section) {
        tag("<div class=\"", section.landscape() ? "landscape" : "upright", section == document.blocks().getLast() ? " last" : "", "\">");
        blocks(section.blocks());
        tag("</div>");
    }

    private void chart(ChartBlock chart) {
        tag("<figure class=\"chart\">");
        chart(new ChartPlan(chart, digits), digits.in(chart.alt()));
        if (!chart.caption().isEmpty()) {
            tag("<figcaption>");
            text(chart.caption());
            tag("</figcaption>");
        }
        below(chart.below());
        tag("</figure>");
    }

    private void table(TableBlock table) {
        tag("<div class=\"", table.isShort() ? "table whole" : "table", "\"", frame(table), ">");
        caption(table.caption());
        openTable(table);
        head(table);
        tag("<tbody>");
        for (var row : table.rows()) row(table, row);
        tag("</tbody></table>");
        below(table.below());
        tag("</div>");
    }

    /** What else is said of the frame around a table. */
    String frame(TableBlock table) {
        return "";
    }

    private void head(TableBlock table) {
        tag("<thead>");
        for (var row : table.head()) {
            tag("<tr>");
            for (var cell : row) {
                tag("<th scope=\"", cell.columns() > 1 ? "colgroup" : "col", "\"", span("colspan", cell.columns()), span("rowspan", cell.rows()), ">");
                text(cell.text());
                tag("</th>");
            }
            tag("</tr>");
        }
        tag("</thead>");
    }

    private void row(TableBlock table, TableBlock.Row row) {
        tag("<tr class=\"", row.kind().name().toLowerCase(Locale.ROOT), row.isTall() ? " tall\">" : "\">");
        int column = 0;
        for (var cell : row.cells()) {
            cell(table.columns().get(column), cell, column == 0);
            column += cell.columns();
        }
        tag("</tr>");
    }

    private void cell(TableBlock.Column column, TableBlock.Cell cell, boolean first) {
        tag(first ? "<th scope=\"row\"" : "<td", span("colspan", cell.columns()), " class=\"", column.align().name().toLowerCase(Locale.ROOT));
        if (cell.value() != null) tag(" number");
        if (cell.flagged()) tag(" flagged");
        if (cell.shade() != TableBlock.Shade.NONE) tag(" shade-", cell.shade().name().toLowerCase(Locale.ROOT));
        tag("\">");
        runs(printed(cell));
        if (!cell.mark().isEmpty()) {
            tag("<sup>");
            text(cell.mark());
            tag("</sup>");
        }
        cell.inner().forEach(this::inner);
        tag(first ? "</th>" : "</td>");
    }

    /** A table within a cell. */
    private void inner(TableBlock table) {
        tag("<table class=\"inner\">");
        head(table);
        tag("<tbody>");
        for (var row : table.rows()) row(table, row);
        tag("</tbody></table>");
    }

    /** What stands in a cell. */
    List<Run> printed(TableBlock.Cell cell) {
        return cell.runs();
    }

    void below(List<String> lines) {
        for (var line : lines) {
            tag("<p class=\"below\">");
            text(line);
            tag("</p>");
        }
    }

    private void runs(List<Run> runs) {
        for (var run : runs) {
            switch (run) {
                case Run.Words words when words.bold() -> {
                    tag("<b>");
                    lines(words.text());
                    tag("</b>");
                }
                case Run.Words words -> lines(words.text());
                case Run.Figure figure -> figure(figure);
            }
        }
    }

    private void lines(String text) {
        out.append(escaped(digits.in(text)).replace("\n", "<br/>"));
    }

    private static String span(String name, int size) {
        return size > 1 ? " " + name + "=\"" + size + "\"" : "";
    }

    void tag(String... parts) {
        for (var part : parts) out.append(part);
    }

    /** Words that are read: in the document's digits. */
    void text(String text) {
        out.append(escaped(digits.in(text)));
    }

    /** What is safe between tags and within quotes; characters that XML forbids are dropped. */
    static String escaped(String text) {
        var safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> safe.append("&amp;");
                case '<' -> safe.append("&lt;");
                case '>' -> safe.append("&gt;");
                case '"' -> safe.append("&quot;");
                case '\'' -> safe.append("&#39;");
                default -> {
                    if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !(c >= 0xD800 && c <= 0xDFFF) || c == '\t' || c == '\n') safe.appendCodePoint(c);
                }
            }
        });
        return safe.toString();
    }
}
