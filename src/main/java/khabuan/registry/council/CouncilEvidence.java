package khabuan.registry.council;

import java.util.List;
import java.util.Set;
import khabuan.base.evidence.Evidence;
import khabuan.base.evidence.EvidenceOwner;
import khabuan.base.evidence.EvidencePanels;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The papers that a council bears: those of its registration, and the three files of the capacity test of a year. */
@Configuration
class CouncilEvidence {

    @Bean
    static EvidenceOwner councilPapers() {
        return new EvidenceOwner("council", "council", "council", List.of("js02", "js03", "problem-report", "letter-copy", "follow-up"),
                Set.of("problem-report", "letter-copy", "follow-up"), "council.evidence.", "/councils/{id}");
    }

    @Bean
    EvidencePanels councilPapersPanel(Evidence evidence, EvidenceOwner councilPapers) {
        return new EvidencePanels(evidence, councilPapers);
    }
}
