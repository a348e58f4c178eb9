package khabuan.base.gazetteer;

import java.util.List;

/** What is to be known of a list of units though it is taken as it is, in SQL. */
final class UnitNotes {

    private UnitNotes() {}

    private static final String SHARED_CODE = """
            select min(b.line) filter (where b.line > 0), 'dla_code', case when count(distinct b.called) = 1 then 'gazetteer.note.dla-code-namesakes' else 'gazetteer.note.dla-code' end,
                   array[b.dla_code, count(*)::text, string_agg(b.title, '; ' order by b.code)]
            from (select s.line, s.code, s.dla_code, s.type || s.name_th as called, s.code || ' ' || s.type || s.name_th as title from intake_row s where s.dla_code is not null
                  union all
                  select 0, u.code, u.dla_code, u.title, u.code || ' ' || u.title from (select u.code, u.dla_code, n.title from unit u join unit_now n on n.code = u.code where u.ended_on is null) u
                  where u.dla_code <> '' and not exists (select from intake_row s where s.code = u.code)) b
            group by b.dla_code having count(*) > 1 and max(b.line) > 0""";

    private static final String SEVERAL_DISTRICTS = """
            select s.line, 'district_code', 'gazetteer.note.districts', array[s.district_code, s.seat] from intake_row s where s.seat is not null and s.district_code ~ '\\d{4}\\D+\\d{4}'""";

    private static final String TAMBONS_ELSEWHERE = """
            select s.line, 'district_code', 'gazetteer.note.elsewhere', array[s.type || s.name_th, s.seat]
            from intake_row s where s.seat is not null and s.covers is not null and not exists (select from unnest(s.covers) k where left(k, 4) = s.seat)""";

    private static final String UNKNOWN_TAMBON = """
            select min(s.line), 'tambons_covered', 'gazetteer.note.tambon', array[left(k, 6), string_agg(s.type || s.name_th, ', ' order by s.code)]
            from intake_row s cross join unnest(s.covers) k where not exists (select from tambon t where t.code = left(k, 6)) group by left(k, 6)""";

    private static final String POINT = """
            select s.line, 'lat', case when s.north is null then 'gazetteer.note.point' else 'gazetteer.note.point-turned' end, array[s.lat::text, s.lon::text]
            from intake_row s where num_nonnulls(s.lat, s.lon) > 0 and (s.north, s.east) is distinct from (s.lat, s.lon)""";

    private static final String MOVED = """
            select s.line, 'district_code', 'gazetteer.note.moved', array[s.was_title, s.was_seat, s.seat] from intake_row s where s.was_seat <> s.seat""";

    private static final String CORRECTED = """
            select s.line, 'name_th', 'gazetteer.note.corrected', array[s.was_title, s.type || s.name_th] from intake_row s
            where s.step = 'correct' and (s.type, s.name_th) is distinct from (s.was_type, s.was_name)""";

    private static final String LEFT_OUT = """
            select 0, '', 'gazetteer.note.left-out', array[count(*)::text] from unit u
            where u.ended_on is null and not exists (select from intake_row s where s.code = u.code) having count(*) > 0""";

    static final List<String> ALL = List.of(SHARED_CODE, SEVERAL_DISTRICTS, TAMBONS_ELSEWHERE, UNKNOWN_TAMBON, POINT, MOVED, CORRECTED, LEFT_OUT);
}
