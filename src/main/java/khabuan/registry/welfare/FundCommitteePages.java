package khabuan.registry.welfare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Frame;
import khabuan.registry.welfare.FundCommittees.Elected;
import khabuan.registry.welfare.FundCommittees.Term;

/** What the pages of a fund's committee show. */
public final class FundCommitteePages {

    private FundCommitteePages() {}

    /** The committee, who keeps the books, and the bank accounts.
     *  @param shown the account whose number is shown; 0 for none @param number the whole number of it
     *  @param mayRecord elections and accounts @param mayAppoint keepers */
    public record CommitteePage(Fund fund, List<Term> terms, List<Keepers.Keeper> keepers, List<FundBankAccounts.Account> accounts, long shown, String number, boolean mayRecord, boolean mayAppoint, KeeperForm keeper,
                                AccountForm account, Faults faults) {

        public static List<Choice> banks(Frame frame) {
            return choices(frame, "welfare.bank-choose", "project.bank.", FundBankAccounts.BANKS);
        }

        public static List<Choice> offices(Frame frame) {
            return choices(frame, "welfare.office-choose", "welfare.office.", Keepers.OFFICES);
        }
    }

    private static List<Choice> choices(Frame frame, String none, String prefix, List<String> words) {
        var choices = new ArrayList<Choice>();
        choices.add(new Choice("", frame.t(none)));
        words.forEach(w -> choices.add(new Choice(w, frame.t(prefix + w))));
        return choices;
    }

    public record KeeperForm(String keeper, String keeperOffice) {

        public KeeperForm {
            keeper = FundPages.filled(keeper);
            keeperOffice = FundPages.filled(keeperOffice);
        }
    }

    public record AccountForm(String bank, String accountName, String accountNumber, String openedOn) {

        public AccountForm {
            bank = FundPages.filled(bank);
            accountName = FundPages.filled(accountName);
            accountNumber = FundPages.filled(accountNumber);
            openedOn = FundPages.filled(openedOn);
        }
    }

    /** The form of an election. */
    public record ElectionPage(Fund fund, ElectionForm form, Faults faults) {

        public static final int ROWS = 20;

        /** The office that a row begins with. */
        public static String first(int row) {
            return row <= 6 ? FundCommittees.OFFICES.get(row - 1) : "member";
        }

        public static List<Choice> offices(Frame frame) {
            return choices(frame, "welfare.office-choose", "welfare.office.", FundCommittees.OFFICES);
        }
    }

    /** @param office of each row; @param who of each: a member's number where the fund keeps its books here, else a name */
    public record ElectionForm(String electedOn, String until, List<String> office, List<String> who) {

        public ElectionForm {
            electedOn = FundPages.filled(electedOn);
            until = FundPages.filled(until);
            office = office == null ? List.of() : List.copyOf(office);
            who = who == null ? List.of() : List.copyOf(who);
        }

        /** What stands in a row, from 1. */
        public String office(int row) {
            return row <= office.size() ? office.get(row - 1) : ElectionPage.first(row);
        }

        public String who(int row) {
            return row <= who.size() ? who.get(row - 1).strip() : "";
        }

        /** What is to be recorded, as far as it can be read; what can't be is added to the faults. */
        FundCommittees.Wish read(boolean byNumber, Faults faults) {
            LocalDate on = faults.day("electedOn", electedOn, WelfareRefusal.DAY_MISSING.key());
            LocalDate end = faults.day("until", until, WelfareRefusal.DAY_MISSING.key());
            var elected = new ArrayList<Elected>();
            IntStream.rangeClosed(1, ElectionPage.ROWS).filter(row -> !who(row).isEmpty()).forEach(row -> {
                Integer number = byNumber ? faults.whole("who" + row, who(row), WelfareRefusal.NUMBER_UNKNOWN.key()) : Integer.valueOf(0);
                if (!FundCommittees.OFFICES.contains(office(row))) faults.add(WelfareRefusal.OFFICE_MISSING.at("who" + row));
                else if (number != null) elected.add(new Elected(office(row), number, who(row)));
            });
            if (elected.isEmpty() && faults.all().stream().noneMatch(f -> f.field().startsWith("who"))) faults.add(WelfareRefusal.ONE_CHAIR.at("who1"));
            return new FundCommittees.Wish(on, end, elected);
        }
    }
}
