package khabuan.registry.council;

import java.util.List;
import khabuan.base.intake.Check;
import khabuan.base.intake.Column;
import khabuan.base.intake.Column.Type;
import org.springframework.stereotype.Component;

/** Files that tell which files were attached to councils, by their SHA-256: the metadata of evidence. The files themselves may follow. */
@Component
class EvidenceIntake implements CouncilLines {

    @Override
    public String word() {
        return "evidence";
    }

    @Override
    public String table() {
        return "evidence";
    }

    @Override
    public String day() {
        return "attached_on";
    }

    @Override
    public List<Column> columns() {
        return List.of(CouncilLines.council(), Column.choice("kind", true, "จส.02", "js02", "js03", "problem-report", "letter-copy", "follow-up"),
                Column.optional("fiscal_year", Type.YEAR, "2562"), Column.required("sha256", Type.TEXT, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
                Column.required("file_name", Type.TEXT, "จส02-บ้านนา.pdf"), Column.optional("media_type", Type.TEXT, "application/pdf"), Column.optional("bytes", Type.WHOLE, "182044"),
                Column.required("attached_on", Type.DATE, "31 ส.ค. 2562"), Column.optional("note", Type.TEXT, "สแกนจากต้นฉบับ"));
    }

    @Override
    public String reading() {
        return "select f.*, lower(f.sha256) as sha, coalesce(f.fiscal_year, 0) as of_year, x.id as file_id, 'council' as record_kind, t.id as record_id, " + COUNCIL_SEEN + " from intake_file f" + COUNCIL + """
                left join file x on x.sha256 = lower(f.sha256)
                left join evidence t on t.record_kind = 'council' and t.record_id = c.id and t.kind = f.kind and coalesce(t.fiscal_year, 0) = coalesce(f.fiscal_year, 0) and t.file_id = x.id""";
    }

    @Override
    public List<Written> writing() {
        return List.of(Written.of("record_kind", "null"), new Written("record_id", "s.council_id", "null"), Written.of("kind", "null"), Written.of("fiscal_year", "null"),
                Written.of("file_id", "(select x.id from file x where x.sha256 = s.sha)"), Written.of("attached_on", "null"), Written.of("note", "''"));
    }

    @Override
    public List<List<String>> once() {
        return List.of(List.of("sha", "council_id", "kind", "of_year"));
    }

    @Override
    public List<Check> checks() {
        return withDay(new Check("sha256", "council.intake.sha256", "s.sha256 !~* '^[0-9a-f]{64}$'", "s.sha256", false),
                new Check("bytes", "intake.fault.negative", "s.bytes < 0", "s.bytes", false),
                new Check("fiscal_year", "council.intake.year-missing", "s.fiscal_year is null and s.kind not in ('js02', 'js03')", "null", false));
    }

    @Override
    public List<String> before() {
        return List.of("""
                insert into file (sha256, name, media_type, bytes)
                select distinct on (s.sha) s.sha, s.file_name, coalesce(s.media_type, 'application/octet-stream'), coalesce(s.bytes, 0)
                from intake_row s where s.file_id is null and s.record_id is null and %s order by s.sha, s.line""".formatted(SOUND));
    }
}
