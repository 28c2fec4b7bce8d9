package coop.pools.exit;

import coop.pools.governance.ActionCheck;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Refused;
import coop.pools.payout.PayeeStore;
import coop.pools.payout.PayoutRefusal;
import coop.pools.payout.domain.Payee;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** Lets a Pool end only outside Floods, and begin nothing new once it is ending: it still pays, leaves and takes positions. */
public final class EndActionCheck implements ActionCheck {
    private final PoolEndStore ends;
    private final PayeeStore payees;
    private final Predicate<UUID> inFloods;

    /** @param inFloods whether a Pool is in a Flood or has money there */
    public EndActionCheck(PoolEndStore ends, PayeeStore payees, Predicate<UUID> inFloods) {
        this.ends = ends;
        this.payees = payees;
        this.inFloods = inFloods;
    }

    /** @throws Refused POOL_IN_FLOODS, POOL_IS_ENDING, ENDING_OF_POOLS_ONLY or UNKNOWN_PAYEE */
    @Override
    public void check(BodyRef body, Action action) {
        if (body.kind() == BodyRef.Kind.POOL && ends.find(body.id()).isPresent() && begins(action)) {
            throw new Refused(ExitRefusal.POOL_IS_ENDING);
        }
        if (action instanceof Action.WindUp windUp) {
            if (body.kind() != BodyRef.Kind.POOL) {
                throw new Refused(ExitRefusal.ENDING_OF_POOLS_ONLY);
            }
            windUp.payee().ifPresent(payee -> requirePayee(body, payee));
            mayEnd(body.id());
        }
    }

    /** The member who would get what is left. */
    @Override
    public List<UUID> parties(BodyRef body, Action action) {
        return action instanceof Action.WindUp windUp
                ? windUp.payee().flatMap(payees::find).flatMap(Payee::person).stream()
                        .toList()
                : List.of();
    }

    void mayEnd(UUID pool) {
        if (inFloods.test(pool)) {
            throw new Refused(ExitRefusal.POOL_IN_FLOODS);
        }
    }

    /** @throws Refused {@link ExitRefusal#POOL_IS_ENDING} */
    public void requireOpen(UUID pool) {
        if (ends.find(pool).isPresent()) {
            throw new Refused(ExitRefusal.POOL_IS_ENDING);
        }
    }

    private void requirePayee(BodyRef body, UUID id) {
        payees.find(id)
                .filter(payee -> payee.body().equals(body))
                .orElseThrow(() -> new Refused(PayoutRefusal.UNKNOWN_PAYEE, Map.of("field", "action.payee")));
    }

    private static boolean begins(Action action) {
        return !(action instanceof Action.Pay
                || action instanceof Action.Statement
                || action instanceof Action.StopDecision
                || action instanceof Action.NameSteward
                || action instanceof Action.NameOmbud
                || action instanceof Action.LeaveFlood
                || action instanceof Action.EndPledge);
    }
}
