package khabuan.insight.outlook;

import java.time.Clock;
import java.time.LocalDate;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.access.Role;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.record.Changes;
import khabuan.base.record.Conflict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The levels of warning: for each fiscal year the chance, in a hundred, below which those who must know are told. */
@Component
public class Levels {

    static final int USUAL = 50;
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Clock clock;

    Levels(JdbcClient jdbc, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
    }

    /** A kept level; nobody has set the usual one: version 0, setBy "" and no day. */
    public record Kept(int level, String setBy, LocalDate setOn, int version) {}

    Kept of(int fiscalYear) {
        return jdbc.sql("select level, set_by, set_on, version from outlook_level where fiscal_year = ?").param(fiscalYear).query(Kept.class).optional().orElse(new Kept(USUAL, "", null, 0));
    }

    /** The executive's and the centre's to set. */
    static boolean maySet(Actor actor) {
        return actor.role() == Role.EXECUTIVE || actor.may(Right.CENTRE);
    }

    /** Sets the level of a year. @param version as it was seen @throws Conflict when somebody else has set it since @throws khabuan.base.access.Refusal.Thrown when it is none */
    void set(int fiscalYear, Integer level, int version, Actor actor) {
        if (!maySet(actor)) throw OutlookRefusal.NOT_YOURS.at("");
        if (level == null || level < 1 || level > 99) throw OutlookRefusal.LEVEL_OUTSIDE.at("keptLevel");
        changes.make(actor.author(), "outlook.level", "", () -> {
            int kept = version == 0
                    ? jdbc.sql("insert into outlook_level (fiscal_year, level, set_by, set_on) values (?, ?, ?, ?) on conflict (fiscal_year) do nothing").params(fiscalYear, level, actor.fullName(), ThaiDate.today(clock)).update()
                    : jdbc.sql("update outlook_level set level = ?, set_by = ?, set_on = ? where fiscal_year = ? and version = ?").params(level, actor.fullName(), ThaiDate.today(clock), fiscalYear, version).update();
            if (kept == 0) throw new Conflict(fiscalYear, version, of(fiscalYear).version());
        });
    }
}
