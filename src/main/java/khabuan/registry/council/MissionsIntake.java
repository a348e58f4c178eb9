package khabuan.registry.council;

import java.util.List;
import khabuan.base.intake.Check;
import khabuan.base.intake.Column;
import khabuan.base.intake.Column.Type;
import org.springframework.stereotype.Component;

/** Files of the missions of s.21: a row speaks of a mission that the council did in a fiscal year. */
@Component
class MissionsIntake implements CouncilLines {

    @Override
    public String word() {
        return "missions";
    }

    @Override
    public String table() {
        return "council_mission";
    }

    @Override
    public String day() {
        return "done_on";
    }

    @Override
    public List<Column> columns() {
        return List.of(CouncilLines.council(), Column.required("fiscal_year", Type.YEAR, "2562"), Column.required("mission", Type.WHOLE, "10"),
                Column.required("done_on", Type.DATE, "15 มี.ค. 2562"), Column.optional("note", Type.TEXT, "วางกติกาการประชุม"));
    }

    @Override
    public String reading() {
        return "select f.*, t.id as record_id, " + COUNCIL_SEEN + " from intake_file f" + COUNCIL
                + "left join council_mission t on t.council_id = c.id and t.fiscal_year = f.fiscal_year and t.mission = f.mission";
    }

    @Override
    public List<Written> writing() {
        return List.of(Written.of("council_id", "null"), Written.of("fiscal_year", "null"), Written.of("mission", "null"), Written.of("done_on", "null"), Written.of("note", "''"));
    }

    @Override
    public List<List<String>> once() {
        return List.of(List.of("mission", "council_id", "fiscal_year"));
    }

    @Override
    public List<Check> checks() {
        return withDay(Check.of("mission", CouncilRefusal.MISSION_UNKNOWN, "s.mission not between 1 and 12"),
                Check.of("done_on", CouncilRefusal.DAY_OUTSIDE_YEAR, "fiscal_year(s.done_on) <> s.fiscal_year", "s.fiscal_year"));
    }
}
