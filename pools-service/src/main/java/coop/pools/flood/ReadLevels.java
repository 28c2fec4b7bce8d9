package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.governance.Rosters;
import coop.pools.kernel.Money;
import coop.pools.kernel.MoneySplit;
import coop.pools.ledger.Ledger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what Pools have through the levels of Floods. Public, as the books are. */
public final class ReadLevels {
    private final FloodStore floods;
    private final Members members;
    private final Ledger ledger;
    private final Rosters rosters;

    public ReadLevels(FloodStore floods, Members members, Ledger ledger, Rosters rosters) {
        this.floods = floods;
        this.members = members;
        this.ledger = ledger;
        this.rosters = rosters;
    }

    /** A part of what a Flood has in a larger one, promised there or not. */
    public record Above(Flood flood, Money part) {}

    /**
     * Who is behind a Flood that belongs to a larger one.
     *
     * @param depth 1 for its members, 2 for theirs, and so on
     * @param part of what it has in the larger one
     */
    public record Below(Member member, int depth, long people, Money part) {}

    /** A member's part of what its Flood has in larger ones, the nearest first; none where it has nothing there. */
    public List<Above> above(Member member, Flood flood) {
        List<Above> found = new ArrayList<>();
        for (UUID id : floods.floodsOf(flood.id())) {
            Flood larger = floods.find(id).orElseThrow();
            add(found, larger, partIn(larger, flood, member));
            for (Above higher : above(Member.of(flood), larger)) {
                add(found, higher.flood(), shares(flood, larger, higher.part()).get(member.id()));
            }
        }
        return found;
    }

    private static void add(List<Above> found, Flood flood, Money part) {
        if (part != null && part.isPositive()) {
            found.add(new Above(flood, part));
        }
    }

    /** Everybody behind a Flood within, each below who it belongs to. */
    public List<Below> below(Flood parent, Member child, Money amount) {
        if (!child.isFlood()) {
            return List.of();
        }
        Flood flood = floods.find(child.id()).orElseThrow();
        Map<UUID, Money> parts = new LinkedHashMap<>();
        present(flood).forEach(member -> parts.put(member.id(), partIn(parent, flood, member)));
        return below(flood, parts, amount, 1);
    }

    private List<Below> below(Flood flood, Map<UUID, Money> parts, Money amount, int depth) {
        List<Below> all = new ArrayList<>();
        for (Member member : present(flood)) {
            Money part = parts.getOrDefault(member.id(), Money.zero(amount.currency()));
            all.add(new Below(member, depth, rosters.countPeople(members.rosters(member.ref())), part));
            if (member.isFlood()) {
                Flood within = floods.find(member.id()).orElseThrow();
                all.addAll(below(within, shares(within, flood, part), part, depth + 1));
            }
        }
        return all;
    }

    private List<Member> present(Flood flood) {
        List<UUID> ids = floods.joinedPools(flood.id());
        Map<UUID, Member> found = members.byIds(ids);
        return ids.stream().map(found::get).toList();
    }

    /** An amount that a Flood has above, among its members by what each has in its stake in the Flood next above. */
    private Map<UUID, Money> shares(Flood flood, Flood larger, Money amount) {
        Map<UUID, Money> weights = new LinkedHashMap<>();
        for (Member member : present(flood)) {
            weights.put(member.id(), partIn(larger, flood, member));
        }
        Map<UUID, Money> shares = new LinkedHashMap<>();
        if (weights.values().stream().anyMatch(Money::isPositive)) {
            List<Money> parts = MoneySplit.byWeights(
                    amount, weights.values().stream().map(Money::minorUnits).toList());
            int place = 0;
            for (UUID member : weights.keySet()) {
                shares.put(member, parts.get(place++));
            }
        }
        return shares;
    }

    private Money partIn(Flood larger, Flood flood, Member member) {
        Map<String, Money> accounts = ledger.accountBalances(flood.id());
        return Holding.of(accounts, member.key(), Money.zero(ledger.currency(flood.id())))
                .inLarger(larger.slug());
    }
}
