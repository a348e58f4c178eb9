package khabuan.insight.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khabuan.base.intake.Check;
import khabuan.insight.indicator.AgreementPages.Site;

/** The targets of a file: the country's in cells of their own; those of the regions and the centre in one cell for the year and one for each quarter, "ภาคเหนือ 40; ภาคใต้ 60". */
final class TargetCells {

    /** The country's, of the year first. */
    static final List<String> OF_COUNTRY = List.of("year_target", "plan1", "plan2", "plan3", "plan4");
    /** The places', of the year first. */
    static final List<String> OF_PLACES = List.of("year_places", "plan1_places", "plan2_places", "plan3_places", "plan4_places");

    /** SQL over the row as "s": quarter, place and amount of what the places' cells say; null for what can't be read. */
    private static final String PLACED = """
            (select w.quarter, case when lower(m.said[1]) in ('centre', 'ส่วนกลาง') then 'CENTRE' else r.code end as place, case when m.said[2] ~ '^\\d{1,12}(\\.\\d{1,4})?$' then m.said[2]::numeric end as amount
             from (values %s) w (quarter, told) cross join lateral regexp_split_to_table(btrim(w.told), '\\s*[;\\n]\\s*') p (part)
             cross join lateral (select regexp_match(replace(translate(p.part, '๐๑๒๓๔๕๖๗๘๙', '0123456789'), ',', ''), '^(.*?)[\\s=]+([^\\s=]+)$') as said) m
             left join region r on lower(m.said[1]) in (lower(r.code), lower(r.name_th), lower(r.short_th), lower(r.name_en)) and exists (select from province_region o where o.region_code = r.code) where p.part <> '')"""
            .formatted(values(OF_PLACES, ""));

    /** SQL over the row as "s": quarter, place and amount of all targets that it tells. */
    static final String ALL = "(select v.quarter, 'TH' as place, v.amount from (values " + values(OF_COUNTRY, "::numeric") + ") v (quarter, amount) where v.amount is not null union all select * from " + PLACED + " x)";

    private TargetCells() {}

    private static String values(List<String> columns, String cast) {
        return IntStream.range(0, columns.size()).mapToObj(q -> "(" + q + ", s." + columns.get(q) + cast + ")").collect(Collectors.joining(", "));
    }

    /** Each cell names places that are there, each once, with an amount. */
    static List<Check> checks() {
        return IntStream.rangeClosed(0, 4).mapToObj(q -> Check.of(OF_PLACES.get(q), IndicatorRefusal.PLACES_UNREADABLE,
                "s.%s is not null and exists (select from %s x where x.quarter = %d group by x.place having x.place is null or count(*) > 1 or count(*) > count(x.amount))".formatted(OF_PLACES.get(q), PLACED, q),
                "s." + OF_PLACES.get(q))).toList();
    }

    /** The cell of a quarter, 0 for the year; null when no place has a target. */
    static String cell(Targets.Book book, long indicator, int quarter, List<Site> places) {
        var told = places.stream().filter(p -> book.original(indicator, quarter, p.code()) != null).map(p -> p.title() + " " + plain(book.original(indicator, quarter, p.code()))).collect(Collectors.joining("; "));
        return told.isEmpty() ? null : told;
    }

    private static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
