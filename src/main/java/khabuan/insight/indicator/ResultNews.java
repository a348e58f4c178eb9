package khabuan.insight.indicator;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.message.Messages;
import khabuan.base.message.Text;
import khabuan.base.place.Level;
import khabuan.base.place.Places;
import khabuan.insight.indicator.Owed.State;
import khabuan.insight.indicator.Quarters.Deadline;
import khabuan.insight.indicator.Results.Result;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells of results, within the change that makes it so: certifiers that something waits, the recorder what became of it; and settles what was asked when it is done. */
@Component
class ResultNews {

    static final String DUE = "indicator.due", OVERDUE = "indicator.overdue", WAITING = "indicator.waiting", RETURNED = "indicator.returned", EXTENDED = "indicator.extended";
    private final Messages messages;
    private final Reporters reporters;
    private final Reporting reporting;
    private final Sites sites;
    private final Places places;

    ResultNews(Messages messages, Reporters reporters, Reporting reporting, Sites sites, Places places) {
        this.messages = messages;
        this.reporters = reporters;
        this.reporting = reporting;
        this.sites = sites;
        this.places = places;
    }

    enum What { RECORDED, TOLD, CERTIFIED, RETURNED }

    /** News of a result or a story. @param place a region, or CENTRE
     *  @param before as it stood; null when nothing did */
    record Changed(What what, Indicator indicator, int quarter, String place, Result before, String because, Actor by) {}

    /** News of a quarter that was closed. */
    record Closed(int fiscalYear, int quarter) {}

    /** News of a quarter whose day was moved. */
    record Extended(int fiscalYear, Deadline deadline, LocalDate before) {}

    static String link(int fiscalYear, int quarter, String place) {
        return "/tasks#" + Owed.group(fiscalYear, quarter, place);
    }

    /** The name of a place as a message keeps it. */
    Object name(String place) {
        return place.equals(Scores.CENTRE) ? new Text.Key("indicator.centre") : places.find(Level.REGION, place).map(p -> p.title()).orElse(place);
    }

    @EventListener
    void changed(Changed news) {
        int year = news.indicator().fiscalYear();
        var path = Owed.path(news.indicator(), news.quarter(), news.place());
        var before = news.before();
        if (before != null) settle(before.recordedBy(), RETURNED, path);
        switch (news.what()) {
            case RECORDED -> waiting(year, news);
            case CERTIFIED -> tellRecorder("indicator.certified", news, path);
            case RETURNED -> tellRecorder(RETURNED, news, path);
            case TOLD -> {}
        }
        settleWhatIsDone(year, news.quarter(), news.place());
    }

    /** One message for all that waits in a place and quarter, as long as it is not read. */
    private void waiting(int year, Changed news) {
        String link = link(year, news.quarter(), news.place());
        for (var certifier : reporters.certifiersOf(news.place()))
            if (!certifier.accountId().equals(news.by().accountId()) && !messages.isUnread(certifier.accountId(), WAITING, link))
                messages.send(certifier.accountId(), WAITING, List.of(name(news.place()), news.quarter(), Integer.toString(year)), link, Messages.ONCE_IN_THIS_CHANGE);
    }

    private void tellRecorder(String kind, Changed news, String path) {
        Long recorder = news.before().recordedBy();
        if (reporters.stands(recorder) && !recorder.equals(news.by().accountId()))
            messages.send(recorder, kind, List.of(news.by().fullName(), news.indicator().heading(), name(news.place()), news.quarter(), Integer.toString(news.indicator().fiscalYear()), news.because()), path,
                    news.what() + " " + news.before().id() + " " + news.before().version());
    }

    private void settleWhatIsDone(int year, int quarter, String place) {
        var owed = reporting.owed(year, List.of(reporting.deadline(year, quarter))).stream().filter(o -> o.place().equals(place)).map(Owed::state).toList();
        String link = link(year, quarter, place);
        if (owed.stream().noneMatch(State::isToReport)) reporters.of(place).forEach(a -> List.of(DUE, OVERDUE, EXTENDED).forEach(kind -> settle(a.accountId(), kind, link)));
        if (!owed.contains(State.WAITING)) reporters.certifiersOf(place).forEach(a -> settle(a.accountId(), WAITING, link));
    }

    /** A closed quarter asks for nothing. */
    @EventListener
    void closed(Closed news) {
        var places = sites.codes().toList();
        for (var account : reporters.all())
            for (var place : places) List.of(DUE, OVERDUE, EXTENDED, WAITING).forEach(kind -> settle(account.accountId(), kind, link(news.fiscalYear(), news.quarter(), place)));
    }

    /** Those who have not reported are told of the day that was moved; what reminded them of the other is settled. */
    @EventListener
    void extended(Extended news) {
        int quarter = news.deadline().quarter();
        var owing = reporting.owed(news.fiscalYear(), List.of(news.deadline())).stream().filter(o -> o.state().isToReport()).map(Owed::place).distinct().sorted().toList();
        for (var place : owing)
            for (var reporter : reporters.of(place)) {
                String link = link(news.fiscalYear(), quarter, place);
                List.of(DUE, OVERDUE).forEach(kind -> settle(reporter.accountId(), kind, link));
                messages.send(reporter.accountId(), EXTENDED, List.of(name(place), quarter, Integer.toString(news.fiscalYear()), news.before(), news.deadline().lastDay()), link, Messages.ONCE_IN_THIS_CHANGE);
            }
    }

    private void settle(Long account, String kind, String link) {
        if (account != null) messages.settle(account, kind, link);
    }
}
