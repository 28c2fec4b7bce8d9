package coop.pools.flood;

import coop.pools.flood.ModelPayment.Cell;
import coop.pools.flood.ModelPayment.Gift;
import java.util.Set;
import java.util.TreeSet;

/** Whose payouts are stopped in the model, and what they keep back: money that somebody keeps stays where it is then. */
final class ModelStops {
    private final FloodModel model;
    /** Whose books are being looked into; Pools and Floods. */
    private final Set<String> lookedInto = new TreeSet<>();

    ModelStops(FloodModel model) {
        this.model = model;
    }

    void lookInto(String member) {
        lookedInto.add(member);
    }

    boolean clear(String member) {
        return lookedInto.remove(member);
    }

    boolean isLookedInto(String member) {
        return lookedInto.contains(member);
    }

    boolean isStopped(String member) {
        return lookedInto.contains(member) || model.pools.isStopped(member);
    }

    /** Whether what a member keeps for a Flood stays; a Flood pays from all behind it alike, or not at all. */
    boolean keepsBack(String flood, String member) {
        if (!FloodModel.isFlood(member)) {
            return isStopped(member);
        }
        ModelSide side = model.side(member);
        boolean ofItsOwn = side.sum(FloodModel.up("moved", "kept", flood)) > 0 && isStopped(member);
        return ofItsOwn
                || side.first.keySet().stream()
                        .filter(owner -> side.in(FloodModel.up("kept", "kept", flood), owner) > 0)
                        .anyMatch(owner -> keepsBack(member.substring(1), owner));
    }

    /** Whether a payment whose money is set aside cannot go out now. */
    boolean waits(ModelPayment payment) {
        return payment.gifts.stream()
                .filter(gift -> gift.kind().equals("kept"))
                .map(Gift::pool)
                .anyMatch(member -> waits(payment, payment.flood, member));
    }

    /** What becomes of a payment whose money is set aside, by seconds: nobody else holds it up for more than thirty days. */
    String going(ModelPayment payment) {
        if (isStopped("f" + payment.flood)) {
            return "WAITS";
        }
        if (!waits(payment)) {
            return "OUT";
        }
        long waited = model.pools.now.getEpochSecond() - payment.at.getEpochSecond();
        return waited > 30 * 24 * 60 * 60 ? "FAILS" : "WAITS";
    }

    private boolean waits(ModelPayment payment, String flood, String member) {
        if (!FloodModel.isFlood(member)) {
            return isStopped(member);
        }
        String inside = member.substring(1);
        for (Cell cell : payment.cells) {
            boolean handedToIt = cell.place().equals(FloodModel.up("moved", "kept", flood));
            boolean keptBehindIt = cell.place().equals(FloodModel.up("kept", "kept", flood));
            if (cell.flood().equals(inside)
                    && (handedToIt && isStopped(member) || keptBehindIt && waits(payment, inside, cell.member()))) {
                return true;
            }
        }
        return false;
    }
}
