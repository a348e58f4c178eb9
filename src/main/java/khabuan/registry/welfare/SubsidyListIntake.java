package khabuan.registry.welfare;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import khabuan.base.intake.Check;
import khabuan.base.intake.Column;
import khabuan.base.intake.Column.Type;
import khabuan.base.intake.LineFault;
import khabuan.base.intake.Order;
import khabuan.base.intake.RowIntake;
import khabuan.base.person.NationalId;
import khabuan.base.person.PersonKey;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Lists of the members of a fund that keeps no books here, for a round of subsidies. Each is a person by the national ID number, which is encrypted and found by its keyed hash; who is known already, in whatever place, is that person. */
@Component
class SubsidyListIntake implements RowIntake {

    private final JdbcTemplate jdbc;
    private final PersonKey key;

    SubsidyListIntake(JdbcTemplate jdbc, PersonKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    @Override
    public String word() {
        return "subsidy-members";
    }

    @Override
    public String room() {
        return "welfare";
    }

    @Override
    public boolean isPersonal() {
        return true;
    }

    @Override
    public String table() {
        return "subsidy_listed";
    }

    @Override
    public long lock() {
        return Funds.LOCK;
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.required("fund", Type.TEXT, "10001"), Column.required("round", Type.TEXT, "2/2562"), Column.required("full_name", Type.TEXT, "นางคำปุ่น สีหาราช"), Column.required("national_id", Type.TEXT, "1-1037-02071-81-1"));
    }

    /** The number's hash and cipher, and the person, are filled in by {@link #judge}. */
    @Override
    public String reading() {
        return """
                select f.*, w.id as fund_id, w.unit_code as fund_unit, w.books_since, w.ended_on as fund_ended, w.merged_into as fund_merged, r.id as round_id, r.ended_on as round_ended, r.opens_on, r.closes_on,
                  exists (select from subsidy_request q where q.round_id = r.id and q.fund_id = w.id and q.ended_on is null) as asked, null::bigint as record_id, null::bigint as person_id, null::bytea as hash, null::bytea as cipher, false as is_new
                from intake_file f left join welfare_fund w on w.code = f.fund left join subsidy_round r on f.round = r.number || '/' || r.fiscal_year""";
    }

    @Override
    public List<Written> writing() {
        return List.of(Written.of("round_id", "null"), Written.of("fund_id", "null"), Written.of("person_id", "null"));
    }

    @Override
    public List<Check> checks() {
        return List.of(Check.known("fund", "s.fund_id"), Check.reach("fund", "s.fund_unit"), Check.of("fund", WelfareRefusal.NOT_IN_FORCE, "s.fund_ended is not null or s.fund_merged is not null"),
                Check.of("fund", WelfareRefusal.LISTED_BY_BOOKS, "s.books_since is not null"), Check.known("round", "s.round_id"),
                Check.of("round", WelfareRefusal.ROUND_NOT_OPEN, "s.round_id is not null and (s.round_ended is not null or :today not between s.opens_on and s.closes_on)"), Check.of("round", WelfareRefusal.LISTED_TOO_LATE, "s.asked"));
    }

    /** Reads the numbers; who has one twice in a file, or one that can't be, is told by the line and never by the number. */
    @Override
    public List<LineFault> judge(Order order) {
        var faults = new ArrayList<LineFault>();
        var sound = new ArrayList<Object[]>();
        jdbc.query("select s.line, s.national_id from intake_row s where " + SOUND + " order by s.line", r -> {
            int line = r.getInt(1);
            NationalId.parse(r.getString(2)).ifPresentOrElse(id -> sound.add(new Object[] {key.find(id.digits()), key.encrypt("national_id", id.digits()), line}),
                    () -> faults.add(new LineFault(line, "national_id", WelfareRefusal.NATIONAL_ID_WRONG.key())));
        });
        jdbc.batchUpdate("update intake_row set hash = ?, cipher = ?, national_id = null where line = ?", sound, new int[] {Types.BINARY, Types.BINARY, Types.INTEGER});
        jdbc.update("update intake_row set person_id = person_of_hash(hash) where hash is not null");
        jdbc.update("update intake_row set person_id = nextval('record_number'), is_new = true where hash is not null and person_id is null");
        jdbc.update("update intake_row s set person_id = m.first from (select hash, min(person_id) as first from intake_row where is_new group by 1) m where s.is_new and s.hash = m.hash");
        jdbc.update("update intake_row s set record_id = l.id from subsidy_listed l where l.round_id = s.round_id and l.fund_id = s.fund_id and l.person_id = s.person_id");
        jdbc.query("select s.line, min(s.line) over (partition by s.fund_id, s.round_id, s.hash) from intake_row s where s.hash is not null", r -> {
            if (r.getInt(1) > r.getInt(2)) faults.add(new LineFault(r.getInt(1), "national_id", "intake.fault.row-twice", r.getString(2)));
        });
        return faults;
    }

    @Override
    public List<String> before() {
        return List.of("""
                insert into person (id, unit_code, full_name, national_id_cipher, national_id_hash)
                select distinct on (s.hash) s.person_id, s.fund_unit, btrim(s.full_name), s.cipher, s.hash from intake_row s where s.is_new and s.hash is not null and %s order by s.hash, s.line""".formatted(SOUND));
    }
}
