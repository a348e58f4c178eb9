package khabuan.registry.council;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import khabuan.base.intake.Check;
import khabuan.base.intake.Column;
import khabuan.base.intake.Column.Type;
import khabuan.base.intake.RowIntake;

/** What files have in common whose rows speak of something that a council has or did: the council by its code, and a day within its life. */
interface CouncilLines extends RowIntake {

    /** Joins the council that a row of intake_file names, as "c". */
    String COUNCIL = " left join council c on c.code = f.council ";
    String COUNCIL_SEEN = "c.id as council_id, c.unit_code as council_unit, c.registered_on as council_registered_on, c.ended_on is not null or c.merged_into is not null as council_over";

    /** The column of the day. */
    String day();

    @Override
    default String room() {
        return "council";
    }

    static Column council() {
        return Column.required("council", Type.TEXT, "30307");
    }

    /** The checks that all of them share, then those of the kind. */
    default List<Check> withDay(Check... more) {
        String day = "s." + day();
        var checks = new ArrayList<>(List.of(
                Check.known("council", "s.council_id"),
                Check.reach("council", "s.council_unit"),
                Check.of("council", CouncilRefusal.NOT_IN_FORCE, "s.council_over and s.record_id is null and not :historical"),
                Check.of(day(), CouncilRefusal.DAY_IN_FUTURE, day + " > :today"),
                Check.of(day(), CouncilRefusal.DAY_BEFORE_REGISTRATION, day + " < s.council_registered_on", "s.council_registered_on")));
        checks.addAll(Arrays.asList(more));
        return checks;
    }
}
