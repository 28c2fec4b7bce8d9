package coop.pools.treasury;

import coop.pools.governance.Bodies;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.BasisPoints;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Money;
import coop.pools.kernel.MoneySplit;
import coop.pools.kernel.Refused;
import coop.pools.treasury.domain.Extra;
import coop.pools.treasury.domain.Share;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Splits a charge over Pools and buckets, to the cent, by largest remainder. */
public final class PlanShares {
    /** As many as one payment can be split into. */
    public static final int MOST = 20;

    private final Bodies bodies;
    private final Buckets buckets;
    private final GivingRules.OfPool rules;
    private final ChargeAccounts accounts;
    private final PlatformPart platform;

    public PlanShares(Bodies bodies, Buckets buckets, GivingRules.OfPool rules, ChargeAccounts accounts) {
        this(bodies, buckets, rules, accounts, PlatformPart.NONE);
    }

    /** @param platform the operator's fee and the tips */
    public PlanShares(
            Bodies bodies, Buckets buckets, GivingRules.OfPool rules, ChargeAccounts accounts, PlatformPart platform) {
        this.platform = platform;
        this.bodies = bodies;
        this.buckets = buckets;
        this.rules = rules;
        this.accounts = accounts;
    }

    /** Where part of a payment is to go. {@code bucket} is a slug; empty for the Pool as a whole. */
    public record Part(String poolSlug, Optional<String> bucket, int basisPoints) {
        /** The whole payment for one Pool. */
        public static List<Part> whole(String poolSlug) {
            return of(poolSlug, Optional.empty());
        }

        /** The whole payment for one Pool, or for a bucket of it. */
        public static List<Part> of(String poolSlug, Optional<String> bucket) {
            return List.of(new Part(poolSlug, bucket, BasisPoints.WHOLE));
        }
    }

    /** The parts with their Pools found. {@code account} is the connected account to charge on. */
    public record Plan(List<Bodies.Body> pools, List<Part> parts, Optional<String> account) {}

    /**
     * Finds the Pools of the parts.
     *
     * @throws Refused NOT_FOUND, SPLIT_NOT_WHOLE, SPLIT_TOO_MANY, SPLIT_TWICE, SPLIT_CUSTODY, WRONG_CURRENCY,
     *     NO_SUCH_BUCKET, SPLIT_TOO_SMALL
     */
    public Plan plan(List<Part> parts, String currency) {
        checkParts(parts);
        List<Bodies.Body> pools = new ArrayList<>();
        Set<Optional<String>> charged = new HashSet<>();
        Set<String> own = new TreeSet<>();
        for (Part part : parts) {
            Bodies.Body pool = bodies.read(bodies.bySlug(BodyRef.Kind.POOL, part.poolSlug())
                    .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND)));
            if (!pool.currency().equals(currency)) {
                throw new Refused(
                        TreasuryRefusal.WRONG_CURRENCY, Map.of("field", "amount", "currency", pool.currency()));
            }
            if (part.bucket()
                    .filter(slug -> !buckets.isOpen(pool.ref().id(), slug))
                    .isPresent()) {
                throw new Refused(
                        TreasuryRefusal.NO_SUCH_BUCKET,
                        Map.of("field", "split", "bucket", part.bucket().get(), "pool", pool.name()));
            }
            Optional<String> account = accountOf(pool);
            charged.add(account);
            account.ifPresent(unused -> own.add(pool.name()));
            pools.add(pool);
        }
        boolean several = pools.stream().map(pool -> pool.ref().id()).distinct().count() > 1;
        if (charged.size() > 1 || several && charged.iterator().next().isPresent()) {
            throw new Refused(TreasuryRefusal.SPLIT_CUSTODY, Map.of("field", "split", "pools", String.join(", ", own)));
        }
        return new Plan(pools, parts, charged.iterator().next());
    }

    /** Whether one charge may give to this Pool and to others: not while its money is held apart or is being moved. */
    public boolean takesPartOfACharge(UUID pool) {
        try {
            return accounts.of(pool).isEmpty();
        } catch (Refused moving) {
            return false;
        }
    }

    /** Whether anything can be given to this Pool now: not while who holds its money is changing. */
    boolean takesIn(UUID pool) {
        try {
            accounts.of(pool);
            return true;
        } catch (Refused moving) {
            return false;
        }
    }

    /** Of several Pools the refusal says which one takes nothing in. */
    private Optional<String> accountOf(Bodies.Body pool) {
        try {
            return accounts.of(pool.ref().id());
        } catch (Refused refused) {
            Map<String, Object> facts = new HashMap<>(refused.facts());
            facts.put("pool", pool.name());
            facts.put("field", "split");
            throw new Refused(refused.code(), facts);
        }
    }

    /**
     * Refuses an amount of which some part would get nothing.
     *
     * @throws Refused SPLIT_TOO_SMALL
     */
    public static void requireEach(Money charged, List<Integer> basisPoints) {
        if (amounts(charged, basisPoints).stream().anyMatch(amount -> !amount.isPositive())) {
            throw new Refused(TreasuryRefusal.SPLIT_TOO_SMALL, Map.of("field", "split"));
        }
    }

    /** What each part gets, in the order of the parts; some may get nothing. */
    public static List<Money> amounts(Money charged, List<Integer> basisPoints) {
        return MoneySplit.byWeights(
                charged, basisPoints.stream().map(Integer::longValue).toList());
    }

    /** @throws Refused SPLIT_TOO_SMALL when a part would get nothing */
    public List<Share> shares(Plan plan, Money charged) {
        List<Money> amounts = MoneySplit.byWeights(
                charged,
                plan.parts().stream().map(part -> (long) part.basisPoints()).toList());
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < amounts.size(); i++) {
            if (!amounts.get(i).isPositive()) {
                throw new Refused(TreasuryRefusal.SPLIT_TOO_SMALL, Map.of("field", "split"));
            }
            var pool = plan.pools().get(i).ref().id();
            Share share = Share.of(i + 1, pool, plan.parts().get(i).bucket(), amounts.get(i));
            shares.add(rules.of(pool).spendsPending() ? share.freeAtOnce() : share);
        }
        return shares;
    }

    /**
     * What a payment holds for the platform, as things stand now: nothing where the Pool has an account of its own.
     *
     * @throws Refused TIP_NOT_TAKEN, TIP_TOO_LARGE, WRONG_CURRENCY
     */
    public Extra extra(Plan plan, Money given, Optional<Money> tip) {
        Money none = Money.zero(given.currency());
        Money wanted = tip.orElse(none);
        boolean host = plan.account().isEmpty();
        if (!wanted.currency().equals(given.currency())) {
            throw new Refused(
                    TreasuryRefusal.WRONG_CURRENCY,
                    Map.of("field", "tip", "currency", given.currency().getCurrencyCode()));
        }
        if (wanted.isPositive() && !(host && platform.offer().tips())) {
            throw new Refused(TreasuryRefusal.TIP_NOT_TAKEN, Map.of("field", "tip"));
        }
        if (wanted.isMoreThan(given)) {
            throw new Refused(TreasuryRefusal.TIP_TOO_LARGE, Map.of("field", "tip", "most", given));
        }
        return Extra.of(host ? platform.offer().feeBasisPoints() : 0, given, wanted);
    }

    /** The same for a payment of what is given again and again: no more than was agreed at its beginning. */
    public Extra extraOf(UUID recurring, Money given) {
        int agreed = platform.of(recurring)
                .map(kept -> kept.extra().feeBasisPoints())
                .orElse(0);
        int now = platform.offer().feeBasisPoints();
        return Extra.of(Math.min(agreed, now), given, Money.zero(given.currency()));
    }

    /** The Pools' shares with those of the platform; called in the transaction that stores the payment. */
    public List<Share> with(Extra extra, UUID contribution, List<Share> pools) {
        List<Share> all = new ArrayList<>(pools);
        if (extra.all().isPositive()) {
            platform.keep(contribution, extra)
                    .forEach(portion -> all.add(
                            Share.ofPlatform(all.size() + 1, portion.book(), portion.part(), portion.amount())));
        }
        return all;
    }

    private static void checkParts(List<Part> parts) {
        if (parts.isEmpty() || parts.size() > MOST) {
            throw new Refused(TreasuryRefusal.SPLIT_TOO_MANY, Map.of("field", "split", "most", MOST));
        }
        long sum = parts.stream().mapToLong(Part::basisPoints).sum();
        if (parts.stream().anyMatch(part -> part.basisPoints() < 1)) {
            throw new Refused(TreasuryRefusal.SPLIT_TOO_SMALL, Map.of("field", "split"));
        }
        if (sum != BasisPoints.WHOLE) {
            throw new Refused(
                    TreasuryRefusal.SPLIT_NOT_WHOLE,
                    Map.of("field", "split", "basisPoints", sum, "percent", BasisPoints.inPercent(sum)));
        }
        long targets = parts.stream()
                .map(part -> List.of(part.poolSlug(), part.bucket().orElse("")))
                .distinct()
                .count();
        if (targets < parts.size()) {
            throw new Refused(TreasuryRefusal.SPLIT_TWICE, Map.of("field", "split"));
        }
    }
}
