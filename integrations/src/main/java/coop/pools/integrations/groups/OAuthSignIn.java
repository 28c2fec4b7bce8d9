package coop.pools.integrations.groups;

import com.github.scribejava.core.builder.ServiceBuilder;
import com.github.scribejava.core.builder.ServiceBuilderOAuth20;
import com.github.scribejava.core.model.OAuth2AccessToken;
import com.github.scribejava.core.oauth.AccessTokenRequestParams;
import com.github.scribejava.core.oauth.OAuth20Service;
import com.github.scribejava.core.pkce.PKCE;
import com.github.scribejava.core.pkce.PKCECodeChallengeMethod;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Sign-in by OAuth 2 at a provider whose addresses come from the configuration: authorisation code, PKCE S256,
 * client authentication in the body. Which failure means what is told in {@link TokenCall}.
 */
public final class OAuthSignIn implements SignIn {
    /** RFC 7636, 4.1. */
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");
    /** What Meetup's tokens live; assumed when a provider does not say (RFC 6749, 5.1 allows that). */
    private static final Duration USUAL_LIFE = Duration.ofHours(1);

    private final OAuthSettings settings;
    private final ProfileReader profiles;
    private final ScribeTransport transport;
    private final TokenCall calls;
    private final Clock clock;

    public OAuthSignIn(OAuthSettings settings, ProfileReader profiles, BoundedHttp http, Clock clock) {
        this.settings = settings;
        this.profiles = profiles;
        this.transport = new ScribeTransport(http);
        this.calls = new TokenCall(settings.provider(), clock);
        this.clock = clock;
    }

    @Override
    public String provider() {
        return settings.provider();
    }

    @Override
    public String authorizationUrl(String state, String codeVerifier, String redirectUri) {
        return service(Optional.of(redirectUri))
                .createAuthorizationUrlBuilder()
                .state(state)
                .pkce(pkce(codeVerifier))
                .build();
    }

    @Override
    public SignedIn complete(String code, String codeVerifier, String redirectUri) {
        AccessTokenRequestParams request =
                AccessTokenRequestParams.create(code).pkceCodeVerifier(checked(codeVerifier));
        OAuth20Service service = service(Optional.of(redirectUri));
        SourceToken token =
                token(calls.run(SourceFailure.Kind.REFUSED, () -> service.getAccessToken(request)), Optional.empty());
        ProfileReader.Profile profile = profiles.read(token);
        return new SignedIn(profile.subject(), profile.name(), token);
    }

    /** Refused with {@code TOKEN_REFUSED} when the refresh token is spent or revoked: the person signs in again. */
    @Override
    public SourceToken refresh(String refreshToken) {
        if (refreshToken.isBlank()) {
            throw new SourceFailure(SourceFailure.Kind.TOKEN_REFUSED, provider() + ": no refresh token");
        }
        OAuth20Service service = service(Optional.empty());
        return token(
                calls.run(SourceFailure.Kind.TOKEN_REFUSED, () -> service.refreshAccessToken(refreshToken)),
                Optional.of(refreshToken));
    }

    private SourceToken token(OAuth2AccessToken reply, Optional<String> refreshTokenSoFar) {
        Duration life = reply.getExpiresIn() == null ? USUAL_LIFE : Duration.ofSeconds(reply.getExpiresIn());
        Instant expiresAt = clock.instant().plus(life);
        return new SourceToken(
                reply.getAccessToken(),
                Optional.ofNullable(reply.getRefreshToken()).or(() -> refreshTokenSoFar),
                expiresAt);
    }

    private OAuth20Service service(Optional<String> redirectUri) {
        ServiceBuilderOAuth20 service = new ServiceBuilder(settings.clientId())
                .apiSecret(settings.clientSecret())
                .httpClient(transport);
        redirectUri.ifPresent(service::callback);
        settings.scope().ifPresent(service::defaultScope);
        return service.build(new ConfiguredApi(settings));
    }

    private static PKCE pkce(String codeVerifier) {
        try {
            PKCE pkce = new PKCE();
            pkce.setCodeChallengeMethod(PKCECodeChallengeMethod.S256);
            pkce.setCodeChallenge(PKCECodeChallengeMethod.S256.transform2CodeChallenge(checked(codeVerifier)));
            return pkce;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String checked(String codeVerifier) {
        if (!VERIFIER.matcher(codeVerifier).matches()) {
            throw new IllegalArgumentException("a code verifier is 43 to 128 of A-Z a-z 0-9 - . _ ~");
        }
        return codeVerifier;
    }
}
