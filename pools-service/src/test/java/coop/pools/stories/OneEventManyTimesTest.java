package coop.pools.stories;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.integrations.payments.EventSecrets;
import coop.pools.integrations.payments.stripe.SignedEvents;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.sql.SqlLedgerStore;
import coop.pools.testing.Api;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.StripeEvents;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Contribution.Payer;
import coop.pools.treasury.domain.Contribution.Terms;
import coop.pools.treasury.domain.Share;
import coop.pools.treasury.sql.SqlChargeStore;
import coop.pools.treasury.sql.SqlContributionStore;
import io.dropwizard.testing.ConfigOverride;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The running application under many copies of one event, and under events that nobody has signed. */
class OneEventManyTimesTest {
    /** How many copies of one event. */
    private static final int COPIES = 1_000;
    /** How many forged or altered ones; ten thousand take a minute and end alike. */
    private static final int FORGED = 10_000;

    private static final int CONNECTIONS = 64;
    /** For how long nothing more is taken from who reads nothing, until it is believed. */
    private static final Duration STUCK = Duration.ofMillis(600);

    /** Shorter than the server waits for who reads nothing. */
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private static final UUID NOWHERE = UUID.fromString("00000000-0000-4000-8000-000000000000");
    private static final String SECRET = "whsec_many_times";

    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    private final HttpClient http = HttpClient.newBuilder().executor(threads).build();
    private final SignedEvents signer =
            new SignedEvents(new EventSecrets(List.of(SECRET), List.of(SECRET)), Clock.systemUTC());

    @EveryDatabase
    void aThousandCopiesAreBookedOnceAndForgedOnesNever(TestDatabase db) throws Exception {
        try (RunningPools pools = RunningPools.on(
                db,
                ConfigOverride.config("payments.type", "stripe"),
                ConfigOverride.config("payments.secretKey", "sk_test_many_times"),
                ConfigOverride.config("payments.apiBase", "http://127.0.0.1:1"),
                ConfigOverride.config("payments.webhookSecrets", SECRET),
                ConfigOverride.config("payments.connectWebhookSecrets", "whsec_another"))) {
            Api ana = pools.as("ana");
            MainJobStoryTest.found(ana, "board-games");
            UUID pool = db.store(SqlLedgerStore.class).bookIds().get(0);
            UUID contribution = begun(db, pool);
            URI hook = pools.address().resolve("/webhooks/stripe");
            byte[] body = StripeEvents.paid("evt_1", contribution, "pi_1", 2000, "eur")
                    .getBytes(StandardCharsets.UTF_8);

            answersLikeTheRest(hook, body);
            try (SocketChannel deaf = askingAndNeverReading(pools.address())) {
                assertThat(deaf.isOpen()).isTrue();
                problem(hook, "POST", body, "t=1,v1=00", 400, "BAD_SIGNATURE");
                assertThat(ballotOfNobody(pools.address())).isEqualTo(401);
            }

            List<Callable<Integer>> forged = new ArrayList<>();
            for (int i = 0; i < FORGED; i++) {
                byte[] altered = StripeEvents.paid("evt_" + i, contribution, "pi_1", 2000 + i % 2, "eur")
                        .getBytes(StandardCharsets.UTF_8);
                String signature = i % 3 == 0 ? "t=1,v1=00" : signer.sign(body, false);
                boolean same = i % 3 != 0 && java.util.Arrays.equals(altered, body);
                if (!same) {
                    forged.add(() -> post(hook, altered, signature));
                }
            }
            assertThat(all(forged)).containsOnlyKeys(400);
            assertThat(stored(db)).isZero();

            String signature = signer.sign(body, false);
            List<Callable<Integer>> copies = new ArrayList<>();
            for (int i = 0; i < COPIES; i++) {
                copies.add(() -> post(hook, body, signature));
            }
            assertThat(all(copies)).containsOnlyKeys(200);
            assertThat(stored(db)).isEqualTo(1);
            assertThat(balance(db, pool, Accounts.CONTRIBUTIONS)).isEqualTo(2000);
            assertThat(balance(db, pool, Accounts.PENDING)).isEqualTo(2000);
        } finally {
            threads.shutdownNow();
        }
    }

    private int ballotOfNobody(URI address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/v1/proposals/" + NOWHERE + "/ballot"))
                .timeout(LONGEST)
                .header("Authorization", "Bearer nobody")
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString("{\"choice\":\"agree\"}"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** Ballots of nobody, until the server can send no more answers to them. */
    private static SocketChannel askingAndNeverReading(URI address) throws Exception {
        byte[] body = "{\"choice\":\"agree\"}".getBytes(StandardCharsets.UTF_8);
        byte[] head = """
                PUT /api/v1/proposals/%s/ballot HTTP/1.1\r
                Host: 127.0.0.1\r
                Authorization: Bearer nobody\r
                Content-Type: application/json\r
                Content-Length: %d\r
                \r
                """.formatted(NOWHERE, body.length).getBytes(StandardCharsets.UTF_8);
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 1024);
        channel.connect(new InetSocketAddress("127.0.0.1", address.getPort()));
        channel.configureBlocking(false);
        ByteBuffer request = ByteBuffer.allocate(head.length + body.length)
                .put(head)
                .put(body)
                .flip();
        long stuckSince = System.nanoTime();
        while (System.nanoTime() - stuckSince < STUCK.toNanos()) {
            if (channel.write(request) > 0) {
                stuckSince = System.nanoTime();
            } else {
                Thread.onSpinWait();
            }
            if (!request.hasRemaining()) {
                request.rewind();
            }
        }
        return channel;
    }

    /** It stands beside the framework that answers everything else. */
    private void answersLikeTheRest(URI hook, byte[] body) throws Exception {
        problem(hook, "POST", body, "t=1,v1=00", 400, "BAD_SIGNATURE");
        problem(hook.resolve("/webhooks/stripe/connect"), "POST", body, signer.sign(body, false), 400, "BAD_SIGNATURE");
        problem(hook, "POST", new byte[1024 * 1024 + 1], "t=1,v1=00", 413, "BODY_TOO_LARGE");
        HttpRequest packed = HttpRequest.newBuilder(hook)
                .header("Content-Encoding", "gzip")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        assertThat(http.send(packed, HttpResponse.BodyHandlers.ofString()).body())
                .contains("MALFORMED_REQUEST");
        problem(hook, "PUT", body, "t=1,v1=00", 405, "METHOD_NOT_ALLOWED");
        problem(hook, "GET", new byte[0], "t=1,v1=00", 405, "METHOD_NOT_ALLOWED");
        problem(hook.resolve("/webhooks/nothing"), "POST", body, "t=1,v1=00", 404, "NOT_FOUND");
    }

    private void problem(URI address, String method, byte[] body, String signature, int status, String code)
            throws Exception {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("Stripe-Signature", signature)
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body()).contains("\"code\":\"" + code + "\"", "\"status\":" + status);
    }

    private static UUID begun(TestDatabase db, UUID pool) {
        UUID id = UUID.randomUUID();
        Money amount = Money.of(2000, "EUR");
        Payer guest = new Payer(Optional.empty(), "", Optional.empty());
        db.store(SqlContributionStore.class)
                .insert(Contribution.started(id, pool, guest, amount, Terms.PLAIN, Instant.EPOCH));
        db.store(SqlChargeStore.class).insertShares(id, List.of(Share.of(1, pool, Optional.empty(), amount)));
        return id;
    }

    private static long balance(TestDatabase db, UUID pool, String account) {
        return db.store(SqlLedgerStore.class).accounts(pool).stream()
                .filter(row -> row.name().equals(account))
                .findFirst()
                .orElseThrow()
                .balance();
    }

    private static long stored(TestDatabase db) {
        return db.jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from payment_event")
                        .mapTo(Long.class)
                        .one());
    }

    private int post(URI hook, byte[] body, String signature) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(hook)
                .header("Content-Type", "application/json")
                .header("Stripe-Signature", signature)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** How often each status was answered. */
    private Map<Integer, Integer> all(List<Callable<Integer>> requests) throws Exception {
        Map<Integer, Integer> answers = new TreeMap<>();
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        for (Future<Integer> answer : clients.invokeAll(requests)) {
            answers.merge(answer.get(), 1, Integer::sum);
        }
        clients.shutdown();
        return answers;
    }
}
