package khabuan.base.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Query;

/** What an auditor looks for; "" for all.
 *  @param who a part of the account's name
 *  @param act the beginning of an act's word: "council", "access.sign-in"
 *  @param from the first day, as it was written
 *  @param to the last day
 *  @param kind a kind of record: "council"
 *  @param id the record's number
 *  @param text a part of the reason */
public record LogFilter(String who, String act, String from, String to, String kind, String id, String text) {

    public LogFilter {
        who = plain(who);
        act = plain(act);
        from = plain(from);
        to = plain(to);
        kind = plain(kind);
        id = plain(id);
        text = plain(text);
    }

    private static String plain(String s) {
        return s == null ? "" : s.strip();
    }

    /** The fields that can't be understood. */
    List<String> wrong() {
        var wrong = new ArrayList<String>();
        if (!from.isEmpty() && ThaiDate.parse(from).isEmpty()) wrong.add("from");
        if (!to.isEmpty() && ThaiDate.parse(to).isEmpty()) wrong.add("to");
        if (!id.isEmpty() && !id.matches("\\d{1,18}")) wrong.add("id");
        return wrong;
    }

    LocalDate first() {
        return from.isEmpty() ? null : ThaiDate.parse(from).orElse(null);
    }

    LocalDate last() {
        return to.isEmpty() ? null : ThaiDate.parse(to).orElse(null);
    }

    /** The address of the list with this filter. */
    String path() {
        return query().on("/log");
    }

    /** The address of all that the filter finds, as a file. @param format "csv" or "xlsx" */
    public String exportPath(String format) {
        return query().on("/log." + format);
    }

    private Query query() {
        return Query.empty().with("who", who).with("act", act).with("from", from).with("to", to).with("kind", kind).with("id", id).with("text", text);
    }
}
