package coop.pools.flood;

import coop.pools.flood.domain.Fund;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one Pool has in a Flood by the Flood's book. None is below zero.
 *
 * @param free of each kind of money
 * @param committed to payments on their way, of each kind
 * @param buckets its part of each bucket that it has a part in, by slug, of each kind
 */
record Holding(Map<Fund, Money> free, Map<Fund, Money> committed, Map<String, Map<Fund, Money>> buckets) {
    /** Reads the accounts of a Flood's book. */
    static Holding of(Map<String, Money> accounts, String pool, Money none) {
        Map<Fund, Money> free = new TreeMap<>();
        Map<Fund, Money> committed = new TreeMap<>();
        Map<String, Map<Fund, Money>> buckets = new TreeMap<>();
        for (Fund fund : Fund.values()) {
            free.put(fund, accounts.getOrDefault(fund.free(pool), none));
            committed.put(fund, accounts.getOrDefault(fund.committed(pool), none));
            for (String bucket : bucketsIn(accounts)) {
                Money part = accounts.getOrDefault(fund.inBucket(bucket, pool), none);
                if (part.isPositive()) {
                    buckets.computeIfAbsent(bucket, slug -> new TreeMap<>()).put(fund, part);
                }
            }
        }
        return new Holding(free, committed, buckets);
    }

    /** The slugs of the buckets that a Flood's book has accounts for. */
    private static Iterable<String> bucketsIn(Map<String, Money> accounts) {
        return accounts.keySet().stream()
                .map(name -> name.replaceFirst("^" + Accounts.KEPT_BY_POOLS + "bucket:", Accounts.BUCKETS))
                .filter(name -> name.startsWith(Accounts.BUCKETS))
                .map(name -> name.substring(Accounts.BUCKETS.length()))
                .distinct()
                .toList();
    }

    /** Free to be spent for anything. */
    Money stake() {
        return sum(free);
    }

    Money allCommitted() {
        return sum(committed);
    }

    /** In the buckets of the Flood. */
    Money inBuckets() {
        return buckets.values().stream().map(Holding::sum).reduce(Money.zero(stake().currency()), Money::plus);
    }

    Money inBucket(String bucket) {
        return buckets.containsKey(bucket) ? sum(buckets.get(bucket)) : Money.zero(stake().currency());
    }

    Money inBucket(String bucket, Fund fund) {
        return buckets.getOrDefault(bucket, Map.of()).getOrDefault(fund, Money.zero(stake().currency()));
    }

    /** All of one kind of money. */
    Money all(Fund fund) {
        Money all = free.get(fund).plus(committed.get(fund));
        for (Map<Fund, Money> parts : buckets.values()) {
            all = parts.containsKey(fund) ? all.plus(parts.get(fund)) : all;
        }
        return all;
    }

    Money all() {
        return all(Fund.TRANSFER).plus(all(Fund.EARMARK));
    }

    private static Money sum(Map<Fund, Money> parts) {
        return parts.values().stream().reduce(Money::plus).orElseThrow();
    }
}
