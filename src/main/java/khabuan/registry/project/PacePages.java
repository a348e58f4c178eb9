package khabuan.registry.project;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import khabuan.base.forecast.Forecast;
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

    /** What will be paid by the end of the year.
     *  @param kind "all", "programme" or "office" @param whole planned in all @param paid by now, less what came back
     *  @param forecast in baht; null when nothing can be told @param years past years of which it knows */
    public record Expected(String kind, String name, Baht whole, Baht paid, Forecast forecast, int years) {

        /** In whole baht; never less than what is paid. */
        public String value() {
            return baht(forecast.value());
        }

        public String low() {
            return baht(forecast.low());
        }

        public String high() {
            return baht(forecast.high());
        }

        public boolean isByPace() {
            return forecast.way() == Forecast.Way.BY_PACE;
        }

        /** What is foretold of the whole plan, in hundredths; "–" without a plan. */
        public String share() {
            return whole.isPositive() ? "%.1f".formatted(Math.max(forecast.value(), paid.amount().doubleValue()) * 100 / whole.amount().doubleValue()) : "–";
        }

        /** How wrong such forecasts were of past years, in hundredths. */
        public String error() {
            return "%.1f".formatted(forecast.error() * 100);
        }

        private String baht(double value) {
            return "%,d".formatted(Math.round(Math.max(value, paid.amount().doubleValue())));
        }
    }

    /** @param until the last day that it looks at; null while the year is too young to tell @param rows the whole first */
    public record Outlook(LocalDate until, List<Expected> rows) {

        /** Of the whole; null when nothing can be told. */
        public Expected whole() {
            return rows.stream().filter(r -> r.kind().equals("all") && r.forecast() != null).findFirst().orElse(null);
        }
    }

    /** @param curve the months as a picture @param outlook null when the year is over or has not begun */
    public record PacePage(int year, List<Integer> years, String programme, String office, List<Choice> programmes, List<Choice> offices, List<Month> months, SCurve curve, List<Line> lines, Outlook outlook) {}
}
