package coop.pools.integrations.groups.meetup;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static coop.pools.integrations.groups.meetup.MeetupFixture.NOW;
import static coop.pools.integrations.groups.meetup.MeetupFixture.TOKEN;
import static coop.pools.integrations.groups.meetup.MeetupFixture.last;
import static coop.pools.integrations.groups.meetup.MeetupFixture.member;
import static coop.pools.integrations.groups.meetup.MeetupFixture.roster;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import coop.pools.integrations.groups.SignedIn;
import coop.pools.integrations.groups.SourceFailure;
import coop.pools.integrations.groups.SourceFailure.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MeetupFaultsTest {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance().build();

    private static final String GOOD = roster(List.of(member(1, "\"Ana\"", "MEMBER", "ACTIVE")), last(), 1);

    private final MeetupFixture meetup = new MeetupFixture(SERVER);
    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void rateLimitInsideA200SaysWhenToComeBack() {
        meetup.answers("{\"errors\":[{\"message\":\"Too many requests, please try again shortly.\",\"extensions\":"
                + "{\"code\":\"RATE_LIMITED\",\"consumedPoints\":501,\"resetAt\":\"2026-11-22T13:00:41+01:00\"}}]}");

        SourceFailure failure = failure();
        assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(failure.retryAt()).contains(Instant.parse("2026-11-22T12:00:41Z"));
        assertThat(pauses).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-22T11:00:00Z, 1", "2026-11-22T12:00:00Z, 1", "2027-11-22T12:00:00Z, 3600", "soon, 60", "'', 60"
    })
    void rateLimitIsNeverForAMomentAndNeverForDays(String resetAt, int seconds) {
        meetup.answers("{\"data\":null,\"errors\":[{\"extensions\":{\"code\":\"RATE_LIMITED\",\"resetAt\":\"" + resetAt
                + "\"}}]}");

        assertThat(failure().retryAt()).contains(NOW.plusSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"'30', 30", "'Sun, 22 Nov 2026 12:02:00 GMT', 120", "'later', 60"})
    void tooManyRequestsByStatusIsTheSame(String retryAfter, int seconds) {
        meetup.answers(aResponse()
                .withStatus(429)
                .withHeader("Retry-After", retryAfter)
                .withBody("slow down"));

        SourceFailure failure = failure();
        assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(failure.retryAt()).contains(NOW.plusSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | ''                                                              | TOKEN_REFUSED",
                "401 | {\"errors\":[{\"code\":\"auth_fail\",\"message\":\"Invalid\"}]} | TOKEN_REFUSED",
                "400 | {\"errors\":[{\"code\":\"auth_fail\"}]}                         | TOKEN_REFUSED",
                "200 | {\"errors\":[{\"extensions\":{\"code\":\"UNAUTHENTICATED\"}}]}  | TOKEN_REFUSED",
                "403 | ''                                                              | REFUSED",
                "404 | ''                                                              | UNAVAILABLE",
                "302 | ''                                                              | UNAVAILABLE",
                "200 | {\"errors\":[{\"message\":\"Unknown field\"}]}                  | REFUSED",
                "200 | {\"data\":null,\"errors\":[{\"extensions\":{\"code\":\"INTERNAL_SERVER_ERROR\"}}]} | UNAVAILABLE",
                "200 | {\"data\":{\"group\":null},\"errors\":[{\"extensions\":{\"code\":\"NOT_FOUND\"}}]} | REFUSED",
                "200 | {\"data\":null}                                                 | UNAVAILABLE",
                "200 | {\"data\":{\"group\":{}}}                                       | UNAVAILABLE"
            })
    void failuresSayWhatCanBeDoneAtOnce(int status, String body, Kind kind) {
        meetup.answers(aResponse()
                .withStatus(status)
                .withHeader("Location", "/elsewhere")
                .withBody(body));

        assertThat(failure().kind()).isEqualTo(kind);
        assertThat(pauses).isEmpty();
        SERVER.verify(1, postRequestedFor(urlEqualTo("/gql-ext")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400 | ''",
                "500 | oops",
                "502 | <html></html>",
                "503 | ''",
                "200 | <html>",
                "200 | []",
                "200 | {}",
                "200 | ''"
            })
    void brokenAnswersAreAskedForThreeTimes(int status, String body) {
        meetup.answers(aResponse().withStatus(status).withBody(body));

        assertThat(failure().kind()).isEqualTo(Kind.UNAVAILABLE);
        SERVER.verify(3, postRequestedFor(urlEqualTo("/gql-ext")));
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void lostConnectionIsAskedForThreeTimes() {
        meetup.answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));

        assertThat(failure().kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(pauses).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 503})
    void answerAfterABrokenOneIsGood(int status) {
        SERVER.stubFor(post("/gql-ext")
                .inScenario("again")
                .whenScenarioStateIs(Scenario.STARTED)
                .willReturn(aResponse().withStatus(status))
                .willSetStateTo("better"));
        SERVER.stubFor(post("/gql-ext")
                .inScenario("again")
                .whenScenarioStateIs("better")
                .willReturn(okJson(GOOD)));

        assertThat(meetup.meetup(pauses::add)
                        .groups()
                        .roster(TOKEN, "g", Optional.empty())
                        .members())
                .hasSize(1);
        assertThat(pauses).hasSize(1);
    }

    @Test
    void closedForAWhileIsNotWaitedFor() {
        meetup.answers(aResponse().withStatus(503).withHeader("Retry-After", "120"));

        SourceFailure failure = failure();
        assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(failure.retryAt()).contains(NOW.plusSeconds(120));
        assertThat(pauses).isEmpty();
    }

    @Test
    void slowAnswersAreUnavailableAndNotAskedForAgain() {
        meetup.answers(okJson(GOOD).withFixedDelay(4_000));
        assertThat(failure().kind()).isEqualTo(Kind.UNAVAILABLE);

        meetup.answers(okJson(GOOD).withChunkedDribbleDelay(20, 4_000));
        assertThat(failure().kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(pauses).isEmpty();
    }

    @Test
    void answersOfMoreThanFiveMegabytesAreUnavailable() {
        meetup.answers(okJson(GOOD + " ".repeat(5 * 1024 * 1024)));

        assertThat(failure().kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void partialAnswerIsGoodWhenNothingNeededIsMissing() {
        meetup.answers(GOOD.replaceFirst("\\{", "{\"errors\":[{\"message\":\"name\",\"path\":[\"x\"]}],"));

        assertThat(meetup.groups().roster(TOKEN, "g", Optional.empty()).members())
                .hasSize(1);
    }

    @Test
    void partialAnswerWithAHoleIsUnavailable() {
        String hole = "{\"cursor\":\"b\",\"node\":null,\"metadata\":{\"role\":\"MEMBER\",\"status\":\"ACTIVE\"}}";
        String whole = roster(List.of(member(1, "\"Ana\"", "MEMBER", "ACTIVE"), hole), last(), 2);
        meetup.answers(whole.replaceFirst("\\{", "{\"errors\":[{\"message\":\"one was not read\"}],"));

        assertThat(failure().kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void signInReadsWhoItIs() {
        SERVER.stubFor(post("/oauth2/access").willReturn(okJson("{\"access_token\":\"A\",\"expires_in\":3600}")));
        meetup.answers("{\"data\":{\"self\":{\"id\":\"42\",\"name\":null}}}");

        SignedIn signedIn =
                meetup.meetup(pauses::add).signIn().complete("code", "v".repeat(43), "https://pools.example.org/back");
        assertThat(signedIn.subject()).isEqualTo("42");
        assertThat(signedIn.name()).isEqualTo("Member 42");
    }

    private SourceFailure failure() {
        return catchThrowableOfType(
                SourceFailure.class, () -> meetup.meetup(pauses::add).groups().roster(TOKEN, "g", Optional.empty()));
    }
}
