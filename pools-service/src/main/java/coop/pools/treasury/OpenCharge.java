package coop.pools.treasury;

import coop.pools.kernel.IdSource;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Posting;
import coop.pools.treasury.domain.Backoff;
import coop.pools.treasury.domain.Booking;
import coop.pools.treasury.domain.CardDispute;
import coop.pools.treasury.domain.CardRefund;
import coop.pools.treasury.domain.Charge;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.Former;
import coop.pools.treasury.domain.Purse;
import coop.pools.treasury.domain.Share;
import coop.pools.treasury.domain.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * One charge while its books are brought up to date, in one transaction and with its contribution's row locked. Facts
 * are put in, steps taken, and everything written at the end.
 */
final class OpenCharge {
    /** A charge has at most a hundred refunds and a few disputes, with up to three steps each. */
    private static final int MOST_STEPS = 1000;

    /** How often to look at what is still open, should its event not come. */
    static final Duration OPEN_MATTERS = Duration.ofDays(1);

    private final ChargeDesk desk;
    private final Charge before;
    private final Instant now;
    private final String actor;
    private final List<Posting> postings = new ArrayList<>();
    private Contribution contribution;
    private Charge charge;
    private Optional<Map<UUID, Purse>> purses = Optional.empty();
    private Optional<Map<UUID, Former>> formers = Optional.empty();

    OpenCharge(ChargeDesk desk, Contribution contribution, Charge charge) {
        this(desk, contribution, charge, "processor");
    }

    private OpenCharge(ChargeDesk desk, Contribution contribution, Charge charge, String actor) {
        this.desk = desk;
        this.contribution = contribution;
        this.charge = charge;
        this.before = charge;
        this.actor = actor;
        this.now = desk.desk().clock().instant();
    }

    /** The same, with somebody else as the one who does it; only before anything is put in. */
    OpenCharge by(String someone) {
        return new OpenCharge(desk, contribution, charge, someone);
    }

    Charge charge() {
        return charge;
    }

    Contribution contribution() {
        return contribution;
    }

    /** The contribution with other values of its own. */
    void put(Contribution changed) {
        contribution = changed;
    }

    void put(CardRefund learned) {
        charge = charge.with(learned);
    }

    void put(CardDispute learned) {
        charge = charge.with(learned);
    }

    /** Books a step of the contribution itself: the money stays where it was charged until all of that is done. */
    void take(String causeKind, String words, Charge after) {
        take(new Step(new Cause(causeKind, contribution.id()), words, after), pool -> Optional.empty());
    }

    private void take(Step step, Function<UUID, Optional<Former>> places) {
        Booking booking = Booking.of(charge, step, this::purse, places);
        charge = booking.after();
        booking.transfers()
                .forEach((pool, transfers) -> postings.add(new Posting(pool, step.cause(), now, actor, transfers)));
    }

    /** Has the books follow every fact that they have not followed yet. */
    void follow() {
        if (!charge.paid()) {
            return;
        }
        for (int steps = 0; steps < MOST_STEPS; steps++) {
            Optional<Step> next = Step.next(charge, contribution.payer().shownName());
            if (next.isEmpty()) {
                return;
            }
            take(next.get(), this::former);
        }
        throw new IllegalStateException("no end of steps for " + contribution.id());
    }

    private Optional<Former> former(UUID pool) {
        if (formers.isEmpty()) {
            formers = Optional.of(desk.formers(charge, contribution.terms().account()));
        }
        return Optional.ofNullable(formers.get().get(pool));
    }

    private Purse purse(UUID pool) {
        if (purses.isEmpty()) {
            purses = Optional.of(desk.purses(charge));
        }
        return purses.get().get(pool);
    }

    /** Writes what has changed. */
    void close() {
        postings.sort(Comparator.comparing(Posting::book, IdSource.IN_ORDER));
        for (Posting posting : postings) {
            if (!desk.ledger().post(posting)) {
                throw new IllegalStateException(posting.cause() + " stands in the book already");
            }
        }
        purses.ifPresent(all -> all.forEach(desk::stopOrGoOn));
        ChargeStore store = desk.desk().charges();
        List<Share> shares = charge.shares().stream()
                .filter(share -> !before.shares().contains(share))
                .toList();
        if (!shares.isEmpty()) {
            store.saveShares(contribution.id(), shares);
        }
        changed(before.refunds(), charge.refunds()).forEach(store::saveRefund);
        changed(before.disputes(), charge.disputes()).forEach(store::saveDispute);
        if (charge.paid()) {
            contribution = contribution.standing(charge.state());
            boolean nobodyLooks = contribution.backoff().nextAt().isEmpty();
            if (nobodyLooks && charge.hasOpenMatters()) {
                contribution = contribution.with(Backoff.from(now.plus(OPEN_MATTERS)), contribution.note());
            }
        }
        desk.desk().contributions().save(contribution);
        desk.notices().changed(contribution, before, charge);
    }

    private static <T> List<T> changed(List<T> earlier, List<T> later) {
        return later.stream().filter(one -> !earlier.contains(one)).toList();
    }
}
