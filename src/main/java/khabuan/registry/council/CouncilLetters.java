package khabuan.registry.council;

import java.util.List;
import khabuan.base.access.Right;
import khabuan.base.certificate.CertificateKind;
import khabuan.base.certificate.LetterPanels;
import khabuan.base.certificate.Letters;
import khabuan.base.gap.Gap;
import khabuan.base.record.Measure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The letters that certify that a council is registered: which councils may have one, and what it says of them. */
@Configuration
class CouncilLetters {

    @Bean
    static CertificateKind councilLetter() {
        return new CertificateKind("council", "council", Right.CERTIFY, "council", "/councils/{id}", List.of("name", "code", "place", "registered", "members"), """
                select c.id as record_id, c.name, c.code, c.registered_on as registered,
                       (select count(*) from council_member m where m.council_id = c.id and m.ended_on is null) as members
                from council c where c.id = any(:ids)""", "r.ended_on is null and r.merged_into is null and not r.surplus", "unit.council");
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
