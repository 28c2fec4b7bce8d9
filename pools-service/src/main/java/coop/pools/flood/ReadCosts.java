package coop.pools.flood;

import coop.pools.bucket.PoolBucketBooks;
import coop.pools.flood.CostShares.Use;
import coop.pools.flood.domain.CostPlan;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Fund;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Entry;
import coop.pools.payout.OrderPayout;
import coop.pools.round.RoundBooks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads what a vote of a Flood costs each Pool: before it is carried out, and afterwards. Public, as the book is. */
public final class ReadCosts {
    private final Places places;
    private final CostShares shares;
    private final Ledger ledger;
    private final FloodTerms terms;
    private final Through through;

    public ReadCosts(Places places, CostShares shares, Ledger ledger, FloodTerms terms, Through through) {
        this.through = through;
        this.places = places;
        this.shares = shares;
        this.ledger = ledger;
        this.terms = terms;
    }

    /** Empty for what moves no money of a Flood, and where nobody is in the Flood any more. */
    public Optional<Costs> of(UUID proposal, BodyRef body, Action action) {
        if (body.kind() != BodyRef.Kind.FLOOD || places.flood(body.id()).commons()) {
            return Optional.empty();
        }
        if (action instanceof Action.Pay pay) {
            UUID payout = OrderPayout.idOf(proposal);
            Map<String, Money> drawn = drawn(body.id(), FloodPayoutBooks.RESERVED, payout);
            return of(body.id(), new Wanted(pay.amount(), pay.bucket(), Use.PAY), drawn);
        }
        if (action instanceof Action.Allocate allocate) {
            return of(body.id(), setApart(allocate.amount()), drawn(body.id(), PoolBucketBooks.FILLED, proposal));
        }
        if (action instanceof Action.FundFlood fund) {
            return of(body.id(), setApart(fund.amount()), drawn(body.id(), FloodBooks.FUNDED, proposal));
        }
        if (action instanceof Action.Round round && round.order().opening().isPresent()) {
            Money pot = round.order().opening().get().pot();
            return of(body.id(), setApart(pot), drawn(body.id(), RoundBooks.OPENED, proposal));
        }
        return Optional.empty();
    }

    /** An amount above zero, out of a bucket or of what is in none. */
    private record Wanted(Money amount, Optional<String> bucket, Use use) {}

    private static Wanted setApart(Money amount) {
        return new Wanted(amount, Optional.empty(), Use.SET_APART);
    }

    /**
     * What a gift to a Flood would mean for the Pool that votes on it.
     *
     * @param fund where the money would be
     * @param byHand whether the Pool's stewards hand it over
     * @param available what the Pool can spend now
     */
    public record Gift(Fund fund, boolean byHand, String flood, Money available, Money amount) {}

    /** Whether stewards send what it gives: it is a Pool with an account of its own. */
    public boolean isByHand(BodyRef body) {
        return body.kind() == BodyRef.Kind.POOL && through.holdsItself(places.member(body.id()));
    }

    /** Empty for what is not a gift of a Pool, and for one that has been made. */
    public Optional<Gift> gift(UUID proposal, BodyRef body, Action action) {
        if (body.kind() != BodyRef.Kind.POOL
                || !(action instanceof Action.FundFlood fund)
                || !ledger.entriesOf(body.id(), FloodBooks.FUNDED, proposal).isEmpty()
                || !ledger.entriesOf(body.id(), "payout-reserved", OrderPayout.idOf(proposal))
                        .isEmpty()
                || !fund.amount().currency().equals(ledger.currency(body.id()))) {
            return Optional.empty();
        }
        Flood flood = places.flood(fund.flood());
        Money available = ledger.balance(body.id(), Accounts.AVAILABLE);
        return Optional.of(
                new Gift(terms.of(flood.id()).fund(), isByHand(body), flood.name(), available, fund.amount()));
    }

    /**
     * How a payment of an amount above zero would be shared now.
     *
     * @throws coop.pools.kernel.Refused COMMONS_OF_ALL, as nobody has a stake there
     */
    public Costs preview(Flood flood, Money amount, Optional<String> bucket) {
        if (flood.commons()) {
            Entrance.refuseCommons(flood);
        }
        return preview(flood, new Wanted(amount, bucket, Use.PAY));
    }

    private Costs preview(Flood flood, Wanted wanted) {
        CostShares.Planned planned = shares.plan(flood, wanted.amount(), wanted.bucket(), wanted.use());
        CostPlan plan = planned.plan();
        Map<UUID, Member> members = new LinkedHashMap<>();
        places.members(flood.id()).forEach(pool -> members.put(pool.id(), pool));
        Map<UUID, List<Costs.Behind>> behind = new LinkedHashMap<>();
        if (plan.isWhole() && members.values().stream().anyMatch(Member::isFlood)) {
            behind.putAll(behind(flood, wanted));
        }
        List<Costs.Line> lines = plan.parts().stream()
                .filter(part -> members.containsKey(part.pool()))
                .map(part -> Costs.Line.of(members.get(part.pool()), part.free(), part.asked(), part.drawn())
                        .with(behind.getOrDefault(part.pool(), List.of())))
                .toList();
        List<String> stopping = planned.stopping().stream().map(Member::name).toList();
        return new Costs(
                new Costs.State(false, plan.isWhole(), plan.isCovered(), stopping),
                wanted.amount(),
                plan.lacking(),
                terms.of(flood.id()),
                lines);
    }

    /** Who bears the parts of member Floods, down to the Pools. */
    private Map<UUID, List<Costs.Behind>> behind(Flood flood, Wanted wanted) {
        Moves never = new Moves(ledger, "");
        Map<UUID, Map<Member, Money>> pools = new LinkedHashMap<>();
        for (Share share : shares.split(flood, wanted.amount(), wanted.bucket(), wanted.use())) {
            if (share.member().isFlood()) {
                Map<Member, Money> here = pools.computeIfAbsent(share.member().id(), id -> new LinkedHashMap<>());
                through.bear(never, Member.of(flood), share.member(), share.fund(), share.amount(), here);
            }
        }
        Map<UUID, List<Costs.Behind>> behind = new LinkedHashMap<>();
        pools.forEach((child, parts) -> behind.put(
                child,
                parts.entrySet().stream()
                        .map(part -> new Costs.Behind(part.getKey().name(), part.getValue()))
                        .toList()));
        return behind;
    }

    private Optional<Costs> of(UUID id, Wanted wanted, Map<String, Money> drawn) {
        Flood flood = places.flood(id);
        Money amount = wanted.amount();
        if (drawn.isEmpty()) {
            return places.members(id).isEmpty() || !amount.currency().equals(ledger.currency(id))
                    ? Optional.empty()
                    : Optional.of(preview(flood, wanted));
        }
        Money none = Money.zero(amount.currency());
        List<Costs.Line> lines = new ArrayList<>();
        for (Member pool : places.everyone(id)) {
            Money part = drawn.getOrDefault(pool.key(), none);
            if (part.isPositive()) {
                lines.add(Costs.Line.of(pool, part, part, part));
            }
        }
        return Optional.of(new Costs(new Costs.State(true, true, false, List.of()), amount, none, terms.of(id), lines));
    }

    /** What the book says that each Pool gave, by slug; empty when nothing is booked. */
    private Map<String, Money> drawn(UUID flood, String causeKind, UUID cause) {
        Map<String, Money> drawn = new LinkedHashMap<>();
        for (Entry entry : ledger.entriesOf(flood, causeKind, cause)) {
            String from = entry.debit();
            if (from.startsWith("equity:")) {
                drawn.merge(from.substring(from.lastIndexOf(':') + 1), entry.amount(), Money::plus);
            }
        }
        return drawn;
    }
}
