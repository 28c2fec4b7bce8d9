package coop.pools.treasury;

import coop.pools.integrations.payments.PaymentEvent;
import java.util.List;
import java.util.Optional;

/** Asks each feature for its effect of an event; the first that knows it decides. Called inside a transaction. */
public final class ApplyEvent {
    private final List<EventEffect> effects;

    public ApplyEvent(List<EventEffect> effects) {
        this.effects = List.copyOf(effects);
    }

    /** The event will be applied in the present shared transaction. */
    void expect(PaymentEvent event) {
        effects.forEach(effect -> effect.expect(event));
    }

    /** The same, when what the event is about has been read. */
    void expectBooks(PaymentEvent event) {
        effects.forEach(effect -> effect.expectBooks(event));
    }

    /** Empty when no feature acts on such events. */
    public Optional<Verdict> apply(PaymentEvent event) {
        if (event instanceof PaymentEvent.OtherMode) {
            return Optional.of(Verdict.setAside("of test mode where money is real, or the reverse"));
        }
        return effects.stream()
                .map(effect -> effect.apply(event))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
