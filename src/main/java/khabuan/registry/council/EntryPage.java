package khabuan.registry.council;

import java.util.List;
import java.util.Map;
import khabuan.base.page.Faults;
import khabuan.base.record.Timeline;

/** An entry of a council, to be corrected or taken back; a member also to be let go.
 *  @param texts what the form holds, by field name
 *  @param reason why, as it was filled in
 *  @param member the masked name of the member; "" for other kinds
 *  @param task which of its forms the faults belong to: "correction", "withdrawal" or "departure" */
public record EntryPage(Entries.Entry entry, Map<String, String> texts, String reason, String task, Faults faults, List<Timeline.Step> steps, String member, boolean mayReadPerson) {

    /** The faults of one of the forms. */
    public Faults faults(String form) {
        return form.equals(task) ? faults : Faults.NONE;
    }

    public String reason(String form) {
        return form.equals(task) ? reason : "";
    }

    public String text(EntryKind.Field field) {
        return texts.getOrDefault(field.name(), "");
    }

    /** The fields of the correction; that a member has left is said in a form of its own. */
    public List<EntryKind.Field> fields() {
        return entry.kind().fields().stream().filter(f -> !(entry.isSitting() && f.name().equals("endedOn"))).toList();
    }
}
