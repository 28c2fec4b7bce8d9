package coop.pools.flood;

import coop.pools.governance.domain.RosterPart;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What Floods ask of Pools and their members. */
public interface MemberPools {
    Optional<MemberPool> bySlug(String slug);

    /** Those that exist, by id. */
    Map<UUID, MemberPool> byIds(Collection<UUID> ids);

    /** The Pools that a person belongs to, by name; at most fifty. */
    List<MemberPool> ofPerson(UUID person);

    /** The first Pools by slug. */
    default List<MemberPool> first(int limit) {
        return List.of();
    }

    boolean isMember(UUID pool, UUID person);

    /** The present roster, held against joining and leaving until the transaction ends. */
    RosterPart lockRoster(UUID pool);

    /** The same for many, held in the order given, which is that of their ids. */
    default List<RosterPart> lockRosters(Collection<UUID> pools) {
        return pools.stream().map(this::lockRoster).toList();
    }

    /**
     * A Pool as Floods see it.
     *
     * @param currency ISO 4217
     * @param roster who belongs to it at the moment of reading
     */
    record MemberPool(UUID id, String slug, String name, String currency, RosterPart roster) {}
}
