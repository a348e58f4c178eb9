package khabuan.base.print;

import java.util.List;
import java.util.Locale;

/** Markup for a page: figures open onto their records, bars too; no inline styles and no script, so it lives under a strict policy. */
final class PageMarkup extends Markup {

    private int charts;

    PageMarkup(Document document) {
        super(document);
    }

    @Override
    void figure(Run.Figure figure) {
        if (figure.link() == null) {
            text(figure.text());
            return;
        }
        link(figure.link());
        if (figure.label() != null) tag(" title=\"", escaped(figure.label()), "\"");
        tag(">");
        text(figure.text());
        tag("</a>");
    }

    private void link(String address) {
        tag("<a class=\"figure\" href=\"", escaped(safe(address)), "\"");
    }

    /** An address that runs script is no address. */
    private static String safe(String address) {
        return address.matches("(?i)(https?://|mailto:|[/?#]).*") ? address : "#";
    }

    @Override
    void contents(Block.Contents contents, List<Block.Heading> headings) {
        tag("<nav class=\"contents\" aria-label=\"", escaped(document.digits().in(contents.title())), "\"><p class=\"contents-title\">");
        text(contents.title());
        tag("</p><ul>");
        for (var heading : headings) {
            tag("<li class=\"level-", "" + heading.level(), "\"><a href=\"#", heading.anchor(), "\">");
            text(heading.line());
            tag("</a></li>");
        }
        tag("</ul></nav>");
    }

    @Override
    void caption(String caption) { }

    /** On a narrow screen the frame scrolls; the keyboard must reach it. */
    @Override
    String frame(TableBlock table) {
        return " tabindex=\"0\"" + (table.caption().isEmpty() ? "" : " role=\"region\" aria-label=\"" + escaped(document.digits().in(table.caption())) + "\"");
    }

    @Override
    void openTable(TableBlock table) {
        tag("<table class=\"", table.columns().size() > 7 ? "dense" : "plain", "\">");
        if (!table.caption().isEmpty()) {
            tag("<caption>");
            text(table.caption());
            tag("</caption>");
        }
        tag("<colgroup>");
        for (double share : table.shares()) tag("<col width=\"", String.format(Locale.ROOT, "%.2f", share * 100), "%\"/>");
        tag("</colgroup>");
    }

    @Override
    void chart(ChartPlan plan, String alt) {
        String title = "chart-" + ++charts;
        boolean opens = plan.bars.stream().anyMatch(bar -> bar.link() != null);
        tag("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"", opens ? "group" : "img", "\" aria-labelledby=\"", title, "\" viewBox=\"0 0 ", n(ChartPlan.WIDTH), " ", n(plan.height), "\">");
        tag("<title id=\"", title, "\">", escaped(alt), "</title>");
        for (var rule : plan.rules)
            tag("<line x1=\"", n(rule.x()), "\" x2=\"", n(rule.x() + rule.width()), "\" y1=\"", n(rule.y()), "\" y2=\"", n(rule.y()),
                    "\" stroke=\"", rule.zero() ? "#555" : "#ddd", "\" stroke-width=\"", rule.zero() ? "1" : "0.6", "\"/>");
        plan.bars.forEach(this::bar);
        for (var text : plan.texts)
            tag("<text x=\"", n(text.x()), "\" y=\"", n(text.y() + text.size() * 0.35), "\" font-size=\"", n(text.size()), "\" text-anchor=\"",
                    text.anchor().name().toLowerCase(Locale.ROOT), "\">", escaped(text.text()), "</text>");
        tag("</svg>");
    }

    private void bar(ChartPlan.Bar bar) {
        if (bar.link() != null) {
            link(bar.link());
            tag(" aria-label=\"", escaped(bar.label()), "\">");
        }
        tag("<rect x=\"", n(bar.x()), "\" y=\"", n(bar.y()), "\" width=\"", n(bar.width()), "\" height=\"", n(bar.height()), "\" fill=\"#", bar.colour(), "\">");
        if (!bar.label().isEmpty()) tag("<title>", escaped(bar.label()), "</title>");
        tag("</rect>");
        if (bar.link() != null) tag("</a>");
    }

    private static String n(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
