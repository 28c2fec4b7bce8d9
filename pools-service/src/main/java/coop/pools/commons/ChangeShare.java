package coop.pools.commons;

import coop.pools.commons.domain.CommonsRefusal;
import coop.pools.commons.domain.Schedule;
import coop.pools.commons.domain.ShareTerms;
import coop.pools.commons.domain.Stretch;
import coop.pools.governance.ActionCheck;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Publishes another share from now on, by a vote of all Pools. What was not voted as a lowering may be less at no time
 * than what is published: looked at when it is proposed and again when it is carried out.
 *
 * <p>Refuses SHARE_WOULD_FALL, SHARE_ABOVE_MOST, SHARE_AS_BEFORE and NO_COMMONS.
 */
public final class ChangeShare implements ActionCheck {
    private final Transactions transactions;
    private final CommonsStore store;
    private final Clock clock;

    public ChangeShare(Transactions transactions, CommonsStore store, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void check(BodyRef body, Action action) {
        if (action instanceof Action.FloodAction.ChangeShare change) {
            checked(change);
        }
    }

    /** Only enactment calls it. */
    public void change(UUID proposal, Action.FloodAction.ChangeShare change) {
        transactions.inTransaction(() -> {
            boolean done = store.stretches().stream()
                    .anyMatch(stretch -> stretch.proposal().equals(Optional.of(proposal)));
            if (!done && !store.insert(checked(change, proposal))) {
                throw new IllegalStateException("another share was published at the same moment");
            }
        });
    }

    private void checked(Action.FloodAction.ChangeShare change) {
        checked(change, new UUID(0, 0));
    }

    private Stretch checked(Action.FloodAction.ChangeShare change, UUID proposal) {
        List<Stretch> published = store.stretches();
        if (published.isEmpty()) {
            throw new Refused(CommonsRefusal.NO_COMMONS);
        }
        if (change.basisPoints() > change.most()) {
            throw new Refused(CommonsRefusal.SHARE_ABOVE_MOST, Map.of("field", "most"));
        }
        Instant now = clock.instant();
        Schedule schedule = new Schedule(published);
        ShareTerms present = schedule.terms(now);
        ShareTerms wanted = new ShareTerms(change.basisPoints(), change.rise(), change.most());
        if (wanted.equals(present)) {
            throw new Refused(CommonsRefusal.SHARE_AS_BEFORE);
        }
        if (!change.lower() && wanted.isEverBelow(present)) {
            throw new Refused(CommonsRefusal.SHARE_WOULD_FALL, Map.of("field", "lower", "now", present.basisPoints()));
        }
        return schedule.next(wanted, now, Optional.of(proposal));
    }
}
