package coop.pools.payout;

import coop.pools.payout.domain.Coming;
import coop.pools.payout.domain.HandOver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What Pools with accounts of their own hand over to Floods. */
public interface HandOverStore {
    /** Written with its payout; answers 0 when it is there already. */
    int insert(UUID payout, UUID flood, String floodSlug);

    Optional<HandOver> find(UUID payout);

    /** What stewards have sent and has not arrived yet, the newest first; at most a thousand. */
    List<Awaited> awaited();

    /** @param since when it was decided */
    record Awaited(UUID payout, Instant since) {}

    /** What Pools have decided to hand over to a Flood and has not arrived yet; the oldest first, at most twenty. */
    List<Coming> coming(UUID flood);

    /** 0 when it has arrived before. */
    int arrived(UUID payout, Instant at, String movement);
}
