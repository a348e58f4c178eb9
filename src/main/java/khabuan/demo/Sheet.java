package khabuan.demo;

/** A kind of line in the ledger, in the order in which lines of one day are entered. */
enum Sheet {
    UNIT("unit", "code, district_code"),
    UNIT_FORM("unit_form", "unit_code, type, name_th"),
    UNIT_TAMBON("unit_tambon", "unit_code, tambon_code, partly"),
    VILLAGE("village", "unit_code, number, name_th"),
    AGREEMENT("agreement", "fiscal_year"),
    HEADING("agreement_heading", "id, fiscal_year, parent_id, kind, number, title, position"),
    INDICATOR("indicator", "id, fiscal_year, heading_id, part_of, code, number, title, criteria, position, measuring, unit, decimals, base, owner, opdc, pass_at, pass_by, source, measure_code, in_hand_code, remark"),
    TARGET("indicator_target", "indicator_id, quarter, place, amount, words"),
    SIGNING("update agreement a set signed_on = s.day from signing s where a.fiscal_year = s.year", "signing", "year int, day date"),
    ADJUSTMENT("target_adjustment", "id, fiscal_year, decided_on, body, reason"),
    MOVEMENT("target_movement", "adjustment_id, indicator_id, quarter, place, amount"),
    FILE("file", "id, sha256, name, media_type, bytes"),
    COUNCIL("council", "id, code, unit_code, name, registered_on, surplus"),
    TERM("council_term", "id, council_id, number, selected_on, reviewed_on"),
    WELFARE_FUND("welfare_fund", "id, code, unit_code, name, founded_on"),
    WELFARE_VISIT("welfare_visit", "fund_id, visited_on, visited_by, met"),
    WELFARE_STATEMENT("welfare_statement", """
            id, fund_id, fiscal_year, quarter, as_of, members, working, young, elderly, disadvantaged, other, villages, committee, from_members, from_local, from_codi, from_state, from_other, from_donations, reason,
            recorded_name, recorded_on, certified_name, certified_on"""),
    WELFARE_BENEFIT("welfare_benefit", "id, statement_id, kind, recipients, amount"),
    WELFARE_ATTESTATION("welfare_attestation", "fund_id, fiscal_year, criterion_id, met_on, recorded_name, recorded_on, certified_name, certified_on"),
    WELFARE_MERGER("update welfare_fund f set merged_into = m.survivor from fund_merger m where f.id = m.id", "fund_merger", "id bigint, survivor bigint", "welfare-fund.merge"),
    PERSON("person", "id, unit_code, full_name"),
    MEMBER("council_member", "id, council_id, person_id, class, village, gender, selected_on"),
    ORGANISATION("organisation", "id, code, unit_code, council_id, name, kind, registered_on, members, activities"),
    SIGHTING("organisation_sighting", "organisation_id, seen_on, seen_by, existing"),
    ORGANISATION_CERTIFICATION("organisation_certification", "organisation_id, fiscal_year, certified_on"),
    SIGNATORY("certificate_signatory", "region_code, full_name, title, acting_for, from_date"),
    LETTER("letter", "record_kind, record_id, region_code, fiscal_year, named, issued_on"),
    EVIDENCE("evidence", "record_kind, record_id, kind, fiscal_year, file_id, attached_on"),
    EDITION_PUBLICATION("update instrument_edition e set published_on = p.day from publication p where e.id = p.id", "publication", "id bigint, day date"),
    ASSESSMENT("assessment", "id, instrument_id, edition_id, council_id, unit_code, fiscal_year, assessor, assessed_on, respondents, submitted_on, verified_on, score, level_code"),
    ASSESSMENT_ANSWER("assessment_answer", "id, assessment_id, item_id, value"),
    ASSESSMENT_PART("assessment_part", "assessment_id, dimension_id, score"),
    RESULT("indicator_result", "id, indicator_id, quarter, place, amount, recorded_name, recorded_on, certified_name, certified_on, returned_because"),
    RESULT_CORRECTION("update indicator_result r set amount = c.amount, recorded_on = c.day, certified_on = c.day from result_correction c where r.id = c.id", "result_correction", "id bigint, amount numeric, day date"),
    STORY("indicator_story", "indicator_id, quarter, place, done, breakdown, example, outcome, problem, next_step"),
    MEETING("council_meeting", "council_id, held_on, subject, attendance"),
    MISSION("council_mission", "council_id, fiscal_year, mission, done_on"),
    CERTIFICATION("council_certification", "council_id, fiscal_year, certified_on"),
    TERM_REVIEW("update council_term t set reviewed_on = s.day from review s where t.id = s.id", "review", "id bigint, day date"),
    TERM_REVIEW_MISTAKEN("update council_term t set reviewed_on = null from mistaken s where t.id = s.id", "mistaken", "id bigint"),
    TERM_WITHDRAWAL("update council_term t set withdrawn_because = s.reason from withdrawal s where t.id = s.id", "withdrawal", "id bigint, reason text"),
    FRAME("frame", "id, budget_year, programme, office"),
    FRAME_BASIS("frame_basis", "frame_id, basis, amount"),
    JOURNAL_ENTRY("journal_entry", "id, book_id, day, act, subject_kind, subject_id, memo"),
    POSTING("""
            insert into ledger_account (book_id, code, fund, budget_year, programme, office, record_id)
              select distinct b.id, w.code, w.fund, w.year, w.programme, w.office, w.record from posting_waiting w join ledger_book b on b.code = w.book on conflict do nothing;
            insert into posting (entry_id, line, account_id, day, amount) select w.entry, w.line, a.id, w.day, w.amount from posting_waiting w join ledger_book b on b.code = w.book
              join ledger_account a on a.book_id = b.id and a.code = w.code and a.fund = w.fund and a.budget_year = w.year and a.programme = w.programme and a.office = w.office and a.record_id = w.record""",
            "posting_waiting", "entry bigint, line int, day date, amount bigint, book text, code text, fund text, year int, programme text, office text, record bigint"),
    VOUCHER("voucher", "id, book_id, day, memo, written_on, posted_on, entry_id"),
    VOUCHER_LINE("voucher_line", "voucher_id, line, code, fund, amount"),
    BUDGET_MOVEMENT("budget_movement", "id, budget_year, act, fund, category, from_frame, to_frame, amount, decided_on, body, reason, entry_id"),
    PROJECT("project", "id, code, frame_id, unit_code, council_id, fund_id, title, state"),
    PROJECT_PLAN("project_plan", "id, project_id, edition, objectives, results, indicator_code, counted, counted_of, amount, starts_on, ends_on, in_force_on"),
    PROJECT_LINE("project_line", "plan_id, kind, number, title, partner, amount, due_on"),
    SUBSIDY_ROUND("subsidy_round", "id, fiscal_year, number, opens_on, closes_on, per_member, fresh_days"),
    SUBSIDY_REQUEST("subsidy_request", "round_id, fund_id, basis, statement_id, counted_on, members, asked, counted, per_member, amount, asked_on, asked_name, proposed, proposed_on, proposed_name, project_id"),
    COMMITTEE_MEETING("committee_meeting", "id, body, office, fiscal_year, number, held_on, venue, chair, closed_on"),
    COMMITTEE_ITEM("committee_item", "meeting_id, position, plan_id, decision, resolution, amount"),
    PROJECT_STEP("project_step", "project_id, state, on_date, body, resolution, taken_name, meeting_id"),
    PROJECT_STATE("update project p set state = s.state from (select distinct on (id) id, state from project_state order by id, day desc, place desc) s where p.id = s.id", "project_state", "id bigint, state text, day date, place int"),
    PROJECT_PLAN_IN_FORCE("update project_plan p set in_force_on = s.day from plan_consent s where p.id = s.id", "plan_consent", "id bigint, day date"),
    PAYEE("payee", "id, owner_kind, owner_id, name, bank, account_number"),
    INSTALMENT("instalment", "id, project_id, number, amount, due_on"),
    INSPECTION("inspection", "instalment_id, held_on, inspectors, passed, note"),
    PAYMENT_BATCH("payment_batch", "id, message_id, made_on, released_on"),
    PAYMENT("payment", "id, subject_kind, subject_id, payee_id, amount, purpose, batch_id, issued_on, entry_id, settled_on"),
    PAYMENT_REQUEST("payment_request", "instalment_id, requested_on, requested_by, checked_on, checked_by, approved_on, approved_by, payment_id"),
    ADVANCE("advance", "id, code, frame_id, office, borrower, purpose, amount, asked_on, asked_by, due_on, approved_on, approved_by, payment_id"),
    ADVANCE_CLEARING("advance_clearing", "advance_id, kind, cleared_on, amount, note, entry_id, cleared_by"),
    ADVANCE_CLEARED("update advance v set cleared_on = s.day from advance_end s where v.id = s.id", "advance_end", "id bigint, day date"),
    PROJECT_RETURN("project_return", "project_id, returned_on, amount, reason, entry_id"),
    EXPENDITURE("expenditure", "id, frame_id, office, spent_on, amount, purpose, entry_id"),
    MEMBER_END("update council_member m set ended_on = s.day from member_end s where m.id = s.id", "member_end", "id bigint, day date");

    /** The COPY of its lines. */
    final String copy;
    /** What makes the table that the lines wait in, when they change records that stand; null when they are records themselves. */
    final String waitingTable;
    /** What is done with the lines that wait. */
    final String done;
    final String emptied;
    /** What is done when they are entered, as the log calls it. */
    final String act;

    Sheet(String table, String columns) {
        boolean guarded = table.equals("person");
        copy = "copy %s (%s) from stdin".formatted(guarded ? "person_waiting" : table, columns);
        waitingTable = guarded ? "create temp table person_waiting (id bigint, unit_code text, full_name text) on commit drop" : null;
        done = guarded ? "insert into person (id, unit_code, full_name) select id, unit_code, full_name from person_waiting" : null;
        emptied = guarded ? "truncate person_waiting" : null;
        act = "demo.load";
    }

    Sheet(String update, String table, String columns) {
        this(update, table, columns, "demo.load");
    }

    Sheet(String update, String table, String columns, String act) {
        copy = "copy %s from stdin".formatted(table);
        waitingTable = "create temp table %s (%s) on commit drop".formatted(table, columns);
        done = update;
        emptied = "truncate " + table;
        this.act = act;
    }
}
