package khabuan.base.page;

import java.util.List;
import khabuan.base.record.Timeline;

/** Two people corrected a record at once: what I say beside what stands now, to choose from line by line. The template "component/conflict" shows it.
 *  @param back the page of the record
 *  @param name what the record is called
 *  @param action where the choice is sent
 *  @param version as it stands now
 *  @param reason that I gave
 *  @param last who made it so, when and why */
public record ConflictPage(String back, String name, String action, int version, String reason, Timeline.Step last, List<Line> lines) {

    /** @param field its name in the form; @param label the key of its label; @param mineShown and theirsShown as people read them */
    public record Line(String field, String label, String mine, String theirs, String mineShown, String theirsShown) {

        /** A field that people read as it is sent. */
        public Line(String field, String label, String mine, String theirs) {
            this(field, label, mine, theirs, mine, theirs);
        }

        public boolean differs() {
            return !mineShown.equals(theirsShown);
        }
    }
}
