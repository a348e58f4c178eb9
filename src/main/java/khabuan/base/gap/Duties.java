package khabuan.base.gap;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.place.Place;
import khabuan.base.text.Words;

/** Work that is no record in a local unit, and that no gap can count therefore: it stands above the units, in a region or at the centre. A bean of the room that knows it;
 *  insight.gap shows it on "My work". */
public interface Duties {

    /** What is open in a place for who asks, in the language of the words; empty where such work does not stand. What lies outside of the asker's scope is not asked for. */
    List<Group> of(Place within, Actor actor, Words words);

    /** Lines that are mended in one place.
     *  @param anchor an id for it on a page, by which messages lead to it
     *  @param title what they are: "ผลตามคำรับรองฯ ไตรมาส 4 ปี 2562 · ภาคเหนือ"
     *  @param how what to do
     *  @param path the page of all of them
     *  @param own whether they are shown one by one: the asker's own, or of the one place that was asked for */
    record Group(String anchor, String title, String how, String path, boolean own, List<Line> lines) {

        public long late() {
            return lines.stream().filter(Line::late).count();
        }

        /** Its states, the gravest first, as the lines stand. */
        public List<State> states() {
            return lines.stream().map(Line::state).distinct().toList();
        }

        public long count(State state) {
            return lines.stream().filter(l -> l.state().equals(state)).count();
        }
    }

    /** How far a thing has come. @param css the class of its tag: "bad", "warn", "info" or "" */
    record State(String title, String css) {}

    /** One thing to do. @param what the sentence what to do
     *  @param due its day
     *  @param path the very place that mends it */
    record Line(String title, State state, String what, LocalDate due, boolean late, String path) {}
}
