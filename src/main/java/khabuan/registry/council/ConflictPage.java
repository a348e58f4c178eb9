package khabuan.registry.council;

import java.util.List;
import khabuan.base.record.Timeline;

/** Two people corrected a council, or an entry of it, at once: what I say beside what stands now, to choose from line by line.
 *  @param action where the choice is sent
 *  @param version as it stands now
 *  @param reason that I gave
 *  @param last who made it so, when and why */
public record ConflictPage(Council council, String action, int version, String reason, Timeline.Step last, List<Line> lines) {

    /** @param field its name in the form; @param label the key of its label; @param mineShown and theirsShown as people read them */
    public record Line(String field, String label, String mine, String theirs, String mineShown, String theirsShown) {

        public boolean differs() {
            return !mineShown.equals(theirsShown);
        }
    }
}
