package khabuan.registry.project;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import khabuan.base.money.Baht;
import khabuan.base.page.Choice;

/** What the page of plan against actual shows. */
public final class PacePages {

    private PacePages() {}

    /** Amounts added up since the year began. @param paid null for a month to come */
    public record Month(String label, Baht planned, Baht paid) {}

    /** @param planned to be paid by now; @param paid by now, less what came back; @param whole planned in all */
    public record Line(String programme, String office, Baht planned, Baht paid, Baht whole) {

        Line plus(Line other) {
            return new Line(programme, office, planned.plus(other.planned), paid.plus(other.paid), whole.plus(other.whole));
        }

        /** How much less is paid than was planned by now; below nothing when it is ahead. */
        public Baht behind() {
            return planned.minus(paid);
        }

        /** What is paid of what was planned by now, in hundredths; "–" when nothing was. */
        public String share() {
            return planned.isPositive() ? paid.amount().multiply(BigDecimal.valueOf(100)).divide(planned.amount(), 2, RoundingMode.HALF_UP).toPlainString() : "–";
        }
    }

    /** @param bars the chart as markup */
    public record PacePage(int year, List<Integer> years, String programme, String office, List<Choice> programmes, List<Choice> offices, List<Month> months, String bars, List<Line> lines) {}
}
