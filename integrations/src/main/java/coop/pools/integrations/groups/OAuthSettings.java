package coop.pools.integrations.groups;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An OAuth client at one provider. The addresses are suppliers because the sandbox's are known only once the server
 * listens. Its text form hides the secret.
 *
 * @param provider the provider's word: {@code meetup} or {@code sandbox}
 * @param scope sent when given; otherwise the provider's default applies
 * @param authorize where browsers go
 * @param access where this server exchanges codes and refresh tokens
 */
public record OAuthSettings(
        String provider,
        String clientId,
        String clientSecret,
        Optional<String> scope,
        Supplier<URI> authorize,
        Supplier<URI> access) {

    /** {@code base} with or without a slash at its end, followed by {@code path}, which begins with one. */
    public static URI under(URI base, String path) {
        String start = base.toString();
        return URI.create((start.endsWith("/") ? start.substring(0, start.length() - 1) : start) + path);
    }

    @Override
    public String toString() {
        return "OAuthSettings[" + provider + ", client " + clientId + "]";
    }
}
