package khabuan.base.message;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import khabuan.base.page.PublicAddress;
import khabuan.base.store.Refused;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** E-mail, by SMTP: KHABUAN_SMTP_URL=smtp://user:password@host:587 (with STARTTLS, unless the host is this machine) or smtps://…; off without it. */
@Component
class Mail implements Channel {

    /** How long an answer is waited for, in milliseconds: one that comes too late leaves a letter uncertain. */
    private static final String PATIENCE = "120000";
    private final URI server;
    private final String from;
    private final String host;

    Mail(@Value("${khabuan.smtp-url:}") String url, @Value("${khabuan.smtp-from:}") String from, PublicAddress address) {
        this.server = url.isBlank() ? null : URI.create(url.strip());
        this.from = from.strip();
        this.host = URI.create(address.at("/")).getHost();
        if (server != null && (!String.valueOf(server.getScheme()).matches("smtps?") || server.getHost() == null)) throw new Refused("KHABUAN_SMTP_URL is not smtp://user:password@host:port or smtps://…");
        if (server != null && !this.from.contains("@")) throw new Refused("Set KHABUAN_SMTP_FROM to the address that e-mail comes from.");
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public boolean isOn() {
        return server != null;
    }

    @Override
    public Duration knowsAgain() {
        return Duration.ZERO;
    }

    @Override
    public String address(Preference preference) {
        return preference.email();
    }

    private Session session() {
        String scheme = server.getScheme();
        boolean here = server.getHost().matches("localhost|127\\.0\\.0\\.1");
        var settings = new Properties();
        String of = "mail." + scheme + ".";
        for (var wait : new String[] {"connectiontimeout", "timeout", "writetimeout"}) settings.put(of + wait, wait.equals("timeout") ? PATIENCE : "20000");
        settings.put(of + "starttls.enable", Boolean.toString(!here));
        settings.put(of + "starttls.required", Boolean.toString(!here && scheme.equals("smtp")));
        settings.put(of + "ssl.checkserveridentity", "true");
        return Session.getInstance(settings);
    }

    @Override
    public Line open() {
        var session = session();
        try {
            var transport = session.getTransport(server.getScheme());
            String[] user = server.getUserInfo() == null ? new String[] {null, null} : server.getUserInfo().split(":", 2);
            transport.connect(server.getHost(), server.getPort(), user[0], user.length > 1 ? user[1] : null);
            return new Open(session, transport);
        } catch (MessagingException e) {
            throw new Unreachable("The mail server can't be reached (" + e.getClass().getSimpleName() + ").", e);
        }
    }

    private final class Open implements Line {

        private final Session session;
        private final Transport transport;

        Open(Session session, Transport transport) {
            this.session = session;
            this.transport = transport;
        }

        @Override
        public void send(Letter letter, Runnable handing) {
            var handed = new AtomicBoolean();
            try {
                var mail = new Numbered(session, letter, () -> {
                    handing.run();
                    handed.set(true);
                });
                transport.sendMessage(mail, mail.getAllRecipients());
            } catch (MessagingException e) {
                throw judged(e, handed.get());
            }
        }

        /** Once all of a letter was handed over, only an answer of the server says that it did not take it. */
        private RuntimeException judged(MessagingException e, boolean handed) {
            int answer = transport instanceof SMTPTransport smtp ? smtp.getLastReturnCode() : -1;
            if (answer < 400 && (handed || !transport.isConnected())) return new Unreachable("The mail server went away (" + e.getClass().getSimpleName() + ").", e);
            boolean forGood = e instanceof SendFailedException refused && refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0;
            return new NotTaken((forGood ? "mail-refused:" : "mail-not-taken:") + answer, forGood);
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException e) {
                // what was sent is sent; the server forgets an open connection by itself
            }
        }
    }

    /** A mail whose Message-ID is the delivery's own, and which tells when all of it is written but the dot that ends it. */
    private final class Numbered extends MimeMessage {

        private final String id;
        private final Runnable handing;

        Numbered(Session session, Letter letter, Runnable handing) throws MessagingException {
            super(session);
            this.id = "<" + letter.token() + "@" + host + ">";
            this.handing = handing;
            setFrom(new InternetAddress(from));
            setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to()));
            setSubject(letter.subject(), StandardCharsets.UTF_8.name());
            setHeader("Auto-Submitted", "auto-generated");
            setText(letter.text(), StandardCharsets.UTF_8.name());
            setSentDate(new Date());
            saveChanges();
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }

        @Override
        public void writeTo(OutputStream out, String[] without) throws IOException, MessagingException {
            super.writeTo(out, without);
            out.flush();
            handing.run();
        }
    }
}
