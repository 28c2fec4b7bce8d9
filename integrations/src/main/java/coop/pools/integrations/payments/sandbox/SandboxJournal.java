package coop.pools.integrations.payments.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import coop.pools.integrations.payments.BalanceTransaction;
import coop.pools.integrations.payments.ListedEvent;
import coop.pools.integrations.payments.Page;
import coop.pools.integrations.payments.ProcessorBalance;
import coop.pools.integrations.payments.stripe.SignedEvents;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What happened at the sandbox, in the order of time, and what is to happen later. A happening has a name and is kept
 * once, however often it is noted.
 */
final class SandboxJournal {
    private static final String LOG = "log";
    private static final String DUE = "due";
    private static final String PLACE = "place";
    private static final String END = "999999999999";

    /** A page of a list ends with a happening, and none has more events than this. */
    private static final int MOST_AT_ONCE = 10;

    private static final int PAGE = 100;

    /** Longer than the clockwork ever takes while the clock goes on by itself. */
    private static final Duration JUMP = Duration.ofMinutes(30);

    private final SandboxState state;
    private final SandboxShelf<SandboxHappening> shelf;
    private final SignedEvents signer;
    private final Clock clock;

    SandboxJournal(SandboxState state, SignedEvents signer, Clock clock) {
        this.state = state;
        this.shelf = new SandboxShelf<>(state, SandboxHappening.class);
        this.signer = signer;
        this.clock = clock;
    }

    /** Keeps what happened on an account, and answers the webhooks to deliver. */
    List<SignedEvent> note(
            String name, long at, String account, List<ObjectNode> events, List<SandboxMovement> movements) {
        List<String> bodies = events.stream()
                .map(event -> account.isEmpty() ? event : event.put("account", account))
                .map(ObjectNode::toString)
                .toList();
        long listed = placed(name, at).orElseGet(() -> place(name, at));
        List<SandboxMovement> listedThen =
                movements.stream().map(movement -> movement.notBefore(listed)).toList();
        return signed(
                shelf.addOrGet(key(LOG, listed, name), new SandboxHappening(listed, account, bodies, listedThen)));
    }

    /** Under which time something that was noted before is listed. */
    private Optional<Long> placed(String name, long at) {
        return state.read(key(LOG, at, name))
                .map(found -> at)
                .or(() -> state.read(key(PLACE, at, name)).map(Long::valueOf));
    }

    /**
     * What is made up for after the clock has jumped is listed as of now: whoever reads a list on from where they were
     * must not miss what they have already passed.
     */
    private long place(String name, long at) {
        long now = now();
        if (now - at <= JUMP.toSeconds()) {
            return at;
        }
        state.add(key(PLACE, at, name), String.valueOf(now));
        return placed(name, at).orElseThrow();
    }

    /** The webhooks of something that has been noted before; empty when it has not. */
    Optional<List<SignedEvent>> again(String name, long at) {
        return placed(name, at)
                .flatMap(listed -> shelf.find(key(LOG, listed, name)))
                .map(this::signed);
    }

    /** Has the webhooks of something that was noted delivered by the clock. */
    void tellSoon(String name, long at) {
        later(at, "tell " + name);
    }

    /** Has a task done when its time has come; answers its key. */
    String later(long at, String task) {
        String key = key(DUE, at, task);
        state.add(key, task);
        return key;
    }

    /** A task whose time has come. */
    record Task(String key, long at, List<String> words) {}

    List<Task> due(int atMost) {
        return state.first(DUE, key(DUE, now() + 1, ""), atMost).stream()
                .map(entry -> new Task(
                        entry.name(),
                        Long.parseLong(entry.name().substring(DUE.length(), DUE.length() + END.length())),
                        List.of(entry.text().split(" "))))
                .toList();
    }

    void done(String taskKey) {
        if (taskKey.startsWith(DUE)) {
            state.remove(taskKey);
        }
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    Page<ListedEvent> events(Instant since, Optional<String> after, Optional<String> account) {
        return page(
                since,
                after,
                happening -> Stream.of(happening)
                        .filter(found -> found.account().equals(account.orElse("")))
                        .flatMap(found -> reversed(found.events()).stream())
                        .map(body -> body.getBytes(StandardCharsets.UTF_8))
                        .map(body -> new ListedEvent(signer.listed(body, account.isPresent()), body, account)));
    }

    Page<BalanceTransaction> transactions(Instant since, Optional<String> after, Optional<String> account) {
        return page(
                since,
                after,
                happening -> Stream.of(happening)
                        .filter(found -> found.account().equals(account.orElse("")))
                        .flatMap(found -> reversed(found.movements()).stream())
                        .map(SandboxMovement::transaction));
    }

    /** The sum of all movements in each currency; what is available later is pending. */
    List<ProcessorBalance> balances(Optional<String> account) {
        Instant now = clock.instant();
        Map<Currency, long[]> held = new LinkedHashMap<>();
        Optional<String> after = Optional.empty();
        do {
            Page<BalanceTransaction> page = transactions(Instant.EPOCH, after, account);
            for (BalanceTransaction one : page.items()) {
                int place = one.availableOn().isAfter(now) ? 1 : 0;
                held.computeIfAbsent(one.currency(), unused -> new long[2])[place] += one.netMinor();
            }
            after = page.next();
        } while (after.isPresent());
        return held.entrySet().stream()
                .map(entry -> new ProcessorBalance(entry.getKey(), entry.getValue()[0], entry.getValue()[1]))
                .toList();
    }

    private <T> Page<T> page(Instant since, Optional<String> after, Function<SandboxHappening, Stream<T>> listed) {
        String from = key(LOG, Math.max(0, since.getEpochSecond()), "");
        String before = after.filter(key -> key.startsWith(LOG)).orElse(LOG + END);
        List<T> items = new ArrayList<>();
        while (true) {
            List<SandboxState.Entry> entries = state.last(from, before, PAGE);
            for (SandboxState.Entry entry : entries) {
                if (items.size() > PAGE - MOST_AT_ONCE) {
                    return new Page<>(items, Optional.of(before));
                }
                listed.apply(shelf.parse(entry.text())).forEach(items::add);
                before = entry.name();
            }
            if (entries.size() < PAGE) {
                return new Page<>(items, Optional.empty());
            }
        }
    }

    private List<SignedEvent> signed(SandboxHappening happening) {
        boolean connect = !happening.account().isEmpty();
        return happening.events().stream()
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .map(body -> new SignedEvent(body, signer.sign(body, connect), connect))
                .toList();
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    /** Keys of one kind lie in the order of their times. */
    private static String key(String kind, long at, String name) {
        return kind + String.format(Locale.ROOT, "%012d", at) + name.replace(' ', '.');
    }
}
