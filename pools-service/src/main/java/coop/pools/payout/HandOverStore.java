package coop.pools.payout;

import coop.pools.payout.domain.Coming;
import coop.pools.payout.domain.HandOver;
import coop.pools.payout.domain.TakenBack;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What Pools with accounts of their own hand over to Floods. */
public interface HandOverStore {
    /** Written with its payout; answers 0 when it is there already. */
    int insert(UUID payout, UUID flood, String floodSlug);

    Optional<HandOver> find(UUID payout);

    /** When the newest was decided of those that stewards have sent and that have not arrived yet; empty for none. */
    Optional<Instant> newestAwaited();

    /** What Pools have decided to hand over to a Flood and has not arrived yet; the oldest first, at most twenty. */
    List<Coming> coming(UUID flood);

    /** What came with the payout's number and is not it, the oldest first; at most twenty. */
    List<Listed> others(UUID payout);

    /** @param amountMinor in its currency's smallest unit */
    record Listed(long amountMinor, String currency) {}

    /** What banks have taken back of it, the oldest first. */
    List<TakenBack> backs(UUID payout);

    /** When it was last known that a bank has taken something of it back; empty when none has. */
    Optional<Instant> takenBackAt(UUID payout);

    /** It is known from now on, and nothing of it is booked; 0 when it was known before. */
    int insertBack(TakenBack back, Instant at);

    /** The Pool's stake was looked for in this Flood; nothing happens when it was before. */
    void lookedIn(String movement, UUID flood);

    void booked(String movement, long bookedMinor);

    void madeGood(String movement, String topUp);

    /** It is on its way again, and all that took it back is over. */
    void goneAgain(UUID payout);

    /** 0 when it has arrived before. */
    int arrived(UUID payout, Instant at, String movement);
}
