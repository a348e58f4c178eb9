package khabuan.registry.council;

import java.util.List;
import khabuan.base.intake.Check;
import khabuan.base.intake.Column;
import khabuan.base.intake.Column.Type;
import org.springframework.stereotype.Component;

/** Files of council meetings (s.19): a row speaks of the meeting of the council on its day. */
@Component
class MeetingsIntake implements CouncilLines {

    @Override
    public String word() {
        return "meetings";
    }

    @Override
    public String table() {
        return "council_meeting";
    }

    @Override
    public String day() {
        return "held_on";
    }

    @Override
    public List<Column> columns() {
        return List.of(CouncilLines.council(), Column.required("held_on", Type.DATE, "15 มี.ค. 2562"), Column.optional("subject", Type.TEXT, "ทบทวนแผนพัฒนาตำบล"),
                Column.optional("attendance", Type.WHOLE, "28"));
    }

    @Override
    public String reading() {
        return "select f.*, t.id as record_id, " + COUNCIL_SEEN + " from intake_file f" + COUNCIL + "left join council_meeting t on t.council_id = c.id and t.held_on = f.held_on";
    }

    @Override
    public List<Written> writing() {
        return List.of(Written.of("council_id", "null"), Written.of("held_on", "null"), Written.of("subject", "''"), Written.of("attendance", "null"));
    }

    @Override
    public List<List<String>> once() {
        return List.of(List.of("held_on", "council_id"));
    }

    @Override
    public List<Check> checks() {
        return withDay(new Check("attendance", "intake.fault.negative", "s.attendance < 0", "s.attendance", false));
    }
}
