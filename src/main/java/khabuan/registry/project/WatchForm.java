package khabuan.registry.project;

import java.util.Objects;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.page.Faults;
import org.springframework.util.MultiValueMap;

/** What the form of a programme's rule sends of when projects are told of, as it was typed. */
public record WatchForm(String contractDays, String papersDays, String lateDays, String unpaidDays, String behindPercent) {

    static WatchForm of(MultiValueMap<String, String> sent) {
        return new WatchForm(text(sent, "contractDays"), text(sent, "papersDays"), text(sent, "lateDays"), text(sent, "unpaidDays"), text(sent, "behindPercent"));
    }

    static WatchForm of(Programme.Watch watch) {
        return new WatchForm(String.valueOf(watch.contractDays()), String.valueOf(watch.papersDays()), String.valueOf(watch.lateDays()), String.valueOf(watch.unpaidDays()), String.valueOf(watch.behindPercent()));
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "").strip();
    }

    /** @return null when something can't be read, which is then a fault at its field */
    Programme.Watch read(Faults faults) {
        int contract = days("contractDays", contractDays, faults), papers = days("papersDays", papersDays, faults), late = days("lateDays", lateDays, faults), unpaid = days("unpaidDays", unpaidDays, faults);
        int behind = whole(behindPercent, 100);
        if (behind < 0) faults.add(ProjectRefusal.PERCENT_MISSING.at("behindPercent"));
        return Math.min(Math.min(contract, papers), Math.min(Math.min(late, unpaid), behind)) < 0 ? null : new Programme.Watch(contract, papers, late, unpaid, behind);
    }

    private static int days(String field, String typed, Faults faults) {
        int days = whole(typed, Programme.Watch.MOST_DAYS);
        if (days < 0) faults.add(ProjectRefusal.DAYS_MISSING.at(field, String.valueOf(Programme.Watch.MOST_DAYS)));
        return days;
    }

    /** A number from 0 to the most. @return -1 when it is none */
    static int whole(String typed, int most) {
        String plain = ThaiDate.arabic(typed);
        int number = plain.matches("\\d{1,3}") ? Integer.parseInt(plain) : -1;
        return number > most ? -1 : number;
    }
}
