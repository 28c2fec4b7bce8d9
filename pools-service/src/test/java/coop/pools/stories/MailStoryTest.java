package coop.pools.stories;

import static coop.pools.stories.MainJobStoryTest.found;
import static coop.pools.stories.MainJobStoryTest.join;
import static coop.pools.stories.MainJobStoryTest.propose;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import coop.pools.identity.domain.Person;
import coop.pools.identity.sql.SqlIdentityStore;
import coop.pools.testing.Api;
import coop.pools.testing.Browser;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import io.dropwizard.testing.ConfigOverride;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The application with a mail server beside it. */
class MailStoryTest {
    private static final GreenMail POST = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
    private static final String TITLE = "Buy chairs; \\\"four\\\", or\\\\more <b>ö</b>";

    @BeforeAll
    static void open() {
        POST.start();
        POST.setUser("pools", "pools", "s3cret");
    }

    @AfterAll
    static void shut() {
        POST.stop();
    }

    @BeforeEach
    void clear() throws Exception {
        POST.purgeEmailFromAllMailboxes();
    }

    @Test
    void mailGoesToVerifiedAddressesAsTheirPeopleWishAndEndsWithOneClick() throws Exception {
        String smtp = "smtp://pools:s3cret@127.0.0.1:" + POST.getSmtp().getPort();
        try (TestDatabase db = TestDatabases.h2();
                RunningPools pools = RunningPools.on(db, ConfigOverride.config("mail.smtpUrl", smtp))) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            Api chi = pools.as("chi");
            String games = found(ana, "board-games");
            join(ben, games);
            join(chi, games);

            confirmAddress(pools, ben, chi);
            ben.put("/api/v1/pools/" + games + "/mail", "{\"volume\":\"waiting\"}")
                    .ok();
            ben.put("/api/v1/pools/" + games + "/mail", "{\"volume\":\"loud\"}").refused(422, "INVALID_FIELD");
            ben.put("/api/v1/pools/nowhere/mail", "{\"volume\":\"digest\"}").refused(404, "NOT_FOUND");
            ana.put("/api/v1/me/mail", "{\"volume\":\"digest\"}").refused(409, "NO_ADDRESS");

            ben.put("/api/v1/me/mail/time-zone", "{\"timeZone\":\"Mars/Olympus\"}")
                    .refused(422, "INVALID_FIELD");
            ana.put("/api/v1/me/mail/time-zone", "{\"timeZone\":\"Asia/Tokyo\"}")
                    .refused(409, "NO_ADDRESS");
            assertThat(ben.put("/api/v1/me/mail/time-zone", "{\"timeZone\":\"Asia/Tokyo\"}")
                            .ok()
                            .text("timeZone"))
                    .isEqualTo("Asia/Tokyo");

            String proposal = propose(
                    ana,
                    "pools",
                    games,
                    "{\"title\":\"" + TITLE + "\",\"text\":\"\",\"action\":{\"type\":\"statement\"}}");
            calendars(pools, ben, chi, games, proposal);
            pools.advance("PT48H");
            MimeMessage opened = only("opened");
            assertThat(opened.getAllRecipients()).hasSize(1);
            assertThat(opened.getSubject()).contains("A vote has opened in").contains("<b>ö</b>");
            MimeMultipart parts = (MimeMultipart) opened.getContent();
            assertThat(parts.getBodyPart(0).getContent().toString())
                    .contains(pools.address() + "/proposals/" + proposal)
                    .as("times are told where Ben lives, and the zone is named")
                    .containsPattern("It closes on [0-9]+ [A-Z][a-z]+ 20[0-9]{2}, [0-9]{2}:[0-9]{2} .Asia/Tokyo.")
                    .doesNotContain("UTC")
                    .contains("<b>ö</b>");
            assertThat(parts.getBodyPart(1).getContent().toString())
                    .contains("&lt;b&gt;ö&lt;/b&gt;")
                    .doesNotContain("<b>");
            assertThat(GreenMailUtil.getWholeMessage(opened))
                    .doesNotContain("chi@")
                    .doesNotContain("ana@");

            ana.put("/api/v1/proposals/" + proposal + "/ballot", "{\"choice\":\"agree\"}")
                    .ok();
            pools.advance("PT73H");
            only("You have not voted yet");
            pools.advance("PT24H");
            only("You have not voted yet");
            assertThat(notices(chi)).contains("VOTE_REMINDER");
            assertThat(notices(ana)).as("has voted").doesNotContain("VOTE_REMINDER");

            oneClick(pools, opened, ben, games);
        }
    }

    @Test
    void theDayToLookBackAtADecisionComesByMailAndLeadsToWhatCameOfIt() throws Exception {
        String smtp = "smtp://pools:s3cret@127.0.0.1:" + POST.getSmtp().getPort();
        try (TestDatabase db = TestDatabases.h2();
                RunningPools pools = RunningPools.on(db, ConfigOverride.config("mail.smtpUrl", smtp))) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            String games = found(ana, "board-games");
            join(ben, games);
            confirmAddress(pools, ben, pools.as("chi"));
            ben.put("/api/v1/pools/" + games + "/mail", "{\"volume\":\"everything\"}")
                    .ok();
            for (int other = 1; other <= 60; other++) {
                Person namesake = new Person(new UUID(0, other), "Ben", Instant.EPOCH);
                db.store(SqlIdentityStore.class).insertPerson(namesake);
            }
            String action = "{\"title\":\"Meet on Mondays\",\"text\":\"\",\"action\":{\"type\":\"statement\"}}";
            String proposal = propose(ben, "pools", games, action);
            ana.post("/api/v1/proposals/" + proposal + "/comments", "{\"text\":\"Which room, @Ben?\"}")
                    .ok();
            pools.advance("PT48H");
            assertThat(text(only("has named you"))).contains("Meet on Mondays");
            for (Api each : List.of(ana, ben)) {
                each.put("/api/v1/proposals/" + proposal + "/ballot", "{\"choice\":\"agree\"}")
                        .ok();
            }
            pools.advance("PT200H");
            String outcome = "/api/v1/proposals/" + proposal + "/statement";
            String said = ben.put(outcome, "{\"text\":\"We begin.\"}").ok().text("statedAt");
            Instant review = Instant.parse(said).plus(Duration.ofDays(30));
            ben.put(outcome, "{\"text\":\"We try it for a month.\",\"reviewAt\":\"" + review + "\"}")
                    .ok();
            pools.advance("PT719H");
            assertThat(notices(ben)).doesNotContain("REVIEW_DUE");
            pools.advance("PT2H");
            pools.advance("PT48H");
            MimeMessage due = only("look back");
            assertThat(due.getSubject()).contains("Meet on Mondays").contains("Board Games");
            assertThat(text(due)).contains(pools.address() + "/proposals/" + proposal + "#came-of-it");
            assertThat(Browser.guest(pools.address())
                            .get("/proposals/" + proposal)
                            .ok())
                    .contains("id=\"came-of-it\"")
                    .contains("We try it for a month.");
        }
    }

    private static String text(MimeMessage mail) throws Exception {
        return ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent().toString();
    }

    private static void confirmAddress(RunningPools pools, Api ben, Api chi) throws Exception {
        assertThat(ben.get("/api/v1/me/mail").ok().at("available").asBoolean()).isTrue();
        for (String bad : new String[] {"", "ben", "ben@x y", "a@b.c, d@e.f", "ben@example.org\\r\\nBcc: eve@x.y"}) {
            ben.put("/api/v1/me/mail/address", "{\"address\":\"" + bad + "\"}").refused(422, "INVALID_FIELD");
        }
        ben.put("/api/v1/me/mail/address", "{\"address\":\"ben@example.org\"}").ok();
        pools.advance("PT1M");
        MimeMessage mail = only("Confirm your address");
        assertThat(mail.getHeader("List-Unsubscribe")).isNull();
        String path = path(mail, "/mail/confirm/");
        String code = path.substring(path.lastIndexOf('/') + 1);
        String confirmation = "/api/v1/me/mail/address/confirmation";
        chi.post(confirmation, "{\"code\":\"" + code + "\"}").refused(422, "CONFIRMATION_EXPIRED");
        Browser browser = Browser.signedIn(pools.address(), "ben");
        Browser.Page asked = browser.get(path);
        assertThat(asked.ok()).contains("ben@example.org");
        assertThat(ben.get("/api/v1/me/mail").ok().at("verified").asBoolean())
                .as("opening the link alone confirms nothing")
                .isFalse();
        assertThat(browser.submit(asked, path, java.util.Map.of()).path()).isEqualTo("/me/mail?said=address-confirmed");
        ben.post(confirmation, "{\"code\":\"" + code + "\"}").refused(422, "CONFIRMATION_EXPIRED");
        assertThat(browser.get("/me/mail").ok()).contains("ben@example.org").contains("Only what waits for me");
        assertThat(Browser.signedIn(pools.address(), "chi").get("/me/mail").ok())
                .doesNotContain("ben@");
    }

    private static void oneClick(RunningPools pools, MimeMessage mail, Api ben, String games) throws Exception {
        String off = mail.getHeader("List-Unsubscribe", null).replaceAll("[<>\\s]", "");
        String path = URI.create(off).getPath();
        Browser guest = Browser.guest(pools.address());
        assertThat(guest.get(path).ok()).contains("No more mail?");
        assertThat(volume(ben)).as("a scanner that opens the link ends nothing").isEqualTo("waiting");
        HttpRequest click = HttpRequest.newBuilder(URI.create(off))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click"))
                .build();
        HttpClient http = HttpClient.newHttpClient();
        for (int i = 0; i < 2; i++) {
            assertThat(http.send(click, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(200);
        }
        assertThat(volume(ben)).isEqualTo("nothing");
        assertThat(guest.get(path + "x").status()).isEqualTo(404);
        String secret = path.substring(path.lastIndexOf('/') + 1);
        Api thief = new Api(pools.address(), secret);
        thief.get("/api/v1/me").refused(401, "SIGN_IN_REQUIRED");
        assertThat(guest.get("/calendar/" + secret + ".ics").status()).isEqualTo(404);
        ben.delete("/api/v1/me/mail/address").ok();
        assertThat(ben.get("/api/v1/me/mail").ok().body()).doesNotContain("ben@");
    }

    private static void calendars(RunningPools pools, Api ben, Api chi, String games, String proposal)
            throws Exception {
        String url = ben.post("/api/v1/me/calendar", "").ok().text("url");
        String path = URI.create(url).getPath();
        Api guest = pools.guest();
        for (String feed : List.of(path, "/pools/" + games + "/calendar.ics")) {
            HttpResponse<byte[]> answer = guest.download(feed);
            assertThat(answer.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
            Calendar calendar = new CalendarBuilder()
                    .build(new StringReader(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8)));
            assertThat(calendar.getComponents("VEVENT")).hasSize(1);
            assertThat(calendar.getComponents("VEVENT")
                            .get(0)
                            .getRequiredProperty("SUMMARY")
                            .getValue())
                    .isEqualTo("Vote opens: Buy chairs; \"four\", or\\more <b>ö</b>");
            assertThat(calendar.toString()).contains(proposal + "-opens@localhost");
        }
        String secret = path.replaceAll(".*/|\\.ics", "");
        new Api(pools.address(), secret).get("/api/v1/me").refused(401, "SIGN_IN_REQUIRED");
        String again =
                URI.create(ben.post("/api/v1/me/calendar", "").ok().text("url")).getPath();
        assertThat(guest.get(path).status())
                .as("a new address ends the one before")
                .isEqualTo(404);
        assertThat(guest.get(again).status()).isEqualTo(200);
        chi.delete("/api/v1/me/calendar").ok();
        assertThat(guest.get(again).status()).as("nobody ends another's").isEqualTo(200);
        ben.delete("/api/v1/me/calendar").ok();
        assertThat(guest.get(again).status()).isEqualTo(404);
        assertThat(guest.get("/pools/nowhere/calendar.ics").status()).isEqualTo(404);
        assertThat(Browser.guest(pools.address())
                        .get("/pools/" + games + "/proposals")
                        .ok())
                .contains("href=\"/pools/" + games + "/calendar.ics\"");
        Browser browser = Browser.signedIn(pools.address(), "ben");
        Browser.Page made = browser.submit(browser.get("/me/mail"), "/me/calendar", java.util.Map.of());
        assertThat(made.ok()).contains("/calendar/").contains("End the address");
    }

    private static String volume(Api person) {
        return person.get("/api/v1/me/mail").ok().text("bodies.0.volume");
    }

    private static List<String> notices(Api person) {
        return person.get("/api/v1/me/notices").ok().json().get("items").findValuesAsText("kind");
    }

    /** The one mail to Ben whose subject or text holds this. */
    private static MimeMessage only(String words) {
        List<MimeMessage> found = Arrays.stream(POST.getReceivedMessages())
                .filter(mail -> subject(mail).contains(words))
                .toList();
        assertThat(found).as("mail about %s", words).hasSize(1);
        return found.get(0);
    }

    private static String subject(MimeMessage mail) {
        try {
            assertThat(mail.getHeader("To", null)).isEqualTo("ben@example.org");
            return mail.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String path(MimeMessage mail, String prefix) throws Exception {
        String text = text(mail);
        Matcher link = Pattern.compile("http\\S*(" + prefix + "\\S+)").matcher(text);
        assertThat(link.find()).as(text).isTrue();
        return link.group(1);
    }
}
