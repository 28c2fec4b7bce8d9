package coop.pools.membership;

import coop.pools.governance.Rosters;
import coop.pools.governance.domain.RawVote;
import coop.pools.governance.domain.RosterPart;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads rosters as of their versions. Someone in several parts is one person. */
public interface RosterStore {
    /** Beyond so many parts a text that names each takes longer to be read than their people. */
    int MANY = 50;

    long count(List<RosterPart> parts);

    /** Those of a part who have taken no part since then, without some. */
    long countSilent(RosterPart part, Instant since, List<UUID> without);

    /** In no order. */
    List<Rosters.Stay> stays(UUID[] people);

    /** Of a few parts, in the database's order of ids, which is that of their bytes. */
    List<UUID> people(List<RosterPart> parts, Optional<UUID> after, int limit);

    /** Of everybody who is or was in any Pool, in that order of people; at most so many. */
    List<Rosters.Stay> staysAfter(UUID person, int most);

    /** Everybody in the stored electorate of a proposal, those of Pools that have dropped out too. */
    void each(UUID proposal, RawVote.Stays each);
}
