package khabuan.base.money;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.base.page.Pager;
import khabuan.base.page.Query;

/** What the pages of the books show. */
public final class LedgerPages {

    private LedgerPages() {}

    /** What was asked, as it was typed. @param by what divides the codes @param knownAt "" for as known now */
    public record Asked(String book, String day, String knownAt, String by, String fund, String year, String programme, String office) {

        Books.Which which(String of) {
            return new Books.Which(of, fund, year.matches("\\d{4}") ? Integer.parseInt(year) : 0, programme, office, by);
        }

        /** The same question at another address. @param more pairs of a name and a value */
        String query(String... more) {
            var query = Query.empty().with("book", book).with("day", day).with("known-at", knownAt).with("by", by).with("fund", fund).with("year", year).with("programme", programme).with("office", office);
            for (int i = 0; i < more.length; i += 2) query.with(more[i], more[i + 1]);
            return query.on("");
        }

        /** With one value of what divides the codes. */
        Asked at(String division) {
            return new Asked(book, day, knownAt, by, by.equals("fund") && !division.isEmpty() ? division : fund, by.equals("year") && !division.isEmpty() ? division : year, by.equals("programme") && !division.isEmpty() ? division : programme,
                    by.equals("office") && !division.isEmpty() ? division : office);
        }
    }

    /** The trial balance. @param book null while there is none @param close that holds; null for none @param until and what follows: the forms of the close, as typed */
    public record TrialPage(Asked asked, Books.Book book, List<Choice> books, LocalDate day, LocalDate knownOn, Books.Choices choices, List<Books.Line> lines, List<Periods.Close> closes, Periods.Close close, boolean mayClose, Typed typed, Names names, Faults faults, Frame frame) {

        public boolean divided() {
            return !asked.by().equals("code");
        }

        public String query() {
            return asked.query();
        }

        public String account(Books.Line line) {
            return "/ledger/account" + asked.at(line.division()).query("code", line.code());
        }

        public String division(Books.Line line) {
            return line.division().isEmpty() ? "–" : names.of(frame, asked.by(), line.division());
        }

        public Baht debit() {
            return lines.stream().map(Books.Line::debit).reduce(Baht.ZERO, Baht::plus);
        }

        public Baht credit() {
            return lines.stream().map(Books.Line::credit).reduce(Baht.ZERO, Baht::plus);
        }

        public List<Choice> funds() {
            return choices("fund", choices.funds());
        }

        public List<Choice> years() {
            return choices("year", choices.years().stream().map(String::valueOf).toList());
        }

        public List<Choice> programmes() {
            return choices("programme", choices.programmes());
        }

        public List<Choice> offices() {
            return choices("office", choices.offices());
        }

        private List<Choice> choices(String by, List<String> values) {
            return Stream.concat(Stream.of(new Choice("", frame.t("money.all"))), values.stream().map(v -> new Choice(v, names.of(frame, by, v)))).toList();
        }

        public String until() {
            return typed.until();
        }

        public String reason() {
            return typed.reason();
        }

        public String openingReason() {
            return typed.openingReason();
        }
    }

    /** What was typed to close or open the books. */
    public record Typed(String until, String reason, String openingReason) {

        static final Typed NONE = new Typed("", "", "");
    }

    /** Accounts of a code and their entries. */
    public record AccountPage(Asked asked, String code, long record, LocalDate day, LocalDate knownOn, Baht balance, List<Books.Movement> movements, Pager pager, Names names) {

        public List<String> divisions(Frame frame) {
            return names.of(frame, new LedgerAccount(asked.book(), code, asked.fund(), asked.which("").year(), asked.programme(), asked.office(), record));
        }
    }

    /** An entry. @param subject the record that it is of */
    public record EntryPage(Books.Posted entry, PaymentRecords.Named subject, boolean mayReverse, String reason, Names names, Faults faults) {}

    /** What the values of divisions are called. @param known by division and value */
    public record Names(Map<String, Map<String, String>> known) {

        /** One value; a fund and a year have words of their own, what nobody names stands as it is. */
        public String of(Frame frame, String by, String value) {
            if (value.isEmpty()) return "";
            if (by.equals("year")) return frame.t("money.year-of", value);
            String key = "money." + by + "." + value;
            return frame.words().has(key) ? frame.t(key) : known.getOrDefault(by, Map.of()).getOrDefault(value, value);
        }

        /** All by which an account is divided. */
        public List<String> of(Frame frame, LedgerAccount account) {
            return Stream.of(of(frame, "fund", account.fund()), account.budgetYear() == 0 ? "" : of(frame, "year", String.valueOf(account.budgetYear())), of(frame, "programme", account.programme()), of(frame, "office", account.office()))
                    .filter(d -> !d.isEmpty()).toList();
        }
    }

    /** What was done, in the words of the log. */
    public static String act(Frame frame, String act) {
        return frame.words().has("money.act." + act) ? frame.t("money.act." + act) : frame.words().has("act." + act) ? frame.t("act." + act) : act;
    }

    /** The page of an account. */
    public static String path(LedgerAccount account) {
        return "/ledger/account" + new Asked(account.book(), "", "", "code", account.fund(), account.budgetYear() == 0 ? "" : String.valueOf(account.budgetYear()), account.programme(), account.office())
                .query("code", account.code(), "record", account.record() == 0 ? "" : String.valueOf(account.record()));
    }
}
