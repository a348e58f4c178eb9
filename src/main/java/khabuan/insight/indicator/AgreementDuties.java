package khabuan.insight.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import khabuan.base.access.Actor;
import khabuan.base.gap.Duties;
import khabuan.base.place.Level;
import khabuan.base.place.Place;
import khabuan.base.text.Words;
import khabuan.insight.indicator.AgreementPages.Site;
import khabuan.insight.indicator.Reporting.Asked;
import org.springframework.stereotype.Component;

/** The results that "My work" asks for: of a region, and in the country of the centre and of all regions. */
@Component
class AgreementDuties implements Duties {

    private final Reporting reporting;
    private final Sites sites;

    AgreementDuties(Reporting reporting, Sites sites) {
        this.reporting = reporting;
        this.sites = sites;
    }

    @Override
    public List<Group> of(Place within, Actor actor, Words words) {
        if (within.level() != Level.COUNTRY && within.level() != Level.REGION) return List.of();
        var groups = new ArrayList<Group>();
        for (var asked : reporting.asked()) {
            var byPlace = reporting.owed(asked.fiscalYear(), List.of(asked.deadline())).stream().collect(Collectors.groupingBy(Owed::place));
            for (var site : sites.reporting(words))
                if (byPlace.containsKey(site.code()) && (within.level() == Level.COUNTRY || within.code().equals(site.code()))) groups.add(group(asked, site, byPlace.get(site.code()), within, actor, words));
        }
        return groups.stream().sorted(Comparator.comparing(g -> !g.own())).toList();
    }

    private Group group(Asked asked, Site site, List<Owed> owed, Place within, Actor actor, Words words) {
        int quarter = asked.deadline().quarter();
        String year = Integer.toString(asked.fiscalYear());
        boolean own = within.level() == Level.REGION || Reporters.reports(actor, site.code());
        var today = reporting.today();
        return new Group(Owed.group(asked.fiscalYear(), quarter, site.code()), words.t("indicator.duty", quarter, year, site.title()), words.t("indicator.duty-how", words.longDay(asked.deadline().lastDay())),
                "/agreements/" + year + "/results?quarter=" + quarter + "&place=" + site.code(), own, owed.stream().map(o -> line(o, site, actor, today, words)).toList());
    }

    private static Line line(Owed owed, Site site, Actor actor, LocalDate today, Words words) {
        String key = "indicator.owed." + owed.state().name().toLowerCase(Locale.ROOT);
        return new Line(owed.indicator().heading(), new State(words.t(key), owed.state().css()), what(owed, site, actor, words), owed.deadline().lastDay(), owed.isLate(today), owed.path());
    }

    private static String what(Owed owed, Site site, Actor actor, Words words) {
        return switch (owed.state()) {
            case MISSING -> words.t("indicator.do.missing");
            case UNTOLD -> words.t("indicator.do.untold");
            case RETURNED -> words.t("indicator.do.returned", owed.result().returnedBecause());
            case WAITING -> !Results.mayCertify(actor, owed.place()) ? words.t("indicator.do.waiting-there", site.title())
                    : actor.accountId() != null && actor.accountId().equals(owed.result().recordedBy()) ? words.t("indicator.do.waiting-own") : words.t("indicator.do.waiting");
        };
    }
}
