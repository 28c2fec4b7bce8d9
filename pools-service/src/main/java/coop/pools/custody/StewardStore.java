package coop.pools.custody;

import coop.pools.custody.domain.StewardTerm;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Terms of stewards, in the order in which they began. */
public interface StewardStore {
    void insert(StewardTerm term);

    /** Ends the person's open term; 0 when there is none. */
    int end(UUID pool, UUID person, UUID proposal, Instant at);

    List<StewardTerm> terms(UUID pool);
}
