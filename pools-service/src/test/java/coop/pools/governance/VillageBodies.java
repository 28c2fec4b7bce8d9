package coop.pools.governance;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.RawVote;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.VotingRule;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.BasisPoints;
import coop.pools.kernel.RefusalCode;
import coop.pools.kernel.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One Pool in memory, whose roster, rule and refusals a test can change. */
public final class VillageBodies implements Bodies, Rosters {
    public static final BodyRef POOL = BodyRef.pool(new UUID(7, 7));

    private final List<TreeSet<UUID>> rosters = new ArrayList<>(List.of(new TreeSet<>()));
    private VotingRule rule = rule(48, 24);
    private int sponsors;
    private volatile Runnable hold = () -> {};
    private Delegating delegating = Delegating.NOT;
    private List<UUID> parties = List.of();
    private long silent;
    private Optional<RefusalCode> refusal = Optional.empty();

    VillageBodies(int people) {
        IntStream.rangeClosed(1, people).forEach(i -> join(person(i)));
    }

    public static UUID person(int number) {
        return new UUID(1, number);
    }

    public static VotingRule rule(int discussHours, int coolingHours) {
        return new VotingRule(
                new BasisPoints(5000), VotingRule.Base.CAST, new BasisPoints(2000), 3, discussHours, 120, coolingHours);
    }

    /** The usual rule with other manners. */
    public static VotingRule rule(VotingRule.Manners manners) {
        VotingRule usual = rule(48, 24);
        return new VotingRule(
                usual.threshold(), usual.base(), usual.quorum(), usual.quorumPeople(), 48, 120, 24, manners);
    }

    /** Lets people vote for others, each for so many at most. */
    public synchronized void allowDelegates(int maxHeld) {
        delegating = new Delegating(true, maxHeld, 180);
        rule = rule(new VotingRule.Manners(true, true, false));
    }

    /** Says who would gain from any action. */
    public synchronized void favour(UUID... people) {
        parties = List.of(people);
    }

    /** Says how many have taken no part for long. */
    public synchronized void silence(long people) {
        silent = people;
    }

    @Override
    public synchronized Optional<Instant> silentSince(BodyRef ref, Instant now) {
        return Optional.of(now);
    }

    @Override
    public synchronized long countSilent(List<RosterPart> parts, Instant since, List<UUID> without) {
        return silent;
    }

    @Override
    public synchronized Delegating delegating(BodyRef ref) {
        return delegating;
    }

    @Override
    public synchronized List<UUID> parties(BodyRef ref, Action action) {
        return parties;
    }

    public synchronized void join(UUID person) {
        TreeSet<UUID> next = new TreeSet<>(present());
        next.add(person);
        rosters.add(next);
    }

    public synchronized void leave(UUID person) {
        TreeSet<UUID> next = new TreeSet<>(present());
        next.remove(person);
        rosters.add(next);
    }

    public synchronized void rules(VotingRule next) {
        rule = next;
    }

    public synchronized void askForSponsors(int people) {
        sponsors = people;
    }

    public synchronized void refuse(RefusalCode code) {
        refusal = Optional.of(code);
    }

    private TreeSet<UUID> present() {
        return rosters.get(rosters.size() - 1);
    }

    @Override
    public DisputeTerms disputes(BodyRef ref) {
        return new DisputeTerms(Duration.ofDays(7), 12);
    }

    @Override
    public Body read(BodyRef ref) {
        return new Body(ref, "Village", "village", "EUR");
    }

    @Override
    public Optional<BodyRef> bySlug(BodyRef.Kind kind, String slug) {
        return Optional.of(POOL).filter(b -> kind == b.kind() && slug.equals("village"));
    }

    @Override
    public synchronized VotingRule ruleFor(BodyRef ref, Action action) {
        return rule;
    }

    @Override
    public synchronized int sponsorsFor(BodyRef ref) {
        return sponsors;
    }

    @Override
    public synchronized void check(BodyRef ref, Action action) {
        refusal.ifPresent(code -> {
            throw new Refused(code, Map.of("payee", "Ana"));
        });
    }

    @Override
    public List<RosterPart> freezeRosters(BodyRef ref) {
        hold.run();
        return parts();
    }

    /** What holds the rosters in the database until the transaction ends. */
    public void holdBy(Runnable lock) {
        hold = lock;
    }

    private synchronized List<RosterPart> parts() {
        return List.of(new RosterPart(POOL.id(), rosters.size() - 1));
    }

    /** Members of that name. */
    public synchronized Stream<UUID> named(String name, ReadPeople people) {
        return List.copyOf(present()).stream()
                .filter(person -> people.name(person).equals(name));
    }

    @Override
    public synchronized boolean isMember(BodyRef ref, UUID person) {
        return ref.equals(POOL) && present().contains(person);
    }

    @Override
    public synchronized long countPeople(List<RosterPart> parts) {
        return distinct(parts).size();
    }

    @Override
    public synchronized List<Stay> stays(Collection<UUID> people) {
        List<Stay> stays = new ArrayList<>();
        for (UUID person : people) {
            for (int version = 0; version < rosters.size(); version++) {
                boolean joined = rosters.get(version).contains(person)
                        && (version == 0 || !rosters.get(version - 1).contains(person));
                if (joined) {
                    stays.add(new Stay(person, POOL.id(), version, leftAfter(person, version)));
                }
            }
        }
        return stays;
    }

    private Optional<Long> leftAfter(UUID person, int joined) {
        return IntStream.range(joined, rosters.size())
                .filter(version -> !rosters.get(version).contains(person))
                .mapToObj(version -> (long) version)
                .findFirst();
    }

    @Override
    public synchronized List<UUID> people(List<RosterPart> parts, UUID after, int limit) {
        return distinct(parts).stream()
                .filter(p -> after == null || p.compareTo(after) > 0)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void each(UUID proposal, List<RosterPart> parts, RawVote.Stays each) {
        parts.forEach(part -> {
            each.pool(part.pool().getMostSignificantBits(), part.pool().getLeastSignificantBits());
            rosters.get((int) part.rosterVersion())
                    .forEach(person -> each.stay(person.getMostSignificantBits(), person.getLeastSignificantBits()));
        });
    }

    private TreeSet<UUID> distinct(List<RosterPart> parts) {
        TreeSet<UUID> people = new TreeSet<>();
        parts.forEach(part -> people.addAll(rosters.get((int) part.rosterVersion())));
        return people;
    }
}
