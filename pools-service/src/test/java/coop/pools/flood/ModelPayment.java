package coop.pools.flood;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A payment of a Flood in the model. */
final class ModelPayment {
    final String flood;
    final String place;
    final List<Gift> gifts;
    final List<Cell> cells = new ArrayList<>();
    final Instant at;
    String state = "reserved";

    ModelPayment(String flood, String place, List<Gift> gifts, Instant at) {
        this.at = at;
        this.flood = flood;
        this.place = place;
        this.gifts = gifts;
    }

    /** What it has taken of a member in a Flood and not given back. */
    long takes(String in, String member) {
        long given = gifts.stream()
                .filter(gift -> flood.equals(in) && gift.pool().equals(member))
                .mapToLong(Gift::amount)
                .sum();
        long borne = cells.stream()
                .filter(cell -> cell.flood().equals(in) && cell.member().equals(member))
                .mapToLong(Cell::amount)
                .sum();
        return state.equals("reserved") || state.equals("paid") ? given + borne : 0;
    }

    /** What one Pool gave of one kind of money. */
    record Gift(String pool, String kind, long amount) {}

    /** What one member of a Flood within bore of it. */
    record Cell(String flood, String place, String member, long amount) {}
}
