package khabuan.base.record;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** What surveys found. A score lies in no place, and scores of places don't add up to one, so a finding is no {@link Measure}: it is taken as it stands. A room that keeps surveys is a bean of this;
 *  {@code insight.indicator} takes findings as results. */
public interface Findings {

    /** What is asked again and again: a survey, or one of its dimensions.
     *  @param code "client-satisfaction" for the whole, "client-satisfaction/กระบวนการ" for a dimension
     *  @param name in Thai; @param nameEn "" when it has none */
    record Topic(String code, String name, String nameEn) {}

    /** The score of a topic in a fiscal year, of a hundred, as another person than its recorder confirmed it.
     *  @param on the day up to which people were asked
     *  @param respondents how many answered
     *  @param path of the page on which it is broken down */
    record Finding(String topic, int fiscalYear, BigDecimal score, int respondents, LocalDate on, String path) {}

    /** All topics, each survey before its dimensions. */
    List<Topic> topics();

    /** The findings of a fiscal year, one for each topic at most; as they are, or within a moment of {@link Moments} as they were known. */
    List<Finding> of(int fiscalYear);
}
