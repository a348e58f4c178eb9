package khabuan.registry.project;

import java.util.List;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.record.Timeline;

/** What the pages of programmes and their rules show. */
public final class ProgrammePages {

    private ProgrammePages() {}

    /** A programme with the rule that holds this year. @param rule null for none */
    public record Line(Programme programme, Programme.Rule rule) {

        public String path() {
            return "/programmes/" + programme.id();
        }
    }

    public record ListPage(int year, List<Line> lines) {}

    /** A programme. @param rules newest first @param holding the one that holds this year; null for none @param firstFree the first year for which a rule may be set */
    public record RecordPage(Programme programme, int year, List<Programme.Rule> rules, Programme.Rule holding, int firstFree, boolean maySet, RuleForm form, List<Choice> counted, List<Choice> papers, List<Choice> bodies,
                             List<Timeline.Step> timeline, Faults faults) {

        public String path() {
            return "/programmes/" + programme.id();
        }
    }
}
