package coop.pools.custody;

import coop.pools.custody.domain.StewardTerm;
import coop.pools.membership.ReadMembers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Who the stewards of a Pool are: the founder, and whom a vote named; only as long as they are members. */
public final class ReadStewards {
    static final int MOST = 50;
    private static final int FOUNDER = 1;

    private final StewardStore terms;
    private final ReadMembers members;

    public ReadStewards(StewardStore terms, ReadMembers members) {
        this.terms = terms;
        this.members = members;
    }

    /** At most fifty, the founder first. */
    public List<UUID> of(UUID pool) {
        Map<UUID, Boolean> open = new LinkedHashMap<>();
        members.numbered(pool, FOUNDER).ifPresent(founder -> open.put(founder, true));
        for (StewardTerm term : terms.terms(pool)) {
            open.put(term.person(), term.isOpen());
        }
        return open.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .filter(person -> members.isMember(pool, person))
                .limit(MOST)
                .toList();
    }

    public boolean isSteward(UUID pool, UUID person) {
        return of(pool).contains(person);
    }
}
