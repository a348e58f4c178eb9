package khabuan.insight.indicator;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khabuan.base.intake.RowIntake;

/** Where an indicator of a file stands in the tree: a cell for the strategy, one for the plan, one for the work item; one that lies in another of its kind stands behind it, "4 สภาฯ > 4.1 การจัดตั้ง". */
final class HeadingCells {

    private static final int DEEPEST = 6;
    private static final String BETWEEN = " > ";

    /** SQL over the row as "s": depth, kind and line of the headings that it tells, from the top. */
    private static final String LEVELS = "(select row_number() over (order by c.kind_order, c.n) as depth, c.kind, c.line from (" + Stream.of(Heading.Kind.values())
            .map(k -> "select %d as kind_order, '%s' as kind, x.n, btrim(regexp_replace(x.line, '\\s+', ' ', 'g')) as line from regexp_split_to_table(s.%s, '\\s*>\\s*') with ordinality x (line, n)".formatted(k.ordinal(), k, column(k)))
            .collect(Collectors.joining(" union all ")) + ") c where c.line <> '')";

    /** SQL: the heading that stands for a level, which is called so; null for none. */
    private static String standing(String level) {
        return "(select min(h.id) from agreement_heading h where h.fiscal_year = s.fiscal_year and h.kind = %1$s.kind and btrim(h.number || ' ' || h.title) = %1$s.line)".formatted(level);
    }

    private static final String ABOVE = "(select " + standing("p") + " from " + LEVELS + " p where p.depth = l.depth - 1)";
    private static final String LAST = "(select " + standing("l") + " from " + LEVELS + " l order by l.depth desc limit 1)";

    /** SQL over the row as "s" and its record as "t": it would stand under another heading, or a heading under another one. */
    static final String DIFFERS = "exists (select from " + LEVELS + " l) and (t.heading_id is distinct from " + LAST + " or exists (select from " + LEVELS
            + " l where l.depth > 1 and (select g.parent_id from agreement_heading g where g.id = " + standing("l") + ") is distinct from " + ABOVE + "))";

    private HeadingCells() {}

    static String column(Heading.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /** SQL that makes the headings that are missing, from the top down, puts each under the one above it, and the indicators under the last. */
    static List<String> after() {
        var all = new ArrayList<String>();
        IntStream.rangeClosed(1, DEEPEST).forEach(depth -> all.add("""
                insert into agreement_heading (fiscal_year, parent_id, kind, number, title, position)
                select s.fiscal_year, min(%1$s), l.kind, coalesce((regexp_match(l.line, '%2$s'))[1], ''), coalesce((regexp_match(l.line, '%2$s'))[2], l.line), min(s.line) * 10 - 9 + %3$d
                from intake_row s cross join lateral %4$s l where l.depth = %3$d and %5$s is null and %6$s group by s.fiscal_year, l.kind, l.line"""
                .formatted(ABOVE, "^([0-9][0-9.()]*) (.+)$", depth, LEVELS, standing("l"), RowIntake.SOUND)));
        all.add("""
                update agreement_heading t set parent_id = x.above from (select %s as id, min(%s) as above from intake_row s cross join lateral %s l where l.depth > 1 and %s group by 1) x
                where t.id = x.id and t.parent_id is distinct from x.above""".formatted(standing("l"), ABOVE, LEVELS, RowIntake.SOUND));
        all.add("""
                update indicator t set heading_id = x.heading from (select s.fiscal_year, s.code, %s as heading from intake_row s where %s) x
                where t.fiscal_year = x.fiscal_year and t.code = x.code and x.heading is not null and t.heading_id is distinct from x.heading""".formatted(LAST, RowIntake.SOUND));
        return all;
    }

    /** The cell of a kind. @param headings of the year, by their numbers; null when none of the kind is above the indicator */
    static String cell(Indicator indicator, Heading.Kind kind, Map<Long, Heading> headings) {
        var path = new LinkedList<String>();
        for (var h = headings.get(indicator.headingId()); h != null; h = headings.get(h.parentId())) if (h.kind() == kind) path.addFirst(h.line());
        return path.isEmpty() ? null : String.join(BETWEEN, path);
    }
}
