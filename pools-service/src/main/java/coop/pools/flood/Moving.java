package coop.pools.flood;

import coop.pools.flood.FloodBooks.Reason;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.Parting.Held;
import coop.pools.flood.domain.Flood;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * Moves Pools with their stakes from one Flood to another: the stake goes home and on to the other Flood in the same
 * moment, to the cent. Called inside a transaction that holds both Floods.
 */
public final class Moving {
    private final Parting parting;
    private final Entrance entrance;
    private final Places places;
    private final FloodBooks books;

    public Moving(Parting parting, Entrance entrance, Places places, FloodBooks books) {
        this.parting = parting;
        this.entrance = entrance;
        this.places = places;
        this.books = books;
    }

    /** The Flood that is left, with its open votes, and the other one; held in the order of ids. */
    Held hold(UUID from, UUID into, Instant now) {
        return parting.hold(from, into, now);
    }

    /** Refuses to bring Pools under a compact that they did not vote on. */
    void requireCompactSince(Flood into, Instant opened) {
        entrance.compactSince(into, opened);
    }

    /** @param proposal the vote that brings it about */
    void move(Held from, Flood into, MemberPool pool, UUID proposal, Instant now) {
        FloodMove move = new FloodMove(from.flood(), into, pool);
        Holding holding = books.holding(from.flood(), pool);
        Money stake = holding.stake().plus(holding.inBuckets());
        parting.part(from, pool, proposal, move.memo(), now);
        if (!places.joined(into.id()).contains(pool.id())) {
            entrance.enter(
                    places.flood(into.id()),
                    pool.id(),
                    proposal,
                    entrance.compact(into).sha256(),
                    now);
        }
        if (stake.isPositive()) {
            UUID cause = IdSource.derivedId(
                    "moving",
                    proposal.toString(),
                    into.id().toString(),
                    pool.id().toString());
            books.fund(
                    Reason.of(FloodBooks.FUNDED, cause, proposal, move.memo(), now),
                    into,
                    pool,
                    books.fundOf(into),
                    stake);
        }
    }

    /** A Pool that does not go along leaves with its stake. */
    void sendHome(Held from, MemberPool pool, UUID proposal, Instant now) {
        String memo = from.flood().name() + " ends, and " + pool.name() + " takes the rest of its stake along";
        parting.part(from, pool, proposal, memo, now);
    }

    private record FloodMove(Flood from, Flood into, MemberPool pool) {
        String memo() {
            return pool.name() + " goes with its stake from " + from.name() + " to " + into.name();
        }
    }
}
