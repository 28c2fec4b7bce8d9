package coop.pools.membership;

import coop.pools.identity.ReadPeople;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.membership.domain.Membership;
import coop.pools.pool.Members;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Who is a member. How many there are may be known by all; who they are, by members only. */
public final class ReadMembers implements Members {
    private static final int CHUNK = 500;

    private final MembershipStore store;
    private final ReadPeople people;

    public ReadMembers(MembershipStore store, ReadPeople people) {
        this.store = store;
        this.people = people;
    }

    @Override
    public boolean isMember(UUID pool, UUID person) {
        return store.present(pool, person).isPresent();
    }

    @Override
    public long count(UUID pool) {
        return store.count(pool);
    }

    /** How many members each of these Pools has, 0 included. */
    public Map<UUID, Long> counts(Collection<UUID> pools) {
        List<UUID> all = pools.stream().distinct().toList();
        Map<UUID, Long> counts = new HashMap<>();
        all.forEach(pool -> counts.put(pool, 0L));
        for (int from = 0; from < all.size(); from += CHUNK) {
            store.counts(all.subList(from, Math.min(all.size(), from + CHUNK)))
                    .forEach(row -> counts.put(row.poolId(), row.members()));
        }
        return counts;
    }

    /** Whether a member has taken no part since then. */
    public boolean isSilent(UUID pool, UUID person, Instant since) {
        return store.isSilent(pool, person, since);
    }

    /** The person's present membership of a Pool. */
    public Optional<Membership> membership(UUID pool, UUID person) {
        return store.present(pool, person);
    }

    /** The member with this number; empty when there is none, or they have left. Number 1 is the founder. */
    public Optional<UUID> numbered(UUID pool, int number) {
        return store.after(pool, number - 1, 1).stream()
                .filter(member -> member.number() == number)
                .map(Membership::personId)
                .findFirst();
    }

    /** Whoever made each of these Pools, with number 1, and those of these people who belong to one, as long as they stay. */
    public List<Membership> firstAnd(Collection<UUID> pools, Collection<UUID> people) {
        return store.firstAnd(pools.toArray(UUID[]::new), people.toArray(UUID[]::new));
    }

    /** The first members by number, at most so many. */
    public List<UUID> first(UUID pool, int most) {
        return store.after(pool, 0, most).stream().map(Membership::personId).toList();
    }

    /** Members of these Pools who have exactly this name, each once with one of their memberships; at most so many. */
    public List<Membership> named(String name, Collection<UUID> pools, int most) {
        Map<UUID, Membership> found = new LinkedHashMap<>();
        store.named(name, pools.toArray(UUID[]::new), most).forEach(one -> found.putIfAbsent(one.personId(), one));
        return List.copyOf(found.values());
    }

    /** Distinct members of these Pools who have exactly this name: none, the only one, or two of several. */
    public List<UUID> namesakes(Collection<UUID> pools, String name) {
        return store.namesakes(name, pools.toArray(UUID[]::new), 2);
    }

    /** The person's present memberships, oldest first. */
    public List<Membership> membershipsOf(UUID person) {
        return store.of(person);
    }

    /**
     * Members after a number, in the order of joining.
     *
     * @throws Refused {@link MembershipRefusal#NOT_A_MEMBER}
     */
    public List<NamedMember> list(Caller caller, UUID pool, int afterNumber, int limit) {
        UUID person = caller.require(Scope.READ);
        if (!isMember(pool, person)) {
            throw new Refused(MembershipRefusal.NOT_A_MEMBER);
        }
        List<Membership> members = store.after(pool, afterNumber, limit);
        Map<UUID, String> names =
                people.names(members.stream().map(Membership::personId).toList());
        return members.stream()
                .map(member -> new NamedMember(
                        member.number(),
                        member.personId(),
                        names.getOrDefault(member.personId(), "Former member"),
                        member.joinedAt()))
                .toList();
    }

    /** A member as members see each other. */
    public record NamedMember(int number, UUID person, String name, Instant joinedAt) {}
}
