package coop.pools.custody;

import coop.pools.custody.domain.Service;
import coop.pools.custody.domain.StewardTerm;
import coop.pools.membership.ReadMembers;
import coop.pools.membership.domain.Membership;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Who the stewards of a Pool are: the founder, and whom a vote named; only as long as they are members. */
public final class ReadStewards {
    static final int MOST = 50;
    private static final int FOUNDER = 1;
    private static final Duration BEFORE_THE_END = Duration.ofDays(90);

    private final StewardStore terms;
    private final ReadMembers members;
    private final Clock clock;

    public ReadStewards(StewardStore terms, ReadMembers members, Clock clock) {
        this.terms = terms;
        this.members = members;
        this.clock = clock;
    }

    /** At most fifty, the founder first; those whose term is over only while there is nobody else. */
    public List<UUID> of(UUID pool) {
        return Service.acting(open(List.of(pool)).get(pool), clock.instant()).stream()
                .map(Service::person)
                .limit(MOST)
                .toList();
    }

    /** Of each of these Pools the steward who has served longest; none of a Pool that has no steward. */
    Map<UUID, Service> longest(Collection<UUID> pools) {
        Instant now = clock.instant();
        Map<UUID, Service> longest = new LinkedHashMap<>();
        open(pools)
                .forEach((pool, services) -> Service.longest(Service.acting(services, now))
                        .ifPresent(service -> longest.put(pool, service)));
        return longest;
    }

    /** Members who are or were stewards and whom no vote has ended, by Pool in the order given. */
    private Map<UUID, List<Service>> open(Collection<UUID> pools) {
        List<StewardTerm> all = terms.terms(pools.toArray(UUID[]::new));
        Map<UUID, List<StewardTerm>> termsOf = all.stream().collect(Collectors.groupingBy(StewardTerm::body));
        Map<UUID, Service> founders = new HashMap<>();
        Map<UUID, Set<UUID>> present = new HashMap<>();
        for (Membership member : members.firstAnd(
                pools, all.stream().map(StewardTerm::person).distinct().toList())) {
            present.computeIfAbsent(member.poolId(), pool -> new HashSet<>()).add(member.personId());
            if (member.number() == FOUNDER) {
                founders.put(member.poolId(), Service.founder(member.personId(), member.joinedAt()));
            }
        }
        Map<UUID, List<Service>> open = new LinkedHashMap<>();
        for (UUID pool : pools) {
            Set<UUID> there = present.getOrDefault(pool, Set.of());
            open.put(
                    pool,
                    Service.open(Optional.ofNullable(founders.get(pool)), termsOf.getOrDefault(pool, List.of()))
                            .stream()
                            .filter(service -> there.contains(service.person()))
                            .toList());
        }
        return open;
    }

    /** When each one's term ends; missing where it has no end. */
    public Map<UUID, Instant> ends(UUID pool) {
        Map<UUID, Instant> ends = new LinkedHashMap<>();
        open(List.of(pool))
                .get(pool)
                .forEach(service -> service.until().ifPresent(until -> ends.put(service.person(), until)));
        return ends;
    }

    /** Whether the present term is in its last quarter of a year, or over: then a vote can begin the next one. */
    static boolean isNearly(Optional<Instant> end, Instant now) {
        return end.filter(at -> now.isAfter(at.minus(BEFORE_THE_END))).isPresent();
    }

    public boolean isSteward(UUID pool, UUID person) {
        return of(pool).contains(person);
    }
}
