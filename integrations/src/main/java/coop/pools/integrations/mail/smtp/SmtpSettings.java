package coop.pools.integrations.mail.smtp;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * How the mail server is reached.
 *
 * @param implicitTls encrypted from the first byte, as {@code smtps} says
 * @param from whom letters come from, a bare address
 */
public record SmtpSettings(
        boolean implicitTls, String host, int port, Optional<String> user, String password, String from) {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

    /**
     * Reads {@code smtp://user:password@host:port}, or {@code smtps://}; user and password percent-encoded where they
     * hold other characters than letters and digits.
     *
     * @throws IllegalArgumentException that says what is wrong, without the password
     */
    public static SmtpSettings of(String url, String from) {
        URI uri;
        try {
            uri = URI.create(url.strip());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is not an address");
        }
        boolean tls = "smtps".equals(uri.getScheme());
        if (!tls && !"smtp".equals(uri.getScheme())) {
            throw new IllegalArgumentException("must begin with smtp:// or smtps://");
        }
        boolean bare = uri.getPath() == null || uri.getPath().isEmpty() || "/".equals(uri.getPath());
        if (uri.getHost() == null || uri.getQuery() != null || uri.getFragment() != null || !bare) {
            throw new IllegalArgumentException("must look like smtp://user:password@host:587");
        }
        if (!MailAddress.isOne(from)) {
            throw new IllegalArgumentException("needs an address to write from");
        }
        String login = uri.getRawUserInfo() == null ? "" : uri.getRawUserInfo();
        int colon = login.indexOf(':');
        String user = colon < 0 ? login : login.substring(0, colon);
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? 465 : 587;
        return new SmtpSettings(
                tls,
                uri.getHost(),
                port,
                user.isEmpty() ? Optional.empty() : Optional.of(decoded(user)),
                colon < 0 ? "" : decoded(login.substring(colon + 1)),
                from);
    }

    /** A password goes to no other machine in the open. */
    boolean needsStartTls() {
        return !implicitTls && user.isPresent() && !HERE.contains(host);
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return (implicitTls ? "smtps://" : "smtp://") + host + ":" + port;
    }
}
