package khabuan.base.certificate;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khabuan.base.access.Actor;
import khabuan.base.access.OutOfReach;
import khabuan.base.access.Refusals;
import khabuan.base.record.Changes;
import khabuan.base.record.Conflict;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The offices that issue letters, one for each region: their letterhead, what stands before their numbers, and who signs for them on a day. */
@Component
public class Offices {

    /** @param version 0 while nobody has changed what the product ships with */
    public record Office(String regionCode, String name, String prefix, String address, int version) {

        /** The number as it is printed. */
        String named(int number, int fiscalYear) {
            return prefix + " " + number + "/" + fiscalYear;
        }
    }

    /** @param actingFor the line below the post, such as "ปฏิบัติการแทนผู้อำนวยการ…"; "" for none
     *  @param until the last day; null while it goes on */
    public record Signatory(long id, String regionCode, String fullName, String title, String actingFor, LocalDate from, LocalDate until) {

        /** @throws khabuan.base.access.Refusal.Thrown with all that is wrong */
        void demand() {
            new Refusals().when(fullName.isBlank(), CertificateRefusal.NAME_MISSING, "fullName").when(title.isBlank(), CertificateRefusal.POST_MISSING, "title")
                    .when(from == null, CertificateRefusal.DAY_MISSING, "from").when(from != null && until != null && until.isBefore(from), CertificateRefusal.DAYS_TURNED, "until").demandNone();
        }
    }

    private static final String OFFICES = """
            select r.code, coalesce(o.name, 'สำนักงาน' || r.name_th), coalesce(o.prefix, 'รส.' || split_part(r.short_th, '/', 1)),
                   coalesce(o.address, 'สถาบันพัฒนาองค์กรชุมชน (องค์การมหาชน)'), coalesce(o.version, 0)
            from region r left join certificate_office o on o.region_code = r.code""";
    private static final String SIGNATORIES = "select id, region_code, full_name, title, acting_for, from_date, until_date from certificate_signatory";
    private final JdbcClient jdbc;
    private final Changes changes;

    Offices(JdbcClient jdbc, Changes changes) {
        this.jdbc = jdbc;
        this.changes = changes;
    }

    List<Office> all() {
        return jdbc.sql(OFFICES + " order by r.print_order, r.code").query((r, n) -> office(r)).list();
    }

    Office at(String regionCode) {
        return jdbc.sql(OFFICES + " where r.code = ?").param(regionCode).query((r, n) -> office(r)).optional().orElseThrow(() -> new OutOfReach("office " + regionCode));
    }

    private static Office office(java.sql.ResultSet r) throws java.sql.SQLException {
        return new Office(r.getString(1), r.getString(2), r.getString(3), r.getString(4), r.getInt(5));
    }

    /** Who has signed and signs, the newest first. */
    List<Signatory> signatories() {
        return jdbc.sql(SIGNATORIES + " order by region_code, from_date desc, id desc").query((r, n) -> signatory(r)).list();
    }

    /** Who signs for an office on a day: of several, the one who began last. */
    Optional<Signatory> signatory(String regionCode, LocalDate day) {
        return jdbc.sql(SIGNATORIES + " where region_code = :region and from_date <= :day and (until_date is null or until_date >= :day) order by from_date desc, id desc limit 1")
                .param("region", regionCode).param("day", day).query((r, n) -> signatory(r)).optional();
    }

    private static Signatory signatory(java.sql.ResultSet r) throws java.sql.SQLException {
        return new Signatory(r.getLong(1), r.getString(2), r.getString(3), r.getString(4), r.getString(5), r.getObject(6, LocalDate.class), r.getObject(7, LocalDate.class));
    }

    /** What a letter keeps of the office and the signatory, by word. */
    static Map<String, String> letterhead(Office office, Signatory signatory) {
        var kept = new LinkedHashMap<String, String>();
        kept.put("office", office.name());
        kept.put("address", office.address());
        kept.put("signatory", signatory.fullName());
        kept.put("signatory-title", signatory.title());
        kept.put("acting-for", signatory.actingFor());
        return kept;
    }

    /** Says anew what stands at the head of an office's letters. @param opened the version that the form was opened with */
    void change(Actor actor, Office said, int opened) {
        new Refusals().when(said.name().isBlank(), CertificateRefusal.OFFICE_MISSING, "name").when(said.prefix().isBlank(), CertificateRefusal.PREFIX_MISSING, "prefix").demandNone();
        at(said.regionCode());
        changes.make(actor.author(), "certificate.office", "", () -> {
            int changed = opened == 0
                    ? jdbc.sql("insert into certificate_office (region_code, name, prefix, address) values (?, ?, ?, ?) on conflict do nothing")
                            .params(said.regionCode(), said.name(), said.prefix(), said.address()).update()
                    : jdbc.sql("update certificate_office set name = ?, prefix = ?, address = ? where region_code = ? and version = ?")
                            .params(said.name(), said.prefix(), said.address(), said.regionCode(), opened).update();
            if (changed == 0 && !at(said.regionCode()).equals(new Office(said.regionCode(), said.name(), said.prefix(), said.address(), opened)))
                throw new Conflict(0, opened, at(said.regionCode()).version());
        });
    }

    /** Names who signs, from a day on. */
    void name(Actor actor, Signatory said) {
        said.demand();
        at(said.regionCode());
        changes.make(actor.author(), "certificate.signatory", "", () -> {
            jdbc.sql("insert into certificate_signatory (region_code, full_name, title, acting_for, from_date, until_date) values (?, ?, ?, ?, ?, ?)")
                    .params(said.regionCode(), said.fullName(), said.title(), said.actingFor(), said.from(), said.until()).update();
        });
    }

    /** Ends a signatory's time with a day. */
    void end(Actor actor, long id, LocalDate last) {
        changes.make(actor.author(), "certificate.signatory-end", "", () -> {
            if (jdbc.sql("update certificate_signatory set until_date = :last where id = :id and from_date <= :last").param("last", last).param("id", id).update() == 0)
                throw CertificateRefusal.DAYS_TURNED.at("until");
        });
    }
}
