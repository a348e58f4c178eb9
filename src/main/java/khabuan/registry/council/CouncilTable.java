package khabuan.registry.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.place.Places;
import khabuan.base.record.Tallies;
import khabuan.base.store.Sorting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The councils of a place that a filter lets through. */
@Component
public class CouncilTable {

    /** A council in a list. @param concrete and capacity: whether the work of the year meets the rules; told only by {@link #each}
     *  @param termDueOn when its open term ends; null when it has none
     *  @param members the sitting members */
    public record Row(long id, String code, String name, String unitCode, LocalDate registeredOn, boolean surplus, boolean documented, boolean certified, LocalDate termDueOn,
                      int members, boolean concrete, boolean capacity) {}

    /** @param total of all pages */
    record Found(List<Row> rows, long total) {}

    private static final String DOCUMENTED = """
            (exists (select from evidence e where e.record_id = c.id and e.kind = 'js02' and e.record_kind = 'council')
             and exists (select from evidence e where e.record_id = c.id and e.kind = 'js03' and e.record_kind = 'council'))""";
    private static final String CERTIFIED = "exists (select from council_certification k where k.council_id = c.id and k.fiscal_year = :year)";
    private static final String DUE = "exists (select from council_term t where t.council_id = c.id and t.reviewed_on is null and t.withdrawn_because = '' and t.due_on <= :today)";
    private static final String UNLETTERED = """
            not exists (select from letter t where t.record_id = c.id and t.record_kind = 'council' and not exists (select from letter_revocation v where v.letter_id = t.id))""";
    private static final String SOME = "council c join unit u on u.code = c.unit_code where c.merged_into is null and (c.ended_on is null or c.ended_on > :today)%s";
    private static final String CONCRETE = "c.id in (select g.record_id from (%s) g where g.class = :year::text)".formatted(CouncilMeasures.met("concrete", "d.fiscal_year::text"));
    private static final String CAPACITY = "c.id in (select g.record_id from (%s) g where g.class = :year::text)".formatted(CouncilMeasures.met("capacity", "d.fiscal_year::text"));
    /** What the length of a list follows from. */
    private static final Set<String> TABLES = Set.of("council", "council_certification", "council_term", "evidence", "unit", "letter", "letter_revocation");
    private static final Set<String> GRADED = Stream.of(TABLES, CouncilMeasures.RULED).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
    /** First which councils, then all that is told of those few. */
    private static final String LISTED = """
            select c.id, c.code, c.name, c.unit_code, c.registered_on, c.surplus,
                   %4$s as documented, %5$s as certified, %6$s as concrete, %7$s as capacity,
                   (select min(t.due_on) from council_term t where t.council_id = c.id and t.reviewed_on is null and t.withdrawn_because = '') as term_due_on,
                   (select count(*) from council_member m where m.council_id = c.id and m.ended_on is null) as members
            from (select c.*, u.district_code from %1$s order by %8$s %3$s) c order by %2$s, c.id""";

    private final JdbcClient jdbc;
    private final Places places;
    private final Tallies tallies;

    CouncilTable(JdbcClient jdbc, Places places, Tallies tallies) {
        this.jdbc = jdbc;
        this.places = places;
        this.tallies = tallies;
    }

    /** One page of the list; one in its second half is walked to from the end. */
    Found page(CouncilFilter filter, Place within, FiscalYear present, LocalDate today, int size) {
        long total = total(filter, within, present, today);
        long offset = (long) (filter.page() - 1) * size;
        long shown = Math.max(0, Math.min(size, total - offset));
        boolean fromTheEnd = offset > total / 2;
        var part = "limit " + shown + " offset " + (fromTheEnd ? Math.max(0, total - offset - shown) : offset);
        return new Found(ask(filter, within, present, today, part, fromTheEnd, false).query((r, n) -> row(r)).list(), total);
    }

    private long total(CouncilFilter filter, Place within, FiscalYear present, LocalDate today) {
        var values = values(filter, present, today);
        String counting = "select count(*) from " + SOME.formatted(conditions(filter, within, present, values));
        var asked = values.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue() instanceof String[] codes ? List.of(codes) : e.getValue()));
        return tallies.of(List.of(counting, asked), filter.grade().isEmpty() ? TABLES : GRADED, () -> jdbc.sql(counting).params(values).query(Long.class).single());
    }

    private static Map<String, Object> values(CouncilFilter filter, FiscalYear present, LocalDate today) {
        return new HashMap<>(Map.of("today", today, "year", filter.yearOr(present).year()));
    }

    /** All of the list, one by one. */
    void each(CouncilFilter filter, Place within, FiscalYear present, LocalDate today, Consumer<Row> reader) {
        ask(filter, within, present, today, "", false, true).query(r -> {
            reader.accept(row(r));
        });
    }

    /** The councils of the list that meet a further condition over c, in the order of the list; at most so many. */
    List<Long> ids(CouncilFilter filter, Place within, FiscalYear present, LocalDate today, String condition) {
        var values = values(filter, present, today);
        String some = SOME.formatted(conditions(filter, within, present, values));
        return jdbc.sql("select c.id from %s and %s order by %s, c.id".formatted(some, condition, CouncilFilter.SORTS.get(filter.sort()))).params(values).query(Long.class).list();
    }

    private JdbcClient.StatementSpec ask(CouncilFilter filter, Place within, FiscalYear present, LocalDate today, String part, boolean fromTheEnd, boolean graded) {
        var values = values(filter, present, today);
        String conditions = conditions(filter, within, present, values);
        String some = SOME.formatted(conditions);
        String order = CouncilFilter.SORTS.get(filter.sort());
        return jdbc.sql(LISTED.formatted(some, order, part, DOCUMENTED, CERTIFIED, graded ? CONCRETE : "false", graded ? CAPACITY : "false", fromTheEnd ? Sorting.reversed(order + ", c.id") : order + ", c.id"))
                .params(values);
    }

    private String conditions(CouncilFilter filter, Place within, FiscalYear present, Map<String, Object> values) {
        var all = new StringBuilder(scope(within, values));
        if (!filter.q().isEmpty()) {
            all.append(" and (c.name like :part or c.code like :start or c.unit_code = any(:units))");
            String q = filter.q().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
            values.put("part", "%" + q + "%");
            values.put("start", q + "%");
            values.put("units", places.at(Level.UNIT).stream().filter(u -> u.title().contains(filter.q())).map(Place::code).toArray(String[]::new));
        }
        if (filter.fresh().equals("yes")) {
            all.append(" and c.registered_on between :start_of_year and :end_of_year");
            values.put("start_of_year", filter.yearOr(present).start());
            values.put("end_of_year", filter.yearOr(present).end());
        }
        all.append(answered(filter.certified(), CERTIFIED)).append(answered(filter.documented(), DOCUMENTED)).append(answered(filter.due(), DUE)).append(answered(filter.surplus(), "c.surplus"))
                .append(answered(filter.unlettered(), UNLETTERED))
                .append(graded(filter.grade()));
        return all.toString();
    }

    private static String graded(String grade) {
        return switch (grade) {
            case "concrete" -> " and " + CONCRETE;
            case "capacity" -> " and " + CAPACITY;
            case "none" -> " and not " + CONCRETE + " and not " + CAPACITY;
            default -> "";
        };
    }

    private static String answered(String answer, String condition) {
        return answer.isEmpty() ? "" : answer.equals("yes") ? " and " + condition : " and not " + condition;
    }

    private String scope(Place within, Map<String, Object> values) {
        if (within.level() == Level.COUNTRY) return "";
        values.put("place", within.level() == Level.REGION ? places.tree().children(within).stream().map(Place::code).toArray(String[]::new) : within.code());
        return switch (within.level()) {
            case REGION -> " and left(u.district_code, 2) = any(:place)";
            case PROVINCE -> " and left(u.district_code, 2) = :place";
            case DISTRICT -> " and u.district_code = :place";
            default -> " and c.unit_code = :place";
        };
    }

    private static Row row(ResultSet r) throws SQLException {
        return new Row(r.getLong("id"), r.getString("code"), r.getString("name"), r.getString("unit_code"), r.getObject("registered_on", LocalDate.class), r.getBoolean("surplus"),
                r.getBoolean("documented"), r.getBoolean("certified"), r.getObject("term_due_on", LocalDate.class), r.getInt("members"), r.getBoolean("concrete"), r.getBoolean("capacity"));
    }
}
