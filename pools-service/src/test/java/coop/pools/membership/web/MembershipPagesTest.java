package coop.pools.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.Api;
import coop.pools.testing.Browser;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Joining, inviting, looking at members and leaving, as a browser goes. */
class MembershipPagesTest {
    private static final String POOL = "/pools/tuesday-board-games";
    private static final Pattern LINK = Pattern.compile("<code[^>]*>https?://[^/]+(/invitations/[^<]+)</code>");

    private static TestDatabase db;
    private static RunningPools pools;
    private static Browser ana;
    private static Browser guest;

    @BeforeAll
    static void start() {
        db = TestDatabases.h2();
        pools = RunningPools.on(db);
        Api organiser = pools.as("ana");
        organiser
                .post("/api/v1/pools", "{\"source\":\"sandbox\",\"groupId\":\"board-games\"}")
                .ok();
        ana = Browser.signedIn(pools.address(), "ana");
        guest = Browser.guest(pools.address());
    }

    @AfterAll
    static void stop() {
        pools.close();
        db.close();
    }

    @Test
    void aGuestReadsTheBylawsAndSignsInToJoin() {
        assertThat(guest.get(POOL + "/join").ok())
                .contains("Working agreement of Tuesday Board Games", "Who holds the money", "Sign in to join")
                .contains("/sign-in?returnTo=" + POOL + "/join")
                .doesNotContain("name=\"accept\"");
        Browser.Page page = guest.get("/sign-in");
        assertThat(page.status()).isEqualTo(200);
        assertThat(guest.get("/pools/nothing/join").status()).isEqualTo(404);
        assertThat(ana.get(POOL + "/join").path()).isEqualTo(POOL);
    }

    @Test
    void theYesIsToTheTextThatWasRead() {
        Browser dee = Browser.signedIn(pools.address(), "dee");
        assertThat(dee.get("/groups").ok()).contains("You are invited", "href=\"" + POOL + "/join\"");
        Browser.Page page = dee.get(POOL + "/join");
        assertThat(page.ok()).contains("No, thank you");
        assertThat(dee.submit(page, POOL + "/join", Map.of()).refused(422))
                .contains("Nobody becomes a member without accepting", "id=\"f-accept-error\"");
        assertThat(dee.submit(page, POOL + "/join", Map.of("accept", "true", "sha256", "0".repeat(64)))
                        .refused(409))
                .contains("The agreement has changed since you read it", "name=\"accept\"");
        assertThat(dee.submit(page, POOL + "/join", Map.of("accept", "true", "sha256", ""))
                        .status())
                .isEqualTo(422);
        assertThat(dee.submit(page, POOL + "/join", Map.of("accept", "true")).path())
                .isEqualTo(POOL + "?said=joined");
        assertThat(dee.submit(page, POOL + "/join", Map.of("accept", "true")).path())
                .isEqualTo(POOL + "?said=joined");
        assertThat(dee.get(POOL + "?said=joined").ok()).contains("You are a member now");
        assertThat(dee.get(POOL + "/members").ok()).contains("You, member no.", "Ana");
        assertThat(dee.get("/groups").ok()).doesNotContain("You are invited");
    }

    @Test
    void anInvitationIsDeclined() {
        Browser eli = Browser.signedIn(pools.address(), "eli");
        Browser.Page page = eli.get(POOL + "/join");
        assertThat(eli.submit(page, POOL + "/join/decline", Map.of()).path()).isEqualTo(POOL + "?said=declined");
        assertThat(eli.get(POOL + "/join").ok()).doesNotContain("No, thank you");
    }

    @Test
    void membersSeeNamesAndOthersSeeHowMany() {
        assertThat(ana.get(POOL + "/members").ok())
                .contains("You, member no. 1", "Invite somebody", "Invitations waiting")
                .doesNotContain("href=\"" + POOL + "/join\"");
        assertThat(guest.get(POOL + "/members").ok())
                .contains("nobody else does", "Invitations waiting")
                .doesNotContain(">Ana<", "Invite somebody");
        assertThat(ana.get(POOL + "/members?after=99").ok()).contains("From the start");
        assertThat(ana.get(POOL + "/members?after=x").status()).isEqualTo(422);
        assertThat(guest.get("/pools/nothing/members").status()).isEqualTo(404);
    }

    @Test
    void aLinkIsShownOnceAndLeadsIn() {
        Browser.Page members = ana.get(POOL + "/members");
        String html = ana.submit(members, POOL + "/invitations", Map.of("email", "yan@example.org"))
                .ok();
        String link = link(html);
        assertThat(html).contains("Copy it now", "yan@example.org", "Take back");
        assertThat(ana.get(POOL + "/members").ok()).doesNotContain(link).contains("yan@example.org");
        assertThat(guest.get(link).ok()).contains("Ana invites you", "/sign-in?returnTo=" + link);
        Browser yan = Browser.signedIn(pools.address(), "yan");
        Browser.Page page = yan.get(link);
        assertThat(yan.submit(page, link + "/join", Map.of()).refused(422)).contains("Ana invites you");
        assertThat(yan.submit(page, link + "/join", Map.of("accept", "true")).path())
                .isEqualTo(POOL + "?said=joined");
        assertThat(guest.get(link).refused(404)).contains("This invitation is not good any more");
        assertThat(yan.submit(page, link + "/join", Map.of("accept", "true")).status())
                .isEqualTo(404);
        assertThat(guest.get("/invitations/" + "x".repeat(300)).status()).isEqualTo(404);
    }

    @Test
    void aLinkIsTakenBack() {
        String html = ana.submit(ana.get(POOL + "/members"), POOL + "/invitations", Map.of("email", "xia@example.org"))
                .ok();
        Matcher revoke = Pattern.compile("action=\"(" + POOL + "/invitations/[^/]+/revoke)\"")
                .matcher(html);
        assertThat(revoke.find()).isTrue();
        Browser.Page page = new Browser.Page("", 200, html, "");
        assertThat(ana.submit(page, revoke.group(1), Map.of()).path()).isEqualTo(POOL + "/members");
        assertThat(guest.get(link(html)).status()).isEqualTo(404);
        assertThat(ana.submit(page, revoke.group(1), Map.of()).status()).isEqualTo(404);
    }

    @Test
    void aBadAddressComesBackAndStrangersInviteNobody() {
        Browser.Page members = ana.get(POOL + "/members");
        assertThat(ana.submit(members, POOL + "/invitations", Map.of("email", "no-address"))
                        .refused(422))
                .contains("value=\"no-address\"", "There is a problem");
        Browser zoe = Browser.signedIn(pools.address(), "zoe");
        Map<String, String> sent = Map.of("csrf", csrf(zoe.get("/groups").ok()), "email", "");
        assertThat(zoe.submit(members, POOL + "/invitations", sent).status()).isEqualTo(403);
    }

    @Test
    void leavingSaysWhatComesOfItFirst() {
        Browser gus = Browser.signedIn(pools.address(), "gus");
        assertThat(gus.get(POOL + "/members/leave").status()).isEqualTo(403);
        gus.submit(gus.get(POOL + "/join"), POOL + "/join", Map.of("accept", "true"))
                .path();
        Browser.Page page = gus.get(POOL + "/members/leave");
        assertThat(page.ok()).contains("\u20ac0.00", "article 17");
        assertThat(gus.submit(page, POOL + "/members/leave", Map.of()).path()).isEqualTo(POOL + "?said=left");
        assertThat(gus.submit(page, POOL + "/members/leave", Map.of()).status()).isEqualTo(403);
        assertThat(gus.get(POOL + "/members").ok()).contains("nobody else does");
        assertThat(guest.get(POOL + "/members/leave").path()).startsWith("/sign-in");
    }

    private static String link(String html) {
        Matcher matcher = LINK.matcher(html);
        assertThat(matcher.find()).as(html).isTrue();
        return matcher.group(1);
    }

    private static String csrf(String html) {
        Matcher matcher = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"").matcher(html);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
