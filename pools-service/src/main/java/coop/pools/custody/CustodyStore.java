package coop.pools.custody;

import coop.pools.custody.domain.Custody;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Pools' own accounts: at most one for each Pool. */
public interface CustodyStore {
    /** Answers 0 and changes nothing when the Pool has a row. */
    int insert(Custody custody);

    Optional<Custody> find(UUID pool);

    Optional<Custody> byAccount(String accountId);

    /** Reads and locks the row until the transaction ends. */
    Optional<Custody> lock(UUID pool);

    /** Writes everything that can change; the row must be locked. */
    void save(Custody custody);

    /** Those whose account has been in use, now or before, in the order of Pools' ids. */
    List<Custody> everActive();

    /** Books of Pools that have money where it was held before, in the order of their ids. */
    List<UUID> booksWithMoneyElsewhere(int limit);

    /** Those whose account is to be read anew, oldest first. */
    List<Custody> due(Instant now, int limit);

    /** Moves the next try forward; 0 when somebody else has done so since it was read. */
    int lease(UUID pool, Instant readNextTry, Instant nextTry, int tries);
}
