package coop.pools.flood;

import coop.pools.flood.FloodBooks.Reason;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodState;
import coop.pools.governance.DropOut;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.IdSource;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Ends the stays of Pools in Floods: their money goes home, their pledges end and their people drop out of open votes, in
 * the same moment. Payments on their way are carried through.
 *
 * <p>Open votes are held first, then the Flood: whoever votes holds them in this order too.
 */
public final class Parting {
    private final FloodStore floods;
    private final PledgeStore pledges;
    private final Places places;
    private final FloodBooks books;
    private final Votes votes;

    public Parting(FloodStore floods, PledgeStore pledges, Places places, FloodBooks books, Votes votes) {
        this.floods = floods;
        this.pledges = pledges;
        this.places = places;
        this.books = books;
        this.votes = votes;
    }

    /**
     * What happens to votes.
     *
     * @param ended is told of a Flood that its last Pool has left, and of the vote
     */
    public record Votes(DropOut dropOut, BiConsumer<UUID, UUID> ended) {}

    /** A Flood that is held with its open votes. */
    record Held(Flood flood, Set<UUID> votes) {}

    /** The open votes of the Flood and of all above it, then the Floods around. */
    Held hold(UUID flood, Instant now) {
        return hold(List.of(flood), now);
    }

    /** The same, with another Flood held too. */
    Held hold(UUID flood, UUID other, Instant now) {
        return hold(List.of(flood, other), now);
    }

    private Held hold(List<UUID> ids, Instant now) {
        Set<UUID> open = votes.dropOut().hold(withAbove(ids.get(0)), now);
        places.lockAll(ids);
        return new Held(places.flood(ids.get(0)), open);
    }

    private List<BodyRef> withAbove(UUID flood) {
        return Stream.concat(Stream.of(flood), places.levels().above(flood).stream())
                .map(BodyRef::flood)
                .toList();
    }

    /**
     * A Flood that the last member leaves has ended, and leaves those that it belongs to.
     *
     * @param memo what people read in the books
     */
    void part(Held held, Member member, UUID proposal, String memo, Instant now) {
        Flood flood = held.flood();
        UUID cause = causeOf(proposal, flood.id(), member.id());
        books.goHome(Reason.of(FloodBooks.LEFT, cause, proposal, memo, now), flood, member);
        Set<UUID> leaving = places.poolsOf(member);
        floods.endStay(flood.id(), member.id(), now, proposal);
        pledges.endAll(flood.id(), member.id(), now);
        for (BodyRef left : withAbove(flood.id())) {
            Set<UUID> gone = new HashSet<>(leaving);
            gone.removeAll(places.levels().pools(left.id()));
            votes.dropOut().drop(left, gone, held.votes(), now);
        }
        FloodState next =
                flood.state().afterLeaving(floods.joinedPools(flood.id()).size());
        if (next != flood.state()) {
            floods.setState(flood.id(), next);
            votes.ended().accept(flood.id(), proposal);
            leaveLarger(held, proposal, now);
        }
    }

    /** The cause in the books of what a vote sends home to one who leaves. */
    static UUID causeOf(UUID proposal, UUID flood, UUID member) {
        return IdSource.derivedId("parting", proposal.toString(), flood.toString(), member.toString());
    }

    /** A Flood that ends leaves the larger ones first, so that its members find all of their stakes with it. */
    void leaveLarger(Held held, UUID proposal, Instant now) {
        Flood ending = held.flood();
        for (UUID larger : floods.floodsOf(ending.id())) {
            Flood parent = places.flood(larger);
            String memo = ending.name() + " ends, leaves " + parent.name() + " and takes the rest of its stake along";
            part(new Held(parent, held.votes()), Member.of(ending), proposal, memo, now);
        }
    }
}
