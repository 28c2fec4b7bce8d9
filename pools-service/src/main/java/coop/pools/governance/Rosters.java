package coop.pools.governance;

import coop.pools.governance.domain.RosterPart;
import java.util.List;
import java.util.UUID;

/** The people behind frozen rosters; implemented by membership. Someone in several parts is one person. */
public interface Rosters {
    /** How many distinct people the parts hold. */
    long countPeople(List<RosterPart> parts);

    boolean includes(List<RosterPart> parts, UUID person);

    /** Distinct people in the order of their ids, at most {@code limit}, beginning after {@code after} (null: from the start). */
    List<UUID> people(List<RosterPart> parts, UUID after, int limit);
}
