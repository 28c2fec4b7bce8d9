package coop.pools.flood;

import coop.pools.flood.FloodBooks.Reason;
import coop.pools.flood.Parting.Held;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Fund;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import java.time.Instant;
import java.util.List;
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

    /** A Flood that ends leaves larger ones first. */
    void leaveLarger(Held ending, UUID proposal, Instant now) {
        parting.leaveLarger(ending, proposal, now);
    }

    /** Refuses to bring Pools under a compact that they did not vote on. */
    void requireCompactSince(Flood into, Instant opened) {
        entrance.compactSince(into, opened);
    }

    /** @param proposal the vote that brings it about */
    void move(Held from, Flood into, Member member, UUID proposal, Instant now) {
        FloodMove move = new FloodMove(from.flood(), into, member);
        Holding holding = books.holding(from.flood(), member);
        Money stake = holding.loose(Fund.TRANSFER).plus(holding.loose(Fund.EARMARK));
        List<Share> below = member.isFlood() ? books.homeward(from.flood(), member) : List.of();
        parting.part(from, member, proposal, move.memo(), now);
        if (!places.joined(into.id()).contains(member.id())) {
            entrance.enter(
                    places.flood(into.id()),
                    member.id(),
                    proposal,
                    entrance.compact(into).sha256(),
                    now);
        }
        if (stake.isPositive()) {
            Reason reason =
                    Reason.of(FloodBooks.FUNDED, causeOf(proposal, into.id(), member.id()), proposal, move.memo(), now);
            if (member.isFlood()) {
                books.fundThrough(reason, into, places.flood(member.id()), below);
            } else {
                books.fund(reason, into, member, books.fundOf(into), stake);
            }
        }
    }

    /** The cause in the books of what a vote brings along to another Flood. */
    static UUID causeOf(UUID proposal, UUID into, UUID member) {
        return IdSource.derivedId("moving", proposal.toString(), into.toString(), member.toString());
    }

    /** A Pool that does not go along leaves with its stake. */
    void sendHome(Held from, Member pool, UUID proposal, Instant now) {
        String memo = from.flood().name() + " ends, and " + pool.name() + " takes the rest of its stake along";
        parting.part(from, pool, proposal, memo, now);
    }

    private record FloodMove(Flood from, Flood into, Member pool) {
        String memo() {
            return pool.name() + " goes with its stake from " + from.name() + " to " + into.name();
        }
    }
}
