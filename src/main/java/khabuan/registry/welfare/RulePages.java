package khabuan.registry.welfare;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import khabuan.base.money.Baht;
import khabuan.base.page.Faults;
import khabuan.registry.welfare.Claims.Rule;
import khabuan.registry.welfare.Claims.Step;
import khabuan.registry.welfare.Figures.Benefit;
import khabuan.registry.welfare.Regulations.Version;

/** What the page of a fund's rules shows: what its regulations promise, and what members pay. */
public final class RulePages {

    private RulePages() {}

    /** What the regulations promise, and what members pay. @param regulation in force today; null when none is known */
    public record RulesPage(Fund fund, Version regulation, List<Rule> rules, List<FundBooks.Due> dues, RuleForm form, DueForm due, Faults faults) {}

    public record DueForm(String dueFrom, String rhythm, String due) {

        public DueForm {
            dueFrom = FundPages.filled(dueFrom);
            rhythm = FundPages.filled(rhythm);
            due = FundPages.filled(due);
        }

        FundBooks.Due read(Faults faults) {
            return RulePages.due(rhythm, due, faults.day("dueFrom", dueFrom, WelfareRefusal.DAY_MISSING.key()), faults);
        }
    }

    static FundBooks.Due due(String rhythm, String amount, LocalDate from, Faults faults) {
        if (!FundBooks.Due.RHYTHMS.contains(rhythm)) faults.add(WelfareRefusal.RHYTHM_MISSING.at("rhythm"));
        return new FundBooks.Due(from, rhythm, FundPages.baht("due", amount, faults));
    }

    /** The form of a rule, as it was typed. @param per {@link #PERS}; @param steps a line for each: years, a colon, baht */
    public record RuleForm(String kind, String fromDate, String afterMonths, String per, String amount, String steps, String eachYear, String mostAYear, String mostBaht, String papers) {

        static final List<String> PERS = List.of("case", "night");
        private static final Pattern STEP = Pattern.compile("(\\d{1,2})\\s*:\\s*(\\S+)");

        public RuleForm {
            kind = FundPages.filled(kind);
            fromDate = FundPages.filled(fromDate);
            afterMonths = FundPages.filled(afterMonths);
            per = FundPages.filled(per);
            amount = FundPages.filled(amount);
            steps = FundPages.filled(steps);
            eachYear = FundPages.filled(eachYear);
            mostAYear = FundPages.filled(mostAYear);
            mostBaht = FundPages.filled(mostBaht);
            papers = FundPages.filled(papers);
        }

        static RuleForm empty(String fromDate) {
            return new RuleForm("", fromDate, "", "", "", "", "", "", "", "");
        }

        /** What is promised, as far as it can be read; what can't be is added to the faults. */
        Rule read(Faults faults) {
            var kind = Stream.of(Benefit.values()).filter(b -> b.word().equals(this.kind)).findFirst().orElse(null);
            if (kind == null) faults.add(WelfareRefusal.KIND_MISSING.at("kind"));
            var from = faults.day("fromDate", fromDate, WelfareRefusal.DAY_MISSING.key());
            int after = Objects.requireNonNullElse(faults.whole("afterMonths", afterMonths, WelfareRefusal.COUNT_UNREADABLE.key()), 0);
            var most = faults.whole("mostAYear", mostAYear, WelfareRefusal.COUNT_UNREADABLE.key());
            return new Rule(0, kind, from, null, after, per.equals("night"), FundPages.baht("amount", amount, faults), lines(steps).map(line -> step(line, faults)).toList(), eachYear.isEmpty() ? Baht.ZERO : FundPages.baht("eachYear", eachYear, faults),
                    most, mostBaht.isEmpty() ? null : FundPages.baht("mostBaht", mostBaht, faults), lines(papers).toList());
        }

        private static Stream<String> lines(String typed) {
            return typed.lines().map(String::strip).filter(line -> !line.isEmpty());
        }

        private static Step step(String line, Faults faults) {
            var typed = STEP.matcher(line);
            var amount = typed.matches() ? Baht.parse(typed.group(2)) : Optional.<Baht>empty();
            if (amount.isEmpty() && !faults.has("steps")) faults.add(WelfareRefusal.STEPS_UNREADABLE.at("steps"));
            return new Step(typed.matches() ? Integer.parseInt(typed.group(1)) : 0, amount.orElse(Baht.ZERO));
        }
    }
}
