package coop.pools.flood;

import coop.pools.flood.FloodBooks.Reason;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodState;
import coop.pools.governance.DropOut;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.IdSource;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;

/**
 * Ends the stays of Pools in Floods: their money goes home and their people drop out of open votes, in the same moment.
 * Payments on their way are carried through.
 *
 * <p>Open votes are held first, then the Flood: whoever votes holds them in this order too.
 */
public final class Parting {
    private final FloodStore floods;
    private final Places places;
    private final FloodBooks books;
    private final DropOut dropOut;
    private final BiConsumer<UUID, UUID> ended;

    /** @param ended is told of a Flood that its last Pool has left, and of the vote */
    public Parting(FloodStore floods, Places places, FloodBooks books, DropOut dropOut, BiConsumer<UUID, UUID> ended) {
        this.floods = floods;
        this.places = places;
        this.books = books;
        this.dropOut = dropOut;
        this.ended = ended;
    }

    /** A Flood that is held with its open votes. */
    record Held(Flood flood, Set<UUID> votes) {}

    Held hold(UUID flood, Instant now) {
        Set<UUID> votes = dropOut.hold(BodyRef.flood(flood), now);
        return new Held(places.lock(flood), votes);
    }

    /** The same, with another Flood held too: Floods in the order of their ids. */
    Held hold(UUID flood, UUID other, Instant now) {
        Set<UUID> votes = dropOut.hold(BodyRef.flood(flood), now);
        if (flood.toString().compareTo(other.toString()) < 0) {
            Flood held = places.lock(flood);
            places.lock(other);
            return new Held(held, votes);
        }
        places.lock(other);
        return new Held(places.lock(flood), votes);
    }

    /** @param memo what people read in the books */
    void part(Held held, MemberPool pool, UUID proposal, String memo, Instant now) {
        Flood flood = held.flood();
        UUID cause = IdSource.derivedId(
                "parting", proposal.toString(), flood.id().toString(), pool.id().toString());
        dropOut.drop(BodyRef.flood(flood.id()), pool.id(), held.votes(), now);
        books.goHome(Reason.of(FloodBooks.LEFT, cause, proposal, memo, now), flood, pool);
        floods.endStay(flood.id(), pool.id(), now, proposal);
        FloodState next =
                flood.state().afterLeaving(floods.joinedPools(flood.id()).size());
        if (next != flood.state()) {
            floods.setState(flood.id(), next);
            ended.accept(flood.id(), proposal);
        }
    }
}
