package coop.pools.treasury;

import coop.pools.integrations.payments.ListedEvent;
import coop.pools.integrations.payments.PaymentEvent;
import coop.pools.integrations.payments.PaymentFailure;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.kernel.DueWork;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the processor every ten minutes, and when a node starts, for the events that should have been delivered, and
 * takes those that have not been: a webhook that is lost, or hours without any, cost nothing but time. Each Pool's own
 * account has a list of its own.
 */
public final class CatchUpEvents implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUpEvents.class);
    private static final String LIST = "events";
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final Duration AFTER_TROUBLE = Duration.ofMinutes(2);
    private static final Duration OVERLAP = Duration.ofHours(1);
    /** As long as the processor keeps them. */
    private static final Duration REACH = Duration.ofDays(30);

    private static final int MOST_PAGES = 20;

    private final ReadLists lists;
    private final Source source;
    private final InboxStore inbox;
    private final TakeWebhook takeWebhook;
    private final Clock clock;
    /** Lists that this node has read since it started. */
    private final Set<String> begun = ConcurrentHashMap.newKeySet();

    public CatchUpEvents(ReadLists lists, Source source, InboxStore inbox, TakeWebhook takeWebhook, Clock clock) {
        this.lists = lists;
        this.source = source;
        this.inbox = inbox;
        this.takeWebhook = takeWebhook;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "catch-up-events";
    }

    @Override
    public Lane lane() {
        return Lane.PROCESSOR;
    }

    /**
     * Where events are listed.
     *
     * @param ownAccounts the accounts at the processor that Pools have, or had, of their own
     */
    public record Source(PaymentProcessor processor, Supplier<List<String>> ownAccounts) {}

    /** Answers how many events were taken that had not come. */
    @Override
    public int run(int atMost) {
        int taken = readOn(LIST, Optional.empty());
        for (String account : source.ownAccounts().get()) {
            taken += readOn(LIST + " " + account, Optional.of(account));
        }
        return taken;
    }

    private int readOn(String list, Optional<String> account) {
        Optional<ReadLists.Lease> lease = lists.take(list, !begun.contains(list));
        if (lease.isEmpty()) {
            return 0;
        }
        begun.add(list);
        return readOn(lease.get(), account);
    }

    private int readOn(ReadLists.Lease lease, Optional<String> account) {
        AtomicInteger taken = new AtomicInteger();
        Instant next = clock.instant().plus(AFTER_TROUBLE);
        try {
            boolean ended = lease.read(new ReadLists.Plan<>(
                    OVERLAP,
                    REACH,
                    MOST_PAGES,
                    (since, after) -> source.processor().listEvents(since, after, account),
                    events -> taken.addAndGet(take(events))));
            next = ended ? clock.instant().plus(PAUSE) : clock.instant();
        } catch (PaymentFailure failure) {
            LOG.info("the processor's events are listed again later: {}", failure.code());
        } finally {
            lease.release(next);
        }
        if (taken.get() > 0) {
            LOG.warn("{} events had not been delivered and were taken from the processor's list", taken.get());
        }
        return taken.get();
    }

    /** The oldest first, as they would have come. */
    private int take(List<ListedEvent> newestFirst) {
        Set<String> known = inbox.known(newestFirst.stream()
                .map(ListedEvent::event)
                .map(PaymentEvent::eventId)
                .toList());
        int taken = 0;
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            ListedEvent listed = newestFirst.get(i);
            if (!known.contains(listed.event().eventId()) && takeWebhook.takeListed(listed)) {
                taken++;
            }
        }
        return taken;
    }
}
