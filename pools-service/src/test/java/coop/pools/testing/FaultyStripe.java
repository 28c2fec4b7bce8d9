package coop.pools.testing;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A stand-in for Stripe's transfers and accounts that keeps state and misbehaves as networks and Stripe do: answers are
 * dropped before or after the work, come late, or are 429, 409 and 500; a 500 is remembered under its idempotency key
 * and told again, whether or not the transfer was made. Keys are forgotten after 24 hours of its clock.
 */
public final class FaultyStripe implements AutoCloseable {
    private static final Duration KEY_LIFE = Duration.ofHours(24);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);
    private final Clock clock;
    private final Random random;
    private final List<ObjectNode> transfers = new ArrayList<>();
    private final Map<String, Kept> kept = new HashMap<>();
    private volatile boolean troubled;
    private int troubles;

    /** What is remembered under an idempotency key. */
    private record Kept(String parameters, int status, String body, Instant at) {}

    /** @param seed one seed replays the same troubles, as far as the callers' order is the same */
    public FaultyStripe(Clock clock, long seed) {
        this.clock = clock;
        this.random = new Random(seed);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/v1/transfers", this::transfers);
        server.createContext("/v2/core/accounts", this::accounts);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** From now on things go wrong. */
    public void trouble() {
        troubled = true;
    }

    /** How many transfers each payout has, by the payout's id. */
    public synchronized Map<String, Integer> transfersByPayout() {
        Map<String, Integer> counts = new HashMap<>();
        transfers.forEach(
                transfer -> counts.merge(transfer.at("/metadata/payout_id").asText(), 1, Integer::sum));
        return counts;
    }

    /** How many requests something went wrong with. */
    public synchronized int troubles() {
        return troubles;
    }

    /** The sum of all transfers, in the smallest unit. */
    public synchronized long sum() {
        return transfers.stream()
                .mapToLong(transfer -> transfer.get("amount").longValue())
                .sum();
    }

    private void accounts(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String path = exchange.getRequestURI().getPath();
        boolean asksOne = path.length() > "/v2/core/accounts/".length();
        String id = asksOne ? path.substring("/v2/core/accounts/".length()) : "acct_stand_in";
        ObjectNode account = JsonNodeFactory.instance.objectNode().put("id", id).put("object", "v2.core.account");
        account.putObject("configuration")
                .putObject("recipient")
                .putObject("capabilities")
                .putObject("stripe_balance")
                .putObject("stripe_transfers")
                .put("status", "active");
        answer(exchange, 200, account.toString());
    }

    private void transfers(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Trouble trouble = next();
        pause(trouble);
        if (trouble == Trouble.LOST) {
            exchange.close();
            return;
        }
        if (trouble == Trouble.TOO_MANY) {
            answer(exchange, 429, error("rate_limit", "rate_limit_error"));
            return;
        }
        if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, list(form(exchange.getRequestURI().getRawQuery())));
            return;
        }
        Kept answer = make(exchange, body, trouble);
        if (trouble == Trouble.ANSWER_LOST) {
            exchange.close();
        } else {
            answer(exchange, answer.status(), answer.body());
        }
    }

    private synchronized Kept make(HttpExchange exchange, String body, Trouble trouble) {
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        Kept known = kept.get(key);
        if (known != null && known.at().plus(KEY_LIFE).isAfter(clock.instant())) {
            return known.parameters().equals(body)
                    ? known
                    : new Kept(body, 400, error("idempotency_error", "idempotency_error"), clock.instant());
        }
        if (trouble == Trouble.IN_USE) {
            return new Kept(body, 409, error("idempotency_key_in_use", "idempotency_error"), clock.instant());
        }
        Kept made = switch (trouble) {
            case FAILS -> new Kept(body, 500, error("", "api_error"), clock.instant());
            case FAILS_AFTERWARDS -> {
                transfer(body);
                yield new Kept(body, 500, error("", "api_error"), clock.instant());
            }
            default -> new Kept(body, 200, transfer(body), clock.instant());
        };
        kept.put(key, made);
        return made;
    }

    private String transfer(String body) {
        Map<String, String> form = form(body);
        ObjectNode transfer = JsonNodeFactory.instance
                .objectNode()
                .put("id", "tr_" + (transfers.size() + 1))
                .put("object", "transfer")
                .put("amount", Long.parseLong(form.get("amount")))
                .put("amount_reversed", 0)
                .put("currency", form.get("currency"))
                .put("destination", form.get("destination"))
                .put("reversed", false)
                .put("transfer_group", form.get("transfer_group"));
        transfer.putObject("metadata").put("payout_id", form.get("metadata[payout_id]"));
        transfers.add(transfer);
        return transfer.toString();
    }

    private synchronized String list(Map<String, String> query) {
        ObjectNode list = JsonNodeFactory.instance.objectNode().put("object", "list");
        ArrayNode found = list.put("has_more", false).putArray("data");
        transfers.stream()
                .filter(transfer -> transfer.get("transfer_group").asText().equals(query.get("transfer_group")))
                .forEach(found::add);
        return list.toString();
    }

    /** What goes wrong with a request. */
    private enum Trouble {
        NONE,
        LOST,
        ANSWER_LOST,
        TOO_MANY,
        IN_USE,
        FAILS,
        FAILS_AFTERWARDS,
        SLOW
    }

    private synchronized Trouble next() {
        if (!troubled) {
            return Trouble.NONE;
        }
        int dice = random.nextInt(100);
        Trouble[] kinds = Trouble.values();
        if (dice >= 49) {
            return Trouble.NONE;
        }
        troubles++;
        return kinds[1 + dice / 7];
    }

    private static void pause(Trouble trouble) {
        if (trouble == Trouble.SLOW) {
            try {
                TimeUnit.MILLISECONDS.sleep(40);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static String error(String code, String type) {
        ObjectNode root = JsonMapper.builder().build().createObjectNode();
        root.putObject("error").put("type", type).put("code", code).put("message", "the stand-in says no");
        return root.toString();
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : Optional.ofNullable(body).orElse("").split("&")) {
            int is = pair.indexOf('=');
            if (is > 0) {
                form.put(decoded(pair.substring(0, is)), decoded(pair.substring(is + 1)));
            }
        }
        return form;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Request-Id", "req_stand_in");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
