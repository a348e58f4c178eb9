package khabuan.base.print;

import java.util.List;
import java.util.Locale;

/** Markup for paper: no links but the contents', which lead to true page numbers; charts of boxes, so that they are drawn by the same hand as the text. */
final class PaperMarkup extends Markup {

    private Paper paper;
    private boolean folded;

    PaperMarkup(Document document) {
        super(document);
        paper = Paper.of(document.landscape());
    }

    @Override
    void section(Block.Section section) {
        paper = Paper.of(section.landscape());
        super.section(section);
        paper = Paper.of(document.landscape());
    }

    @Override
    void openTable(TableBlock table) {
        var widths = new Widths(table, paper.measure(), document.digits());
        folded = widths.folded;
        tag("<table class=\"", widths.size < 11 ? "dense" : "plain", "\" style=\"font-size:", pt(widths.size), "\">");
        for (double column : widths.columns) tag("<col style=\"width:", pt(column), "\"/>");
    }

    @Override
    List<Run> printed(TableBlock.Cell cell) {
        return folded ? cell.folded().runs() : cell.runs();
    }

    @Override
    void figure(Run.Figure figure) {
        text(figure.text());
    }

    @Override
    void contents(Block.Contents contents, List<Block.Heading> headings) {
        tag("<div class=\"contents\"><p class=\"contents-title\">");
        text(contents.title());
        tag("</p>");
        for (var heading : headings) {
            tag("<a class=\"level-", "" + heading.level(), "\" href=\"#", heading.anchor(), "\">");
            tag(String.join("<br/>", Lines.entry(heading, paper, document.digits()).stream().map(Markup::escaped).toList()));
            tag("</a>");
        }
        tag("</div>");
    }

    @Override
    void caption(String caption) {
        if (caption.isEmpty()) return;
        tag("<p class=\"caption\">");
        text(caption);
        tag("</p>");
    }

    @Override
    void chart(ChartPlan plan, String alt) {
        tag("<div class=\"plot\" style=\"width:", pt(ChartPlan.WIDTH), ";height:", pt(plan.height), "\">");
        for (var rule : plan.rules)
            box(rule.x(), rule.y() - 0.3, rule.width(), rule.zero() ? 0.8 : 0.5, "background-color:#" + (rule.zero() ? "555" : "ddd"), "");
        for (var bar : plan.bars) box(bar.x(), bar.y(), bar.width(), bar.height(), "background-color:#" + bar.colour(), "");
        plan.texts.forEach(this::label);
        tag("</div>");
    }

    private void label(ChartPlan.Text label) {
        double line = label.size() * 1.4, width = 200;
        double x = switch (label.anchor()) {
            case START -> label.x();
            case MIDDLE -> label.x() - width / 2;
            case END -> label.x() - width;
        };
        String align = switch (label.anchor()) {
            case START -> "left";
            case MIDDLE -> "center";
            case END -> "right";
        };
        box(x, label.y() - line / 2, width, line, "text-align:" + align + ";font-size:" + pt(label.size()) + ";line-height:" + pt(line), escaped(label.text()));
    }

    private void box(double x, double y, double width, double height, String style, String inside) {
        tag("<div style=\"left:", pt(x), ";top:", pt(y), ";width:", pt(width), ";height:", pt(height), ";", style, "\">", inside, "</div>");
    }

    private static String pt(double points) {
        return String.format(Locale.ROOT, "%.2fpt", points);
    }
}
