package coop.pools.stories;

import static coop.pools.testing.SampleFiles.latin;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.Api;
import coop.pools.testing.Browser;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.SampleFiles;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.UploadForm;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;

class ExpensesTest {
    @EveryDatabase
    void anExpenseIsVotedOnAndPaidToWhoHandedItIn(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            String games = MainJobStoryTest.found(ana, "board-games");
            MainJobStoryTest.join(ben, games);
            MainJobStoryTest.contribute(pools, ana, games, 10_000);

            Api.Answer handed = handIn(ben, games, "Chairs", 2_500, SampleFiles.photoWithPlace(), SampleFiles.pdf(""))
                    .ok();
            String expense = handed.text("id");
            assertThat(handed.text("state")).isEqualTo("handed-in");
            assertThat(handed.text("receipts.0.mediaType")).isEqualTo("image/jpeg");
            assertThat(handed.text("receipts.1.mediaType")).isEqualTo("application/pdf");

            String proposal = handed.text("proposal");
            Api.Answer proposed = ana.get("/api/v1/proposals/" + proposal).ok();
            assertThat(proposed.text("title")).isEqualTo("Chairs");
            assertThat(proposed.text("text"))
                    .contains(handed.text("receipts.0.sha256"))
                    .contains(handed.text("receipts.1.sha256"));
            assertThat(proposed.text("action.payee")).isEqualTo(handed.text("payee"));

            MainJobStoryTest.decide(pools, proposal, ana, ben);
            assertThat(ana.get("/api/v1/expenses/" + expense).ok().text("state"))
                    .isEqualTo("approved");
            pools.guest().post("/sandbox/payees/" + handed.text("payee"), "{}").ok();
            pools.advance("PT2H");
            Api.Answer paid = ana.get("/api/v1/expenses/" + expense).ok();
            assertThat(paid.text("state")).isEqualTo("paid");
            assertThat(ana.get("/api/v1/payouts/" + paid.text("payout")).ok().text("proposal"))
                    .isEqualTo(proposal);
            assertThat(ben.get("/api/v1/me/notices").ok().body())
                    .as("whoever handed it in is told")
                    .contains("has paid €25.00 to");
            theBookLeadsToVoteAndReceipts(pools, games, paid.text("payout"), proposal, expense);

            // The next one is paid to the same payee.
            assertThat(handIn(ben, games, "More chairs", 500, SampleFiles.png())
                            .ok()
                            .text("payee"))
                    .isEqualTo(handed.text("payee"));
            assertThat(ana.get("/api/v1/pools/" + games + "/expenses?limit=1")
                            .ok()
                            .text("items.0.title"))
                    .isEqualTo("More chairs");
        }
    }

    private static void theBookLeadsToVoteAndReceipts(
            RunningPools pools, String games, String payout, String proposal, String expense) {
        String vote = "href=\"/proposals/" + proposal + "\"";
        String papers = "href=\"/expenses/" + expense + "\"";
        for (String page : new String[] {"/ledger", "/treasury"}) {
            String path = "/pools/" + games + page;
            assertThat(pools.as("ana").get(path).ok().body())
                    .contains("href=\"/payouts/" + payout + "\"", vote, papers, "href=\"/contributions/");
            for (Api other : new Api[] {pools.as("chi"), pools.guest()}) {
                assertThat(other.get(path).ok().body()).contains(vote).doesNotContain("/expenses/");
            }
        }
        assertThat(pools.as("chi").get("/payouts/" + payout).ok().body())
                .contains(vote)
                .doesNotContain("/expenses/");
    }

    @OneDatabase
    void aReceiptIsForMembersAndForWhoHandedItIn(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            Api chi = pools.as("chi");
            String games = MainJobStoryTest.found(ana, "board-games");
            MainJobStoryTest.join(ben, games);
            Api.Answer handed = handIn(ben, games, "Chairs", 2_500, SampleFiles.photoWithPlace(), SampleFiles.pdf(""))
                    .ok();
            String photo = handed.text("receipts.0.url");
            HttpResponse<byte[]> seen = ana.download(photo);
            assertThat(seen.statusCode()).isEqualTo(200);
            assertThat(header(seen, "Content-Type")).isEqualTo("image/jpeg");
            assertThat(header(seen, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(seen, "Content-Security-Policy"))
                    .contains("default-src 'none'")
                    .contains("sandbox");
            assertThat(header(seen, "Cache-Control")).isEqualTo("private, no-store");
            assertThat(header(seen, "Content-Disposition")).startsWith("inline; filename=\"receipt-");
            assertThat(new String(seen.body(), StandardCharsets.ISO_8859_1)).doesNotContain(SampleFiles.SECRET_PLACE);
            assertThat(header(ana.download(handed.text("receipts.1.url")), "Content-Disposition"))
                    .startsWith("attachment;");

            assertThat(chi.download(photo).statusCode()).isEqualTo(404);
            assertThat(pools.guest().download(photo).statusCode()).isEqualTo(401);
            chi.get("/api/v1/expenses/" + handed.text("id")).refused(404, "NOT_FOUND");
            chi.get("/api/v1/pools/" + games + "/expenses").refused(403, "MEMBERS_ONLY");
            for (String trick : new String[] {
                "/api/v1/receipts/..%2F..%2Fetc%2Fpasswd",
                "/api/v1/receipts/" + UUID.randomUUID(),
                "/api/v1/receipts/" + handed.text("id"),
                photo + "%00",
                photo + "/../" + handed.text("receipts.1.id")
            }) {
                assertThat(ana.download(trick).statusCode()).as(trick).isBetween(400, 404);
            }

            addFilesToWords(ana, ben, chi, games);
            addFilesToADraft(ana, games);

            String garden = MainJobStoryTest.found(ben, "corner-garden");
            String foreign =
                    handIn(ben, garden, "Seeds", 100, SampleFiles.png()).ok().text("receipts.0.url");
            assertThat(ana.download(foreign).statusCode()).isEqualTo(404);

            filesOfAVoteStayUntilItHasClosed(pools, ana, games);

            ana.delete("/api/v1/attachments/" + handed.text("receipts.0.id")).refused(404, "NOT_FOUND");
            ben.delete("/api/v1/pools/" + games + "/members/me").ok();
            assertThat(ben.download(photo).statusCode()).isEqualTo(200);
        }
    }

    /** The same kinds of files, with what people propose and say. */
    private static void addFilesToWords(Api ana, Api ben, Api chi, String games) {
        String statement = "{\"title\":\"New shelves\",\"action\":{\"type\":\"statement\"}}";
        String proposal = ana.post("/api/v1/pools/" + games + "/proposals", statement)
                .ok()
                .text("id");
        String files = "/api/v1/proposals/" + proposal + "/attachments";
        Api.Answer added = ana.post(files, with(SampleFiles.photoWithPlace())).ok();
        ana.post(files, with(SampleFiles.photoWithPlace(), SampleFiles.pdf(""))).ok();
        ben.post(files, with(SampleFiles.png())).refused(403, "NOT_YOUR_WORDS");
        chi.post(files, with(SampleFiles.png())).refused(403, "MEMBERS_ONLY");
        ana.post(files, with(latin("<html>"))).refused(422, "RECEIPT_UNREADABLE");
        ana.post(files, new UploadForm().word("file", "x")).refused(422, "RECEIPT_UNREADABLE");

        String comment = ben.post("/api/v1/proposals/" + proposal + "/comments", "{\"text\":\"Like these?\"}")
                .ok()
                .text("id");
        String below = "/api/v1/comments/" + comment + "/attachments";
        String picture = ben.post(below, with(SampleFiles.png())).ok().text("items.0.id");
        ana.post(below, with(SampleFiles.png())).refused(403, "NOT_YOUR_WORDS");
        Api.Answer all = ben.get(files).ok();
        assertThat(all.at("items").size()).as("the same file is there once").isEqualTo(3);
        assertThat(all.text("items.0.sha256")).isEqualTo(added.text("items.0.sha256"));
        chi.get(files).refused(403, "MEMBERS_ONLY");
        String url = "/api/v1/receipts/" + picture;
        assertThat(ana.download(url).statusCode()).isEqualTo(200);
        assertThat(chi.download(url).statusCode()).isEqualTo(404);
        assertThat(ana.get("/proposals/" + proposal).ok().body()).contains("/receipts/" + picture, "SHA-256");

        Api.Answer again = ana.post("/proposals/" + proposal + "/attachments", with(latin("<html>")));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("New shelves", "href=\"#f-file-" + proposal, "aria-invalid=\"true\"");
        assertThat(ben.post("/comments/" + comment + "/attachments", with(latin("<html>")))
                        .body())
                .contains("href=\"#f-file-" + comment, "Like these?");
        ana.delete("/api/v1/attachments/" + picture).refused(404, "NOT_FOUND");
        ben.delete("/api/v1/attachments/" + picture).ok();
        ben.delete("/api/v1/attachments/" + picture).ok();
        assertThat(ben.download(url).statusCode()).isEqualTo(404);
        Api.Answer erased = ana.get(files).ok();
        assertThat(erased.at("items.2").has("url")).isFalse();
        assertThat(erased.text("items.2.sha256")).hasSize(64);
        assertThat(ana.get("/proposals/" + proposal).ok().body())
                .contains("was erased")
                .doesNotContain("/receipts/" + picture);
    }

    /** The form of a draft keeps what was typed, whatever becomes of the files. */
    private static void addFilesToADraft(Api ana, String games) {
        String id = ana.post(
                        "/api/v1/pools/" + games + "/proposals",
                        "{\"title\":\"New curtains\",\"draft\":true,\"action\":{\"type\":\"statement\"}}")
                .ok()
                .text("id");
        String adding = "/proposals/" + id + "/edit/attachments";
        Api.Answer refused = ana.post(adding, curtains("Blue ones").file("file", "x", latin("<html>")));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("Blue ones", "href=\"#f-file-" + id, "is not a whole photo");
        Api.Answer notTooLarge = ana.post(adding, curtains("Red ones").file("file", "x", new byte[2 * 1024 * 1024]));
        assertThat(notTooLarge.status()).isEqualTo(422);
        Api.Answer kept = ana.post(adding, curtains("Green ones").file("file", "x", SampleFiles.png()));
        assertThat(kept.status()).isEqualTo(303);
        Api.Answer draft = ana.get("/proposals/" + id + "/edit").ok();
        assertThat(draft.body()).contains("Green ones", "File 1").containsPattern("value=\"consent\"[^>]*checked");
        assertThat(draft.body()).contains("name=\"publish\" value=\"yes\" formaction=\"" + adding);
        UploadForm last = curtains("Red ones").word("publish", "yes").file("file", "x", SampleFiles.pdf("cloth"));
        assertThat(ana.post(adding, last).status()).isEqualTo(303);
        assertThat(ana.get("/proposals/" + id).ok().body())
                .as("what was chosen goes with it")
                .contains("Red ones", "File 1", "File 2", "In discussion");
    }

    private static UploadForm curtains(String text) {
        return new UploadForm()
                .word("type", "statement")
                .word("template", "consent")
                .word("title", "New curtains")
                .word("text", text);
    }

    private static void filesOfAVoteStayUntilItHasClosed(RunningPools pools, Api ana, String games) {
        String proposal = ana.post(
                        "/api/v1/pools/" + games + "/proposals",
                        "{\"title\":\"New lamps\",\"action\":{\"type\":\"statement\"}}")
                .ok()
                .text("id");
        String files = "/api/v1/proposals/" + proposal + "/attachments";
        String lamp = ana.post(files, with(SampleFiles.png())).ok().text("items.0.id");
        pools.advance("PT49H");
        ana.post(files, with(SampleFiles.pdf(""))).refused(409, "WORDS_ARE_FROZEN");
        ana.delete("/api/v1/attachments/" + lamp).refused(409, "WORDS_ARE_FROZEN");
        pools.advance("PT121H");
        ana.delete("/api/v1/attachments/" + lamp).ok();
    }

    private static UploadForm with(byte[]... files) {
        UploadForm form = new UploadForm();
        for (byte[] file : files) {
            form.file("file", "../../evil<script>.jpg", file);
        }
        return form;
    }

    @OneDatabase
    void whatIsNoReceiptIsRefusedAndChangesNothing(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            String games = MainJobStoryTest.found(ana, "board-games");
            String path = "/api/v1/pools/" + games + "/expenses";
            handIn(ana, games, "Chairs", 100).refused(422, "RECEIPT_COUNT");
            handIn(ana, games, "Chairs", 100, latin("<svg onload=alert(1)>")).refused(422, "RECEIPT_UNREADABLE");
            handIn(ana, games, "Chairs", 100, SampleFiles.png(), latin("<html>"))
                    .refused(422, "RECEIPT_UNREADABLE");
            byte[] six = SampleFiles.png();
            handIn(ana, games, "Chairs", 100, six, six, six, six, six, six).refused(422, "RECEIPT_COUNT");
            byte[][] sixty = Collections.nCopies(60, SampleFiles.png()).toArray(byte[][]::new);
            assertThat(handIn(ana, games, "Chairs", 100, sixty)
                            .refused(422, "RECEIPT_COUNT")
                            .text("detail"))
                    .isEqualTo("Choose 1 to 5 files.");
            handIn(ana, games, "Chairs", 100, new byte[8 * 1024 * 1024 + 1]).refused(413, "RECEIPT_TOO_LARGE");
            byte[] seven = new byte[7 * 1024 * 1024];
            Api.Answer large = handIn(ana, games, "Chairs", 100, SampleFiles.png(), seven, seven, seven)
                    .refused(413, "BODY_TOO_LARGE");
            assertThat(large.text("detail")).contains("at most 20 MB");
            handIn(ana, games, "Chairs", -5, SampleFiles.png()).refused(422, "INVALID_FIELD");
            handIn(ana, games, "", 5, SampleFiles.png()).refused(422, "INVALID_FIELD");
            assertThat(handIn(ana, games, "A castle", 999_999_999_999L, SampleFiles.png())
                            .refused(422, "AMOUNT_TOO_LARGE")
                            .text("facts.field"))
                    .as("as it was sent")
                    .isEqualTo("amount");
            handIn(pools.as("chi"), games, "Chairs", 5, SampleFiles.png()).refused(403, "MEMBERS_ONLY");
            handIn(pools.guest(), games, "Chairs", 5, SampleFiles.png()).refused(401, "SIGN_IN_REQUIRED");
            ana.post(path, new UploadForm().file("receipt", "x", SampleFiles.png()))
                    .refused(422, "INVALID_FIELD");
            ana.post(path, new UploadForm().word("expense", "{").file("receipt", "x", SampleFiles.png()))
                    .refused(400, "MALFORMED_REQUEST");
            ana.post(path, "{\"title\":\"x\"}").refused(415, "UNSUPPORTED_MEDIA_TYPE");
            assertThat(ana.get(path).ok().json().get("items")).isEmpty();
            assertThat(ana.get("/api/v1/pools/" + games + "/proposals")
                            .ok()
                            .json()
                            .get("items"))
                    .isEmpty();
        }
    }

    @OneDatabase
    void theSameRequestTwiceIsOneExpense(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            String games = MainJobStoryTest.found(ana, "board-games");
            UploadForm form = form("Chairs", 700, SampleFiles.png());
            String path = "/api/v1/pools/" + games + "/expenses";
            String first = ana.post(path, form, "key-one").ok().text("id");
            assertThat(ana.post(path, form, "key-one").ok().text("id")).isEqualTo(first);
            assertThat(ana.get(path).ok().json().get("items")).hasSize(1);
            ana.post(path, form("Chairs", 800, SampleFiles.png()), "key-one").refused(409, "IDEMPOTENCY_KEY_REUSED");
        }
    }

    @OneDatabase
    void aMemberHandsInAndOthersSeeItOnPages(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            String games = MainJobStoryTest.found(ana, "board-games");
            String here = "/pools/" + games + "/expenses";
            Browser browser = Browser.signedIn(pools.address(), "ana");
            Browser.Page form = browser.get(here + "/new");
            form.ok();
            Map<String, String> typed = Map.of("title", "A <b>lamp</b>", "amount", "12,50", "note", "For *reading*.");
            byte[] seven = new byte[7 * 1024 * 1024];
            assertThat(browser.upload(form, here, typed, seven, seven, seven).refused(413))
                    .contains("<h1", "at most 20 MB", "choose fewer or smaller files", "href=\"" + here + "/new\"");
            String words = "/payouts/" + UUID.randomUUID() + "/words";
            Browser.Page second = new Browser.Page(
                    "POST " + pools.address().resolve(words), 422, "<form action=\"" + words + "\"></form>", "");
            assertThat(browser.upload(second, words, Map.of(), seven, seven, seven)
                            .refused(413))
                    .as("a form that was shown again is not at the address that it is sent to")
                    .contains("href=\"" + words.replace("/words", "\""));
            String again = browser.upload(form, here, typed, latin("<html>")).refused(422);
            assertThat(again).contains("is not a whole photo").contains("A &lt;b&gt;lamp&lt;/b&gt;");
            String place = browser.upload(form, here, typed, SampleFiles.photoWithPlace())
                    .path();
            assertThat(browser.upload(form, here, typed, SampleFiles.photoWithPlace())
                            .path())
                    .isEqualTo(place);
            String page = browser.get(place).ok();
            assertThat(page)
                    .contains("A &lt;b&gt;lamp&lt;/b&gt;")
                    .contains("€12.50")
                    .contains("Give bank details");
            String proposal = page.split("href=\"/proposals/")[1].split("\"")[0];
            assertThat(browser.get("/proposals/" + proposal).ok()).contains(place);
            assertThat(browser.get(here).ok()).contains(place);
            Browser guest = Browser.guest(pools.address());
            assertThat(guest.get(place).status()).isIn(303, 401);
            assertThat(guest.get("/proposals/" + proposal).ok()).doesNotContain("/receipts/");
            String onboarding = browser.submit(browser.get(place), place + "/bank-details", Map.of())
                    .location();
            assertThat(onboarding).contains("/onboarding?token=");
            Browser chi = Browser.signedIn(pools.address(), "chi");
            assertThat(chi.get(place).status()).isEqualTo(404);
        }
    }

    private static Api.Answer handIn(Api person, String pool, String title, long minor, byte[]... files) {
        return person.post("/api/v1/pools/" + pool + "/expenses", form(title, minor, files));
    }

    private static UploadForm form(String title, long minor, byte[]... files) {
        UploadForm form = new UploadForm()
                .word(
                        "expense",
                        "{\"title\":\"" + title + "\",\"amount\":{\"amountMinor\":" + minor
                                + ",\"currency\":\"EUR\"},\"spentOn\":\""
                                + LocalDate.now().minusDays(3) + "\",\"note\":\"For *all*\"}");
        for (byte[] file : files) {
            form.file("receipt", "../../evil<script>.jpg", file);
        }
        return form;
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
