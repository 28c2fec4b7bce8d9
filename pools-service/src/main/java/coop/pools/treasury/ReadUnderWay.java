package coop.pools.treasury;

import coop.pools.kernel.Money;
import coop.pools.treasury.UnderWayStore.Piece;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;

/** What of a Pool's card money waits, and for what. Says nothing about who paid. */
public final class ReadUnderWay {
    private final UnderWayStore store;

    public ReadUnderWay(UnderWayStore store) {
        this.store = store;
    }

    /** What is waited for. */
    public enum Why {
        /** That the processor lets go of it. */
        ARRIVING,
        /** That the processor confirms a refund. */
        REFUND,
        /** That a dispute is decided. */
        DISPUTE
    }

    /** One piece; {@code at} is when it is free, or until when evidence is due. */
    public record Waiting(Why why, UUID contribution, Money amount, Optional<Instant> at) {}

    /** At most {@code limit} of each kind; what troubles most first. */
    public List<Waiting> ofPool(UUID pool, int limit) {
        List<Waiting> all = new ArrayList<>();
        add(all, Why.DISPUTE, store::disputes, pool, limit);
        add(all, Why.REFUND, store::refunds, pool, limit);
        add(all, Why.ARRIVING, store::arriving, pool, limit);
        return all;
    }

    /** Disputes of payments into this Pool that are not decided, at most {@code limit}; what is due first, first. */
    public List<Waiting> disputes(UUID pool, int limit) {
        List<Waiting> disputes = new ArrayList<>();
        add(disputes, Why.DISPUTE, store::disputes, pool, limit);
        return disputes;
    }

    private static void add(
            List<Waiting> all, Why why, BiFunction<UUID, Integer, List<Piece>> read, UUID pool, int limit) {
        read.apply(pool, limit).stream()
                .map(piece -> new Waiting(
                        why, piece.contributionId(), Money.of(piece.amountMinor(), piece.currency()), piece.at()))
                .forEach(all::add);
    }
}
