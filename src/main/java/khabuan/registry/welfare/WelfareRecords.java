package khabuan.registry.welfare;

import java.util.List;
import java.util.Map;
import java.util.Set;
import khabuan.base.access.Right;
import khabuan.base.duplicate.DuplicateKind;
import khabuan.base.duplicate.DuplicateKind.Manner;
import khabuan.base.duplicate.DuplicateKind.Told;
import khabuan.base.duplicate.Hindrance;
import khabuan.base.duplicate.Moving;
import khabuan.base.evidence.Evidence;
import khabuan.base.evidence.EvidenceOwner;
import khabuan.base.evidence.EvidencePanels;
import khabuan.base.record.Belonging;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What belongs to a fund and how it is told, proven, compared and merged. */
@Configuration
class WelfareRecords {

    /** The regulations; the one-page file of what it knows and plans; the report of the year; the minutes of elections. */
    private static final List<String> PAPERS = List.of(Regulations.PAPER, "one-page", "report", "visit-photo", FundCommittees.MINUTES);

    @Bean
    EvidenceOwner fundPapers() {
        return new EvidenceOwner(Fund.KIND, "welfare", "welfare_fund", PAPERS, Set.of("one-page", "report"), "welfare.evidence.", "/funds/{id}", Set.of("visit-photo", FundCommittees.MINUTES));
    }

    @Bean
    EvidencePanels fundPapersPanel(Evidence evidence, EvidenceOwner fundPapers) {
        return new EvidencePanels(evidence, fundPapers);
    }

    @Bean
    static Belonging statementsOfFund() {
        return new Belonging(Fund.KIND, "welfare_statement", "t.fund_id = :id", "t.fiscal_year || '/' || t.quarter", "fund_id", "recorded_by", "certified_by", "fiscal_year", "quarter");
    }

    @Bean
    static Belonging visitsOfFund() {
        return new Belonging(Fund.KIND, "welfare_visit", "t.fund_id = :id", "t.visited_on::text", "fund_id");
    }

    @Bean
    static Belonging attestationsOfFund() {
        return new Belonging(Fund.KIND, "welfare_attestation", "t.fund_id = :id", "(select c.code from welfare_criterion c where c.id = t.criterion_id)", "fund_id", "criterion_id", "recorded_by", "certified_by");
    }

    @Bean
    static Belonging electionsOfFund() {
        return new Belonging(Fund.KIND, "welfare_election", "t.fund_id = :id", "t.elected_on::text", "fund_id");
    }

    @Bean
    static Belonging regulationsOfFund() {
        return new Belonging(Fund.KIND, "welfare_regulation", "t.fund_id = :id", "t.from_date::text", "fund_id", "file_id");
    }

    @Bean
    static Belonging subsidyRequestsOfFund() {
        return new Belonging(Fund.KIND, "subsidy_request", "t.fund_id = :id", "(select r.number || '/' || r.fiscal_year from subsidy_round r where r.id = t.round_id)", "round_id", "fund_id", "statement_id", "project_id", "asked_by", "proposed_by", "per_member", "basis", "ended_as");
    }

    /** The survivor keeps its own request where both ask in a round. */
    @Bean
    static Moving subsidyRequestsOfDuplicateFund() {
        return new Moving(Fund.KIND, "subsidy_request", "fund_id", "true", "s.round_id = m.round_id and s.ended_on is null and m.ended_on is null");
    }

    @Bean
    static Moving subsidyListsOfDuplicateFund() {
        return new Moving(Fund.KIND, "subsidy_listed", "fund_id", "true", "s.round_id = m.round_id and s.person_id = m.person_id");
    }

    @Bean
    static DuplicateKind duplicateFunds() {
        var usual = new Told(null, "r.name", "r.code", "r.founded_on", "r.ended_on is null", "name", n -> n, n -> n, Right.RECORD, true);
        return new DuplicateKind(Fund.KIND, "welfare", Manner.NAMES, "''", "null::int", List.of("name", "unit_code", "founded_on"), Map.of(), usual);
    }

    /** The survivor keeps its own statement where both have one for a quarter. */
    @Bean
    static Moving statementsOfDuplicateFund() {
        return new Moving(Fund.KIND, "welfare_statement", "fund_id", "true", "s.fiscal_year = m.fiscal_year and s.quarter = m.quarter");
    }

    @Bean
    static Moving visitsOfDuplicateFund() {
        return new Moving(Fund.KIND, "welfare_visit", "fund_id", "true", "s.visited_on = m.visited_on and s.visited_by = m.visited_by");
    }

    @Bean
    static Moving attestationsOfDuplicateFund() {
        return new Moving(Fund.KIND, "welfare_attestation", "fund_id", "true", "s.fiscal_year = m.fiscal_year and s.criterion_id = m.criterion_id");
    }

    /** The committee of the survivor's own election stays where both were elected on one day. */
    @Bean
    static Moving electionsOfDuplicateFund() {
        return new Moving(Fund.KIND, "welfare_election", "fund_id", "true", "s.elected_on = m.elected_on");
    }

    @Bean
    static Moving officesOfDuplicateFund() {
        return new Moving(Fund.KIND, "welfare_office", "fund_id", "true", "s.elected_on = m.elected_on");
    }

    @Bean
    static Moving accountsOfDuplicateFund() {
        return new Moving(Fund.KIND, "welfare_account", "fund_id", "true", "s.number_hash = m.number_hash");
    }

    @Bean
    static Moving regulationsOfDuplicateFund() {
        return new Moving(Fund.KIND, "welfare_regulation", "fund_id", "true", "s.from_date = m.from_date");
    }

    @Bean
    static Moving unitsOfDuplicateFund() {
        return new Moving(Fund.KIND, "welfare_fund_unit", "fund_id", "true", "s.unit_code = m.unit_code");
    }

    /** What members paid is only added to, and their numbers are the register's: a fund with members or money in its books stays. */
    @Bean
    static Hindrance booksOfDuplicateFund() {
        return new Hindrance(Fund.KIND, """
                exists (select from welfare_member m where m.fund_id = l.id and m.left_on is null) or exists (
                  select from ledger_month t join ledger_account a on a.id = t.account_id join ledger_book b on b.id = a.book_id where b.code = 'fund-' || l.id and a.code in ('W110', 'W120') group by a.id having sum(t.amount) <> 0)""", WelfareRefusal.BOOKS_STAY);
    }

    @Bean
    static Moving evidenceOfDuplicateFund() {
        return new Moving(Fund.KIND, "evidence", "record_id", "m.record_kind = 'welfare-fund'", "s.record_kind = m.record_kind and s.kind = m.kind and s.fiscal_year is not distinct from m.fiscal_year and s.file_id = m.file_id");
    }
}
