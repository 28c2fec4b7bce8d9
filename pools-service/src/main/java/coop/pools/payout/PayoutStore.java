package coop.pools.payout;

import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.Word;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Payouts. Changes are written under the row's lock. */
public interface PayoutStore {
    /** Answers 0 and changes nothing when the payout or one for its proposal is there. */
    int insert(Payout payout);

    Optional<Payout> find(UUID id);

    /** Reads and locks the row until the transaction ends. */
    Optional<Payout> lock(UUID id);

    Optional<Payout> ofProposal(UUID proposal);

    /** What was ordered for somebody who has left, the oldest first; at most a few hundred. */
    List<Payout> ofExit(UUID claim);

    /** Writes everything that can change; the row must be locked. */
    void save(Payout payout);

    /** Reserved and sent ones whose next try is due, oldest first. */
    List<Payout> due(Instant now, int limit);

    /** Moves the next try forward; 0 when somebody else has done so since it was read. */
    int lease(UUID id, Instant readNextTry, Instant nextTry, int tries);

    /** Payouts at the processor that wait for this payee are tried now. */
    void hurry(UUID payee, Instant now);

    /** Adds what somebody says; the payout's row must be locked. */
    void append(UUID payout, Word word);

    /** All that was said about a payout, in order; may be empty. */
    List<Word> words(UUID payout);

    /** A body's payouts, the newest first, beginning after the one with id {@code after} where given. */
    List<Payout> ofBody(UUID body, Optional<UUID> after, int limit);
}
