package khabuan.base.message;

import java.util.List;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Pager;

/** What the pages of messages show. */
public final class MessagePages {

    private MessagePages() {}

    /** @param unread how many are new
     *  @param undelivered how many deliveries of anybody did not arrive, for administrators; 0 for others */
    public record Inbox(List<Messages.Told> told, long unread, Pager pager, boolean mayAdminister, long undelivered) {}

    /** What could not be delivered. */
    public record UndeliveredPage(List<Undelivered.Line> lines, Pager pager, Faults faults) {}

    /** @param mail whether e-mail is set up, @param line whether LINE is */
    public record Choosing(PreferenceForm form, List<Choice> paces, List<Choice> languages, boolean mail, boolean line, Faults faults) {}

    /** What the form sends. */
    public record PreferenceForm(String email, String line, String pace, String language) {

        public PreferenceForm {
            email = email == null ? "" : email.strip();
            line = line == null ? "" : line.strip();
            pace = pace == null ? "" : pace;
            language = language == null ? "" : language;
        }
    }
}
