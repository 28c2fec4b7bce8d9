package coop.pools.integrations.groups;

/**
 * OAuth 2 authorisation code with PKCE (RFC 6749, RFC 7636, RFC 9700) at one provider. The caller keeps state and
 * verifier, bound to the browser, and uses each once.
 */
public interface SignIn {
    /** The provider's word: {@code meetup} or {@code sandbox}. */
    String provider();

    /** Where to send the browser. {@code codeVerifier} is 43 to 128 characters; only its S256 hash is sent. */
    String authorizationUrl(String state, String codeVerifier, String redirectUri);

    /** Exchanges the code and reads who signed in. Network calls; failures are {@link SourceFailure}. */
    SignedIn complete(String code, String codeVerifier, String redirectUri);

    /** A fresh token. The refresh token it is given is spent by this call: store the new one. */
    SourceToken refresh(String refreshToken);
}
