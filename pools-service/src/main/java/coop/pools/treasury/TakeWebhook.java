package coop.pools.treasury;

import coop.pools.integrations.payments.ListedEvent;
import coop.pools.integrations.payments.PaymentEvent;
import coop.pools.integrations.payments.PaymentProcessor;
import coop.pools.integrations.payments.SignatureMismatch;
import coop.pools.integrations.payments.UnreadableEvent;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Soon;
import coop.pools.kernel.Transactions;
import coop.pools.treasury.InboxStore.Received;
import coop.pools.treasury.domain.Backoff;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a signed event of the processor: the signature is checked over the raw bytes, then the event is stored and its
 * effect applied in one transaction. An event that is here already changes nothing; one whose effect fails is stored all
 * the same and tried again later, so that it never holds up another.
 */
public final class TakeWebhook {
    private static final Logger LOG = LoggerFactory.getLogger(TakeWebhook.class);

    private final PaymentProcessor processor;
    private final Transactions transactions;
    private final InboxStore inbox;
    private final ApplyEvent applyEvent;
    private final Clock clock;

    public TakeWebhook(
            PaymentProcessor processor,
            Transactions transactions,
            InboxStore inbox,
            ApplyEvent applyEvent,
            Clock clock) {
        this.processor = processor;
        this.transactions = transactions;
        this.inbox = inbox;
        this.applyEvent = applyEvent;
        this.clock = clock;
    }

    /**
     * Durable when it is completed: with false when the event had been taken before; with TRY_AGAIN when the database is
     * too busy.
     *
     * @param connect whether it came to the endpoint for payees' accounts
     * @throws Refused BAD_SIGNATURE, and nothing is stored
     */
    public CompletableFuture<Boolean> takeSoon(byte[] body, String signatureHeader, boolean connect) {
        return takeSoon(read(body, signatureHeader, connect));
    }

    /** The same, and durable when it returns. */
    public boolean take(byte[] body, String signatureHeader, boolean connect) {
        return Soon.awaited(takeSoon(body, signatureHeader, connect));
    }

    /**
     * Takes an event that the processor was asked for. It came over a connection that names us both, so it needs no
     * signature; everything else is as if it had been delivered.
     */
    public boolean takeListed(ListedEvent listed) {
        PaymentEvent event = listed.event();
        return Soon.awaited(takeSoon(new Received(
                event.eventId(),
                event.type(),
                listed.account().isPresent(),
                Optional.of(event),
                listed.body(),
                event.createdAt(),
                clock.instant())));
    }

    private CompletableFuture<Boolean> takeSoon(Received received) {
        return transactions
                .soonInSharedTransaction(
                        List.of(() -> expect(received), () -> received.event().ifPresent(applyEvent::expectBooks)),
                        () -> applied(received))
                .exceptionallyCompose(error -> putAside(received, error));
    }

    /** What could not be applied is kept, to be tried again; where the database is too busy, the sender does that. */
    private CompletableFuture<Boolean> putAside(Received received, Throwable error) {
        if (error instanceof Refused refused && refused.code() == CommonRefusal.TRY_AGAIN) {
            return CompletableFuture.failedFuture(refused);
        }
        LOG.warn("event {} could not be applied and waits", received.eventId(), error);
        return transactions.soonInSharedTransaction(List.of(), () -> waiting(received, Words.of(error)));
    }

    private void expect(Received received) {
        inbox.expect(received.eventId());
        received.event().ifPresent(applyEvent::expect);
    }

    private boolean applied(Received received) {
        Verdict first = received.event().isPresent()
                ? Verdict.ignored("nothing that Pools acts on")
                : Verdict.setAside("signed, but it cannot be read");
        if (inbox.insert(received, first, Backoff.none()) == 0) {
            return false;
        }
        Optional<Verdict> applied = received.event().flatMap(applyEvent::apply);
        applied.ifPresent(verdict -> inbox.mark(received.eventId(), verdict, Backoff.none()));
        tellOperators(received.eventId(), applied.orElse(first));
        return true;
    }

    private void tellOperators(String eventId, Verdict verdict) {
        if (verdict.state() == EventState.SET_ASIDE) {
            transactions.afterCommit(() -> LOG.error("event {} needs an operator: {}", eventId, verdict.reason()));
        }
    }

    private boolean waiting(Received received, String reason) {
        Backoff again = Backoff.none().triedAt(clock.instant());
        return inbox.insert(received, new Verdict(EventState.WAITING, reason), again) == 1;
    }

    private Received read(byte[] body, String signatureHeader, boolean connect) {
        Instant now = clock.instant();
        try {
            PaymentEvent event = processor.readEvent(body, signatureHeader, connect);
            return new Received(
                    event.eventId(), event.type(), connect, Optional.of(event), body, event.createdAt(), now);
        } catch (SignatureMismatch e) {
            throw new Refused(TreasuryRefusal.BAD_SIGNATURE);
        } catch (UnreadableEvent e) {
            LOG.warn("a signed event cannot be read: {}", e.getMessage());
            String id = "unreadable-" + HexFormat.of().formatHex(IdSource.sha256(body));
            return new Received(id, "unreadable", connect, Optional.empty(), body, now, now);
        }
    }
}
