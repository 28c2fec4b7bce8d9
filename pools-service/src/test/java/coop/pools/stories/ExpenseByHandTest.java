package coop.pools.stories;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.Api;
import coop.pools.testing.Browser;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.SampleFiles;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.UploadForm;
import java.util.Map;

/** In a Pool with an account of its own two stewards pay by hand, and nobody is asked for what only a processor needs. */
class ExpenseByHandTest {
    @OneDatabase
    void anExpenseIsPaidByTwoStewardsAndNoBankDetailsAreAskedFor(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            Api chi = pools.as("chi");
            String games = MainJobStoryTest.found(ana, "board-games");
            MainJobStoryTest.join(ben, games);
            String before = Browser.signedIn(pools.address(), "ana")
                    .get("/pools/" + games + "/expenses/new")
                    .ok();
            assertThat(before).doesNotContain("two stewards");
            MainJobStoryTest.decide(
                    pools, MainJobStoryTest.propose(ana, "pools", games, CustodyTest.choose("own")), ana, ben);
            CustodyTest.openTheAccount(pools, ana, ben, games);
            CustodyTest.nameAsSteward(pools, ana, ben, games);
            MainJobStoryTest.join(chi, games);
            MainJobStoryTest.contribute(pools, ana, games, 9_000);

            Browser browser = Browser.signedIn(pools.address(), "chi");
            String here = "/pools/" + games + "/expenses";
            Browser.Page form = browser.get(here + "/new");
            assertThat(form.ok()).contains("two stewards pay you by hand");
            String place = browser.upload(
                            form, here, Map.of("title", "A lamp", "amount", "12,50"), SampleFiles.photoWithPlace())
                    .path();
            assertThat(browser.get(place).ok())
                    .contains("Two stewards pay it by hand", "nothing is needed here before")
                    .doesNotContain("Give bank details", "card processor;");

            String api = "/api/v1" + place;
            MainJobStoryTest.decide(pools, ana.get(api).ok().text("proposal"), ana, ben, chi);
            assertThat(ana.get(api).ok().text("state")).isEqualTo("approved");
            assertThat(browser.get(place).ok())
                    .contains("Two stewards pay it by hand")
                    .doesNotContain("Give bank details");
            String payout = ana.get(api).ok().text("payout");
            paidByHand(ana, ben, payout);
            assertThat(ana.get(api).ok().text("state")).isEqualTo("paid");
            assertThat(browser.get(place).ok()).doesNotContain("Two stewards pay it by hand", "Give bank details");
            assertThat(browser.get("/payouts/" + payout).ok()).contains("Transfer 12");
            whoCanBePaid(browser, ana, games);
        }
    }

    private static void paidByHand(Api ana, Api ben, String payout) {
        String words = "/api/v1/payouts/" + payout + "/words";
        ana.post(
                        words,
                        new UploadForm()
                                .word("kind", "sent")
                                .word("text", "Transfer 12")
                                .file("receipt", "sent.pdf", SampleFiles.pdf("")))
                .ok();
        ben.post(words, new UploadForm().word("kind", "seen")).ok();
    }

    private static void whoCanBePaid(Browser browser, Api ana, String games) {
        String here = "/pools/" + games + "/payees";
        Browser.Page form = browser.get(here + "/new");
        assertThat(form.ok()).contains("two stewards do it by hand").doesNotContain("card processor", "Make the link");
        String added =
                browser.submit(form, here, Map.of("name", "Riverside Hall")).ok();
        assertThat(added)
                .contains("Can be paid by hand", "Propose a payment", "need not give the card processor anything")
                .doesNotContain("The link for", "Make a new link", "Not there yet");
        assertThat(browser.get(here).ok())
                .contains("Two stewards pay them by hand", "Riverside Hall")
                .doesNotContain("Invited on");
        Api.Answer listed = ana.get("/api/v1" + here).ok();
        assertThat(listed.json().at("/items/0/byHand").booleanValue()).isTrue();
        Api.Answer invited =
                ana.post("/api/v1" + here, "{\"name\":\"Tea House\"}").ok();
        assertThat(invited.json().get("byHand").booleanValue()).isTrue();
        String link = invited.text("onboardingUrl");
        assertThat(browser.get(link.substring(link.indexOf("/payees/"))).ok())
                .contains("Nothing to do here")
                .doesNotContain("Choose a country");
    }
}
