package khabuan.registry.council;

import java.util.List;
import khabuan.base.access.Right;
import khabuan.base.certificate.CertificateKind;
import khabuan.base.certificate.Ending;
import khabuan.base.certificate.Lack;
import khabuan.base.certificate.LetterPanels;
import khabuan.base.certificate.Letters;
import khabuan.base.gap.Gap;
import khabuan.base.record.Measure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The letters that certify that a council is registered: which councils may have one, and what it says of them. */
@Configuration
class CouncilLetters {

    /** The term that ran on the day of the letter has ended since: when the next one began, or four years after it began. */
    private static final String TERM_ENDED = """
            (select least(t.due_on, t.reviewed_on) from council_term t where t.council_id = r.id and t.withdrawn_because = '' and t.selected_on <= :issued
             and least(t.due_on, t.reviewed_on) > :issued order by t.number desc limit 1)""";

    @Bean
    static CertificateKind councilLetter(Gap undocumentedGap, Measure undocumented, Gap termOverdueGap, Measure termUnreviewed) {
        return new CertificateKind("council", "council", Right.CERTIFY, "council", "/councils/{id}", List.of("name", "code", "place", "registered", "members"), """
                select c.id as record_id, c.name, c.code, c.registered_on as registered,
                       (select count(*) from council_member m where m.council_id = c.id and m.ended_on is null) as members
                from council c where c.id = any(:ids)""", "r.ended_on is null and r.merged_into is null and not r.surplus",
                List.of(Lack.of(undocumentedGap, undocumented), Lack.of(termOverdueGap, termUnreviewed, "(select t.council_id from council_term t where t.id = f.record_id)"),
                        new Lack("certificate.lack.council.uncertified", "/councils/{id}/certification", """
                                select c.id as record_id, c.id as mend_id from council c where c.id = any(:ids)
                                and not exists (select from council_certification k where k.council_id = c.id and k.fiscal_year between fiscal_year(:today) - 1 and fiscal_year(:today))""")),
                List.of(new Ending("certificate.ended.council.term", TERM_ENDED)), "unit.council");
    }

    @Bean
    static Measure councilLettersPrinted(CertificateKind councilLetter) {
        return councilLetter.printed();
    }

    @Bean
    static Measure councilLettersUnprinted(CertificateKind councilLetter) {
        return councilLetter.unprinted();
    }

    @Bean
    static Gap councilLettersUnprintedGap() {
        return new Gap("council.letter-unprinted", Gap.Gravity.MIDDLING, Right.CERTIFY, "council", "/councils/{id}#letters", 60);
    }

    @Bean
    static LetterPanels councilLettersPanel(Letters letters, CertificateKind councilLetter) {
        return new LetterPanels(letters, councilLetter);
    }
}
