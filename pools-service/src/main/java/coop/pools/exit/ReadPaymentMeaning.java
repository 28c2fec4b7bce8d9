package coop.pools.exit;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.domain.RuleKey;
import coop.pools.bylaws.domain.Rules;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Progress;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.BasisPoints;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Balances;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads what a payment that is not decided or not made yet means for its Pool, and for whoever wants to leave first. */
public final class ReadPaymentMeaning {
    private final ExitStore store;
    private final Ledger ledger;
    private final ReadBylaws bylaws;
    private final Function<UUID, Optional<Proposal>> proposals;

    public ReadPaymentMeaning(
            ExitStore store, Ledger ledger, ReadBylaws bylaws, Function<UUID, Optional<Proposal>> proposals) {
        this.store = store;
        this.ledger = ledger;
        this.bylaws = bylaws;
        this.proposals = proposals;
    }

    /**
     * As things stand.
     *
     * @param has what is in its bucket, or in none where it is not paid out of one
     * @param all what is in any bucket or in none
     * @param owed to those who have left
     * @param large whether the bylaws' rules for large payments hold for it
     * @param largeFrom a payment above this part of what can be spent is large
     * @param keep the part of what could be spent that has to be left after others have left
     * @param passed whether it has passed and waits to be carried out
     */
    public record Meaning(
            Money has,
            Money all,
            Money owed,
            Action.Pay pay,
            boolean large,
            BasisPoints largeFrom,
            BasisPoints keep,
            boolean passed) {
        /** Whether there is as much where it comes from. */
        public boolean covered() {
            return !pay.amount().isMoreThan(has);
        }

        /** Whether what is owed to those who have left leaves as much; nobody waits for a usual payment. */
        public boolean leavesTheirs() {
            return !large || !owed.isPositive() || !pay.amount().isMoreThan(withoutOwed());
        }

        /** Never below zero. */
        public Money withoutOwed() {
            return owed.isMoreThan(all) ? Money.zero(all.currency()) : all.minus(owed);
        }
    }

    /** Empty for what is no payment of a Pool, and for one that is made or comes to nothing. */
    public Optional<Meaning> of(UUID id, BodyRef body, Action action) {
        if (body.kind() != BodyRef.Kind.POOL || !(action instanceof Action.Pay pay)) {
            return Optional.empty();
        }
        return proposals
                .apply(id)
                .map(Proposal::progress)
                .filter(ReadPaymentMeaning::isToCome)
                .map(progress -> of(body.id(), pay, progress));
    }

    /** The Pool of a large payment that is not made yet: its members may want to know what leaving would give them. */
    public Optional<UUID> largeIn(UUID id) {
        return proposals
                .apply(id)
                .flatMap(proposal -> of(id, proposal.body(), proposal.action())
                        .filter(Meaning::large)
                        .map(meaning -> proposal.body().id()));
    }

    /** The same once it has passed. */
    public Optional<UUID> passedIn(UUID id) {
        return proposals
                .apply(id)
                .flatMap(proposal -> of(id, proposal.body(), proposal.action())
                        .filter(Meaning::large)
                        .filter(Meaning::passed)
                        .map(meaning -> proposal.body().id()));
    }

    private static boolean isToCome(Progress progress) {
        boolean failed =
                progress.outcome().isPresent() && !progress.outcome().get().passed();
        boolean over = progress.enactedAt().isPresent()
                || progress.blocked().isPresent()
                || progress.withdrawnAt().isPresent();
        return !failed && !over;
    }

    private Meaning of(UUID pool, Action.Pay pay, Progress progress) {
        Rules rules = bylaws.rules(pool);
        Balances balances = ledger.balances(pool);
        Money all = balances.available().plus(balances.inBuckets());
        Optional<Instant> closed = progress.closedAt();
        long gone = closed.map(since -> store.paidSince(pool, since)).orElse(0L);
        long before = Math.addExact(all.minorUnits(), gone);
        BasisPoints largeFrom = rules.share(RuleKey.SPEND_MAX_SINGLE);
        boolean large = largeFrom.isExceededBy(pay.amount().minorUnits(), before);
        return new Meaning(
                pay.bucket()
                        .map(slug -> ledger.balance(pool, Accounts.bucket(slug)))
                        .orElse(balances.available()),
                all,
                new Money(store.owed(pool), all.currency()),
                pay,
                large,
                largeFrom,
                rules.share(RuleKey.SPEND_RETENTION),
                closed.isPresent());
    }
}
