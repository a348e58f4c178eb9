package khabuan.registry.council;

import gg.jte.Content;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import khabuan.base.calendar.FiscalYear;
import khabuan.base.place.Place;
import khabuan.base.record.Timeline;

/** The page of one council.
 *  @param path the places above it and its unit
 *  @param year the fiscal year that works, verdicts and certification are shown of
 *  @param knownOn shown as it was known at the end of that day; null for the present
 *  @param other the council in force in the unit, when this one is surplus or merged; null otherwise */
public record CouncilPage(Council council, List<Place> path, FiscalYear year, List<Integer> years, LocalDate today, LocalDate knownOn, Council other,
                          List<Attachment> attachments, List<CouncilRules.Verdict> verdicts, List<Council.Term> terms, List<Members.Member> members, List<Members.Member> former,
                          List<Council.Meeting> meetings, Map<Integer, Council.Mission> missions, List<Works.Certification> certifications,
                          List<Timeline.Step> steps, List<Content> panels, Rights may) {

    /** A file of evidence. @param year null when it belongs to no year */
    public record Attachment(String kind, Integer year, String file, LocalDate attachedOn) {}

    /** What the reader may do here. */
    public record Rights(boolean record, boolean certify, boolean readNames) {}

    public boolean isDocumented() {
        return missingDocuments().isEmpty();
    }

    /** Of จส.02 and จส.03, what is not attached. */
    public List<String> missingDocuments() {
        return Council.REGISTRATION_DOCUMENTS.stream().filter(kind -> attachments.stream().noneMatch(a -> a.kind().equals(kind))).sorted().toList();
    }

    /** The term that runs or waits for its review; null when there is none. */
    public Council.Term openTerm() {
        return terms.stream().filter(t -> t.reviewedOn() == null).findFirst().orElse(null);
    }

    /** The reviewed terms whose review lacks papers. */
    public List<Council.Term> termsWithoutPapers() {
        return terms.stream().filter(t -> !t.missingPapers().isEmpty()).toList();
    }

    public boolean isTermDue() {
        return openTerm() != null && openTerm().isDue(today);
    }

    public Works.Certification certification() {
        return certifications.stream().filter(k -> k.year().equals(year)).findFirst().orElse(null);
    }

    /** Whether there is anything for a recorder to do. */
    public boolean isWanting() {
        return !isDocumented() || isTermDue() || !termsWithoutPapers().isEmpty() || members.isEmpty() || verdicts.stream().anyMatch(v -> !v.isMet()) || certification() == null;
    }

    public Map<String, Long> memberCounts() {
        return members.stream().collect(Collectors.groupingBy(Members.Member::memberClass, Collectors.counting()));
    }

    public boolean isEditable() {
        return knownOn == null && may.record() && council.isInForce();
    }

    public boolean isCertifiable() {
        return knownOn == null && may.certify() && council.isInForce();
    }

    /** The files of a mission's year and the council's own, for the evidence beside them. */
    public List<Attachment> attachmentsOfYear() {
        return Stream.concat(attachments.stream().filter(a -> a.year() == null), attachments.stream().filter(a -> a.year() != null && a.year() == year.year())).toList();
    }
}
