package khabuan.base.reconciliation;

import java.util.List;
import java.util.Map;
import khabuan.base.duplicate.Likeness;

/** A row of a comparison.
 *  @param of its class; @param line in the file, null for a record that is only here
 *  @param recordId null when there is none; @param path of its page, "" for none
 *  @param unit title and province of its local unit, "" when that is not known
 *  @param code of the record here; null for none
 *  @param differing the fields in which they differ; @param taken those whose values are to be taken
 *  @param percent how alike, for a likely one
 *  @param choice null until one is made; @param outcome null until it was applied
 *  @param there what the extract says, here what stood here in the fields that differ: by column
 *  @param faults what is wrong with it: column, message key, what fills it */
public record ComparedRow(int number, String of, Integer line, Long recordId, String path, String unit, String name, String code, List<String> differing, List<String> taken, int percent,
                          List<Likeness.Reason> reasons, String choice, String chosenBy, String outcome, List<String> applied, Map<String, String> there, Map<String, String> here, List<Fault> faults) {

    public record Fault(String column, String key, List<String> values) {}

    /** Whether a choice can still be made. */
    public boolean isOpen() {
        return !of.equals("same") && !of.equals("faulty") && !"moved-on".equals(outcome);
    }

    /** What the extract says in a field, "" for nothing. */
    public String there(String column) {
        return there.getOrDefault(column, "");
    }

    public String here(String column) {
        return here.getOrDefault(column, "");
    }
}
