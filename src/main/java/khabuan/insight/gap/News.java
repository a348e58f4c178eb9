package khabuan.insight.gap;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.gap.Gap;
import khabuan.base.message.Messages;
import khabuan.base.message.Text;
import khabuan.insight.gap.WorkPages.Deadline;
import org.springframework.stereotype.Component;

/** Tells people of their work, within the change that makes it so. */
@Component
class News {

    private final Messages messages;
    private final Owners owners;
    private final Work work;

    News(Messages messages, Owners owners, Work work) {
        this.messages = messages;
        this.owners = owners;
        this.work = work;
    }

    void assigned(Actor by, Gap gap, int records, long assignee) {
        messages.send(assignee, "work.assigned", List.of(by.fullName(), records, name(gap)), "/tasks/" + gap.measure() + "?show=mine", Messages.ONCE_IN_THIS_CHANGE);
    }

    /** Tells those in whose places records wait that the day concerns. @param before null when it is the first extension */
    void extended(Gap gap, Deadline deadline, LocalDate before) {
        var units = work.unitsDueIn(gap, deadline.fiscalYear());
        String year = Integer.toString(deadline.fiscalYear());
        var values = before == null ? List.of(name(gap), year, gap.days(), deadline.dueOn()) : List.of(name(gap), year, before, deadline.dueOn());
        for (var owner : owners.all())
            if (owner.owns(gap) && units.stream().anyMatch(owner.within()))
                messages.send(owner.actor().accountId(), before == null ? "work.extended-first" : "work.extended", values, "/tasks/deadlines", Messages.ONCE_IN_THIS_CHANGE);
    }

    static Text.Key name(Gap gap) {
        return new Text.Key(nameKey(gap));
    }

    static String nameKey(Gap gap) {
        return "measure." + gap.measure() + ".name";
    }
}
