package coop.pools.flood;

import coop.pools.flood.domain.Fund;
import coop.pools.flood.domain.Pot;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one Pool has in a Flood by the Flood's book. None is below zero.
 *
 * @param free of each kind of money
 * @param committed to payments on their way, of each kind
 * @param buckets its part of each bucket that it has a part in, by slug, of each kind
 * @param above its part of what the Flood has in larger ones and is not promised there
 * @param committedAbove its part of what is promised there
 */
record Holding(
        Map<Fund, Money> free,
        Map<Fund, Money> committed,
        Map<String, Map<Fund, Money>> buckets,
        Map<Pot, Money> above,
        Map<Pot, Money> committedAbove) {
    /** Reads the accounts of a Flood's book. @param pool the key of a Pool or Flood */
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
        Map<Pot, Money> above = new TreeMap<>();
        Map<Pot, Money> committedAbove = new TreeMap<>();
        for (Pot pot : Pot.in(accounts.keySet())) {
            put(above, pot, accounts.get(pot.free(pool)));
            put(committedAbove, pot, accounts.get(pot.committed(pool)));
        }
        return new Holding(free, committed, buckets, above, committedAbove);
    }

    private static void put(Map<Pot, Money> parts, Pot pot, Money part) {
        if (part != null && part.isPositive()) {
            parts.put(pot, part);
        }
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

    /** Here and in larger Floods. */
    Money allCommitted() {
        return sum(committed).plus(sumOf(committedAbove.values()));
    }

    /** In larger Floods, not promised to payments there. */
    Money inLarger() {
        return sumOf(above.values());
    }

    /** In one larger Flood, promised there or not. */
    Money inLarger(String parent) {
        Money none = Money.zero(stake().currency());
        return Stream.of(above, committedAbove)
                .flatMap(parts -> parts.entrySet().stream())
                .filter(part -> part.getKey().parent().equals(parent))
                .map(Map.Entry::getValue)
                .reduce(none, Money::plus);
    }

    /** All of one kind of money that is not promised. */
    Money loose(Fund fund) {
        return all(fund).minus(promised(fund));
    }

    /** All of one kind of money that is in this Flood itself. */
    Money here(Fund fund) {
        return all(fund).minus(ofKind(fund, above)).minus(ofKind(fund, committedAbove));
    }

    private Money promised(Fund fund) {
        return committed.get(fund).plus(ofKind(fund, committedAbove));
    }

    private Money ofKind(Fund fund, Map<Pot, Money> parts) {
        return sumOf(parts.entrySet().stream()
                .filter(part -> part.getKey().here() == fund)
                .map(Map.Entry::getValue)
                .toList());
    }

    private Money sumOf(Collection<Money> parts) {
        return parts.stream().reduce(Money.zero(stake().currency()), Money::plus);
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
        return all.plus(ofKind(fund, above)).plus(ofKind(fund, committedAbove));
    }

    Money all() {
        return all(Fund.TRANSFER).plus(all(Fund.EARMARK));
    }

    private static Money sum(Map<Fund, Money> parts) {
        return parts.values().stream().reduce(Money::plus).orElseThrow();
    }
}
