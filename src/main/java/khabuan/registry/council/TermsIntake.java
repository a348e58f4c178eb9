package khabuan.registry.council;

import java.util.List;
import khabuan.base.intake.Check;
import khabuan.base.intake.Column;
import khabuan.base.intake.Column.Type;
import khabuan.base.intake.LineFault;
import khabuan.base.intake.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files of terms (s.8): a row speaks of the council's term of its number. */
@Component
class TermsIntake implements CouncilLines {

    private final JdbcClient jdbc;

    TermsIntake(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String word() {
        return "terms";
    }

    @Override
    public String table() {
        return "council_term";
    }

    @Override
    public String day() {
        return "selected_on";
    }

    @Override
    public List<Column> columns() {
        return List.of(CouncilLines.council(), Column.required("number", Type.WHOLE, "2"), Column.required("selected_on", Type.DATE, "12 พ.ค. 2558"),
                Column.optional("reviewed_on", Type.DATE, "20 มิ.ย. 2562"));
    }

    @Override
    public String reading() {
        return "select f.*, t.id as record_id, " + COUNCIL_SEEN + " from intake_file f" + COUNCIL
                + "left join council_term t on t.council_id = c.id and t.number = f.number and t.withdrawn_because = ''";
    }

    @Override
    public List<Written> writing() {
        return List.of(Written.of("council_id", "null"), Written.of("number", "null"), Written.of("selected_on", "null"), Written.of("reviewed_on", "null"));
    }

    @Override
    public List<List<String>> once() {
        return List.of(List.of("number", "council_id"));
    }

    @Override
    public List<Check> checks() {
        return withDay(new Check("number", "intake.fault.below-one", "s.number < 1", "s.number", false),
                Check.of("reviewed_on", CouncilRefusal.DAY_IN_FUTURE, "s.reviewed_on > :today"),
                Check.of("reviewed_on", CouncilRefusal.REVIEW_BEFORE_TERM, "s.reviewed_on <= s.selected_on", "s.selected_on"));
    }

    /** Terms follow one another: over the file and the register together, each begins after the one before. */
    @Override
    public List<LineFault> judge(Order order) {
        return jdbc.sql("""
                select line, before::text from (
                  select line, selected_on, lag(selected_on) over (partition by council_id order by number) as before from (
                    select s.line, s.council_id, s.number, s.selected_on from intake_row s where %1$s
                    union all
                    select null, t.council_id, t.number, t.selected_on from council_term t where t.withdrawn_because = ''
                      and t.council_id in (select council_id from intake_row) and not exists (select from intake_row s where s.record_id = t.id and %1$s)) terms) followed
                where line is not null and selected_on <= before""".formatted(SOUND))
                .query((r, n) -> new LineFault(r.getInt(1), "selected_on", CouncilRefusal.REVIEW_BEFORE_TERM.key(), r.getString(2))).list();
    }
}
