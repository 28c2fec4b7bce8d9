package coop.pools.round;

import coop.pools.bucket.domain.Bucket;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.round.domain.Round;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Rounds in a Pool's own book. */
public final class PoolRoundBooks implements RoundBooks {
    private final Ledger ledger;

    public PoolRoundBooks(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void hold(UUID book) {
        ledger.hold(book);
    }

    @Override
    public void setAside(Round round, Instant now) {
        post(
                new Cause(OPENED, round.id()),
                new Reason(round, round.proposal(), now),
                new Transfer(
                        round.potAccount(),
                        Accounts.AVAILABLE,
                        round.pot(),
                        "Set aside for the round " + round.name()));
    }

    @Override
    public Money inPot(Round round) {
        return ledger.balance(round.body().id(), round.potAccount());
    }

    @Override
    public void fund(Reason reason, Bucket bucket, Money amount) {
        post(
                fundedCause(reason.round(), bucket),
                reason,
                new Transfer(
                        bucket.account(), reason.round().potAccount(), amount, fundedMemo(reason.round(), bucket)));
    }

    @Override
    public void giveBack(Reason reason) {
        Money left = inPot(reason.round());
        if (left.isPositive()) {
            post(
                    new Cause(RETURNED, reason.round().id()),
                    reason,
                    new Transfer(Accounts.AVAILABLE, reason.round().potAccount(), left, returnedMemo(reason.round())));
        }
    }

    /** Each bucket of a round has a cause of its own, so that it is filled once. */
    public static Cause fundedCause(Round round, Bucket bucket) {
        return new Cause(
                FUNDED,
                IdSource.derivedId(FUNDED, round.id().toString(), bucket.id().toString()));
    }

    /** What people read in the book. */
    public static String fundedMemo(Round round, Bucket bucket) {
        return "Given to " + bucket.name() + " in the round " + round.name();
    }

    /** What people read in the book. */
    public static String returnedMemo(Round round) {
        return "Left over in the round " + round.name();
    }

    private void post(Cause cause, Reason reason, Transfer transfer) {
        ledger.post(new Posting(reason.round().body().id(), cause, reason.at(), reason.actor(), List.of(transfer)));
    }
}
