package coop.pools.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.pools.kernel.Money;
import coop.pools.ledger.BooksInDatabase;
import coop.pools.ledger.SampleBook;
import coop.pools.ledger.domain.Verification;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The public book over HTTP, as a guest. */
class BookPagesTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static TestDatabase db;
    private static BooksInDatabase books;
    private static RunningPools pools;

    @BeforeAll
    static void start() {
        db = TestDatabases.h2();
        books = new BooksInDatabase(db, "EUR").post(SampleBook.of("EUR", 30));
        books.contribute(Money.of(100, "EUR"), "<script>alert(1)</script> =cmd; \"x\"");
        pools = RunningPools.on(db);
    }

    @AfterAll
    static void stop() {
        pools.close();
        db.close();
    }

    @Test
    void theNewestEntriesComeFirstAndOlderOnesFollow() throws Exception {
        String first = get("/pools/sunday-readers/ledger").body();
        assertThat(first)
                .contains("The book of Sunday Readers &amp; Söhne", "111 entries", "No. 111,", "No. 62,")
                .doesNotContain("No. 61,", "<script>alert")
                .contains("&lt;script&gt;alert(1)")
                .contains("/pools/sunday-readers/ledger?before=62")
                .doesNotContain("?after=");
        String last = get("/pools/sunday-readers/ledger?before=12").body();
        assertThat(last).contains("No. 11,", "No. 1,", "?after=11").doesNotContain("?before=");
        String back = get("/pools/sunday-readers/ledger?after=11").body();
        assertThat(back).contains("No. 61,", "No. 12,", "?before=12", "?after=61");
    }

    @Test
    void thePageShowsBalancesLinksHashAndWords() throws Exception {
        String page = get("/pools/sunday-readers/ledger").body();
        assertThat(page)
                .contains("€246.65", "Set aside", "On its way")
                .contains("the book", "Check it yourself")
                .contains("/api/v1/pools/sunday-readers/ledger.csv")
                .contains(head())
                .as("entries lead to payments that are there; these were written without one")
                .doesNotContain("href=\"/payouts/");
    }

    @Test
    void anEmptyBookSaysSo() throws Exception {
        assertThat(get("/floods/river/ledger").body()).contains("Nothing has been booked yet", "0 entries");
        JsonNode head = JSON.readTree(get("/api/v1/floods/river/ledger/head").body());
        assertThat(head.get("seq").asLong()).isZero();
        assertThat(head.get("at").asText()).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(JSON.readTree(get("/api/v1/floods/river/ledger").body()).get("items"))
                .isEmpty();
        assertThat(get("/api/v1/floods/river/ledger.journal").body()).contains("commodity 1000.00 EUR");
        assertThat(get("/api/v1/floods/river/ledger.csv").body()).startsWith("seq,at,");
    }

    @Test
    void theApiListsEntriesInOrderPageByPage() throws Exception {
        List<Long> seen = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = JSON.readTree(
                    get("/api/v1/pools/sunday-readers/ledger?limit=40" + next).body());
            page.get("items").forEach(item -> seen.add(item.get("seq").asLong()));
            next = page.has("next") ? "&after=" + page.get("next").asText() : "";
        } while (!next.isEmpty());
        assertThat(seen).hasSize(111).isSorted().startsWith(1L).endsWith(111L);
        JsonNode entry = JSON.readTree(get("/api/v1/pools/sunday-readers/ledger?after=1&limit=1")
                        .body())
                .get("items")
                .get(0);
        assertThat(entry.get("cause").get("kind").asText()).isEqualTo("settlement");
        assertThat(entry.get("debit").asText()).isEqualTo("expenses:card-fees");
        assertThat(entry.get("amount").get("amountMinor").asLong()).isEqualTo(30);
        assertThat(entry.get("at").asText()).isEqualTo("2026-03-01T12:00:02.000001Z");
        assertThat(entry.get("memo").asText()).startsWith("settlement no. 2");
        assertThat(entry.get("actor").asText()).isEqualTo("processor");
        assertThat(entry.get("hash").asText()).hasSize(64);
    }

    @Test
    void theHeadIsThatOfTheLastEntry() throws Exception {
        JsonNode last = JSON.readTree(
                        get("/api/v1/pools/sunday-readers/ledger?after=110").body())
                .get("items")
                .get(0);
        JsonNode head =
                JSON.readTree(get("/api/v1/pools/sunday-readers/ledger/head").body());
        assertThat(head.get("seq").asLong()).isEqualTo(111);
        assertThat(head.get("hash")).isEqualTo(last.get("hash"));
        assertThat(head.get("at")).isEqualTo(last.get("at"));
    }

    @Test
    void theDownloadedBookVerifies() throws Exception {
        HttpResponse<String> answer = get("/api/v1/pools/sunday-readers/ledger.jsonl");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"pool-sunday-readers.jsonl\"");
        byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
        try (BookFileReader reader = new BookFileReader(new ByteArrayInputStream(bytes))) {
            assertThat(Verification.of(reader.file().head(), reader).fault()).isEmpty();
            assertThat(BookFile.HEX.formatHex(reader.file().head().hash())).isEqualTo(head());
        }
    }

    @Test
    void filesSayWhatTheyAre() throws Exception {
        HttpResponse<String> csv = get("/api/v1/pools/sunday-readers/ledger.csv");
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body().split("\r\n")).hasSize(112);
        HttpResponse<String> journal = get("/api/v1/pools/sunday-readers/ledger.journal");
        assertThat(journal.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(journal.body()).contains("; The book of Sunday Readers & Söhne", "account assets:held:reserved");
    }

    @Test
    void whatDoesNotExistOrCannotBeReadIsRefused() throws Exception {
        for (String path : List.of(
                "/pools/nobody/ledger",
                "/api/v1/pools/nobody/ledger",
                "/api/v1/pools/river/ledger/head",
                "/api/v1/floods/nobody/ledger.csv",
                "/api/v1/floods/sunday-readers/ledger.jsonl")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
        for (String path : List.of(
                "/pools/sunday-readers/ledger?before=x",
                "/pools/sunday-readers/ledger?after=-1",
                "/api/v1/pools/sunday-readers/ledger?after=99999999999999999999",
                "/api/v1/pools/sunday-readers/ledger?limit=0",
                "/api/v1/pools/sunday-readers/ledger?limit=201")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(422);
        }
    }

    private static String head() throws IOException, InterruptedException {
        return JSON.readTree(get("/api/v1/pools/sunday-readers/ledger/head").body())
                .get("hash")
                .asText();
    }

    private static HttpResponse<String> get(String path) throws IOException, InterruptedException {
        URI address = pools.address().resolve(path);
        return HTTP.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }
}
