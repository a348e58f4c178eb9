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
    MEMBER_END("update council_member m set ended_on = s.day from member_end s where m.id = s.id", "member_end", "id bigint, day date");

    /** The COPY of its lines. */
    final String copy;
    /** What makes the table that the lines wait in, when they change records that stand; null when they are records themselves. */
    final String waitingTable;
    /** What is done with the lines that wait. */
    final String done;
    final String emptied;

    Sheet(String table, String columns) {
        boolean guarded = table.equals("person");
        copy = "copy %s (%s) from stdin".formatted(guarded ? "person_waiting" : table, columns);
        waitingTable = guarded ? "create temp table person_waiting (id bigint, unit_code text, full_name text) on commit drop" : null;
        done = guarded ? "insert into person (id, unit_code, full_name) select id, unit_code, full_name from person_waiting" : null;
        emptied = guarded ? "truncate person_waiting" : null;
    }

    Sheet(String update, String table, String columns) {
        copy = "copy %s from stdin".formatted(table);
        waitingTable = "create temp table %s (%s) on commit drop".formatted(table, columns);
        done = update;
        emptied = "truncate " + table;
    }
}
