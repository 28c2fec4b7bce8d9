package coop.pools.commons;

import coop.pools.commons.domain.Schedule;
import coop.pools.commons.domain.Schedule.Rise;
import coop.pools.commons.domain.Stretch;
import coop.pools.flood.ReadFloods;
import coop.pools.flood.domain.Flood;
import coop.pools.governance.ProposalView;
import coop.pools.governance.ReadProposals;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Balances;
import coop.pools.payout.ReadPayouts;
import coop.pools.payout.domain.Payout;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the commons: what is asked for, whose it is, what came of it. All of it is public. */
public final class ReadCommons {
    private static final int MOST = 20;
    /** So long a node tells the number of people that it has counted: they may be a million. */
    private static final Duration COUNTED = Duration.ofMinutes(1);

    private final CommonsPlan plan;
    private final CommonsStore store;
    private final Ledger ledger;
    private final Around around;
    private final Clock clock;
    private final Map<UUID, Count> counts = new ConcurrentHashMap<>();

    private record Count(long people, Instant at) {}

    public ReadCommons(CommonsPlan plan, CommonsStore store, Ledger ledger, Around around, Clock clock) {
        this.plan = plan;
        this.store = store;
        this.ledger = ledger;
        this.around = around;
        this.clock = clock;
    }

    /** Who reads what is decided and paid. */
    public record Around(ReadFloods floods, ReadProposals proposals, ReadPayouts payouts) {}

    /** @param published empty where nothing was ever published */
    public record Commons(CommonsPlan plan, Optional<Published> published, List<OfCurrency> currencies) {}

    /**
     * The schedule at this moment.
     *
     * @param now in basis points
     * @param rises at most ten
     */
    public record Published(int now, List<Rise> rises, List<Stretch> history) {}

    /** One side's money: what came in less what went back, and what is held of it. */
    public record Side(Money cameIn, Money cardCosts, Money paidOut, Balances balances) {}

    /**
     * One currency.
     *
     * @param operatorSlug the address of the operator's book
     * @param funded the newest first
     */
    public record OfCurrency(
            Flood flood,
            int pools,
            long people,
            Side community,
            String operatorSlug,
            Side operator,
            List<ProposalView> running,
            List<Payout> funded) {}

    public Commons read() {
        Instant now = clock.instant();
        List<Stretch> stretches = store.stretches();
        Optional<Published> published = Optional.of(stretches)
                .filter(all -> !all.isEmpty())
                .map(Schedule::new)
                .map(schedule -> new Published(schedule.at(now), schedule.rises(now, 10), stretches));
        return new Commons(
                plan,
                published,
                around.floods().commons().stream().map(this::ofCurrency).toList());
    }

    /** Whether they are a person of one of the Pools in it. */
    public boolean isMember(Flood flood, UUID person) {
        return around.floods().isMember(flood, person);
    }

    private OfCurrency ofCurrency(Flood flood) {
        BodyRef body = BodyRef.flood(flood.id());
        return new OfCurrency(
                flood,
                around.floods().inside(flood).size(),
                people(flood),
                side(flood.id()),
                flood.currency().toLowerCase(Locale.ROOT),
                side(OpenCommonsBooks.operatorBook(Currency.getInstance(flood.currency()))),
                around.proposals().running(body, MOST),
                around.payouts().ofBody(body, Optional.empty(), MOST));
    }

    private long people(Flood flood) {
        Instant now = clock.instant();
        return counts.compute(
                        flood.id(),
                        (id, last) -> last == null || !now.isBefore(last.at().plus(COUNTED))
                                ? new Count(around.floods().people(flood), now)
                                : last)
                .people();
    }

    private Side side(UUID book) {
        Map<String, Money> accounts = ledger.accountBalances(book);
        Money none = Money.zero(ledger.currency(book));
        return new Side(
                accounts.getOrDefault(Accounts.CONTRIBUTIONS, none),
                accounts.getOrDefault(Accounts.CARD_FEES, none)
                        .plus(accounts.getOrDefault(Accounts.DISPUTE_FEES, none)),
                accounts.getOrDefault(Accounts.PAYOUTS, none),
                ledger.balances(book));
    }
}
