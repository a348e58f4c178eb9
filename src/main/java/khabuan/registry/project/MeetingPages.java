package khabuan.registry.project;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.money.Baht;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Pager;

/** What the pages of meetings show. */
public final class MeetingPages {

    private MeetingPages() {}

    /** @param office by its name; @param items on the agenda; @param undecided of them */
    public record Line(Meeting meeting, String office, int items, int undecided) {}

    /** What waits for a body and is on no agenda. */
    public record Waiting(Body body, String office, String officeTitle, long plans) {}

    /** @param year 0 for all @param body "" for all @param offices whose meetings the person calls; none for who only reads */
    public record ListPage(List<Line> lines, Pager pager, int year, String body, List<Integer> years, List<Waiting> waiting, List<Choice> offices, List<Body> bodies, LocalDate today, Typed typed, String key, Faults faults) {

        public boolean mayCall() {
            return !offices.isEmpty();
        }
    }

    /** A paper of a project. @param kind as a word @param path of the file */
    public record Paper(String kind, String path) {}

    /** An item of the agenda.
     *  @param asked how much more than what stands is asked for; below nothing when a change gives back
     *  @param frame the number of the frame from which it comes
     *  @param binds whether consent here puts money aside: the body is the last one
     *  @param papers that are on file
     *  @param own whether the person drafted it, and may not consent
     *  @param decision what was decided; null for nothing yet
     *  @param reason why it was returned, rejected or postponed; "" */
    public record Row(long id, int version, int position, long project, String code, String title, String unit, String province, String programme, int edition, String changeReason, Baht amount, Baht asked, long frame, boolean binds,
                      List<String> missing, List<Paper> papers, boolean own, Meeting.Decision decision, String resolution, String reason) {

        Row asking(Baht other) {
            return new Row(id, version, position, project, code, title, unit, province, programme, edition, changeReason, amount, other, frame, binds, missing, papers, own, decision, resolution, reason);
        }

        public String path() {
            return "/projects/" + project;
        }

        public boolean isOpen() {
            return decision == null;
        }
    }

    /** A frame on the agenda: what it has, what the chosen consents take, what is left.
     *  @param free before */
    public record Tally(String programme, String office, int budgetYear, Baht free, Baht taken) {

        public Baht left() {
            return free.minus(taken);
        }

        public boolean isOver() {
            return taken.isAbove(free);
        }
    }

    /** A meeting. @param typed what was chosen for the items, by field
     *  @param proposed whether the choices are a proposal that is not saved: all that fits the frames
     *  @param waiting plans that may come onto the agenda */
    public record RecordPage(Meeting meeting, String office, List<Row> rows, List<Tally> tallies, List<Row> waiting, boolean keeps, Typed typed, boolean proposed, Faults faults) {

        public boolean mayDecide() {
            return keeps && meeting.isOpen() && rows.stream().anyMatch(Row::isOpen);
        }

        public long undecided() {
            return rows.stream().filter(Row::isOpen).count();
        }

        public String chosen(Row row) {
            return typed.shown("decision-" + row.id());
        }
    }
}
