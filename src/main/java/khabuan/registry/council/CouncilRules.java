package khabuan.registry.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.text.Words;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The versioned rules of s.19, s.21 and of the ก.พ.ร.: whether a council's work of a year meets them, or what is missing.
 *  The measures council.concrete and council.capacity count the same rows by the same rules; a test holds the two together. */
@Component
public class CouncilRules {

    /** A rule as it holds from a fiscal year on. @param code "concrete" or "capacity" */
    public record Rule(String code, FiscalYear from, int meetings, Set<Integer> baseMissions, int otherMissions, Set<Integer> anyOf, Set<Integer> allOf, Set<String> evidence) {

        Verdict judge(Work work) {
            var missing = new ArrayList<Missing>();
            if (work.meetings() < meetings) missing.add(new Missing.Meetings(work.meetings(), meetings));
            Stream.concat(baseMissions.stream(), allOf.stream()).filter(m -> !work.missions().contains(m)).sorted().forEach(m -> missing.add(new Missing.Mission(m)));
            if (!anyOf.isEmpty() && anyOf.stream().noneMatch(work.missions()::contains)) missing.add(new Missing.OneOf(anyOf));
            int others = (int) work.missions().stream().filter(m -> !baseMissions.contains(m)).count();
            if (others < otherMissions) missing.add(new Missing.Others(others, otherMissions));
            evidence.stream().filter(kind -> !work.files().contains(kind)).sorted().forEach(kind -> missing.add(new Missing.File(kind)));
            return new Verdict(code, missing);
        }
    }

    /** What a council did in a fiscal year. @param files the kinds of evidence of that year */
    public record Work(int meetings, Set<Integer> missions, Set<String> files) {}

    /** @param missing in the order in which it is told; empty when the rule is met */
    public record Verdict(String code, List<Missing> missing) {

        public boolean isMet() {
            return missing.isEmpty();
        }
    }

    /** Something that a rule wants and does not find. */
    public sealed interface Missing {
        record Meetings(int held, int wanted) implements Missing {}
        record Mission(int number) implements Missing {}
        record OneOf(Set<Integer> numbers) implements Missing {}
        record Others(int done, int wanted) implements Missing {}
        record File(String kind) implements Missing {}

        /** In words that tell what to do. */
        default String say(Words words) {
            return switch (this) {
                case Meetings m -> words.t("council.missing.meetings", m.wanted() - m.held(), m.held(), m.wanted());
                case Mission m -> words.t("council.missing.mission", m.number(), words.t("council.mission." + m.number()));
                case OneOf m -> words.t("council.missing.one-of", m.numbers().stream().sorted().map(String::valueOf).collect(Collectors.joining(", ")));
                case Others m -> words.t("council.missing.others", m.wanted() - m.done());
                case File f -> words.t("council.missing.file", words.t("council.evidence." + f.kind()));
            };
        }

        /** Where it is mended, after the council's own address. */
        default String mend(FiscalYear year) {
            return switch (this) {
                case Meetings m -> "/meetings/new";
                case Mission m -> "/missions?year=" + year.year();
                case OneOf m -> "/missions?year=" + year.year();
                case Others m -> "/missions?year=" + year.year();
                case File f -> "?year=" + year.year() + "#evidence";
            };
        }
    }

    private final JdbcClient jdbc;

    CouncilRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The verdicts of all rules that hold in a fiscal year. */
    public List<Verdict> judge(long councilId, FiscalYear year) {
        var work = work(councilId, year);
        return rules(year).stream().map(rule -> rule.judge(work)).toList();
    }

    List<Rule> rules(FiscalYear year) {
        return jdbc.sql("""
                select distinct on (code) code, from_fiscal_year, meetings, base_missions, other_missions, any_of, all_of, evidence
                from council_rule where from_fiscal_year <= :year order by code desc, from_fiscal_year desc""")
                .param("year", year.year()).query((r, n) -> rule(r)).list();
    }

    Work work(long councilId, FiscalYear year) {
        return jdbc.sql("""
                select (select count(*) from council_meeting where council_id = :id and held_on between :start and :end) as meetings,
                       array(select mission from council_mission where council_id = :id and fiscal_year = :year) as missions,
                       array(select distinct kind from evidence where record_kind = 'council' and record_id = :id and fiscal_year = :year) as files""")
                .param("id", councilId).param("year", year.year()).param("start", year.start()).param("end", year.end())
                .query((r, n) -> new Work(r.getInt("meetings"), numbers(r, "missions"), Set.of((String[]) r.getArray("files").getArray()))).single();
    }

    private static Rule rule(ResultSet r) throws SQLException {
        return new Rule(r.getString("code"), new FiscalYear(r.getInt("from_fiscal_year")), r.getInt("meetings"), numbers(r, "base_missions"), r.getInt("other_missions"),
                numbers(r, "any_of"), numbers(r, "all_of"), Set.of((String[]) r.getArray("evidence").getArray()));
    }

    private static Set<Integer> numbers(ResultSet r, String column) throws SQLException {
        return new TreeSet<>(List.of((Integer[]) r.getArray(column).getArray()));
    }
}
