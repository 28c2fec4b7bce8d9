package coop.pools.treasury;

import coop.pools.kernel.Refused;
import coop.pools.treasury.domain.Backoff;
import coop.pools.treasury.domain.Contribution;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a payment looked at anew that the books do not tell in full. It books nothing by itself. */
public final class RepairPayment {
    private static final Logger LOG = LoggerFactory.getLogger(RepairPayment.class);

    private final TreasuryDesk desk;
    private final CheckCheckout checkCheckout;
    private final Runnable wake;

    /** @param wake tells the jobs that there is something to do */
    public RepairPayment(TreasuryDesk desk, CheckCheckout checkCheckout, Runnable wake) {
        this.desk = desk;
        this.checkCheckout = checkCheckout;
        this.wake = wake;
    }

    /**
     * Asks for a look; false when the payment is none of ours.
     *
     * @param contributionId what the processor says that it pays, if anything
     */
    public boolean repair(String paymentId, Optional<String> contributionId) {
        return hurry(paymentId)
                || contributionId
                        .flatMap(RepairPayment::parsed)
                        .flatMap(desk.contributions()::find)
                        .filter(this::look)
                        .isPresent();
    }

    private boolean hurry(String paymentId) {
        return desk.transactions().inTransaction(() -> {
            Optional<Contribution> known = desk.contributions().lockByPayment(paymentId);
            known.ifPresent(locked -> {
                Backoff now = Backoff.from(desk.clock().instant());
                desk.contributions().save(locked.with(now, locked.note()));
                desk.transactions().afterCommit(wake);
            });
            return known.isPresent();
        });
    }

    private boolean look(Contribution contribution) {
        try {
            checkCheckout.check(contribution);
        } catch (Refused unreachable) {
            LOG.info("contribution {} is looked at again later", contribution.id());
        }
        return true;
    }

    private static Optional<UUID> parsed(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
