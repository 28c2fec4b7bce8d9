package coop.pools.integrations.mail.smtp;

import coop.pools.integrations.mail.Letter;
import coop.pools.integrations.mail.MailFailure;
import coop.pools.integrations.mail.MailFailure.Kind;
import coop.pools.integrations.mail.MailServer;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/** Hands letters to an SMTP server, each over a connection of its own; every step has a time limit. */
public final class SmtpMailServer implements MailServer {
    private static final String CONNECT_MS = "5000";
    private static final String STEP_MS = "15000";

    private final SmtpSettings settings;
    private final Session session;

    public SmtpMailServer(SmtpSettings settings) {
        this(settings, Optional.empty());
    }

    /** @param tls whose certificates are believed; empty: those that this Java believes */
    public SmtpMailServer(SmtpSettings settings, Optional<SSLSocketFactory> tls) {
        this.settings = settings;
        String protocol = settings.implicitTls() ? "smtps" : "smtp";
        Properties properties = new Properties();
        set(properties, protocol, "connectiontimeout", CONNECT_MS);
        set(properties, protocol, "timeout", STEP_MS);
        set(properties, protocol, "writetimeout", STEP_MS);
        set(properties, protocol, "ssl.checkserveridentity", "true");
        set(properties, protocol, "starttls.enable", String.valueOf(!settings.implicitTls()));
        set(properties, protocol, "starttls.required", String.valueOf(settings.needsStartTls()));
        set(properties, protocol, "auth", String.valueOf(settings.user().isPresent()));
        tls.ifPresent(factory -> properties.put("mail." + protocol + ".ssl.socketFactory", factory));
        this.session = Session.getInstance(properties);
    }

    private static void set(Properties properties, String protocol, String name, String value) {
        properties.setProperty("mail." + protocol + "." + name, value);
    }

    @Override
    public void send(Letter letter) throws MailFailure {
        MimeMessage message = message(letter);
        try (Transport transport = session.getTransport(settings.implicitTls() ? "smtps" : "smtp")) {
            connect(transport);
            transport.sendMessage(message, new Address[] {new InternetAddress(letter.to(), true)});
        } catch (MessagingException e) {
            throw failure(e);
        }
    }

    private void connect(Transport transport) throws MailFailure {
        try {
            transport.connect(
                    settings.host(),
                    settings.port(),
                    settings.user().orElse(null),
                    settings.user().isPresent() ? settings.password() : null);
        } catch (AuthenticationFailedException e) {
            throw new MailFailure(Kind.UNREACHABLE, "the server does not take our name and password", e);
        } catch (MessagingException e) {
            throw new MailFailure(Kind.UNREACHABLE, "the server cannot be reached", e);
        }
    }

    /** What a server says is not passed on: it may repeat the address. */
    private static MailFailure failure(MessagingException thrown) {
        for (Exception e = thrown; e instanceof MessagingException each; e = each.getNextException()) {
            int code = codeOf(each);
            if (code >= 500) {
                return new MailFailure(Kind.REFUSED, "refused with " + code, thrown);
            }
            if (code >= 400) {
                return new MailFailure(Kind.LATER, "put off with " + code, thrown);
            }
        }
        return new MailFailure(Kind.LATER, "the connection broke", thrown);
    }

    private static int codeOf(MessagingException e) {
        if (e instanceof SMTPAddressFailedException refused) {
            return refused.getReturnCode();
        }
        if (e instanceof SMTPSendFailedException failed) {
            return failed.getReturnCode();
        }
        boolean own = e instanceof SendFailedException || e instanceof jakarta.mail.internet.AddressException;
        return own && e.getNextException() == null ? 550 : 0;
    }

    private MimeMessage message(Letter letter) throws MailFailure {
        try {
            MimeMessage message = new Stamped(session, letter.messageId());
            message.setFrom(new InternetAddress(settings.from(), "Pools", "UTF-8"));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
            message.setSubject(oneLine(letter.subject()), "UTF-8");
            message.setSentDate(Date.from(letter.writtenAt()));
            message.setHeader("Auto-Submitted", "auto-generated");
            if (letter.unsubscribe().isPresent()) {
                message.setHeader(
                        "List-Unsubscribe", "<" + letter.unsubscribe().get().toASCIIString() + ">");
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            MimeMultipart parts = new MimeMultipart("alternative");
            parts.addBodyPart(part(letter.text(), "plain"));
            parts.addBodyPart(part(letter.html(), "html"));
            message.setContent(parts);
            message.saveChanges();
            return message;
        } catch (MessagingException | java.io.UnsupportedEncodingException e) {
            throw new MailFailure(Kind.REFUSED, "cannot be written as a mail", e);
        }
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, StandardCharsets.UTF_8.name(), kind);
        return part;
    }

    /** A line break would begin another header. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ").strip();
    }

    /** A message that keeps the id it was given. */
    private static final class Stamped extends MimeMessage {
        private final String messageId;

        Stamped(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + messageId + ">");
        }
    }
}
