package khabuan.registry.project;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import khabuan.base.money.Baht;
import khabuan.base.money.DivisionNames;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All programmes and their rules. */
@Component
class Programmes {

    /** Joins to frames "f" the rule "r" that holds for their budget year. */
    static final String RULE = ruleOf("f");
    private final JdbcClient jdbc;

    Programmes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** As {@link #RULE}, where the frames are called otherwise. */
    static String ruleOf(String frames) {
        return " join lateral (select x.* from programme_rule x where x.programme = %1$s.programme and x.from_fiscal_year <= %1$s.budget_year order by x.from_fiscal_year desc limit 1) r on true ".formatted(frames);
    }

    /** What the accounts of programmes are called in the books. */
    @Bean
    static DivisionNames programmeNames(Programmes programmes) {
        return new DivisionNames() {
            @Override
            public String by() {
                return "programme";
            }

            @Override
            public Map<String, String> names() {
                return programmes.all().stream().collect(Collectors.toMap(Programme::code, Programme::title));
            }
        };
    }

    List<Programme> all() {
        return jdbc.sql("select * from programme order by position, code").query((r, n) -> programme(r)).list();
    }

    Optional<Programme> find(String code) {
        return jdbc.sql("select * from programme where code = :code").param("code", code).query((r, n) -> programme(r)).optional();
    }

    /** The rule in force in a fiscal year. @throws ProjectRefusal#RULE_MISSING when the programme has none yet */
    Programme.Rule rule(String programme, int fiscalYear) {
        return jdbc.sql("select * from programme_rule where programme = :programme and from_fiscal_year <= :year order by from_fiscal_year desc limit 1")
                .param("programme", programme).param("year", fiscalYear).query((r, n) -> rule(r)).optional().orElseThrow(() -> ProjectRefusal.RULE_MISSING.with(String.valueOf(fiscalYear)));
    }

    /** All rules of a programme, newest first. */
    List<Programme.Rule> rules(String programme) {
        return jdbc.sql("select * from programme_rule where programme = :programme order by from_fiscal_year desc").param("programme", programme).query((r, n) -> rule(r)).list();
    }

    private static Programme programme(ResultSet r) throws SQLException {
        return new Programme(r.getLong("id"), r.getString("code"), r.getString("title"), r.getString("title_en"), r.getString("fund"), r.getString("category"), r.getString("expense_code"));
    }

    private static Programme.Rule rule(ResultSet r) throws SQLException {
        return new Programme.Rule(r.getLong("id"), r.getString("programme"), r.getInt("from_fiscal_year"), r.getString("counted_in"), baht(r, "most_each"), baht(r, "most_whole"), texts(r.getArray("papers")),
                texts(r.getArray("bodies")).stream().map(b -> Body.of(b).orElseThrow()).toList(), List.of((Integer[]) r.getArray("shares").getArray()), r.getBoolean("inspected"),
                new Programme.Watch(r.getInt("contract_days"), r.getInt("papers_days"), r.getInt("late_days"), r.getInt("unpaid_days"), r.getInt("behind_percent")));
    }

    private static Baht baht(ResultSet r, String column) throws SQLException {
        long satang = r.getLong(column);
        return r.wasNull() ? null : new Baht(satang);
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }
}
