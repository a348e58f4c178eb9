package khabuan.insight.explore;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import org.springframework.web.bind.annotation.BindParam;

/** What an address or a form asks to see, as it was typed; {@link Wishes} makes {@link Choices} of it.
 *  @param measure codes of measures, and of indicators behind "kpi:", "" among them where a field was left empty
 *  @param show words of {@link Aspect}: what is shown of indicators; empty for what is usual
 *  @param base the measure that percentages are of; "" for none
 *  @param rows a word of {@link Axis}, @param columns as well
 *  @param span how many periods stand side by side
 *  @param within the key of a place
 *  @param form "table", "chart" or "map"
 *  @param sort the number of the column by which lines stand, from 1; "" for the order of places */
public record Wish(List<String> measure, String base, String rows, String columns, String span, String within, @BindParam("class") String clazz, String from,
                   @BindParam("as-of") String asOf, @BindParam("known-at") String knownAt, String form, String sort, List<String> show) {

    /** How many measures stand side by side at most. */
    public static final int MEASURES = 4;

    public Wish {
        measure = measure == null ? List.of() : measure.stream().filter(m -> m != null && !m.isBlank()).distinct().toList();
        base = plain(base);
        rows = plain(rows).isEmpty() ? Axis.REGION.word() : rows.strip();
        columns = plain(columns).isEmpty() ? Axis.NONE.word() : columns.strip();
        span = plain(span);
        within = plain(within);
        clazz = clazz == null ? "" : clazz;
        from = plain(from);
        asOf = plain(asOf);
        knownAt = plain(knownAt);
        form = plain(form).isEmpty() ? "table" : form.strip();
        sort = plain(sort);
        show = show == null ? List.of() : show.stream().filter(s -> s != null && !s.isBlank()).distinct().toList();
    }

    private static String plain(String text) {
        return text == null ? "" : text.strip();
    }

    /** The choices of an address. @param query as {@link #query} writes it */
    static Wish parse(String query) {
        var values = new HashMap<String, List<String>>();
        for (var part : query.split("&")) {
            var pair = part.split("=", 2);
            if (pair.length == 2) values.computeIfAbsent(pair[0], k -> new ArrayList<>()).add(URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
        }
        UnaryOperator<String> one = name -> values.getOrDefault(name, List.of("")).getFirst();
        return new Wish(values.get("measure"), one.apply("base"), one.apply("rows"), one.apply("columns"), one.apply("span"), one.apply("within"), one.apply("class"), one.apply("from"),
                one.apply("as-of"), one.apply("known-at"), one.apply("form"), one.apply("sort"), values.get("show"));
    }

    /** Whether nothing was asked for yet. */
    boolean isEmpty() {
        return measure.isEmpty() && base.isEmpty() && asOf.isEmpty() && within.isEmpty();
    }

    /** What stands there at first. */
    static Wish first() {
        return new Wish(List.of("council.registered"), "units", "region", "quarter", "8", "", "", "", "", "", "table", "", List.of());
    }

    public Wish in(String otherForm) {
        return new Wish(measure, base, rows, columns, span, within, clazz, from, asOf, knownAt, otherForm, sort, show);
    }

    public Wish sortedBy(String column) {
        return new Wish(measure, base, rows, columns, span, within, clazz, from, asOf, knownAt, form, column, show);
    }

    /** Whether an indicator is among what was chosen. */
    public boolean hasKpi() {
        return measure.stream().anyMatch(m -> m.startsWith(Kpi.PREFIX));
    }

    /** Whether something of indicators is shown. */
    public boolean shows(Aspect aspect) {
        return show.isEmpty() ? Aspect.USUAL.contains(aspect) : show.contains(aspect.word());
    }

    /** The measure that stands at a place of the form; "" for none. */
    public String measureAt(int place) {
        return place < measure.size() ? measure.get(place) : "";
    }

    /** All of it as an address carries it. */
    public String query() {
        var query = new StringJoiner("&");
        measure.forEach(m -> add(query, "measure", m));
        add(query, "base", base);
        add(query, "rows", rows);
        add(query, "columns", columns);
        add(query, "span", span);
        add(query, "within", within);
        add(query, "class", clazz);
        add(query, "from", from);
        add(query, "as-of", asOf);
        add(query, "known-at", knownAt);
        add(query, "form", form);
        add(query, "sort", sort);
        show.forEach(s -> add(query, "show", s));
        return query.toString();
    }

    private static void add(StringJoiner query, String name, String value) {
        if (!value.isEmpty()) query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%3A", ":"));
    }

    /** The address of what is asked. @param ending "" for the page, ".csv" */
    public String path(String ending) {
        return "/explore" + ending + "?" + query();
    }
}
