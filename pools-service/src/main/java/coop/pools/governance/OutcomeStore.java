package coop.pools.governance;

import coop.pools.governance.domain.OutcomeStatement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What came of proposals, in words; only ever adds. */
public interface OutcomeStore {
    /** 0 when somebody else has written this version. */
    int insert(OutcomeStatement statement);

    /** The one that counts. */
    Optional<OutcomeStatement> latest(UUID proposal);

    /** Those that count, are to be looked back at by now, and nobody has been reminded of. */
    List<OutcomeStatement> due(Instant now, int limit);

    /** 0 when it has been marked before. */
    int markReminded(UUID proposal, int version, Instant at);
}
