package khabuan.base.gazetteer;

import java.util.List;
import khabuan.base.intake.RowIntake;

/** What a row of a list of units becomes, in SQL. */
final class UnitRows {

    private UnitRows() {}

    /** Beside the row: seat and within, the codes of district and province (a list may name several districts: the first is the seat); since, the day from which it holds;
     *  was_…, the form that stands; step, what becomes of it; covers and covered, the tambons in the list and in the register; north and east, the point when it lies in the country. */
    static final String READING = """
            select r.*,
                   case when r.was_from is null then 'new'
                        when r.type = r.was_type and r.name_th = r.was_name then case when r.name_en is distinct from r.was_name_en and r.name_en is not null then 'correct' else 'same' end
                        when r.type <> r.was_type and r.since is null then 'since'
                        when r.since is null or r.since = r.was_from then 'correct'
                        when r.since < r.was_from then 'too-early' else 'next' end as step,
                   case when r.lat between 5 and 21 and r.lon between 97 and 106 then r.lat when r.lon between 5 and 21 and r.lat between 97 and 106 then r.lon end as north,
                   case when r.lat between 5 and 21 and r.lon between 97 and 106 then r.lon when r.lon between 5 and 21 and r.lat between 97 and 106 then r.lat end as east
            from (select f.*, t.id as record_id, coalesce(d.code, m.code) as seat, p.code as within, t.district_code as was_seat,
                         n.type as was_type, n.name_th as was_name, n.name_en as was_name_en, n.from_date as was_from, n.type || n.name_th as was_title, c.covered,
                         case when t.id is null and not exists (select from unit) then f.valid_from else coalesce(f.valid_from, :from) end as since,
                         (select array_agg(k.code || case when k.partly then 'p' else 'c' end order by k.code)
                          from (select left(w, 6) as code, bool_or(w like '%:p') as partly from regexp_split_to_table(f.tambons_covered, '[\\s,;]+') w where w ~ '^\\d{6}' group by 1) k) as covers
                  from intake_file f
                  left join unit t on t.code = f.code
                  left join unit_form n on n.unit_code = f.code and n.until_date is null
                  left join (select unit_code, array_agg(tambon_code || case when partly then 'p' else 'c' end order by tambon_code) as covered from unit_tambon group by unit_code) c
                    on c.unit_code = f.code
                  left join province p on p.code = f.province_code or p.name_th = regexp_replace(f.province_code, '^(จังหวัด|จ\\.)\\s*', '')
                  left join district d on d.code = substring(f.district_code from '^\\s*(\\d{4})(?!\\d)')
                  left join district m on m.province_code = p.code
                    and m.name_th = regexp_replace(regexp_replace(f.district_code, '^(อำเภอ|อ\\.|เขต)\\s*', ''), '^เมือง$', 'เมือง' || p.name_th)) r""";

    private static final String SOUND = RowIntake.SOUND;

    /** Forms and tambons follow the rows. */
    static final List<String> AFTER = List.of(
            """
            insert into place_alias (level, place_code, alias) select 'unit', s.code, s.was_title from intake_row s where s.step = 'next' and %s on conflict do nothing""".formatted(SOUND),
            """
            update unit_form n set until_date = s.since from intake_row s where n.unit_code = s.code and n.until_date is null and s.step = 'next' and %s""".formatted(SOUND),
            """
            insert into unit_form (unit_code, type, name_th, name_en, from_date)
            select s.code, s.type, s.name_th, coalesce(s.name_en, s.was_name_en, ''), coalesce(s.since, '1900-01-01') from intake_row s where s.step in ('new', 'next') and %s""".formatted(SOUND),
            """
            update unit_form n set type = s.type, name_th = s.name_th, name_en = coalesce(s.name_en, n.name_en)
            from intake_row s where n.unit_code = s.code and n.until_date is null and s.step = 'correct' and %s""".formatted(SOUND),
            """
            delete from unit_tambon c using intake_row s where c.unit_code = s.code and s.covers is not null
            and not (c.tambon_code || 'p' = any (s.covers) or c.tambon_code || 'c' = any (s.covers)) and %s""".formatted(SOUND),
            """
            insert into unit_tambon (unit_code, tambon_code, partly)
            select s.code, left(k, 6), k like '%%p' from intake_row s cross join unnest(s.covers) k where s.covers is distinct from s.covered and %s
            on conflict (unit_code, tambon_code) do update set partly = excluded.partly""".formatted(SOUND));
}
