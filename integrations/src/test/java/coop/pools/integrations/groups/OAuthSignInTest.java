package coop.pools.integrations.groups;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import coop.pools.integrations.groups.SourceFailure.Kind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OAuthSignInTest {
    /** The example of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    private static final String BACK = "https://pools.example.org/sign-in/meetup/back?x=1&y=2";
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @RegisterExtension
    static final WireMockExtension PROVIDER = WireMockExtension.newInstance().build();

    private final OAuthSignIn signIn = new OAuthSignIn(
            new OAuthSettings(
                    "meetup",
                    "client-1",
                    "s3cret",
                    Optional.empty(),
                    () -> URI.create("https://provider.example/oauth2/authorize"),
                    () -> URI.create(PROVIDER.baseUrl() + "/oauth2/access")),
            token -> new ProfileReader.Profile("42", "Ana"),
            new BoundedHttp(Duration.ofSeconds(1), Duration.ofMillis(1_500)),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void browserIsSentWithStateChallengeAndTheExactWayBack() {
        String url = signIn.authorizationUrl("state & more", VERIFIER, BACK);

        assertThat(url).startsWith("https://provider.example/oauth2/authorize?").doesNotContain(VERIFIER, "s3cret");
        assertThat(query(url))
                .isEqualTo(Map.of(
                        "response_type", "code",
                        "client_id", "client-1",
                        "redirect_uri", BACK,
                        "state", "state & more",
                        "code_challenge", CHALLENGE,
                        "code_challenge_method", "S256"));
    }

    @Test
    void codeIsExchangedWithTheSecretInTheBody() {
        answer(okJson(
                "{\"access_token\":\"A\",\"refresh_token\":\"R\",\"token_type\":\"bearer\",\"expires_in\":3600}"));

        SignedIn signedIn = signIn.complete("the code", VERIFIER, BACK);

        assertThat(signedIn)
                .isEqualTo(new SignedIn("42", "Ana", new SourceToken("A", Optional.of("R"), NOW.plusSeconds(3600))));
        PROVIDER.verify(
                1,
                postRequestedFor(urlEqualTo("/oauth2/access"))
                        .withHeader("Accept", equalTo("application/json"))
                        .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                        .withoutHeader("Authorization")
                        .withFormParam("grant_type", equalTo("authorization_code"))
                        .withFormParam("code", equalTo("the code"))
                        .withFormParam("code_verifier", equalTo(VERIFIER))
                        .withFormParam("redirect_uri", equalTo(BACK))
                        .withFormParam("client_id", equalTo("client-1"))
                        .withFormParam("client_secret", equalTo("s3cret")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"access_token\":\"A\"}",
                "{\"access_token\":\"A\",\"refresh_token\":null,\"expires_in\":null}",
                "{\"access_token\":\"A\",\"refresh_token\":\"\",\"expires_in\":\"soon\"}"
            })
    void whatIsMissingIsAnHourAndNoRefreshToken(String reply) {
        answer(okJson(reply));

        assertThat(signIn.complete("c", VERIFIER, BACK).token())
                .isEqualTo(new SourceToken("A", Optional.empty(), NOW.plus(Duration.ofHours(1))));
    }

    @Test
    void refreshTokenIsReplacedByTheNewOne() {
        answer(okJson("{\"access_token\":\"A2\",\"refresh_token\":\"R2\",\"expires_in\":60}"));

        assertThat(signIn.refresh("R1")).isEqualTo(new SourceToken("A2", Optional.of("R2"), NOW.plusSeconds(60)));
        PROVIDER.verify(postRequestedFor(anyUrl())
                .withFormParam("grant_type", equalTo("refresh_token"))
                .withFormParam("refresh_token", equalTo("R1"))
                .withFormParam("client_secret", equalTo("s3cret")));
    }

    @Test
    void refreshTokenIsKeptWhenNoneComesBack() {
        answer(okJson("{\"access_token\":\"A2\"}"));

        assertThat(signIn.refresh("R1").refreshToken()).contains("R1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | {\"error\":\"invalid_grant\"}                    | REFUSED     | TOKEN_REFUSED",
                "401 | {\"error\":\"invalid_client\"}                   | REFUSED     | REFUSED",
                "400 | {\"error\":\"temporarily_unavailable\"}          | UNAVAILABLE | UNAVAILABLE",
                "503 | {\"error\":\"invalid_grant\"}                    | UNAVAILABLE | UNAVAILABLE",
                "502 | <html>R1 Bad gateway</html>                      | UNAVAILABLE | UNAVAILABLE",
                "400 | <html>Blocked</html>                             | UNAVAILABLE | UNAVAILABLE",
                "400 | {\"message\":\"R1\"}                             | UNAVAILABLE | UNAVAILABLE",
                "400 | {\"error\":\"something_of_their_own\"}           | UNAVAILABLE | UNAVAILABLE",
                "400 | ''                                               | UNAVAILABLE | UNAVAILABLE",
                "302 | ''                                               | UNAVAILABLE | UNAVAILABLE",
                "200 | ''                                               | UNAVAILABLE | UNAVAILABLE",
                "200 | <html>R1 Welcome</html>                          | UNAVAILABLE | UNAVAILABLE",
                "200 | {\"refresh_token\":\"R1\"}                       | UNAVAILABLE | UNAVAILABLE",
                "200 | {\"access_token\":null,\"refresh_token\":\"R1\"} | UNAVAILABLE | UNAVAILABLE",
                "200 | []                                               | UNAVAILABLE | UNAVAILABLE",
                "429 | {\"error\":\"slow_down\"}                        | RATE_LIMITED| RATE_LIMITED",
                "429 | ''                                               | RATE_LIMITED| RATE_LIMITED"
            })
    void failuresSayWhatCanBeDone(int status, String body, Kind whenCompleting, Kind whenRefreshing) {
        answer(aResponse()
                .withStatus(status)
                .withHeader("Retry-After", "7")
                .withHeader("Location", PROVIDER.baseUrl() + "/elsewhere")
                .withBody(body));

        assertThat(failure(() -> signIn.complete("c", VERIFIER, BACK)).kind()).isEqualTo(whenCompleting);
        SourceFailure refreshing = failure(() -> signIn.refresh("R1"));
        assertThat(refreshing.kind()).isEqualTo(whenRefreshing);
        assertThat(refreshing.retryAt()).isEqualTo(status == 429 ? Optional.of(NOW.plusSeconds(7)) : Optional.empty());
        assertThat(everythingSaid(refreshing)).doesNotContain("R1", "s3cret");
        PROVIDER.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
    }

    @Test
    void silenceIsUnavailable() {
        answer(okJson("{\"access_token\":\"A\"}").withFixedDelay(4_000));
        assertThat(failure(() -> signIn.refresh("R")).kind()).isEqualTo(Kind.UNAVAILABLE);

        answer(okJson("{\"access_token\":\"A\"}").withChunkedDribbleDelay(10, 4_000));
        assertThat(failure(() -> signIn.refresh("R")).kind()).isEqualTo(Kind.UNAVAILABLE);

        answer(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
        assertThat(failure(() -> signIn.refresh("R")).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void endlessAnswersAreCutOff() {
        answer(okJson("{\"access_token\":\"" + "A".repeat(6 * 1024 * 1024) + "\"}"));

        assertThat(failure(() -> signIn.refresh("R")).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void blankRefreshTokenIsRefusedWithoutACall() {
        assertThat(failure(() -> signIn.refresh(" ")).kind()).isEqualTo(Kind.TOKEN_REFUSED);
        PROVIDER.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void shortVerifiersAreABug() {
        assertThatIllegalArgumentException().isThrownBy(() -> signIn.authorizationUrl("s", "short", BACK));
        assertThatIllegalArgumentException().isThrownBy(() -> signIn.complete("c", "a".repeat(129), BACK));
    }

    private static void answer(ResponseDefinitionBuilder response) {
        PROVIDER.stubFor(post("/oauth2/access").willReturn(response));
    }

    private static SourceFailure failure(ThrowingCallable call) {
        return catchThrowableOfType(SourceFailure.class, call);
    }

    private static String everythingSaid(Throwable failure) {
        StringWriter said = new StringWriter();
        failure.printStackTrace(new PrintWriter(said));
        return said.toString();
    }

    private static Map<String, String> query(String url) {
        return Arrays.stream(url.substring(url.indexOf('?') + 1).split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
