package coop.pools.integrations.groups.sandbox;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import coop.pools.integrations.groups.BoundedHttp;
import coop.pools.integrations.groups.SignIn;
import coop.pools.integrations.groups.SignedIn;
import coop.pools.integrations.groups.SourceFailure;
import coop.pools.integrations.groups.SourceFailure.Kind;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxSignInTest {
    private static final String VERIFIER = "v".repeat(43);
    private static final String BACK = "https://pools.example.org/back";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance().build();

    private final SignIn signIn = SandboxSignIn.at(
            new SandboxSignIn.Addresses(
                    () -> URI.create("https://pools.example.org/"), () -> URI.create(SERVER.baseUrl())),
            "pools",
            "s3cret",
            new BoundedHttp(),
            Clock.systemUTC());

    @Test
    void browsersUseThePublicAddress() {
        assertThat(signIn.authorizationUrl("s", VERIFIER, BACK))
                .startsWith("https://pools.example.org/sandbox/oauth2/authorize?");
        assertThat(signIn.provider()).isEqualTo("sandbox");
    }

    @Test
    void tokenAndProfileComeFromTheInnerAddress() {
        SERVER.stubFor(get("/sandbox/oauth2/me")
                .withHeader("Authorization", equalTo("Bearer A"))
                .willReturn(okJson("{\"sub\":\"ana\",\"name\":\"Ana\"}")));

        SignedIn signedIn = complete();
        assertThat(signedIn.subject()).isEqualTo("ana");
        assertThat(signedIn.name()).isEqualTo("Ana");
        assertThat(signedIn.token().refreshToken()).contains("R");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | ''                      | TOKEN_REFUSED",
                "500 | ''                      | UNAVAILABLE",
                "200 | <html>                  | UNAVAILABLE",
                "200 | {\"name\":\"Ana\"}      | UNAVAILABLE",
                "200 | {\"sub\":null}          | UNAVAILABLE"
            })
    void profileThatCannotBeReadIsAFailure(int status, String body, Kind kind) {
        ResponseDefinitionBuilder answer = aResponse().withStatus(status).withBody(body);
        SERVER.stubFor(get("/sandbox/oauth2/me").willReturn(answer));

        assertThat(catchThrowableOfType(SourceFailure.class, this::complete).kind())
                .isEqualTo(kind);
    }

    private SignedIn complete() {
        SERVER.stubFor(post("/sandbox/oauth2/access")
                .willReturn(okJson("{\"access_token\":\"A\",\"refresh_token\":\"R\",\"expires_in\":60}")));
        return signIn.complete("code", VERIFIER, BACK);
    }
}
