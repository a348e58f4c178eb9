package khabuan.registry.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khabuan.base.page.Choice;
import khabuan.base.page.Faults;
import khabuan.base.page.Pager;
import khabuan.base.place.Place;
import khabuan.base.record.Timeline;
import khabuan.registry.assessment.Assessments.Answer;

/** What the pages of assessments show. */
public final class AssessmentPages {

    private AssessmentPages() {}

    /** @param levels of the chosen instrument */
    public record ListPage(AssessmentFilter filter, List<AssessmentList.Line> lines, Pager pager, List<Choice> instruments, List<Choice> levels, List<Place> places, boolean mayRecord) {}

    /** The form that begins an assessment.
     *  @param subject what is assessed, "council:12"; "" while it is to be chosen, of which a survey is
     *  @param title its name; "" for none
     *  @param instruments those that grade such subjects, and surveys for the centre */
    public record BeginPage(String subject, String title, BeginForm form, List<Choice> instruments, List<String> assessors, Faults faults) {}

    /** As it was typed. */
    public record BeginForm(String key, String subject, String instrument, String year, String assessor, String assessedOn, String respondents) {

        public BeginForm {
            key = text(key);
            subject = text(subject);
            instrument = text(instrument);
            year = text(year);
            assessor = text(assessor);
            assessedOn = text(assessedOn);
            respondents = text(respondents);
        }

        private static String text(String value) {
            return value == null ? "" : value.strip();
        }
    }

    /** The answers as a form shows them.
     *  @param typed the values and notes as they were typed, by field; empty for those that are kept */
    public record AnswersPage(Assessment assessment, Edition edition, Map<Long, Answer> answers, Map<String, String> typed, String key, Faults faults, Scoring.Result result) {

        public String value(Edition.Item item) {
            var kept = answers.get(item.id()).value();
            return typed.getOrDefault("item-" + item.id(), kept == null ? "" : kept.stripTrailingZeros().toPlainString());
        }

        public String note(Edition.Item item) {
            return typed.getOrDefault("note-" + item.id(), answers.get(item.id()).note());
        }
    }

    /** One assessment. @param columns beside it: the others of the same subject and instrument, this one first; @param dimensions the names of all their dimensions
     *  @param result what the answers give now */
    public record RecordPage(Assessment assessment, Edition edition, Map<Long, Answer> answers, Scoring.Result result, List<Place> path, List<Column> columns, List<String> dimensions,
                             boolean mayAnswer, boolean mayJudge, boolean isOwn, String key, String reason, Faults faults, List<Timeline.Step> timeline, Set<Long> unproved) {}

    /** An assessment beside another. @param level its name; "" for none @param parts by the name of the dimension */
    public record Column(Assessment assessment, String level, Map<String, BigDecimal> parts) {}

    /** An item of an assessment with its files. */
    public record ItemPage(Assessment assessment, Edition edition, Edition.Item item, Answer answer, List<gg.jte.Content> panels) {}

    /** The assessments of a subject, or of the subjects of a unit. @param rows the newest first, one for each instrument, subject, year and assessor */
    public record Panel(List<Row> rows, String beginPath) {

        /** @param before what the same assessor found the last time; null for none; @param levelBefore the name of its level */
        public record Row(Assessment assessment, String level, boolean passing, Map<String, BigDecimal> parts, Assessment before, String levelBefore) {

            /** How many points more than before; null where one of the two has no score. */
            public BigDecimal change() {
                return before == null || before.score() == null || assessment.score() == null ? null : assessment.score().subtract(before.score());
            }
        }
    }
}
