package khabuan.registry.organisation;

import java.util.List;
import khabuan.base.access.Actor;
import khabuan.base.access.Right;
import khabuan.base.certificate.Batches;
import khabuan.base.certificate.CertificateKind;
import khabuan.base.certificate.LetterPanels;
import khabuan.base.certificate.Letters;
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
        static CertificateKind organisationLetter() {
            return new CertificateKind("organisation", "organisation", Right.CERTIFY, "organisation", "/organisations/{id}", List.of("name", "code", "form", "place", "council", "registered"), """
                    select o.id as record_id, o.name, o.code, case o.kind when 'network' then 'เครือข่ายองค์กรชุมชน' else 'กลุ่มองค์กรชุมชน' end as form,
                           coalesce(c.name, 'ทะเบียนองค์กรชุมชนในพื้นที่') as council, o.registered_on as registered
                    from organisation o left join council c on c.id = o.council_id where o.id = any(:ids)""", """
                    r.ended_on is null and r.merged_into is null
                    and coalesce((select s.existing from organisation_sighting s where s.organisation_id = r.id order by s.seen_on desc, s.id desc limit 1), true)""", "unit.organisation");
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
    private final Batches batches;
    private final CertificateKind kind;

    OrganisationLetters(JdbcClient jdbc, OrganisationList list, Batches batches, CertificateKind organisationLetter) {
        this.jdbc = jdbc;
        this.list = list;
        this.batches = batches;
        this.kind = organisationLetter;
    }

    /** How many of the list have no letter and could have one. */
    long wanting(OrganisationFilter filter, Actor actor) {
        var selection = list.selection(filter, actor);
        return jdbc.sql("select count(*) from %s o where %s and %s".formatted(selection.organisations(), selection.condition(), kind.wanting("o"))).params(selection.parameters()).query(Long.class).single();
    }

    /** Orders the letters of the list, in its order. @return the address of the batch */
    String begin(OrganisationFilter filter, Actor actor) {
        var selection = list.selection(filter, actor);
        var ids = jdbc.sql("select o.id from %s o where %s and %s order by %s, o.id limit :most".formatted(selection.organisations(), selection.condition(), kind.wanting("o"), OrganisationFilter.SORTS.get(filter.sort())))
                .params(selection.parameters()).param("most", Batches.MOST + 1).query(Long.class).list();
        return batches.begin(actor, kind.kind(), filter.path(), ids);
    }
}
