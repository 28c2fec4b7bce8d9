package coop.pools.integrations.groups.sandbox;

import coop.pools.integrations.groups.BoundedHttp;
import coop.pools.integrations.groups.OAuthSettings;
import coop.pools.integrations.groups.OAuthSignIn;
import coop.pools.integrations.groups.SignIn;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Signing in at the sandbox, whose provider is this very server: real OAuth over real HTTP, nothing shortened.
 * Browsers use the public address, this server's own calls the inner one.
 */
public final class SandboxSignIn {
    /** Where the consent page is, below the public address. */
    public static final String AUTHORIZE_PATH = "/sandbox/oauth2/authorize";
    /** Where codes and refresh tokens are exchanged, below the inner address. */
    public static final String ACCESS_PATH = "/sandbox/oauth2/access";
    /** Where a bearer token is answered with {@code sub} and {@code name}, below the inner address. */
    public static final String PROFILE_PATH = "/sandbox/oauth2/me";

    private SandboxSignIn() {}

    /** The sign-in. The addresses are asked for at each call: the port is known only once the server listens. */
    public static SignIn at(Addresses addresses, String clientId, String clientSecret, BoundedHttp http, Clock clock) {
        OAuthSettings oauth = new OAuthSettings(
                SandboxGroupSource.NAME,
                clientId,
                clientSecret,
                Optional.empty(),
                () -> OAuthSettings.under(addresses.open().get(), AUTHORIZE_PATH),
                () -> OAuthSettings.under(addresses.inner().get(), ACCESS_PATH));
        SandboxProfile profile =
                new SandboxProfile(() -> OAuthSettings.under(addresses.inner().get(), PROFILE_PATH), http);
        return new OAuthSignIn(oauth, profile, http, clock);
    }

    /**
     * The two addresses of this server.
     *
     * @param open as browsers know it ({@code POOLS_PUBLIC_URL})
     * @param inner as this server reaches itself, for example {@code http://127.0.0.1:8080}
     */
    public record Addresses(Supplier<URI> open, Supplier<URI> inner) {}
}
