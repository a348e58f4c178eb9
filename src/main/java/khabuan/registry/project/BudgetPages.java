package khabuan.registry.project;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.money.Baht;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.place.Place;

/** What the pages of the budget show. */
public final class BudgetPages {

    private BudgetPages() {}

    /** A part of the budget: whose money, for what. @param given by law or the board; @param unallotted what no frame has */
    public record Pot(String fund, String category, Baht given, Baht unallotted) {}

    /** A frame, or the sum of some. @param office "" for a sum */
    public record Line(long frame, String programme, String office, Baht granted, Baht free, Baht approved, Baht paid, Baht unpaid, Baht returned, Baht over) {

        Line plus(Line other) {
            return new Line(0, programme, "", granted.plus(other.granted), free.plus(other.free), approved.plus(other.approved), paid.plus(other.paid), unpaid.plus(other.unpaid), returned.plus(other.returned), over.plus(other.over));
        }

        public boolean isOver() {
            return over.isPositive();
        }
    }

    /** What stands behind a region's frame of matching subsidies. */
    public record BasisPage(int year, Place office, SubsidyBasis.Basis basis) {}

    /** The frames of a programme and their sum. */
    public record Group(String programme, List<Line> lines, Line sum) {}

    /** A decision on the budget. @param from @param to frames, by their names; "" for none; @param file whether it is on record */
    public record Movement(long id, String act, String fund, String category, String from, String to, Baht amount, LocalDate decidedOn, String body, String reason, boolean file) {

        public String path() {
            return "/budget/movements/" + id;
        }
    }

    /** @param whole whether the person sees all offices; @param sum null when there is no frame */
    public record BudgetPage(int year, List<Integer> years, List<Pot> pots, List<Group> groups, Line sum, List<Movement> movements, boolean whole, boolean mayDecide, List<Choice> programmes, List<Choice> offices, List<Choice> frames,
                             List<String> categories, Typed typed, String key, Faults faults) {

        public boolean opens(String form) {
            return typed.is(form);
        }
    }

    /** That an auditor has seen it. @param by who @param note what was noted; "" for nothing */
    public record Sighting(LocalDate on, String by, String note) {}

    /** @param sighting that an auditor has seen it; null for none @param maySee whether the person says so @param note as it was typed */
    public record MovementPage(Movement movement, int year, Sighting sighting, boolean maySee, Typed typed, Faults faults, List<Content> panels) {}
}
