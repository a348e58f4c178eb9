package khabuan.registry.project;

import java.util.List;
import java.util.Set;
import khabuan.base.evidence.Evidence;
import khabuan.base.evidence.EvidenceOwner;
import khabuan.base.evidence.EvidencePanels;
import khabuan.base.record.Belonging;
import khabuan.base.record.RecordKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How projects and what belongs to them are named, told of and proven. */
@Configuration
class ProjectEvidence {

    private static final List<String> PAPERS = List.of("proposal", "contract", "bank-book", "household-list", "resolution", "receipt", "photo", "report", "return-slip");

    @Bean
    RecordKind projectKind() {
        return new RecordKind(Projects.KIND, "project", "code || ' ' || title", "/projects/{id}", "project");
    }

    /** The papers of a project: which of them are wanted before a payment, its programme's rule says. */
    @Bean
    EvidenceOwner projectPapers() {
        return new EvidenceOwner(Projects.KIND, "project", "project", PAPERS, Set.of(), "project.evidence.", "/projects/{id}", Set.copyOf(PAPERS));
    }

    @Bean
    EvidencePanels projectPapersPanel(Evidence evidence, EvidenceOwner projectPapers) {
        return new EvidencePanels(evidence, projectPapers);
    }

    @Bean
    RecordKind movementKind() {
        return new RecordKind("budget_movement", "budget_movement", "body", "/budget/movements/{id}", "project");
    }

    /** The paper that bears a decision on the budget. */
    @Bean
    EvidenceOwner movementPapers() {
        return new EvidenceOwner("budget_movement", "project", "(select id, '' as unit_code from budget_movement)", List.of("resolution"), Set.of(), "project.evidence.", "/budget/movements/{id}");
    }

    @Bean
    EvidencePanels movementPapersPanel(Evidence evidence, EvidenceOwner movementPapers) {
        return new EvidencePanels(evidence, movementPapers);
    }

    @Bean
    Belonging projectPlans() {
        return new Belonging(Projects.KIND, "project_plan", "t.project_id = :id", "t.edition::text", "project_id");
    }

    @Bean
    Belonging projectInstalments() {
        return new Belonging(Projects.KIND, "instalment", "t.project_id = :id", "t.number::text", "project_id");
    }

    @Bean
    Belonging projectReturns() {
        return new Belonging(Projects.KIND, "project_return", "t.project_id = :id", "t.returned_on::text", "project_id", "entry_id");
    }
}
