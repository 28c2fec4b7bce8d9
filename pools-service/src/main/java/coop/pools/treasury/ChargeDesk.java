package coop.pools.treasury;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.ledger.Freezes;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Freeze;
import coop.pools.treasury.domain.Charge;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Coverage;
import coop.pools.treasury.domain.Former;
import coop.pools.treasury.domain.Purse;
import coop.pools.treasury.domain.Share;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What every step that changes the books of a charge needs. */
public final class ChargeDesk {
    private final TreasuryDesk desk;
    private final Ledger ledger;
    private final Buckets buckets;
    private final Freezes freezes;
    private final MoneyPlaces places;
    private final ChargeNotices notices;
    private final Runnable wake;

    /** @param wake tells the jobs that there is something to do */
    public ChargeDesk(
            TreasuryDesk desk,
            Ledger ledger,
            Buckets buckets,
            Freezes freezes,
            MoneyPlaces places,
            ChargeNotices notices,
            Runnable wake) {
        this.desk = desk;
        this.ledger = ledger;
        this.buckets = buckets;
        this.freezes = freezes;
        this.places = places;
        this.notices = notices;
        this.wake = wake;
    }

    TreasuryDesk desk() {
        return desk;
    }

    Buckets buckets() {
        return buckets;
    }

    Ledger ledger() {
        return ledger;
    }

    Freezes freezes() {
        return freezes;
    }

    ChargeNotices notices() {
        return notices;
    }

    /** Has the jobs look for work when this transaction is committed. */
    void wakeAfterCommit() {
        desk.transactions().afterCommit(wake);
    }

    /** Payouts of a Pool stop while more was taken back than it had, and go on when that is made up for. */
    void stopOrGoOn(UUID pool, Purse purse) {
        if (purse.turned() && purse.shortfall().isPositive()) {
            freezes.freeze(pool, Freeze.Reason.SHORTFALL, "More was taken back than the Pool had");
        } else if (purse.turned()) {
            freezes.lift(pool, Freeze.Reason.SHORTFALL, "What was lacking has come in");
        }
    }

    /** A charge to be brought up to date, with its contribution's row locked. */
    OpenCharge open(Contribution locked, String paymentId) {
        return new OpenCharge(this, locked, new ChargeReader(desk.charges()).read(locked, paymentId));
    }

    /** A contribution's charge as it stands, to be looked at only. */
    Charge read(Contribution contribution) {
        return new ChargeReader(desk.charges()).read(contribution);
    }

    /** What Pools can spend, with their books locked. */
    Map<UUID, Purse> purses(Charge charge) {
        return purses(charge, ledger.lockedBalances(pools(charge)));
    }

    /** Who held the money of this charge, by Pool, where that is somebody else by now; held so until the end. */
    Map<UUID, Former> formers(Charge charge, Optional<String> charged) {
        Map<UUID, Former> formers = new HashMap<>();
        pools(charge).stream()
                .sorted(IdSource.IN_ORDER)
                .forEach(pool -> Former.of(charged, places.of(pool)).ifPresent(former -> formers.put(pool, former)));
        return formers;
    }

    /** The most that can be refunded without any Pool lacking money, with the books locked. */
    Money covered(Charge charge) {
        Map<UUID, Map<String, Money>> balances = ledger.lockedBalances(pools(charge));
        return Coverage.most(charge, () -> purses(charge, balances));
    }

    /** The same without locks: to be shown only. */
    Money coveredAtAGlance(Charge charge) {
        Map<UUID, Map<String, Money>> balances = new HashMap<>();
        pools(charge).forEach(pool -> balances.put(pool, ledger.accountBalances(pool)));
        return Coverage.most(charge, () -> purses(charge, balances));
    }

    private Map<UUID, Purse> purses(Charge charge, Map<UUID, Map<String, Money>> balances) {
        Map<UUID, Purse> purses = new HashMap<>();
        balances.forEach((pool, accounts) -> purses.put(
                pool,
                new Purse(
                        accounts,
                        slug -> buckets.isOpen(pool, slug),
                        charge.amount().currency())));
        return purses;
    }

    private static Set<UUID> pools(Charge charge) {
        return charge.shares().stream().map(Share::pool).collect(Collectors.toSet());
    }
}
