package coop.pools.flood;

import coop.pools.bucket.domain.Bucket;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Fund;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.ledger.domain.Transfer;
import coop.pools.round.PoolRoundBooks;
import coop.pools.round.RoundBooks;
import coop.pools.round.domain.Round;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Rounds in a Flood's book. The pot draws on the Pools as a payment would, and what buckets get out of it draws on them
 * in proportion to what each has in it; each part stays its Pool's, and goes home with it when it leaves.
 */
public final class FloodRoundBooks implements RoundBooks {
    private final Places places;
    private final CostShares shares;
    private final Ledger ledger;

    public FloodRoundBooks(Places places, CostShares shares, Ledger ledger) {
        this.places = places;
        this.shares = shares;
        this.ledger = ledger;
    }

    @Override
    public void holdAround(UUID book) {
        hold(book);
    }

    @Override
    public void hold(UUID book) {
        places.lock(book);
    }

    @Override
    public void setAside(Round round, Instant now) {
        String memo = "Set aside for the round " + round.name();
        List<Transfer> transfers = new ArrayList<>();
        for (Share share : shares.split(
                places.flood(round.body().id()), round.pot(), Optional.empty(), CostShares.Use.SET_APART)) {
            transfers.addAll(moved(share, round.potSlug(), memo));
        }
        post(new Cause(OPENED, round.id()), new Reason(round, round.proposal(), now), transfers);
    }

    @Override
    public Money inPot(Round round) {
        Map<String, Money> accounts = ledger.accountBalances(round.body().id());
        Money none = Money.zero(round.share().currency());
        return accounts.getOrDefault(round.potAccount(), none)
                .plus(accounts.getOrDefault(Accounts.keptByPools(round.potAccount()), none));
    }

    @Override
    public void fund(Reason reason, Bucket bucket, Money amount) {
        Round round = reason.round();
        Flood flood = places.flood(round.body().id());
        String memo = PoolRoundBooks.fundedMemo(round, bucket);
        List<Transfer> transfers = new ArrayList<>();
        for (Share share : shares.split(flood, amount, Optional.of(round.potSlug()), CostShares.Use.SET_APART)) {
            transfers.addAll(moved(share, bucket.slug(), memo));
        }
        post(PoolRoundBooks.fundedCause(round, bucket), reason, transfers);
    }

    /** A share goes from where it is into a bucket or pot. */
    private static List<Transfer> moved(Share share, String into, String memo) {
        Fund fund = share.fund();
        String held = share.bucket().map(Accounts::bucket).orElse(Accounts.AVAILABLE);
        return List.of(
                new Transfer(fund.asset(Accounts.bucket(into)), fund.asset(held), share.amount(), memo),
                new Transfer(
                        share.source(),
                        fund.inBucket(into, share.member().key()),
                        share.amount(),
                        memo + of(share.member())));
    }

    @Override
    public void giveBack(Reason reason) {
        Round round = reason.round();
        String memo = PoolRoundBooks.returnedMemo(round);
        Map<String, Money> accounts = ledger.accountBalances(round.body().id());
        List<Transfer> transfers = new ArrayList<>();
        for (Member pool : places.members(round.body().id())) {
            for (Fund fund : Fund.values()) {
                String part = fund.inBucket(round.potSlug(), pool.key());
                Money left = accounts.get(part);
                if (left != null && left.isPositive()) {
                    transfers.add(
                            new Transfer(fund.asset(Accounts.AVAILABLE), fund.asset(round.potAccount()), left, memo));
                    transfers.add(new Transfer(part, fund.free(pool.key()), left, memo + of(pool)));
                }
            }
        }
        if (!transfers.isEmpty()) {
            post(new Cause(RETURNED, round.id()), reason, transfers);
        }
    }

    private static String of(Member pool) {
        return ", share of " + pool.name();
    }

    private void post(Cause cause, Reason reason, List<Transfer> transfers) {
        ledger.post(new Posting(reason.round().body().id(), cause, reason.at(), reason.actor(), transfers));
    }
}
