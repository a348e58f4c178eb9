package khabuan.registry.welfare;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import khabuan.base.page.Faults;
import khabuan.base.print.QrCode;

/** What the pages of passbooks show: to the committee, and to the member whose own it is. */
public final class PassbookPages {

    private PassbookPages() {}

    /** A member's passbook to the committee. @param name in the clear; @param link the newest that was given; null for none */
    public record CommitteePage(Fund fund, String name, Passbook book, LinkState link, Faults faults) {}

    /** How a link stands. @param state "waiting" for its code, "open" on a device, or "ended"
     *  @param openedOn null until it is opened, as deviceUntil; @param endedOn null when it stands, or was not used in time */
    public record LinkState(String state, LocalDate givenOn, String givenName, LocalDate goodUntil, LocalDate openedOn, LocalDate deviceUntil, LocalDate endedOn, String endedBecause) {

        public boolean stands() {
            return !state.equals("ended");
        }

        /** Why it ended: what stands in the table, or that its time ran out. */
        public String because() {
            return endedBecause != null ? endedBecause : "lapsed";
        }
    }

    /** The slip that is handed to a member, shown once. @param name masked; @param address of the link, for a browser */
    public record SlipPage(Fund fund, Roster.Member member, String name, String address, QrCode qr, String code, LocalDate goodUntil) {}

    /** Where the code of a slip is entered. @param path of the link */
    public record CodePage(Fund fund, String path, Faults faults) {}

    /** A member's own passbook. @param path of the link; @param name masked; @param until the last day on which this device opens it */
    public record OwnPage(Fund fund, String path, String name, Passbook book, LocalDate until) {}

    /** "กรกฎาคม 2562, สิงหาคม 2562": the months of a list, the first of them alone when they are many. */
    public static String months(List<YearMonth> months) {
        return months.stream().limit(12).map(BooksPages::title).collect(Collectors.joining(", ")) + (months.size() > 12 ? " …" : "");
    }
}
