package coop.pools.custody;

import coop.pools.custody.domain.StewardTerm;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Terms of the stewards of Pools and Floods, in the order in which they began. */
public interface StewardStore {
    void insert(StewardTerm term);

    /** Ends the person's open term; 0 when there is none. */
    int end(UUID body, UUID person, UUID proposal, Instant at);

    /** Those of all these bodies. */
    List<StewardTerm> terms(UUID[] bodies);

    default List<StewardTerm> terms(UUID body) {
        return terms(new UUID[] {body});
    }
}
