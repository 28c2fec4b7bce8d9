package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Fund;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a Pool would take along if it left now: its stake and its part of every bucket, less its share of payments that
 * are on their way. Of what the Flood has in larger ones it takes its part along too. Public, as the books are.
 */
public final class PreviewLeaving {
    private final FloodStore floods;
    private final Members members;
    private final Ledger ledger;

    public PreviewLeaving(FloodStore floods, Members members, Ledger ledger) {
        this.floods = floods;
        this.members = members;
        this.ledger = ledger;
    }

    /**
     * The formula with its numbers: {@code putIn - spent = inFlood} and {@code inFlood - committed = home}.
     *
     * @param putIn all that the Pool has put in and not taken home before
     * @param spent what the Flood has spent of it
     * @param committed its share of payments on their way, which stays with them and comes home if they fail
     * @param released what of {@code home} it keeps itself, and is free again
     * @param fromLarger what of {@code home} is in larger Floods until then
     * @param returned what of {@code home} it had handed over, and comes back
     */
    public record Preview(
            Money putIn,
            Money spent,
            Money inFlood,
            Money committed,
            Money home,
            Money released,
            Money returned,
            Money fromLarger) {}

    /** Empty where the Flood is not, or the Pool does not belong to it. */
    public Optional<Preview> of(UUID floodId, UUID poolId) {
        if (!floods.joinedPools(floodId).contains(poolId)) {
            return Optional.empty();
        }
        Member pool = members.one(poolId);
        return floods.find(floodId).map(flood -> of(flood, pool));
    }

    /** Of all that belong to it now, by name; empty where the Flood is not. */
    public List<Leaver> all(UUID floodId) {
        List<UUID> joined = floods.joinedPools(floodId);
        return floods.find(floodId).stream()
                .flatMap(flood -> members.byIds(joined).values().stream()
                        .sorted(Comparator.comparing(Member::name))
                        .map(member -> new Leaver(member.id(), member.name(), of(flood, member))))
                .toList();
    }

    /** A Pool or Flood, and what it would take along. */
    public record Leaver(UUID id, String name, Preview preview) {}

    private Preview of(Flood flood, Member pool) {
        Money none = Money.zero(ledger.currency(flood.id()));
        Map<String, Money> accounts = ledger.accountBalances(flood.id());
        Holding holding = Holding.of(accounts, pool.key(), none);
        Money spent = ledger.balance(pool.id(), Accounts.spentByFlood(flood.slug()));
        Money committed = holding.allCommitted();
        return new Preview(
                holding.all().plus(spent),
                spent,
                holding.all(),
                committed,
                holding.all().minus(committed),
                holding.loose(Fund.EARMARK),
                holding.loose(Fund.TRANSFER),
                holding.inLarger());
    }
}
