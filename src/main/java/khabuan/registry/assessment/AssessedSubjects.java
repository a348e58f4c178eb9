package khabuan.registry.assessment;

import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.page.Choice;
import khabuan.base.place.Reach;
import khabuan.registry.assessment.Edition.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What can be assessed, by the word that says it in an address: "council:12", "organisation:12", "fund:12", "unit:400101"; "" for a survey. */
@Component
class AssessedSubjects {

    /** @param id of a council, an organisation or a fund; else null @param unitCode where it lies; "" for a survey */
    record Found(Subject kind, Long id, String unitCode, String title) {}

    private final JdbcClient jdbc;
    private final Reach reach;

    AssessedSubjects(JdbcClient jdbc, Reach reach) {
        this.jdbc = jdbc;
        this.reach = reach;
    }

    /** @throws OutOfReach when there is no such subject, or it lies outside of the actor's scope */
    Found find(Actor actor, String word) {
        if (word.isEmpty()) return new Found(Subject.SURVEY, null, "", "");
        var parts = word.split(":", 2);
        var found = switch (parts[0]) {
            case "council", "organisation", "fund" -> numbered(Subject.of(parts[0]), parts.length == 2 ? parts[1] : "", word);
            case "unit" -> jdbc.sql("select u.code, f.type || f.name_th from unit u join unit_form f on f.unit_code = u.code and f.until_date is null where u.code = ? and u.ended_on is null")
                    .param(parts.length == 2 ? parts[1] : "").query((r, n) -> new Found(Subject.UNIT, null, r.getString(1), r.getString(2))).optional().orElseThrow(() -> new OutOfReach(word));
            default -> throw new OutOfReach(word);
        };
        reach.demand(actor, found.unitCode);
        return found;
    }

    private Found numbered(Subject kind, String number, String word) {
        if (!number.matches("\\d{1,18}")) throw new OutOfReach(word);
        return jdbc.sql("select id, unit_code, name from " + kind.table() + " where id = ? and merged_into is null").param(Long.valueOf(number))
                .query((r, n) -> new Found(kind, r.getLong(1), r.getString(2), r.getString(3))).optional().orElseThrow(() -> new OutOfReach(word));
    }

    /** The instruments of a kind of subject that have a published edition in use. */
    List<Choice> instruments(Subject kind) {
        return jdbc.sql("""
                select i.code, i.name from instrument i where i.subject = :kind and exists (select from instrument_edition e where e.instrument_id = i.id and e.published_on is not null and e.closed_on is null)
                order by i.name collate "th-TH-x-icu" """).param("kind", kind.word()).query((r, n) -> new Choice(r.getString(1), r.getString(2))).list();
    }

    /** @return null when there is none of this code for such subjects */
    Long instrument(Subject kind, String code) {
        return jdbc.sql("select id from instrument where subject = ? and code = ?").params(kind.word(), code).query(Long.class).optional().orElse(null);
    }
}
