package khabuan.registry.organisation;

import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.certificate.CertificateKind;
import khabuan.base.certificate.Ending;
import khabuan.base.certificate.Lack;
import khabuan.base.certificate.LetterPanels;
import khabuan.base.certificate.Letters;
import khabuan.base.certificate.Ordering;
import khabuan.base.gap.Gap;
import khabuan.base.record.Measure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The letters that certify an organisation's status: which organisations may have one, what it says of them, and those of a filtered list together. */
@Component
class OrganisationLetters {

    /** The beans that tell the rooms below of these letters. */
    @Configuration
    static class Declared {

        @Bean
        static CertificateKind organisationLetter(Gap unseenGap, Measure unseen) {
            return new CertificateKind("organisation", "organisation", Right.CERTIFY, "organisation", "/organisations/{id}", List.of("name", "code", "form", "place", "council", "registered"), """
                    select o.id as record_id, o.name, o.code, case o.kind when 'network' then 'เครือข่ายองค์กรชุมชน' else 'กลุ่มองค์กรชุมชน' end as form,
                           coalesce(c.name, 'ทะเบียนองค์กรชุมชนในพื้นที่') as council, o.registered_on as registered
                    from organisation o left join council c on c.id = o.council_id where o.id = any(:ids)""", """
                    r.ended_on is null and r.merged_into is null
                    and coalesce((select s.existing from organisation_sighting s where s.organisation_id = r.id order by s.seen_on desc, s.id desc limit 1), true)""",
                    List.of(Lack.of(unseenGap, unseen), new Lack("certificate.lack.organisation.uncertified", "/organisations/{id}", """
                            select o.id as record_id, o.id as mend_id from organisation o where o.id = any(:ids)
                            and not exists (select from organisation_certification k where k.organisation_id = o.id and k.fiscal_year between fiscal_year(:today) - 1 and fiscal_year(:today))""")),
                    List.of(new Ending("certificate.ended.organisation.gone", """
                            (select case when not s.existing then s.seen_on end from organisation_sighting s where s.organisation_id = r.id order by s.seen_on desc, s.id desc limit 1)""")),
                    "unit.organisation");
        }

        @Bean
        static Measure organisationLettersPrinted(CertificateKind organisationLetter) {
            return organisationLetter.printed();
        }

        @Bean
        static Measure organisationLettersUnprinted(CertificateKind organisationLetter) {
            return organisationLetter.unprinted();
        }

        @Bean
        static Gap organisationLettersUnprintedGap() {
            return new Gap("organisation.letter-unprinted", Gap.Gravity.SLIGHT, Right.CERTIFY, "organisation", "/organisations/{id}#letters", 365);
        }

        @Bean
        static LetterPanels organisationLettersPanel(Letters letters, CertificateKind organisationLetter) {
            return new LetterPanels(letters, organisationLetter);
        }
    }

    private final JdbcClient jdbc;
    private final OrganisationList list;
    private final CertificateKind kind;

    OrganisationLetters(JdbcClient jdbc, OrganisationList list, CertificateKind organisationLetter) {
        this.jdbc = jdbc;
        this.list = list;
        this.kind = organisationLetter;
    }

    /** How many of the list have no letter and could have one. */
    long wanting(OrganisationFilter filter, Actor actor) {
        var selection = list.selection(filter, actor);
        return jdbc.sql("select count(*) from %s o where %s and %s".formatted(selection.organisations(), selection.condition(), kind.wanting("o"))).params(selection.parameters()).query(Long.class).single();
    }

    /** The letters that the list may have, in its order. */
    Ordering.Wish wish(OrganisationFilter filter, Actor actor) {
        var selection = list.selection(filter, actor);
        var ids = jdbc.sql("select o.id from %s o where %s and %s order by %s, o.id".formatted(selection.organisations(), selection.condition(), kind.wanting("o"), OrganisationFilter.SORTS.get(filter.sort())))
                .params(selection.parameters()).query(Long.class).list();
        return new Ordering.Wish(kind, filter.path(), filter.lettersPath(), ids);
    }
}
