package coop.pools.exit;

import coop.pools.bylaws.BylawsVersion;
import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.VersionHead;
import coop.pools.exit.domain.CapitalAccount;
import coop.pools.exit.domain.CapitalAccount.Lot;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.membership.domain.Membership;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What a member gets on leaving at this moment: what they gave in this stay and what is left of it, article 17. Reads
 * the Pool's past; call it in a transaction that holds the Pool's book.
 */
public final class ReckonShare {
    private static final int MOST_VERSIONS = 200;

    private final ExitStore store;
    private final Ledger ledger;
    private final ReadBylaws bylaws;
    private final AgreedPayments agreed;

    public ReckonShare(ExitStore store, Ledger ledger, ReadBylaws bylaws, AgreedPayments agreed) {
        this.store = store;
        this.ledger = ledger;
        this.bylaws = bylaws;
        this.agreed = agreed;
    }

    /**
     * How a share comes about.
     *
     * @param given as a member, while the bylaws gave it back, and not taken back since
     * @param left of it after what was spent
     * @param borne of that for payments that the member agreed to and that are still to be made
     */
    public record Reckoning(Money given, Money left, Money borne) {
        public Money amount() {
            return left.minus(borne);
        }
    }

    Reckoning of(Membership stay) {
        return now(stay.poolId()).of(stay);
    }

    /** For many members of one Pool at once: their exits do not change each other's shares. */
    Reckoner now(UUID pool) {
        NavigableMap<Instant, Boolean> gives = redeeming(pool);
        Map<UUID, List<Lot>> parted = new HashMap<>();
        for (ExitStore.PartedLot lot : store.partedLots(pool)) {
            if (lot.amountMinor() > 0 && isGivenBack(gives, lot.at())) {
                parted.computeIfAbsent(lot.claim(), claim -> new ArrayList<>())
                        .add(new Lot(lot.at(), lot.amountMinor()));
            }
        }
        return new Reckoner(
                new CapitalAccount(store.turns(pool), parted, store.given(pool)),
                owned(ledger.accountBalances(pool)) - store.owed(pool),
                gives);
    }

    private static boolean isGivenBack(NavigableMap<Instant, Boolean> gives, Instant at) {
        Map.Entry<Instant, Boolean> rule = gives.floorEntry(at);
        return rule != null && rule.getValue();
    }

    /** The Pool as it stands at one moment. */
    final class Reckoner {
        private final CapitalAccount account;
        private final long owned;
        private final NavigableMap<Instant, Boolean> gives;

        private Reckoner(CapitalAccount account, long owned, NavigableMap<Instant, Boolean> gives) {
            this.account = account;
            this.owned = owned;
            this.gives = gives;
        }

        Reckoning of(Membership stay) {
            UUID pool = stay.poolId();
            List<Lot> lots = store.lots(pool, stay.personId(), stay.joinedAt()).stream()
                    .filter(lot -> isGivenBack(gives, lot.at()))
                    .toList();
            long given = lots.stream().mapToLong(Lot::amountMinor).sum();
            long left = account.left(lots, owned);
            long promised = left == 0 ? 0 : agreed.of(pool, stay.personId());
            long borne = account.borne(left, promised, owned);
            return new Reckoning(money(pool, given), money(pool, left), money(pool, borne));
        }
    }

    private Money money(UUID pool, long minor) {
        return new Money(minor, ledger.currency(pool));
    }

    /** All that is the Pool's and not promised to anybody: held, on its way there or back, and its stakes in Floods. */
    static long owned(Map<String, Money> balances) {
        return balances.entrySet().stream()
                .mapToLong(account -> isOwned(account.getKey())
                        ? account.getValue().minorUnits()
                        : account.getKey().equals(Accounts.SHORTFALL)
                                ? -account.getValue().minorUnits()
                                : 0)
                .sum();
    }

    private static boolean isOwned(String account) {
        boolean held = account.startsWith("assets:held:") && !account.equals(Accounts.RESERVED);
        boolean home = account.equals(Accounts.WITH_OPERATOR) || account.equals(Accounts.COMING_HOME);
        return held || home || account.startsWith(Accounts.inFlood("")) || account.startsWith(Accounts.ON_THE_WAY);
    }

    /** Whether that Pool's bylaws give back what members have given, or did for some time. */
    public boolean hasGivenBack(UUID pool) {
        return redeeming(pool).containsValue(true);
    }

    /** Since when the bylaws gave back what was given from then on, or did not. */
    private NavigableMap<Instant, Boolean> redeeming(UUID pool) {
        NavigableMap<Instant, Boolean> since = new TreeMap<>();
        for (VersionHead head : bylaws.versions(pool, Integer.MAX_VALUE, MOST_VERSIONS)) {
            BylawsVersion version = bylaws.version(pool, head.version());
            since.put(version.adoptedAt(), bylaws.rules(version).redeemsPrincipal());
        }
        return since;
    }
}
