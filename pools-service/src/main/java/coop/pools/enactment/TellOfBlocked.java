package coop.pools.enactment;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Notices;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/** Carries out, and tells the stewards of a Flood when a payment that it decided could not be carried out. */
public final class TellOfBlocked implements CarryOut {
    private final CarryOut carryOut;
    private final Function<BodyRef, List<UUID>> stewards;
    private final Notices notices;

    public TellOfBlocked(CarryOut carryOut, Function<BodyRef, List<UUID>> stewards, Notices notices) {
        this.carryOut = carryOut;
        this.stewards = stewards;
        this.notices = notices;
    }

    @Override
    public void carryOut(Proposal decided) {
        carryOut.carryOut(decided);
    }

    @Override
    public void blocked(Proposal decided) {
        carryOut.blocked(decided);
        boolean pays = decided.decided().stream().anyMatch(Action.Pay.class::isInstance);
        if (decided.body().kind() != BodyRef.Kind.FLOOD || !pays) {
            return;
        }
        Notices.Notice notice =
                new Notices.Notice("PAYMENT_BLOCKED", Map.of("body", decided.body()), "/proposals/" + decided.id());
        for (UUID steward : stewards.apply(decided.body())) {
            notices.tell(
                    IdSource.derivedId("payment-blocked", decided.id().toString(), steward.toString()),
                    steward,
                    notice);
        }
    }
}
