package khabuan.insight.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import khabuan.base.place.Place;
import khabuan.base.record.Moments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The targets of a year: as they were agreed, and as adjustments have moved them. */
@Component
public class Targets {

    /** Quarter 0 stands for the year. */
    static final int YEAR = 0;

    private final JdbcClient jdbc;
    private final Moments moments;

    Targets(JdbcClient jdbc, Moments moments) {
        this.jdbc = jdbc;
        this.moments = moments;
    }

    /** Where a target or a movement stands. @param place TH for the whole country, CENTRE, or a region */
    record Spot(long indicator, int quarter, String place) {}

    /** What an adjustment adds to a target, or takes from it. */
    public record Movement(long adjustment, long indicator, int quarter, String place, BigDecimal amount) {}

    /** An adjustment. @param body the body that decided */
    public record Adjustment(long id, LocalDate decidedOn, String body, String reason, List<Movement> movements) {}

    /** All targets of a year. */
    public record Book(Map<Spot, BigDecimal> agreed, Map<Spot, String> words, List<Adjustment> adjustments) {

        /** As it was agreed; null for none. */
        public BigDecimal original(long indicator, int quarter, String place) {
            return agreed.get(new Spot(indicator, quarter, place));
        }

        /** As it stands: a movement of a quarter or of a region moves the year's and the country's target too. @return null for none */
        public BigDecimal amount(long indicator, int quarter, String place) {
            BigDecimal amount = original(indicator, quarter, place);
            for (var adjustment : adjustments)
                for (var m : adjustment.movements())
                    if (m.indicator() == indicator && (quarter == YEAR || m.quarter() == quarter) && (place.equals(Place.COUNTRY.code()) || m.place().equals(place)))
                        amount = (amount == null ? BigDecimal.ZERO : amount).add(m.amount());
            return amount;
        }

        /** A milestone in words; "" for none. */
        public String words(long indicator, int quarter, String place) {
            return words.getOrDefault(new Spot(indicator, quarter, place), "");
        }

        /** The adjustments that moved an indicator. */
        public List<Adjustment> of(long indicator) {
            return adjustments.stream().filter(a -> a.movements().stream().anyMatch(m -> m.indicator() == indicator)).toList();
        }
    }

    /** The book of a year, as it is, or within a moment as it was known. */
    public Book book(int fiscalYear) {
        var agreed = new HashMap<Spot, BigDecimal>();
        var words = new HashMap<Spot, String>();
        jdbc.sql("select t.indicator_id, t.quarter, t.place, t.amount, t.words from indicator_target t join indicator i on i.id = t.indicator_id where i.fiscal_year = ?").param(fiscalYear).query(r -> {
            var spot = new Spot(r.getLong(1), r.getInt(2), r.getString(3));
            if (r.getBigDecimal(4) != null) agreed.put(spot, r.getBigDecimal(4));
            if (!r.getString(5).isEmpty()) words.put(spot, r.getString(5));
        });
        return new Book(agreed, words, adjustments(fiscalYear));
    }

    private List<Adjustment> adjustments(int fiscalYear) {
        var movements = new LinkedHashMap<Long, List<Movement>>();
        jdbc.sql("select m.adjustment_id, m.indicator_id, m.quarter, m.place, m.amount from target_movement m join target_adjustment a on a.id = m.adjustment_id where a.fiscal_year = ? order by m.id")
                .param(fiscalYear).query(r -> {
                    movements.computeIfAbsent(r.getLong(1), a -> new ArrayList<>()).add(new Movement(r.getLong(1), r.getLong(2), r.getInt(3), r.getString(4), r.getBigDecimal(5)));
                });
        return jdbc.sql("select id, decided_on, body, reason from target_adjustment where fiscal_year = ? order by decided_on, id").param(fiscalYear)
                .query((r, n) -> new Adjustment(r.getLong(1), r.getObject(2, LocalDate.class), r.getString(3), r.getString(4), movements.getOrDefault(r.getLong(1), List.of()))).list();
    }

    /** The targets that the agreement of a year sets a measure, by region code. @param knownAt as known then; null for now */
    public Map<String, BigDecimal> ofMeasure(String measureCode, int fiscalYear, Instant knownAt) {
        return moments.read(knownAt, () -> {
            var byRegion = new TreeMap<String, BigDecimal>();
            var indicator = jdbc.sql("select min(id) from indicator where fiscal_year = ? and measure_code = ?").params(fiscalYear, measureCode).query(Long.class).optional();
            if (indicator.isEmpty()) return byRegion;
            var book = book(fiscalYear);
            for (var region : jdbc.sql("select code from region").query(String.class).list()) {
                var amount = book.amount(indicator.get(), YEAR, region);
                if (amount != null) byRegion.put(region, amount);
            }
            return byRegion;
        });
    }
}
