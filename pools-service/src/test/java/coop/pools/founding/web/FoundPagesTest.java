package coop.pools.founding.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.Browser;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the list of groups to a Pool, as a browser goes. */
class FoundPagesTest {
    private static final String RUNNERS = "/groups/sandbox/riverside-runners";
    private static final String LIST = "\ufeffMitglied;E-Mail;Rolle\r\nIda \u00d6z;ida@example.org;Organisator\r\n"
            + "\"Meier; Max\";max@example.org;\r\nIda Again;ida@example.org;\r\n";
    private static final Map<String, String> TERMS =
            Map.of("name", "Riverside Runners", "currency", "EUR", "legalForm", "una");

    private static TestDatabase db;
    private static RunningPools pools;
    private static Browser ana;

    @BeforeAll
    static void start() {
        db = TestDatabases.h2();
        pools = RunningPools.on(db);
        ana = Browser.signedIn(pools.address(), "ana");
    }

    @AfterAll
    static void stop() {
        pools.close();
        db.close();
    }

    @Test
    void aGuestSignsInFirst() {
        Browser guest = Browser.guest(pools.address());
        assertThat(guest.get("/groups").path()).isEqualTo("/sign-in?returnTo=/groups");
        assertThat(guest.get(RUNNERS).path()).isEqualTo("/sign-in?returnTo=" + RUNNERS);
    }

    @Test
    void myGroupsLeadToTheirPreviews() {
        assertThat(ana.get("/groups").ok())
                .contains("City Makers", "50,000 people", "href=\"/groups/sandbox/city-makers\"", "From a list of");
        assertThat(ana.get("/groups/sandbox/city-makers").ok())
                .contains(
                        "50,000", "Found this Pool", "Working agreement, nothing filed", "its vote is open for 5 days");
        assertThat(ana.get("/groups/sandbox/nobodys").status()).isEqualTo(403);
        assertThat(ana.get("/groups/meetup/1").status()).isEqualTo(422);
        assertThat(Browser.signedIn(pools.address(), "zoe").get("/groups").ok())
                .contains("You organise no group there");
    }

    @Test
    void twoClicksMakeOnePool() {
        Browser.Page page = ana.get("/groups/sandbox/board-games");
        Map<String, String> terms = Map.of("name", "Tuesday Board Games", "currency", "EUR", "legalForm", "una");
        String action = "/groups/sandbox/board-games/found";
        assertThat(ana.submit(page, action, terms).path()).isEqualTo("/pools/tuesday-board-games?said=founded");
        assertThat(ana.submit(page, action, terms).path()).isEqualTo("/pools/tuesday-board-games?said=exists");
        assertThat(ana.get("/pools/tuesday-board-games?said=exists").ok())
                .contains("Your group has this Pool already.");
        assertThat(ana.get("/groups/sandbox/board-games").path()).isEqualTo("/pools/tuesday-board-games?said=exists");
        assertThat(ana.get("/groups").ok()).contains("href=\"/pools/tuesday-board-games\"", "Has a Pool");
        assertThat(ana.get("/pools/tuesday-board-games?said=%3Cb%3E").ok()).doesNotContain("<b>");
    }

    @Test
    void aRefusedFormComesBackAsItWas() {
        Browser.Page page = ana.get(RUNNERS);
        String html = ana.submit(
                        page,
                        RUNNERS + "/found",
                        with(Map.of("rule.vote.hours", "3", "rule.vote.quorum", "33.5", "name", "Runners & Co")))
                .refused(422);
        assertThat(html)
                .contains(
                        "Article 9 sets bounds",
                        "value=\"33.5\"",
                        "Runners &amp; Co",
                        "id=\"f-rule.vote.hours-error\"");
        assertThat(ana.submit(page, RUNNERS + "/found", with(Map.of("currency", "XXX")))
                        .refused(422))
                .contains("Money in XXX cannot be moved here");
        assertThat(ana.submit(page, RUNNERS + "/found", with(Map.of("legalForm", "empire")))
                        .refused(422))
                .contains("There is no legal form");
        assertThat(ana.submit(page, RUNNERS + "/found", with(Map.of("name", " ")))
                        .status())
                .isEqualTo(422);
        assertThat(ana.submit(page, RUNNERS + "/found", with(Map.of("csrf", "x")))
                        .status())
                .isEqualTo(403);
        assertThat(ana.get(RUNNERS).ok()).contains("Found this Pool");
    }

    @Test
    void aListBecomesAPoolWithItsOwnRules() {
        Browser.Page groups = ana.get("/groups");
        String preview =
                ana.upload(groups, "/groups/csv", "Stra\u00dfen_fest.csv", LIST).path();
        assertThat(preview).startsWith("/groups/csv/");
        assertThat(ana.upload(groups, "/groups/csv", "Stra\u00dfen_fest.csv", LIST)
                        .path())
                .isEqualTo(preview);
        Browser.Page page = ana.get(preview);
        assertThat(page.ok())
                .contains("Ida \u00d6z", "Meier; Max", "1 line is left out", "Line 4")
                .contains(
                        "name from &quot;Mitglied&quot;, e-mail from &quot;E-Mail&quot;, role from &quot;Rolle&quot;");
        assertThat(page.ok()).contains("you make a link and send it");
        assertThat(ana.get("/groups").ok()).contains("href=\"" + preview + "\"");
        assertThat(Browser.signedIn(pools.address(), "ben").get(preview).status())
                .isEqualTo(404);
        Map<String, String> terms =
                Map.of("name", "Stra\u00dfenfest", "currency", "JPY", "legalForm", "de_llc", "rule.vote.hours", "72");
        String pool = ana.submit(page, preview + "/found", terms).path();
        assertThat(pool).isEqualTo("/pools/strassenfest?said=founded");
        assertThat(ana.submit(page, preview + "/found", terms).path()).isEqualTo("/pools/strassenfest?said=exists");
        assertThat(ana.get(preview).path()).isEqualTo("/pools/strassenfest?said=exists");
        assertThat(Browser.signedIn(pools.address(), "ben").get(preview).status())
                .isEqualTo(404);
        assertThat(ana.get("/pools/strassenfest/members").ok()).contains("named in an uploaded list");
        assertThat(pools.guest().get("/api/v1/pools/strassenfest").ok().body())
                .contains("\"currency\":\"JPY\"", "\"vote.hours\":72", "\"legalForm\":\"de_llc\"");
    }

    @Test
    void aFileThatIsNoListIsRefusedWhereItWasChosen() {
        Browser.Page groups = ana.get("/groups");
        assertThat(ana.upload(groups, "/groups/csv", "empty.csv", "").refused(422))
                .contains("The file is empty.", "id=\"f-file-error\"");
        assertThat(ana.upload(groups, "/groups/csv", "nobody.csv", "Name;E-Mail\r\n;\r\n")
                        .status())
                .isEqualTo(422);
        Browser guest = Browser.guest(pools.address());
        guest.get("/sign-in");
        assertThat(guest.upload(groups, "/groups/csv", "list.csv", LIST).path()).startsWith("/sign-in?returnTo=");
    }

    @Test
    void theFullTextCanBeReadBefore() {
        Browser guest = Browser.guest(pools.address());
        assertThat(guest.get("/agreements/una?name=Sunday+%3Cb%3E").ok())
                .contains("Working agreement of Sunday &lt;b&gt;", "id=\"article-9\"");
        assertThat(guest.get("/agreements/de_llc").ok()).contains("Delaware");
        assertThat(guest.get("/agreements/empire").status()).isEqualTo(422);
    }

    private static Map<String, String> with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(TERMS);
        all.putAll(more);
        return all;
    }
}
