package khabuan.insight.indicator;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import khabuan.base.calendar.FiscalQuarter;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.record.Findings;
import khabuan.base.record.Findings.Finding;
import khabuan.base.record.Findings.Topic;
import khabuan.base.text.Bundles;
import khabuan.base.text.Words;
import org.springframework.stereotype.Component;

/** The surveys whose findings are results of indicators. They belong to the centre, for they lie in no region. */
@Component
class Surveys {

    private final List<Findings> rooms;

    Surveys(List<Findings> rooms) {
        this.rooms = rooms;
    }

    List<Topic> topics() {
        return rooms.stream().flatMap(r -> r.topics().stream()).toList();
    }

    Optional<Topic> topic(String code) {
        return topics().stream().filter(t -> t.code().equals(code)).findFirst();
    }

    static String name(Topic topic, Words words) {
        return topic.nameEn().isEmpty() || words.language().equals(Bundles.THAI) ? topic.name() : topic.nameEn();
    }

    /** The findings of a year by topic; within a moment as they were known. */
    Map<String, Finding> of(int fiscalYear) {
        return rooms.stream().flatMap(r -> r.of(fiscalYear).stream()).collect(Collectors.toMap(Finding::topic, Function.identity()));
    }

    /** Whether a finding is the result of a quarter, as known by a data date: that in which people were asked, the last one when they were asked after the year. */
    static boolean isOf(Finding finding, FiscalQuarter quarter, LocalDate asOf) {
        var end = new FiscalYear(finding.fiscalYear()).end();
        var on = finding.on().isAfter(end) ? end : finding.on();
        return !on.isAfter(asOf) && !on.isBefore(quarter.start()) && !on.isAfter(quarter.end());
    }
}
