package khabuan.registry.council;

import java.util.List;
import khabuan.base.record.Timeline;

/** Two people corrected a council at once: what I say beside what stands now, to choose from line by line.
 *  @param mine as I filled it in; its version is the one that I opened
 *  @param theirs as it stands now
 *  @param last who made it so, when and why */
public record ConflictPage(Council council, RegistrationForm mine, RegistrationForm theirs, Timeline.Step last, List<Line> lines) {

    /** @param field its name in the form; @param mineShown and theirsShown as people read them */
    public record Line(String field, String mine, String theirs, String mineShown, String theirsShown) {

        public boolean differs() {
            return !mineShown.equals(theirsShown);
        }
    }
}
