package coop.pools.integrations.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import coop.pools.integrations.mail.smtp.SmtpMailServer;
import coop.pools.integrations.mail.smtp.SmtpSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Encrypted ways to a mail server whose certificate names the address 127.0.0.1 and nothing else. */
class MailOverTlsTest {
    private static final String SECRET = "changeit";

    @TempDir
    static Path folder;

    private static SSLContext keys;
    private static GreenMail post;
    private static Thread.UncaughtExceptionHandler before;

    @BeforeAll
    static void open() throws Exception {
        Path store = folder.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process made = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "mail",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=Mail of a test",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        SECRET))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.txt").toFile())
                .start();
        assertThat(made.waitFor())
                .as(Files.readString(folder.resolve("keytool.txt")))
                .isZero();
        before = Thread.getDefaultUncaughtExceptionHandler();
        Thread.setDefaultUncaughtExceptionHandler(MailOverTlsTest::uncaught);
        System.setProperty("greenmail.tls.keystore.file", store.toString());
        System.setProperty("greenmail.tls.keystore.password", SECRET);
        keys = context(store);
        post = new GreenMail(
                new ServerSetup[] {new ServerSetup(0, "127.0.0.1", "smtp"), new ServerSetup(0, "127.0.0.1", "smtps")});
        post.start();
        post.setUser("pools", "pools", "s3cret");
    }

    /** The mail server throws where its guest ends the handshake, as these tests want; all else is told as usual. */
    private static void uncaught(Thread thread, Throwable thrown) {
        boolean handshake = thrown.getCause() instanceof SSLException;
        if (!thread.getName().startsWith("smtps:") || !handshake) {
            System.err.print("Exception in thread \"" + thread.getName() + "\" ");
            thrown.printStackTrace();
        }
    }

    private static SSLContext context(Path store) throws Exception {
        KeyStore entries = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            entries.load(in, SECRET.toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(entries, SECRET.toCharArray());
        KeyStore believed = KeyStore.getInstance("PKCS12");
        believed.load(null, null);
        believed.setCertificateEntry("mail", entries.getCertificate("mail"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(believed);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    @AfterAll
    static void shut() {
        post.stop();
        Thread.setDefaultUncaughtExceptionHandler(before);
        System.clearProperty("greenmail.tls.keystore.file");
        System.clearProperty("greenmail.tls.keystore.password");
    }

    @BeforeEach
    void empty() throws Exception {
        post.purgeEmailFromAllMailboxes();
    }

    @Test
    void aLetterArrivesOverAConnectionThatIsEncryptedFromTheFirstByte() throws Exception {
        String url = "smtps://pools:s3cret@127.0.0.1:" + post.getSmtps().getPort();
        believing(url).send(letter());
        assertThat(post.getReceivedMessages()).hasSize(1);
    }

    @Test
    void aServerIsNotBelievedWithoutAKnownCertificateForItsName() throws Exception {
        int port = post.getSmtps().getPort();
        MailServer stranger =
                new SmtpMailServer(SmtpSettings.of("smtps://pools:s3cret@127.0.0.1:" + port, "pools@example.org"));
        assertThat(failure(stranger)).isEqualTo(MailFailure.Kind.UNREACHABLE);
        MailServer otherName = believing("smtps://pools:s3cret@localhost:" + port);
        assertThat(failure(otherName)).isEqualTo(MailFailure.Kind.UNREACHABLE);
        assertThat(post.getReceivedMessages()).isEmpty();
    }

    @Test
    void aPlainConnectionIsEncryptedBeforeNameAndPasswordAreSaid() throws Exception {
        try (Front front = new Front("127.0.0.1", true)) {
            believing("smtp://pools:s3cret@127.0.0.1:" + front.port()).send(letter());
            assertThat(post.getReceivedMessages()).hasSize(1);
            assertThat(front.inTheOpen).hasSize(2);
            assertThat(front.inTheOpen.get(0)).startsWith("EHLO");
            assertThat(front.inTheOpen.get(1)).isEqualTo("STARTTLS");
        }
    }

    @Test
    void whereTheServerDoesNotEncryptNoPasswordGoesToIt() throws Exception {
        // Any other address than those of this machine itself.
        try (Front front = new Front("127.0.0.2", false)) {
            assertThat(failure(believing("smtp://pools:s3cret@127.0.0.2:" + front.port())))
                    .isEqualTo(MailFailure.Kind.UNREACHABLE);
            assertThat(front.inTheOpen).noneMatch(line -> line.startsWith("AUTH") || line.startsWith("MAIL"));
        }
    }

    private static MailServer believing(String url) {
        return new SmtpMailServer(SmtpSettings.of(url, "pools@example.org"), Optional.of(keys.getSocketFactory()));
    }

    private static MailFailure.Kind failure(MailServer server) {
        return catchThrowableOfType(MailFailure.class, () -> server.send(letter()))
                .kind();
    }

    private static Letter letter() {
        return new Letter(
                "m1@pools.example",
                "ana@example.org",
                "Hello",
                "Hello\n",
                "<p>Hello</p>\n",
                Optional.empty(),
                Instant.parse("2026-03-01T12:00:00Z"));
    }

    /** Stands before the mail server and begins the encryption, which that one cannot; what follows goes through. */
    private static final class Front implements AutoCloseable {
        private final List<String> inTheOpen = new CopyOnWriteArrayList<>();
        private final ServerSocket door;
        private final boolean encrypts;

        Front(String address, boolean encrypts) throws IOException {
            this.encrypts = encrypts;
            door = new ServerSocket(0, 5, InetAddress.getByName(address));
            Thread thread = new Thread(this::serve, "front");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return door.getLocalPort();
        }

        private void serve() {
            try (Socket guest = door.accept()) {
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.US_ASCII), 1);
                OutputStream out = guest.getOutputStream();
                say(out, "220 front");
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    inTheOpen.add(line);
                    if (line.equals("STARTTLS")) {
                        say(out, "220 go ahead");
                        pass(guest);
                        return;
                    }
                    boolean first = line.startsWith("EHLO");
                    say(out, first && encrypts ? "250-front\r\n250 STARTTLS" : first ? "250 front" : "500 no");
                }
            } catch (IOException closed) {
                inTheOpen.add("closed");
            }
        }

        private static void say(OutputStream out, String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        private static void pass(Socket guest) throws IOException {
            SSLSocketFactory factory = keys.getSocketFactory();
            try (SSLSocket inside = (SSLSocket) factory.createSocket(guest, null, guest.getPort(), false);
                    Socket server = new Socket("127.0.0.1", post.getSmtp().getPort())) {
                inside.setUseClientMode(false);
                inside.startHandshake();
                InputStream greeting = server.getInputStream();
                while (greeting.read() != '\n') {
                    continue;
                }
                Thread back = new Thread(() -> copy(server, inside), "back");
                back.setDaemon(true);
                back.start();
                copy(inside, server);
            }
        }

        private static void copy(Socket from, Socket to) {
            try {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException closed) {
                if (!from.isClosed() && !to.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }
}
