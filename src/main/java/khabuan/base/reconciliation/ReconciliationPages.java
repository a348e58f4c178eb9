package khabuan.base.reconciliation;

import java.util.List;
import java.util.Map;
import khabuan.base.intake.Column;
import khabuan.base.intake.LineFault;
import khabuan.base.job.Job;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Pager;
import khabuan.base.text.Words;

/** What the pages of the room show. */
public final class ReconciliationPages {

    private ReconciliationPages() {}

    /** As it was typed. @param area "" for the units that the extract names */
    public record Typed(String kind, String system, String extractOn, String area) {

        /** What a form didn't ask for is "". */
        public Typed {
            kind = kind == null ? "" : kind;
            system = system == null ? "" : system.strip();
            extractOn = extractOn == null ? "" : extractOn;
            area = area == null ? "" : area;
        }
    }

    /** Where extracts are sent, and the comparisons. @param areas what an extract may cover */
    public record Start(List<Choice> kinds, List<Choice> areas, Typed typed, Faults faults, List<Reconciliation> newest) {}

    /** A comparison. @param comparing the actor's job that compares it, null when it is somebody else's; @param applying the actor's last job that applied it, null for none; @param applied null until that ended; @param applications those whose rows stand, the newest first; @param undoing the actor's last job that took one back, null for none; @param undone null until that ended; @param mayFetch whether the file itself is the reader's
     *  @param fields how its columns are told; @param area in words; @param places to filter by */
    public record One(Reconciliation of, Tally tally, RowFilter filter, List<ComparedRow> rows, Pager pager, Fields fields, String area, List<Choice> places, Job comparing, Job applying,
                      Applying.Applied applied, List<Undoing.Application> applications, Job undoing, Undoing.Undone undone, boolean mayFetch, Faults faults) {

        public boolean isComparing() {
            return !of.isCompared() && of.unreadable().isEmpty() && (comparing == null || comparing.isGoingOn());
        }

        /** What is wrong with a file that could not be read: where, and what to do. */
        public List<Unread> unreadable() {
            return of.unreadable().stream().map(f -> new Unread(f.line(), f.column().isEmpty() ? "" : fields.name(f.column()), f.message(fields.words))).toList();
        }

        public boolean isApplying() {
            return applying != null && applying.isGoingOn() || undoing != null && undoing.isGoingOn();
        }

        /** The list with another class, nothing else filtered. */
        public String listing(String word) {
            return of.path() + "?of=" + word;
        }

        public String query() {
            return filter.query();
        }

        /** The list of what differs in a field. */
        public String differing(String field, boolean only, boolean empty) {
            return of.path() + "?of=differs&field=" + field + (only ? "&only=true" : "") + (empty ? "&empty=true" : "");
        }

        public String export() {
            return of.path() + ".xlsx" + filter.query();
        }
    }

    /** @param line 0 for the file as a whole; @param column as people call it, "" for none */
    public record Unread(int line, String column, String message) {}

    /** A row of a comparison, field by field. @param now what stands here now, by column; empty when there is no record */
    public record RowPage(Reconciliation of, ComparedRow row, Fields fields, Map<String, String> now) {

        /** What stood here when it was compared; where nothing differed, what stands here now. */
        public String here(String column) {
            return row.differing().contains(column) || row.applied().contains(column) ? row.here(column) : now.getOrDefault(column, "");
        }
    }

    /** How the columns of a kind are called, and how their values are told. @param units titles of the units that are shown, by code */
    public record Fields(Reconcilable kind, Words words, Map<String, String> units) {

        public List<Column> all() {
            return kind.compared();
        }

        public List<String> keys() {
            return all().stream().map(Column::key).toList();
        }

        public boolean isFixed(String key) {
            return kind.row().fixed().contains(key);
        }

        public String name(String key) {
            return kind.intake().columns().stream().filter(c -> c.key().equals(key)).findFirst().map(c -> c.heading(kind.intake(), words).split("\\|")[0]).orElse(key);
        }

        public String names(List<String> keys) {
            return String.join(", ", keys.stream().map(this::name).toList());
        }

        /** What is wrong and what to do. */
        public String fault(ComparedRow.Fault fault) {
            return new LineFault(0, fault.column(), fault.key(), fault.values()).message(words);
        }

        /** A value as people write it. */
        public String told(String key, String value) {
            if (value.isEmpty()) return "";
            var column = kind.intake().columns().stream().filter(c -> c.key().equals(key)).findFirst().orElseThrow();
            return switch (column.type()) {
                case CHOICE -> column.spellings(kind.intake(), value, words).getFirst();
                case UNIT -> units.getOrDefault(value, value);
                default -> words.stored(value);
            };
        }
    }
}
