package khabuan.registry.organisation;

import java.util.List;
import khabuan.base.access.Right;
import khabuan.base.intake.Check;
import khabuan.base.intake.Column;
import khabuan.base.intake.Column.Type;
import khabuan.base.intake.RowIntake;
import org.springframework.stereotype.Component;

/** Files of certified statuses: a row speaks of the organisation's certification of a fiscal year. */
@Component("organisationCertificationsIntake")
class CertificationsIntake implements RowIntake {

    @Override
    public String word() {
        return "organisation-certifications";
    }

    @Override
    public String room() {
        return "organisation";
    }

    @Override
    public Right needs() {
        return Right.CERTIFY;
    }

    @Override
    public String table() {
        return "organisation_certification";
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.required("organisation", Type.TEXT, "100001"), Column.required("fiscal_year", Type.YEAR, "2562"), Column.required("certified_on", Type.DATE, "31 ส.ค. 2562"));
    }

    @Override
    public String reading() {
        return """
                select f.*, t.id as record_id, o.id as organisation_id, o.unit_code as organisation_unit, o.registered_on as organisation_registered_on,
                       o.ended_on is not null or o.merged_into is not null as organisation_over,
                       (select x.existing from organisation_sighting x where x.organisation_id = o.id order by x.seen_on desc, x.id desc limit 1) as existing,
                       (select max(x.seen_on) from organisation_sighting x where x.organisation_id = o.id) as seen_on
                from intake_file f left join organisation o on o.code = f.organisation
                left join organisation_certification t on t.organisation_id = o.id and t.fiscal_year = f.fiscal_year""";
    }

    @Override
    public List<Written> writing() {
        return List.of(Written.of("organisation_id", "null"), Written.of("fiscal_year", "null"), Written.of("certified_on", "null"));
    }

    @Override
    public List<List<String>> once() {
        return List.of(List.of("fiscal_year", "organisation_id"));
    }

    @Override
    public List<Check> checks() {
        return List.of(Check.known("organisation", "s.organisation_id"), Check.reach("organisation", "s.organisation_unit"),
                Check.of("organisation", OrganisationRefusal.NOT_IN_FORCE, "s.organisation_over and s.record_id is null and not :historical"),
                Check.of("organisation", OrganisationRefusal.NOT_EXISTING, "not s.existing and s.record_id is null and not :historical"),
                Check.of("organisation", OrganisationRefusal.UNSEEN_IN_FILE, "s.organisation_id is not null and s.record_id is null and not :historical"
                        + " and coalesce(fiscal_year(s.seen_on), 0) < s.fiscal_year", "s.fiscal_year"),
                Check.of("certified_on", OrganisationRefusal.DAY_IN_FUTURE, "s.certified_on > :today"),
                Check.of("fiscal_year", OrganisationRefusal.CERTIFY_OUTSIDE_YEARS, "s.fiscal_year not between fiscal_year(s.organisation_registered_on) and fiscal_year(:today)", "s.fiscal_year"));
    }
}
