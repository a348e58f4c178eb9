package khabuan.registry.organisation;

import java.util.List;
import khabuan.base.intake.Check;
import khabuan.base.intake.Column;
import khabuan.base.intake.Column.Type;
import khabuan.base.intake.RowIntake;
import org.springframework.stereotype.Component;

/** Files of existence checks (สถานะคงอยู่): a row speaks of what somebody saw of an organisation on a day. */
@Component
class SightingsIntake implements RowIntake {

    @Override
    public String word() {
        return "sightings";
    }

    @Override
    public String room() {
        return "organisation";
    }

    @Override
    public String table() {
        return "organisation_sighting";
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.required("organisation", Type.TEXT, "100001"), Column.required("seen_on", Type.DATE, "15 มี.ค. 2562"),
                Column.required("seen_by", Type.TEXT, "บุญมี ดวงจันทร์"), Column.required("existing", Type.YES_NO, "คงอยู่"), Column.optional("note", Type.TEXT, "พบประธานกลุ่ม"));
    }

    @Override
    public String reading() {
        return """
                select f.*, t.id as record_id, o.id as organisation_id, o.unit_code as organisation_unit, o.registered_on as organisation_registered_on
                from intake_file f left join organisation o on o.code = f.organisation
                left join (select min(id) as id, organisation_id, seen_on, seen_by from organisation_sighting group by 2, 3, 4) t
                  on t.organisation_id = o.id and t.seen_on = f.seen_on and t.seen_by = f.seen_by""";
    }

    @Override
    public List<Written> writing() {
        return List.of(Written.of("organisation_id", "null"), Written.of("seen_on", "null"), Written.of("seen_by", "null"), Written.of("existing", "null"), Written.of("note", "''"));
    }

    @Override
    public List<List<String>> once() {
        return List.of(List.of("seen_on", "organisation_id", "seen_by"));
    }

    @Override
    public List<Check> checks() {
        return List.of(Check.known("organisation", "s.organisation_id"), Check.reach("organisation", "s.organisation_unit"),
                Check.of("seen_on", OrganisationRefusal.DAY_IN_FUTURE, "s.seen_on > :today"),
                Check.of("seen_on", OrganisationRefusal.DAY_BEFORE_REGISTRATION, "s.seen_on < s.organisation_registered_on"));
    }
}
