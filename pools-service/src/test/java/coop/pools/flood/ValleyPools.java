package coop.pools.flood;

import coop.pools.governance.Bodies;
import coop.pools.governance.Rosters;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.RawVote;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.VotingRule;
import coop.pools.kernel.BasisPoints;
import coop.pools.ledger.LedgerStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** Pools in memory with a book in the database, with members that a test can name. */
final class ValleyPools implements MemberPools, Rosters, Bodies {
    private final Map<UUID, MemberPool> pools = new TreeMap<>();
    private final Map<UUID, TreeSet<UUID>> members = new HashMap<>();
    private final LedgerStore books;
    private FloodActionCheck checks;

    ValleyPools(LedgerStore books) {
        this.books = books;
    }

    synchronized UUID somebodyOf(UUID pool) {
        return members.get(pool).first();
    }

    void checkedBy(FloodActionCheck floodChecks) {
        checks = floodChecks;
    }

    synchronized MemberPool add(UUID id, String slug, String currency, UUID... people) {
        MemberPool pool = new MemberPool(id, slug, "The " + slug, currency, new RosterPart(id, 0));
        pools.put(id, pool);
        members.put(id, new TreeSet<>(List.of(people)));
        return pool;
    }

    synchronized void part(UUID pool, UUID person) {
        members.get(pool).remove(person);
    }

    @Override
    public synchronized Optional<MemberPool> bySlug(String slug) {
        return pools.values().stream().filter(pool -> pool.slug().equals(slug)).findFirst();
    }

    @Override
    public synchronized Map<UUID, MemberPool> byIds(Collection<UUID> ids) {
        Map<UUID, MemberPool> found = new HashMap<>(pools);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public synchronized List<MemberPool> ofPerson(UUID person) {
        return pools.values().stream()
                .filter(pool -> isMember(pool.id(), person))
                .toList();
    }

    @Override
    public synchronized boolean isMember(UUID pool, UUID person) {
        return members.get(pool).contains(person);
    }

    /** The row of the Pool's book stands in for that of the Pool. */
    @Override
    public RosterPart lockRoster(UUID pool) {
        books.lockBook(pool);
        return byIds(List.of(pool)).get(pool).roster();
    }

    @Override
    public synchronized long countPeople(List<RosterPart> parts) {
        return distinct(parts).size();
    }

    @Override
    public synchronized List<Stay> stays(Collection<UUID> people) {
        List<Stay> stays = new ArrayList<>();
        members.forEach((pool, present) -> people.stream()
                .filter(present::contains)
                .forEach(person -> stays.add(new Stay(person, pool, 0, Optional.empty()))));
        return stays;
    }

    @Override
    public synchronized void each(UUID proposal, List<RosterPart> parts, RawVote.Stays each) {
        parts.forEach(part -> {
            each.pool(part.pool().getMostSignificantBits(), part.pool().getLeastSignificantBits());
            members.get(part.pool())
                    .forEach(person -> each.stay(person.getMostSignificantBits(), person.getLeastSignificantBits()));
        });
    }

    @Override
    public synchronized List<UUID> people(List<RosterPart> parts, UUID after, int limit) {
        return distinct(parts).stream()
                .filter(person -> after == null || person.compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    private TreeSet<UUID> distinct(List<RosterPart> parts) {
        TreeSet<UUID> people = new TreeSet<>();
        parts.forEach(part -> people.addAll(members.get(part.pool())));
        return people;
    }

    @Override
    public Body read(BodyRef ref) {
        MemberPool pool = byIds(List.of(ref.id())).get(ref.id());
        return new Body(ref, pool.name(), pool.slug(), pool.currency());
    }

    @Override
    public Optional<BodyRef> bySlug(BodyRef.Kind kind, String slug) {
        return bySlug(slug).map(pool -> BodyRef.pool(pool.id()));
    }

    @Override
    public VotingRule ruleFor(BodyRef ref, Action action) {
        return new VotingRule(new BasisPoints(6667), VotingRule.Base.CAST, new BasisPoints(2000), 1, 48, 120, 24);
    }

    @Override
    public int sponsorsFor(BodyRef ref) {
        return 0;
    }

    @Override
    public void check(BodyRef ref, Action action) {
        checks.check(ref, action);
    }

    @Override
    public List<RosterPart> freezeRosters(BodyRef ref) {
        return List.of(lockRoster(ref.id()));
    }

    @Override
    public boolean isMember(BodyRef ref, UUID person) {
        return isMember(ref.id(), person);
    }
}
