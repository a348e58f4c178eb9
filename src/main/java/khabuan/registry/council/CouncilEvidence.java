package khabuan.registry.council;

import java.util.List;
import java.util.Set;
import khabuan.base.evidence.Evidence;
import khabuan.base.evidence.EvidenceOwner;
import khabuan.base.evidence.EvidencePanels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The papers that a council bears: those of its registration, the three files of the capacity test of a year,
 *  and those of the reviews of its terms. */
@Configuration
class CouncilEvidence {

    @Bean
    static EvidenceOwner councilPapers() {
        return new EvidenceOwner("council", "council", "council", List.of("js02", "js03", "problem-report", "letter-copy", "follow-up"),
                Set.of("problem-report", "letter-copy", "follow-up"), "council.evidence.", "/councils/{id}");
    }

    /** The papers by which a term was reviewed, borne by the term that ended. */
    @Bean
    static EvidenceOwner termPapers() {
        return new EvidenceOwner("council-term", "council", "(select k.id, o.unit_code from council_term k join council o on o.id = k.council_id)", Council.Term.PAPERS, Set.of(),
                "council.evidence.", "/councils/terms/{id}");
    }

    @Bean
    EvidencePanels termPapersPanel(Evidence evidence, EvidenceOwner termPapers) {
        return new EvidencePanels(evidence, termPapers);
    }

    @Bean
    EvidencePanels councilPapersPanel(Evidence evidence, EvidenceOwner councilPapers) {
        return new EvidencePanels(evidence, councilPapers);
    }
}
