package coop.pools.round;

import coop.pools.bucket.BucketStore;
import coop.pools.bucket.domain.Bucket;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import coop.pools.round.domain.Allocation;
import coop.pools.round.domain.Purse;
import coop.pools.round.domain.Round;
import coop.pools.round.domain.RoundBucket;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Says how much of a person's own share some buckets get, nothing included, as long as the round is open. A person's
 * purse is held before the buckets' rows, and these in the order of ids: however many requests come at once, nobody
 * gives more than their share and no bucket gets more than its target.
 */
public final class ChangeAllocation {
    private final Transactions transactions;
    private final RoundStore store;
    private final BucketStore buckets;
    private final Participants participants;
    private final Clock clock;

    public ChangeAllocation(
            Transactions transactions, RoundStore store, BucketStore buckets, Participants participants, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.buckets = buckets;
        this.participants = participants;
        this.clock = clock;
    }

    /**
     * All of it or nothing; saying the same again changes nothing.
     *
     * @param wishes zero or more by the slugs of buckets; others stay as they are
     * @throws Refused NOT_FOUND, NOT_IN_ROUND, ROUND_NOT_OPEN_YET, ROUND_CLOSED, BUCKET_NOT_IN_ROUND, SHARE_EXCEEDED,
     *     BUCKET_FULL, SIGN_IN_REQUIRED or SCOPE_MISSING
     */
    public void change(Caller caller, UUID id, Map<String, Money> wishes) {
        UUID person = caller.require(Scope.VOTE);
        transactions.inTransaction(() -> {
            Round round = store.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
            Instant now = clock.instant();
            requireOpen(round, now);
            if (!participants.includes(round, person)) {
                throw new Refused(RoundRefusal.NOT_IN_ROUND);
            }
            change(round, store.lockPurse(id, person), named(round, wishes), now);
        });
    }

    /** What is wished for each bucket, in the order in which their rows are held. */
    private TreeMap<UUID, Wish> named(Round round, Map<String, Money> wishes) {
        Map<UUID, RoundBucket> lines = new HashMap<>();
        store.buckets(round.id()).forEach(line -> lines.put(line.bucket(), line));
        TreeMap<UUID, Wish> named = new TreeMap<>(IdSource.IN_ORDER);
        wishes.forEach((slug, amount) -> {
            Bucket bucket = buckets.bySlug(round.body().id(), slug)
                    .filter(found -> lines.containsKey(found.id()))
                    .orElseThrow(() -> new Refused(RoundRefusal.BUCKET_NOT_IN_ROUND, Map.of("field", "bucket")));
            named.put(bucket.id(), new Wish(bucket, amount));
        });
        return named;
    }

    private record Wish(Bucket bucket, Money amount) {}

    private void change(Round round, Purse purse, TreeMap<UUID, Wish> wishes, Instant now) {
        Money none = Money.zero(round.share().currency());
        Map<UUID, Money> before = new HashMap<>();
        store.of(round.id(), purse.person()).forEach((Allocation given) -> before.put(given.bucket(), given.amount()));
        wishes.values()
                .removeIf(wish ->
                        wish.amount().equals(before.getOrDefault(wish.bucket().id(), none)));
        Money left = purse.left();
        for (UUID bucket : wishes.keySet()) {
            left = left.plus(before.getOrDefault(bucket, none));
        }
        Money rest = left;
        for (Wish wish : wishes.values()) {
            if (wish.amount().isMoreThan(rest)) {
                throw new Refused(RoundRefusal.SHARE_EXCEEDED, facts(wishes, left));
            }
            rest = rest.minus(wish.amount());
        }
        Money after = purse.share().minus(rest);
        int changes = purse.changes();
        for (Wish wish : wishes.values()) {
            Money was = before.getOrDefault(wish.bucket().id(), none);
            long more = wish.amount().minus(was).minorUnits();
            if (store.addTo(round.id(), wish.bucket().id(), more) == 0) {
                throw refused(round, wish.bucket(), was);
            }
            changes++;
            Purse filled = new Purse(purse.round(), purse.person(), purse.share(), after, changes);
            store.change(filled, wish.bucket().id(), wish.amount(), now);
        }
    }

    /** What is left for the one bucket that was named, or for all of them. */
    private static Map<String, Object> facts(TreeMap<UUID, Wish> wishes, Money left) {
        return Map.of("field", "amount", "left", left, "buckets", wishes.size());
    }

    /** It has been shut in the same moment, or it is full. */
    private Refused refused(Round round, Bucket bucket, Money mine) {
        if (store.find(round.id()).filter(now -> now.end().isPresent()).isPresent()) {
            return new Refused(RoundRefusal.ROUND_CLOSED);
        }
        Money room = store.buckets(round.id()).stream()
                .filter(line -> line.bucket().equals(bucket.id()))
                .map(RoundBucket::room)
                .findFirst()
                .orElseThrow();
        return new Refused(
                RoundRefusal.BUCKET_FULL,
                Map.of("field", "amount", "bucket", bucket.slug(), "name", bucket.name(), "room", room.plus(mine)));
    }

    private static void requireOpen(Round round, Instant now) {
        switch (round.stateAt(now)) {
            case OPENING -> throw new Refused(RoundRefusal.ROUND_NOT_OPEN_YET, Map.of("opensAt", round.opensAt()));
            case OPEN -> {}
            default -> throw new Refused(RoundRefusal.ROUND_CLOSED);
        }
    }
}
