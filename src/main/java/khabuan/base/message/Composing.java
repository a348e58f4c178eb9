package khabuan.base.message;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import khabuan.base.page.PublicAddress;
import khabuan.base.text.Bundles;
import khabuan.base.text.Words;
import org.springframework.stereotype.Component;

/** Writes letters in the recipient's language: one message, or a digest of several. */
@Component
class Composing {

    private final Bundles bundles;
    private final PublicAddress address;

    Composing(Bundles bundles, PublicAddress address) {
        this.bundles = bundles;
        this.address = address;
    }

    Letter letter(UUID token, String to, String fullName, String language, boolean digest, List<Messages.Told> told) {
        var words = bundles.in(Locale.of(language));
        String subject = digest ? words.t("message-letter.digest", words.number(told.size())) : told.getFirst().in(words);
        var text = new StringBuilder(words.t("message-letter.greeting", fullName)).append("\n\n");
        for (var one : told) append(text, one, words);
        text.append(words.t("message-letter.foot", address.at("/me/messages"))).append('\n');
        return new Letter(token, to, subject, text.toString());
    }

    private void append(StringBuilder text, Messages.Told one, Words words) {
        text.append(one.in(words)).append('\n').append(words.moment(one.saidAt())).append(" · ").append(address.at(one.link())).append("\n\n");
    }
}
