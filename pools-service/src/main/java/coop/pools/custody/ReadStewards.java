package coop.pools.custody;

import coop.pools.custody.domain.StewardTerm;
import coop.pools.membership.ReadMembers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

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
        Map<UUID, Optional<StewardTerm>> open = open(pool);
        Instant now = clock.instant();
        List<UUID> serving = open.entrySet().stream()
                .filter(entry ->
                        entry.getValue().filter(term -> term.isOver(now)).isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        List<UUID> stewards = serving.isEmpty() ? List.copyOf(open.keySet()) : serving;
        return stewards.stream().limit(MOST).toList();
    }

    /** Members who are or were stewards and whom no vote has ended; without a term the founder. */
    private Map<UUID, Optional<StewardTerm>> open(UUID pool) {
        Map<UUID, Optional<StewardTerm>> open = new LinkedHashMap<>();
        members.numbered(pool, FOUNDER).ifPresent(founder -> open.put(founder, Optional.empty()));
        for (StewardTerm term : terms.terms(pool)) {
            if (term.isOpen()) {
                open.put(term.person(), Optional.of(term));
            } else {
                open.remove(term.person());
            }
        }
        open.keySet().removeIf(person -> !members.isMember(pool, person));
        return open;
    }

    /** When each one's term ends; missing where it has no end. */
    public Map<UUID, Instant> ends(UUID pool) {
        Map<UUID, Instant> ends = new LinkedHashMap<>();
        open(pool)
                .forEach(
                        (person, term) -> term.flatMap(StewardTerm::until).ifPresent(until -> ends.put(person, until)));
        return ends;
    }

    /** Whether the present term is in its last quarter of a year, or over: then a vote can begin the next one. */
    boolean mayBeNamedAnew(UUID pool, UUID person) {
        return Optional.ofNullable(ends(pool).get(person))
                .filter(end -> clock.instant().isAfter(end.minus(BEFORE_THE_END)))
                .isPresent();
    }

    public boolean isSteward(UUID pool, UUID person) {
        return of(pool).contains(person);
    }
}
