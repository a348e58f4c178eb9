package khabuan.registry.project;

import java.util.List;
import java.util.Set;
import khabuan.base.duplicate.Moving;
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

    /** The kinds of papers that a programme may ask for. */
    static final List<String> PAPERS = List.of("proposal", "contract", "bank-book", "household-list", "resolution", "receipt", "photo", "report", "return-slip");

    private static final String OF_INSTALMENTS = "t.instalment_id in (select i.id from instalment i where i.project_id = :id)", INSTALMENT = "(select i.number::text from instalment i where i.id = t.instalment_id)";

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

    /** A fund that goes into another leaves it what it carries out. */
    @Bean
    static Moving projectsOfDuplicateFund() {
        return new Moving("welfare-fund", "project", "fund_id", "true", "false");
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

    @Bean
    RecordKind programmeKind() {
        return new RecordKind("programme", "programme", "title", "/programmes/{id}", "project");
    }

    @Bean
    Belonging rulesOfProgramme() {
        return new Belonging("programme", "programme_rule", "t.programme = (select code from programme where id = :id)", "t.from_fiscal_year::text", "programme", "from_fiscal_year");
    }

    @Bean
    Belonging linesOfProject() {
        return new Belonging(Projects.KIND, "project_line", "t.plan_id in (select pl.id from project_plan pl where pl.project_id = :id)", "t.number::text", "plan_id", "number");
    }

    @Bean
    Belonging requestsOfProject() {
        return new Belonging(Projects.KIND, "payment_request", OF_INSTALMENTS, INSTALMENT, "instalment_id", "payment_id");
    }

    @Bean
    Belonging inspectionsOfProject() {
        return new Belonging(Projects.KIND, "inspection", OF_INSTALMENTS, INSTALMENT, "instalment_id");
    }

    @Bean
    Belonging paymentsOfProject() {
        return new Belonging(Projects.KIND, "payment", "t.subject_kind = 'project' and t.subject_id = :id", "t.purpose", "subject_kind", "subject_id", "payee_id", "batch_id", "entry_id", "purpose", "replaces");
    }

    /** Without the number: who pays reads it on the page, and that is logged. */
    @Bean
    Belonging payeesOfProject() {
        return new Belonging(Projects.KIND, "payee", "t.owner_kind = 'project' and t.owner_id = :id", "t.name", "owner_kind", "owner_id", "account_number");
    }

    @Bean
    Belonging itemsOfProject() {
        return new Belonging(Projects.KIND, "committee_item", "t.plan_id in (select pl.id from project_plan pl where pl.project_id = :id)", "(select m.number || '/' || m.fiscal_year from committee_meeting m where m.id = t.meeting_id)", "plan_id", "meeting_id", "position", "amount");
    }

    @Bean
    Belonging filesOfProject() {
        return new Belonging(Projects.KIND, "evidence", "t.record_kind = 'project' and t.record_id = :id", "(select f.name from present.file f where f.id = t.file_id)", "record_kind", "record_id", "file_id", "fiscal_year");
    }
}
