package khabuan.registry.council;

import java.util.List;
import khabuan.base.access.Right;
import khabuan.base.intake.Check;
import khabuan.base.intake.Column;
import khabuan.base.intake.Column.Type;
import org.springframework.stereotype.Component;

/** Files of certified results: a row speaks of the council's certification of a fiscal year. What the old systems certified without documents is history. */
@Component("councilCertificationsIntake")
class CertificationsIntake implements CouncilLines {

    @Override
    public String word() {
        return "council-certifications";
    }

    @Override
    public Right needs() {
        return Right.CERTIFY;
    }

    @Override
    public String table() {
        return "council_certification";
    }

    @Override
    public String day() {
        return "certified_on";
    }

    @Override
    public List<Column> columns() {
        return List.of(CouncilLines.council(), Column.required("fiscal_year", Type.YEAR, "2562"), Column.required("certified_on", Type.DATE, "31 ส.ค. 2562"));
    }

    @Override
    public String reading() {
        return "select f.*, t.id as record_id, " + COUNCIL_SEEN + """
                , (select count(distinct e.kind) from evidence e where e.record_kind = 'council' and e.record_id = c.id and e.kind in ('js02', 'js03')) as documents
                from intake_file f""" + COUNCIL + "left join council_certification t on t.council_id = c.id and t.fiscal_year = f.fiscal_year";
    }

    @Override
    public List<Written> writing() {
        return List.of(Written.of("council_id", "null"), Written.of("fiscal_year", "null"), Written.of("certified_on", "null"));
    }

    @Override
    public List<List<String>> once() {
        return List.of(List.of("fiscal_year", "council_id"));
    }

    @Override
    public List<Check> checks() {
        return withDay(Check.of("council", CouncilRefusal.CERTIFY_WITHOUT_EVIDENCE, "s.record_id is null and s.council_id is not null and s.documents < 2 and not :historical"),
                Check.of("fiscal_year", CouncilRefusal.CERTIFY_OUTSIDE_YEARS, "s.fiscal_year not between fiscal_year(s.council_registered_on) and fiscal_year(:today)", "s.fiscal_year"));
    }
}
