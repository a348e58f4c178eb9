package khabuan.registry.project;

import java.time.LocalDate;
import java.util.List;
import khabuan.base.access.Refusals;
import khabuan.base.money.Baht;

/** A plan of a project: an edition of it is in force at a time.
 *  @param counted how many households, members or places, as the programme counts; null when it counts projects
 *  @param indicator the code of the indicator to whose result it adds; "" for none
 *  @param lines activities, costs and contributions
 *  @param reason why it changes what was in force; "" for the first */
public record Plan(long id, long project, int edition, String objectives, String results, String indicator, Integer counted, Baht amount, LocalDate startsOn, LocalDate endsOn, String reason,
        LocalDate inForceOn, LocalDate supersededOn, LocalDate refusedOn, List<Line> lines) {

    /** @param kind "activity", "cost" or "contribution"
     *  @param partner who contributes; "" for others
     *  @param dueOn by when an activity is done; null */
    public record Line(String kind, int number, String title, String partner, Baht amount, LocalDate dueOn) {}

    /** What is said in a form. */
    record Draft(String objectives, String results, String indicator, Integer counted, Baht amount, LocalDate startsOn, LocalDate endsOn, String reason, List<Line> lines) {

        /** Judges what needs no register. @throws khabuan.base.access.Refusal.Thrown with all that is wrong */
        void demand(Programme.Rule rule) {
            var refusals = new Refusals().when(amount == null || !amount.isPositive(), ProjectRefusal.AMOUNT_MISSING, "amount").when(startsOn == null, ProjectRefusal.DAY_MISSING, "startsOn")
                    .when(endsOn == null, ProjectRefusal.DAY_MISSING, "endsOn").when(startsOn != null && endsOn != null && endsOn.isBefore(startsOn), ProjectRefusal.DAYS_REVERSED, "endsOn")
                    .when(!rule.countedIn().equals("project") && (counted == null || counted <= 0), ProjectRefusal.COUNT_MISSING, "counted");
            if (amount != null) judgeAmount(rule, refusals);
            refusals.demandNone();
        }

        private void judgeAmount(Programme.Rule rule, Refusals refusals) {
            var costs = lines.stream().filter(l -> l.kind().equals("cost")).map(Line::amount).reduce(Baht.ZERO, Baht::plus);
            refusals.when(!costs.isZero() && !costs.equals(amount), ProjectRefusal.COSTS_DIFFER, "amount", costs.toString(), amount.toString());
            if (rule.mostEach() != null && counted != null)
                refusals.when(amount.isAbove(rule.mostEach().times(counted)), ProjectRefusal.OVER_CEILING_EACH, "amount", rule.mostEach().toString(), String.valueOf(counted), amount.toString());
            if (rule.mostWhole() != null) refusals.when(amount.isAbove(rule.mostWhole()), ProjectRefusal.OVER_CEILING, "amount", rule.mostWhole().toString(), amount.toString());
        }
    }

    public boolean isInForce() {
        return inForceOn != null && supersededOn == null;
    }

    /** Proposed, and nobody has decided finally. */
    public boolean isPending() {
        return inForceOn == null && refusedOn == null;
    }

    public List<Line> lines(String kind) {
        return lines.stream().filter(l -> l.kind().equals(kind)).toList();
    }
}
