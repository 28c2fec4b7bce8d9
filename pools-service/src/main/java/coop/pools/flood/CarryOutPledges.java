package coop.pools.flood;

import coop.pools.flood.FloodBooks.Reason;
import coop.pools.flood.PledgeSizes.Size;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodState;
import coop.pools.flood.domain.Fund;
import coop.pools.flood.domain.Pledge;
import coop.pools.flood.domain.Stay;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.kernel.Transactions;
import coop.pools.ledger.Freezes;
import coop.pools.ledger.domain.Cause;
import coop.pools.payout.OrderHandOver;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries pledges out: one sum when the Pool has it free, a share of each month once the month is over. Taking, booking
 * and moving on are one transaction; a month has one row and one cause in the books, so it is carried out once, after a
 * crash too. A Pool that has an account of its own by then orders a payout by hand instead, which is its stake when it has
 * arrived; while it opens that account, or has nobody to send the money, its pledges wait. Whoever leaves ends its pledges, by {@link Parting}; that is
 * looked at once more here.
 */
public final class CarryOutPledges implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(CarryOutPledges.class);

    /** What is not possible now is tried again after so long. */
    private static final Duration AGAIN = Duration.ofDays(1);

    static final String PLEDGED = "flood-pledge";

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private final Desk desk;
    private final FloodStore floods;
    private final Places places;
    private final FloodBooks books;
    private final PledgeSizes sizes;

    public CarryOutPledges(Desk desk, FloodStore floods, Places places, FloodBooks books, PledgeSizes sizes) {
        this.desk = desk;
        this.floods = floods;
        this.places = places;
        this.books = books;
        this.sizes = sizes;
    }

    /**
     * What each step needs.
     *
     * @param byHand how a Pool with an account of its own hands money over
     */
    public record Desk(
            Transactions transactions, PledgeStore pledges, Freezes freezes, OrderHandOver byHand, Clock clock) {}

    @Override
    public String name() {
        return "carry-out-pledges";
    }

    @Override
    public int run(int atMost) {
        int done = 0;
        for (UUID id : desk.pledges().due(desk.clock().instant(), atMost)) {
            try {
                desk.transactions().inTransaction(() -> carryOut(id));
            } catch (RuntimeException failed) {
                LOG.error("pledge {} is carried out later", id, failed);
                desk.transactions().inTransaction(() -> putOff(id));
            }
            done++;
        }
        return done;
    }

    /** One that could not be carried out holds up no other. */
    private void putOff(UUID id) {
        Pledge pledge = desk.pledges().lock(id).orElseThrow();
        Instant now = desk.clock().instant();
        if (pledge.dueAt().filter(due -> !due.isAfter(now)).isPresent()) {
            desk.pledges().save(pledge.later(now.plus(AGAIN)));
        }
    }

    private void carryOut(UUID id) {
        UUID floodId = desk.pledges().find(id).orElseThrow().flood();
        Flood flood = places.lock(floodId);
        Pledge pledge = desk.pledges().lock(id).orElseThrow();
        Instant now = desk.clock().instant();
        if (pledge.dueAt().filter(due -> !due.isAfter(now)).isEmpty()) {
            return;
        }
        if (isLeftBehind(flood, pledge)) {
            desk.pledges().save(pledge.ended(now));
        } else if (isHeldUp(places.member(pledge.pool()))) {
            desk.pledges().save(pledge.later(now.plus(AGAIN)));
        } else {
            take(flood, pledge, now);
        }
    }

    private boolean isHeldUp(Member pool) {
        return desk.freezes().isFrozen(pool.id()) || books.isOpening(pool) || books.lacksStewards(pool);
    }

    private void take(Flood flood, Pledge pledge, Instant now) {
        Member pool = places.member(pledge.pool());
        boolean byHand = books.holdsItself(pool);
        Size size = sizes.of(flood, pledge, now, byHand);
        if (!pledge.isMonthly() && size.taken().isZero()) {
            desk.pledges().save(pledge.later(now.plus(AGAIN)));
            return;
        }
        PledgeStore.Taken month = PledgeStore.Taken.of(pledge, size, now);
        if (desk.pledges().insertMonth(month) == 1 && size.taken().isPositive()) {
            if (byHand) {
                handOver(flood, pool, pledge, size.taken());
            } else {
                fund(flood, pool, pledge, size.taken(), now);
            }
        }
        Pledge next = pledge.carriedOut(size.taken(), now);
        desk.pledges().save(byHand && isAllThatCanBeSent(next) ? next.ended(now) : next);
    }

    private static boolean isAllThatCanBeSent(Pledge next) {
        return next.left().filter(left -> OrderHandOver.whole(left).isZero()).isPresent();
    }

    private void fund(Flood flood, Member pool, Pledge pledge, Money amount, Instant now) {
        Fund fund = books.fundOf(flood);
        String what = pool.name() + (fund == Fund.EARMARK ? " keeps money for " : " puts money into ") + flood.name()
                + ", " + words(pledge);
        UUID cause = IdSource.derivedId(
                PLEDGED, pledge.id().toString(), pledge.nextMonth().toString());
        Reason reason = new Reason(new Cause(PLEDGED, cause), "proposal:" + pledge.id(), what, now);
        books.fund(reason, flood, pool, fund, amount);
    }

    private void handOver(Flood flood, Member pool, Pledge pledge, Money amount) {
        OrderHandOver.Due due =
                new OrderHandOver.Due(pledge.id(), pledge.nextMonth().toString());
        UUID payout = desk.byHand().orderPledged(pool.ref(), due, FundFlood.holderOf(flood), amount, words(pledge));
        desk.pledges().handedOver(pledge.id(), pledge.nextMonth().toString(), payout);
    }

    private static String words(Pledge pledge) {
        return "as pledged" + (pledge.isMonthly() ? " for " + MONTH.format(pledge.nextMonth()) : "");
    }

    /** Whether the Pool has left since it pledged, even if it has come back. */
    private boolean isLeftBehind(Flood flood, Pledge pledge) {
        Optional<Stay> present = floods.stays(flood.id()).stream()
                .filter(stay -> stay.pool().equals(pledge.pool()) && stay.isPresent())
                .findFirst();
        return flood.state() != FloodState.ACTIVE
                || present.filter(stay -> !stay.joinedAt().isAfter(pledge.since()))
                        .isEmpty();
    }
}
