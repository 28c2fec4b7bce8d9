package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Quarter;
import coop.pools.flood.domain.Stay;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.ledger.HolderStore;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Entry;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads the statement of each member of a Flood for a quarter. It is nowhere kept: it is what the entries of the Flood's
 * book come to, and as public as these.
 */
public final class ReadStatements {
    private final FloodStore floods;
    private final Members members;
    private final Ledger ledger;
    private final HolderStore holders;
    private final Clock clock;

    public ReadStatements(FloodStore floods, Members members, Ledger ledger, HolderStore holders, Clock clock) {
        this.floods = floods;
        this.members = members;
        this.ledger = ledger;
        this.holders = holders;
        this.clock = clock;
    }

    /** Who belongs to a Flood or did so before; refused with {@link CommonRefusal#NOT_FOUND} for anybody else. */
    public Member member(Flood flood, BodyRef.Kind kind, String slug) {
        Collection<Member> ever = members.byIds(
                        floods.stays(flood.id()).stream().map(Stay::pool).collect(Collectors.toSet()))
                .values();
        return ever.stream()
                .filter(member -> member.ref().kind() == kind && member.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }

    /** The quarter of this moment, which has no end yet. */
    public Quarter current() {
        return Quarter.of(clock.instant());
    }

    /** Whether there is a statement for it: from the quarter in which the Flood was founded to the present one. */
    public boolean isThere(Flood flood, Quarter quarter) {
        return quarter.compareTo(Quarter.of(flood.createdAt())) >= 0 && quarter.compareTo(current()) <= 0;
    }

    /** One quarter of one member; empty when the Flood was not there in it, or it has not begun. */
    public Optional<StakeStatement> of(Flood flood, Member member, Quarter quarter) {
        if (!isThere(flood, quarter)) {
            return Optional.empty();
        }
        HolderStore.Span span = new HolderStore.Span(
                flood.id(),
                member.key(),
                ledger.lastSeq(flood.id()),
                quarter.from(),
                quarter.next().from());
        return Optional.of(StakeStatement.of(flood, member, quarter, span, holders.sums(span)));
    }

    /** Its entries after a number, in their order. */
    public List<Entry> lines(StakeStatement statement, long afterSeq, int limit) {
        return holders.moved(statement.span(), afterSeq, limit);
    }
}
