package coop.pools.flood;

import coop.pools.flood.FloodTerms.Terms;
import coop.pools.flood.domain.CostKey;
import coop.pools.flood.domain.CostPlan;
import coop.pools.flood.domain.CostPlan.Holder;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodRefusal;
import coop.pools.flood.domain.Fund;
import coop.pools.flood.domain.Shortfall;
import coop.pools.flood.domain.Stay;
import coop.pools.governance.Rosters;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.LedgerRefusal;
import coop.pools.ledger.domain.Accounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Who gives what to a Flood's payment, by the cost key and the rule for a shortfall in its compact. What comes out of a
 * bucket was shared when the bucket was filled: each Pool gives in proportion to what it has in it. True as long as the
 * transaction holds the Flood; a preview otherwise.
 */
public final class CostShares {
    private final FloodStore floods;
    private final Members members;
    private final Rosters rosters;
    private final Ledger ledger;
    private final Custody custody;
    private final FloodTerms terms;

    public CostShares(FloodStore floods, Members members, Rosters rosters, Books books, FloodTerms terms) {
        this.floods = floods;
        this.members = members;
        this.rosters = rosters;
        this.ledger = books.ledger();
        this.custody = books.custody();
        this.terms = terms;
    }

    /** What Floods have, and whether it can go out. */
    public record Books(Ledger ledger, Custody custody) {}

    /** What becomes of an amount. */
    public enum Use {
        /** It stays with who keeps it. */
        SET_APART,
        /** It goes out, as far as payouts are not stopped where it is kept. */
        PAY
    }

    /**
     * How an amount above zero would be shared now, out of a bucket or of what is in none.
     *
     * @param stopping whose stopped payouts keep a part back; in the order of joining
     */
    record Planned(CostPlan plan, List<Member> stopping) {}

    Planned plan(Flood flood, Money amount, Optional<String> bucket, Use use) {
        Sheet sheet = new Sheet(flood);
        return new Planned(sheet.plan(amount, bucket, use), use == Use.PAY ? sheet.stopping(bucket) : List.of());
    }

    /**
     * Divides an amount, in the order of joining; nobody gives nothing.
     *
     * @throws Refused {@link LedgerRefusal#INSUFFICIENT_FUNDS} when the Pools together have less,
     *     {@link FloodRefusal#FLOOD_SHORTFALL} when one has less than its share and the others do not cover it, or
     *     {@link LedgerRefusal#BOOK_FROZEN} when it could be paid if no Pool's payouts were stopped
     */
    List<Share> split(Flood flood, Money amount, Optional<String> bucket, Use use) {
        Sheet sheet = new Sheet(flood);
        CostPlan plan = sheet.plan(amount, bucket, use);
        if (!plan.isWhole()) {
            throw refused(sheet, plan, bucket, use);
        }
        List<Share> shares = new ArrayList<>();
        for (CostPlan.Part part : plan.parts()) {
            shares.addAll(sheet.drawn(part, bucket, use));
        }
        return shares;
    }

    private static Refused refused(Sheet sheet, CostPlan plan, Optional<String> bucket, Use use) {
        Money amount = plan.amount();
        if (use == Use.PAY && sheet.plan(amount, bucket, Use.SET_APART).isWhole()) {
            return new Refused(
                    LedgerRefusal.BOOK_FROZEN,
                    Map.of("pool", sheet.stopping(bucket).get(0).name()));
        }
        Money none = Money.zero(amount.currency());
        Money free = plan.parts().stream().map(CostPlan.Part::free).reduce(none, Money::plus);
        Optional<CostPlan.Part> short1 = plan.parts().stream()
                .filter(part -> part.lacking().isPositive())
                .findFirst();
        if (amount.isMoreThan(free) || short1.isEmpty()) {
            return new Refused(
                    LedgerRefusal.INSUFFICIENT_FUNDS,
                    Map.of("account", Accounts.AVAILABLE, "amountMinor", amount.minorUnits()));
        }
        CostPlan.Part part = short1.get();
        return new Refused(
                FloodRefusal.FLOOD_SHORTFALL,
                Map.of(
                        "pool",
                        sheet.joined.get(part.pool()).name(),
                        "share",
                        part.asked(),
                        "free",
                        part.free(),
                        "lacking",
                        plan.lacking()));
    }

    /** A Flood as it stands. */
    private final class Sheet {
        private final List<Stay> stays;
        private final Map<UUID, Member> joined;
        private final Map<UUID, Holding> holdings = new HashMap<>();
        private final Map<UUID, Optional<Member>> stopping = new HashMap<>();
        private final Flood flood;
        private final Terms rules;

        Sheet(Flood flood) {
            this.flood = flood;
            rules = terms.of(flood.id());
            stays = floods.stays(flood.id()).stream().filter(Stay::isPresent).toList();
            joined = members.byIds(stays.stream().map(Stay::pool).toList());
            Map<String, Money> accounts = ledger.accountBalances(flood.id());
            Money none = Money.zero(ledger.currency(flood.id()));
            joined.forEach((id, pool) -> holdings.put(id, Holding.of(accounts, pool.key(), none)));
        }

        CostPlan plan(Money amount, Optional<String> bucket, Use use) {
            List<Holder> holders =
                    stays.stream().map(stay -> holder(stay, bucket, use)).toList();
            return CostPlan.of(amount, holders, bucket.isPresent() ? Shortfall.STOP : rules.shortfall());
        }

        private Holder holder(Stay stay, Optional<String> bucket, Use use) {
            UUID pool = stay.pool();
            Money has = has(pool, bucket, Fund.TRANSFER).plus(has(pool, bucket, Fund.EARMARK));
            Money free = usable(pool, bucket, Fund.TRANSFER, use).plus(usable(pool, bucket, Fund.EARMARK, use));
            CostKey key = bucket.isPresent() ? CostKey.BY_AVAILABLE : rules.key();
            return new Holder(pool, stay.joinedAt(), weight(key, stay, has), free);
        }

        private Money has(UUID pool, Optional<String> bucket, Fund fund) {
            Holding holding = holdings.get(pool);
            return bucket.map(slug -> holding.inBucket(slug, fund))
                    .orElseGet(() -> holding.free().get(fund));
        }

        /** What stays is asked for its part all the same: the others do not bear it unless their compact says so. */
        private Money usable(UUID pool, Optional<String> bucket, Fund fund, Use use) {
            Money has = has(pool, bucket, fund);
            boolean stays = use == Use.PAY
                    && fund == Fund.EARMARK
                    && has.isPositive()
                    && stopping(pool).isPresent();
            return stays ? Money.zero(has.currency()) : has;
        }

        private Optional<Member> stopping(UUID pool) {
            return stopping.computeIfAbsent(pool, id -> custody.stopping(Member.of(flood), joined.get(id)));
        }

        /** In the order of joining. */
        List<Member> stopping(Optional<String> bucket) {
            return stays.stream()
                    .map(Stay::pool)
                    .filter(pool -> has(pool, bucket, Fund.EARMARK).isPositive())
                    .flatMap(pool -> stopping(pool).stream())
                    .distinct()
                    .toList();
        }

        /** Who comes back begins anew: what was spent or promised of it in an earlier stay asks nothing of it. */
        private long weight(CostKey key, Stay stay, Money free) {
            Member pool = joined.get(stay.pool());
            return switch (key) {
                case EQUAL_POOLS -> 1;
                case BY_MEMBERS -> rosters.countPeople(members.rosters(pool.ref()));
                case BY_PLEDGE -> Math.max(free.minorUnits(), putIn(pool, stay.spentBefore()));
                case BY_AVAILABLE -> free.minorUnits();
            };
        }

        /** What it has and what was spent of it since it joined; less once payments of an earlier stay have come back. */
        private long putIn(Member pool, long spentBefore) {
            long spent = ledger.balance(pool.id(), Accounts.spentByFlood(flood.slug()))
                    .minorUnits();
            long has = holdings.get(pool.id()).all().minorUnits();
            return Math.addExact(has, spent - spentBefore);
        }

        /** Money handed over goes before money kept apart. */
        List<Share> drawn(CostPlan.Part part, Optional<String> bucket, Use use) {
            List<Share> shares = new ArrayList<>();
            Money rest = part.drawn();
            for (Fund fund : Fund.values()) {
                Money has = usable(part.pool(), bucket, fund, use);
                Money takes = has.isMoreThan(rest) ? rest : has;
                if (takes.isPositive()) {
                    shares.add(new Share(joined.get(part.pool()), fund, takes, bucket));
                    rest = rest.minus(takes);
                }
            }
            return shares;
        }
    }
}
