package coop.pools.flood;

import coop.pools.bucket.BucketBooks;
import coop.pools.bucket.domain.Bucket;
import coop.pools.flood.domain.Flood;
import coop.pools.kernel.Money;
import coop.pools.payout.PayoutBooks;
import coop.pools.payout.domain.Payout;
import coop.pools.round.RoundBooks;
import coop.pools.round.domain.Round;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The books of a Flood: one with stakes draws on them, the commons of all Pools pays from what it has, as a Pool does.
 */
public final class StakesOrCommons {
    private StakesOrCommons() {}

    /** How payouts move. */
    public record Payouts(Places places, PayoutBooks stakes, PayoutBooks commons) implements PayoutBooks {
        @Override
        public void hold(Payout payout) {
            of(payout).hold(payout);
        }

        @Override
        public void reserve(Payout payout, Optional<String> bucket) {
            of(payout).reserve(payout, bucket);
        }

        @Override
        public Optional<String> stoppedAt(Payout payout) {
            return of(payout).stoppedAt(payout);
        }

        @Override
        public void paid(Payout payout) {
            of(payout).paid(payout);
        }

        @Override
        public void release(Payout payout) {
            of(payout).release(payout);
        }

        @Override
        public void reverse(Payout payout, Money cameBack) {
            of(payout).reverse(payout, cameBack);
        }

        private PayoutBooks of(Payout payout) {
            return isCommons(places, payout.body().id()) ? commons : stakes;
        }
    }

    /** How money goes into and out of buckets. */
    public record Buckets(Places places, BucketBooks stakes, BucketBooks commons) implements BucketBooks {
        @Override
        public void hold(UUID book) {
            of(book).hold(book);
        }

        @Override
        public void fill(UUID proposal, Bucket bucket, Money amount) {
            of(bucket.poolId()).fill(proposal, bucket, amount);
        }

        @Override
        public void empty(UUID proposal, Bucket bucket) {
            of(bucket.poolId()).empty(proposal, bucket);
        }

        private BucketBooks of(UUID book) {
            return isCommons(places, book) ? commons : stakes;
        }
    }

    /** How the pots of rounds move. */
    public record Rounds(Places places, RoundBooks stakes, RoundBooks commons) implements RoundBooks {
        @Override
        public void holdAround(UUID book) {
            of(book).holdAround(book);
        }

        @Override
        public void hold(UUID book) {
            of(book).hold(book);
        }

        @Override
        public void setAside(Round round, Instant now) {
            of(round.body().id()).setAside(round, now);
        }

        @Override
        public Money inPot(Round round) {
            return of(round.body().id()).inPot(round);
        }

        @Override
        public void fund(Reason reason, Bucket bucket, Money amount) {
            of(bucket.poolId()).fund(reason, bucket, amount);
        }

        @Override
        public void giveBack(Reason reason) {
            of(reason.round().body().id()).giveBack(reason);
        }

        private RoundBooks of(UUID book) {
            return isCommons(places, book) ? commons : stakes;
        }
    }

    private static boolean isCommons(Places places, UUID id) {
        Flood flood = places.flood(id);
        return flood.commons();
    }
}
