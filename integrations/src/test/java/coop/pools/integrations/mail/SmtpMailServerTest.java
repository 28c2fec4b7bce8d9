package coop.pools.integrations.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import coop.pools.integrations.mail.smtp.SmtpMailServer;
import coop.pools.integrations.mail.smtp.SmtpSettings;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpMailServerTest {
    private static final GreenMail POST = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));

    @BeforeAll
    static void open() {
        POST.start();
        POST.setUser("pools", "pools", "s3cret/+ word");
    }

    @AfterAll
    static void shut() {
        POST.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        POST.purgeEmailFromAllMailboxes();
    }

    @Test
    void aLetterArrivesWithBothPartsAndWhatMailProgramsNeed() throws Exception {
        server("pools:s3cret%2F%2B%20word@").send(letter("ana@example.org", "Vote: café ☕"));
        MimeMessage mail = POST.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Vote: café ☕");
        assertThat(mail.getMessageID()).isEqualTo("<m1@pools.example>");
        assertThat(mail.getHeader("From", null)).isEqualTo("Pools <pools@example.org>");
        assertThat(mail.getHeader("To", null)).isEqualTo("ana@example.org");
        assertThat(mail.getHeader("List-Unsubscribe", null)).isEqualTo("<https://pools.example/mail/off/x>");
        assertThat(mail.getHeader("List-Unsubscribe-Post", null)).isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.getHeader("Auto-Submitted", null)).isEqualTo("auto-generated");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        MimeMultipart parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(0).getContent().toString().strip()).isEqualTo("Wörter");
        assertThat(parts.getBodyPart(1).getContent().toString().strip()).isEqualTo("<p>Wörter</p>");
    }

    @Test
    void aLineBreakInASubjectBeginsNoHeader() throws Exception {
        server("").send(letter("ana@example.org", "Hello\r\nBcc: eve@example.org\n\nX\u2028Y: z"));
        assertThat(POST.getReceivedMessages()).hasSize(1);
        MimeMessage mail = POST.getReceivedMessages()[0];
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).isEqualTo("Hello Bcc: eve@example.org X Y: z");
    }

    @Test
    void whatIsNoAddressIsRefusedBeforeAnythingIsSent() {
        for (String to :
                new String[] {"ana@example.org, eve@example.org", "a b@c.d", "", "ana@example.org\r\nBcc: e@x.y"}) {
            assertThat(failure(server(""), to)).as(to).isEqualTo(MailFailure.Kind.REFUSED);
        }
        assertThat(POST.getReceivedMessages()).isEmpty();
    }

    @Test
    void aServerThatIsAwayOrKnowsUsNotIsToldApartFromABadAddress() throws Exception {
        SmtpSettings away = SmtpSettings.of("smtp://127.0.0.1:9", "pools@example.org");
        assertThat(failure(new SmtpMailServer(away), "ana@example.org")).isEqualTo(MailFailure.Kind.UNREACHABLE);
        assertThat(failure(server("pools:wrong@"), "ana@example.org")).isEqualTo(MailFailure.Kind.UNREACHABLE);
    }

    @Test
    void addressesOfServersAreReadStrictlyAndTellNoPassword() {
        SmtpSettings usual = SmtpSettings.of("smtps://me%40x:a%2Fb+c@mail.example.org", "p@example.org");
        assertThat(usual.port()).isEqualTo(465);
        assertThat(usual.user()).contains("me@x");
        assertThat(usual.password()).isEqualTo("a/b+c");
        assertThat(usual.toString()).doesNotContain("a/b+c");
        for (String bad : new String[] {"http://h:25", "smtp://", "smtp://u:hidden@h:25/x?y", "smtp://u:hid den@h"}) {
            assertThatThrownBy(() -> SmtpSettings.of(bad, "p@example.org"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("hid");
        }
        assertThatThrownBy(() -> SmtpSettings.of("smtp://h", "no address")).hasMessageContaining("write from");
    }

    private static MailFailure.Kind failure(MailServer server, String to) {
        return catchThrowableOfType(MailFailure.class, () -> server.send(letter(to, "Hello")))
                .kind();
    }

    private static MailServer server(String login) {
        String url = "smtp://" + login + "127.0.0.1:" + POST.getSmtp().getPort();
        return new SmtpMailServer(SmtpSettings.of(url, "pools@example.org"));
    }

    private static Letter letter(String to, String subject) {
        return new Letter(
                "m1@pools.example",
                to,
                subject,
                "Wörter\n",
                "<p>Wörter</p>\n",
                Optional.of(URI.create("https://pools.example/mail/off/x")),
                Instant.parse("2026-03-01T12:00:00Z"));
    }
}
