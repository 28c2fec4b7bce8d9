package coop.pools.stories;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.Api;
import coop.pools.testing.Browser;
import coop.pools.testing.Endpoints.Endpoint;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Guests are asked to sign in before what they send is judged, at every endpoint that is not for them too. */
class SignInFirstTest {
    /** What guests may do: sign in and out, give, see after what they gave, be paid, and end their mail. */
    private static final Set<String> FOR_GUESTS = Set.of(
            "POST /sign-in/{provider}",
            "POST /sign-out",
            "POST /pools/{slug}/contribute",
            "POST /contributions/{id}/pay",
            "POST /contributions/{id}/link",
            "POST /contributions/{id}/mine",
            "POST /payees/{id}/onboarding",
            "POST /mail/off/{secret}",
            "POST /api/v1/contributions",
            "POST /api/v1/pools/{slug}/contributions",
            "POST /api/v1/contributions/{id}/refund");

    private static final String ID = "00000000-0000-0000-0000-000000000001";

    private static TestDatabase db;
    private static RunningPools pools;

    @BeforeAll
    static void start() {
        db = TestDatabases.h2();
        pools = RunningPools.on(db);
    }

    @AfterAll
    static void stop() {
        pools.close();
        db.close();
    }

    @Test
    void whatIsForGuestsIsAllThere() {
        assertThat(endpoints().map(Endpoint::toString)).containsAll(FOR_GUESTS);
    }

    @Test
    void programsAreToldSo() {
        Api guest = pools.guest();
        List<Endpoint> asked = endpoints()
                .filter(Endpoint::json)
                .filter(endpoint -> !endpoint.upload())
                .toList();
        assertThat(asked).hasSizeGreaterThan(50);
        for (Endpoint endpoint : asked) {
            Api.Answer answer = send(guest, endpoint, "{\"no such field\":1}");
            if (FOR_GUESTS.contains(endpoint.toString())) {
                assertThat(answer.status()).as(answer.request()).isNotEqualTo(401);
            } else {
                answer.refused(401, "SIGN_IN_REQUIRED");
            }
        }
    }

    @Test
    void pagesLeadToSigningIn() {
        Browser guest = Browser.guest(pools.address());
        List<Endpoint> asked = endpoints()
                .filter(endpoint -> !endpoint.json())
                .filter(endpoint -> !endpoint.upload())
                .toList();
        assertThat(asked).hasSizeGreaterThan(40);
        for (Endpoint endpoint : asked) {
            Browser.Page form = guest.get("/sign-in");
            Browser.Page answer =
                    guest.submit(leadingTo(form, address(endpoint)), address(endpoint), Map.of("amount", "a lot"));
            if (FOR_GUESTS.contains(endpoint.toString())) {
                assertThat(answer.location()).as(endpoint.toString()).doesNotContain("/sign-in?");
            } else {
                assertThat(answer.path()).as(endpoint.toString()).isEqualTo("/sign-in?returnTo=/");
            }
        }
    }

    @Test
    void andBackToTheFormAfterwards() {
        Browser guest = Browser.guest(pools.address());
        Browser.Page form = leadingTo(guest.get("/sign-in"), "/pools/games/expenses");
        assertThat(cameFrom(guest, form, pools.address() + "/pools/games/expenses/new?bucket=rent"))
                .endsWith("/sign-in?returnTo=/pools/games/expenses/new%3Fbucket%3Drent");
        assertThat(cameFrom(guest, form, "https://elsewhere.example/pools/games"))
                .endsWith("/sign-in?returnTo=/");
        assertThat(guest.get("/me/mail?said=time-zone").location())
                .endsWith("/sign-in?returnTo=/me/mail%3Fsaid%3Dtime-zone");
    }

    private static String cameFrom(Browser guest, Browser.Page form, String page) {
        Browser.Page sent = new Browser.Page("GET " + page, 200, form.html(), "");
        return guest.upload(sent, "/pools/games/expenses", Map.of("amount", "a lot"))
                .location();
    }

    private static Stream<Endpoint> endpoints() {
        return pools.writingEndpoints().stream()
                .filter(endpoint -> !endpoint.template().startsWith("/sandbox/"));
    }

    private static Api.Answer send(Api guest, Endpoint endpoint, String body) {
        return switch (endpoint.method()) {
            case "POST" -> guest.post(address(endpoint), body);
            case "PUT" -> guest.put(address(endpoint), body);
            case "DELETE" -> guest.delete(address(endpoint));
            default -> throw new AssertionError("cannot be tried yet: " + endpoint);
        };
    }

    private static String address(Endpoint endpoint) {
        return endpoint.template()
                .replaceAll("\\{[a-z]+: *([a-z]+)[^}]*}", "$1")
                .replaceAll("\\{id}", ID)
                .replaceAll("\\{[A-Za-z]+}", "some");
    }

    /** A form of ours, sent elsewhere: it has what a page's forms have. */
    private static Browser.Page leadingTo(Browser.Page form, String address) {
        return new Browser.Page(form.request(), 200, form.ok().replace("/sandbox/clock/advance", address), "");
    }
}
