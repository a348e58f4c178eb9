package khabuan.registry.project;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import khabuan.base.calendar.ThaiDate;
import khabuan.base.money.Baht;
import khabuan.base.page.Faults;
import org.springframework.util.MultiValueMap;

/** What the form of a programme's rule sends, as it was typed.
 *  @param from the fiscal year from which it holds @param papers @param bodies those that were ticked
 *  @param shares of the instalments in hundredths: "40, 40, 20" @param inspected "yes" or "" @param watch when projects are told of */
public record RuleForm(String from, String countedIn, String mostEach, String mostWhole, List<String> papers, List<String> bodies, String shares, String inspected, WatchForm watch, String reason) {

    /** A fiscal year from which a rule may hold. */
    static final String YEAR = "255[1-9]|25[6-9]\\d|26\\d\\d|2700";

    static RuleForm of(MultiValueMap<String, String> sent) {
        return new RuleForm(text(sent, "from"), text(sent, "countedIn"), text(sent, "mostEach"), text(sent, "mostWhole"), ticked(sent, "papers"), ticked(sent, "bodies"), text(sent, "shares"), text(sent, "inspected"), WatchForm.of(sent), text(sent, "reason"));
    }

    /** To be said anew for a year. @param rule null when there is none yet */
    static RuleForm of(int from, Programme.Rule rule) {
        if (rule == null) return new RuleForm(String.valueOf(from), "project", "", "", List.of("proposal", "contract", "bank-book"), List.of(Body.REGIONAL_SUBCOMMITTEE.word()), "100", "yes", WatchForm.of(Programme.Watch.USUAL), "");
        return new RuleForm(String.valueOf(from), rule.countedIn(), Objects.toString(rule.mostEach(), ""), Objects.toString(rule.mostWhole(), ""), rule.papers(), rule.bodies().stream().map(Body::word).toList(),
                rule.shares().stream().map(String::valueOf).collect(Collectors.joining(", ")), rule.inspected() ? "yes" : "", WatchForm.of(rule.watch()), "");
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        return Objects.requireNonNullElse(sent.getFirst(name), "").strip();
    }

    private static List<String> ticked(MultiValueMap<String, String> sent, String name) {
        return List.copyOf(sent.getOrDefault(name, List.of()));
    }

    /** What is said, as far as it can be read; what can't be is added to the faults. The bodies stand in their own order, whatever was ticked first. */
    ProgrammeRules.Draft read(Faults faults) {
        String year = ThaiDate.arabic(from);
        int fromYear = year.matches(YEAR) ? Integer.parseInt(year) : 0;
        return new ProgrammeRules.Draft(fromYear, countedIn, ceiling("mostEach", mostEach, faults), ceiling("mostWhole", mostWhole, faults), papers,
                Arrays.stream(Body.values()).filter(b -> bodies.contains(b.word())).toList(), hundredths(faults), inspected.equals("yes"), watch.read(faults), reason);
    }

    /** @return null for none */
    private static Baht ceiling(String field, String typed, Faults faults) {
        if (typed.isEmpty()) return null;
        var read = Baht.parse(typed).filter(Baht::isPositive);
        if (read.isEmpty()) faults.add(ProjectRefusal.AMOUNT_MISSING.at(field));
        return read.orElse(null);
    }

    private List<Integer> hundredths(Faults faults) {
        var parts = Arrays.stream(ThaiDate.arabic(shares).split("[\\s,:/]+")).filter(s -> !s.isEmpty()).toList();
        if (!parts.isEmpty() && parts.stream().allMatch(s -> s.matches("\\d{1,3}"))) return parts.stream().map(Integer::valueOf).toList();
        faults.add(ProjectRefusal.SHARES_MISSING.at("shares"));
        return null;
    }
}
