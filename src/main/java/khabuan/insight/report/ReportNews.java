package khabuan.insight.report;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import khabuan.base.access.Accounts;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.access.Role;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.message.Messages;
import khabuan.base.message.Text;
import khabuan.base.place.Place;
import org.springframework.stereotype.Component;

/** Tells of monthly reports, within the change that makes it so: the officers of the regions what is asked of them and what became of it, the writers of reports what is questioned. */
@Component
class ReportNews {

    private static final String ASKED = "report.confirm";
    private final Messages messages;
    private final Accounts accounts;

    ReportNews(Messages messages, Accounts accounts) {
        this.messages = messages;
        this.accounts = accounts;
    }

    private Stream<Actor> people() {
        return accounts.all().stream().filter(a -> !a.isDisabled()).map(a -> a.actor("")).sorted((a, b) -> a.accountId().compareTo(b.accountId()));
    }

    private Stream<Actor> officers() {
        return people().filter(a -> a.role() == Role.REGIONAL_OFFICER);
    }

    void ask(long report, String month, Predicate<Actor> concerned) {
        officers().filter(concerned).forEach(a -> messages.send(a.accountId(), ASKED, List.of(month), "/reports/" + report, Messages.ONCE_IN_THIS_CHANGE));
    }

    /** What was asked is done for some. */
    void settle(Report report, Predicate<Actor> done) {
        officers().filter(done).forEach(a -> messages.settle(a.accountId(), ASKED, report.path()));
    }

    void questioned(Report report, Place region, KeyFigures.Room room, String note, Actor by) {
        people().filter(a -> a.may(Right.REPORT) && !a.accountId().equals(by.accountId())).forEach(a -> messages.send(a.accountId(), "report.questioned",
                List.of(by.fullName(), new Text.Key(room.nameKey()), region.title(), ThaiDate.monthOfYear(report.asOf()), note), report.path(), Messages.ONCE_IN_THIS_CHANGE));
    }

    void published(Report report, Actor by) {
        settle(report, officer -> true);
        officers().filter(a -> !a.accountId().equals(by.accountId())).forEach(a -> messages.send(a.accountId(), "report.published", List.of(ThaiDate.monthOfYear(report.asOf())), report.path(), Messages.ONCE_IN_THIS_CHANGE));
    }
}
