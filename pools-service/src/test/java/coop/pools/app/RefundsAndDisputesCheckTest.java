package coop.pools.app;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.integrations.payments.DisputeFact;
import coop.pools.integrations.payments.RefundFact;
import coop.pools.kernel.Caller;
import coop.pools.ledger.AuditBooks;
import coop.pools.ledger.LiftFreeze;
import coop.pools.ledger.VerifyBook;
import coop.pools.ledger.domain.Freeze;
import coop.pools.ledger.sql.SqlAuditStore;
import coop.pools.ledger.sql.SqlHeadStore;
import coop.pools.ledger.sql.SqlLedgerStore;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.StripeEvents;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.domain.Contribution;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

class RefundsAndDisputesCheckTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final String PAYMENT = "pi_1";

    private MoneyHouse house;
    private AuditBooks audit;

    /** A payment with a refund, one that failed, one under way, and a dispute that is lost. */
    private void set(TestDatabase db) {
        house = new MoneyHouse(db);
        house.fill(9000);
        // What the test has put in has no contribution.
        audit = new AuditBooks(
                new VerifyBook(db.transactions(), db.store(SqlLedgerStore.class), db.store(SqlHeadStore.class)),
                db.store(SqlAuditStore.class),
                BookChecks.all(db.jdbi(), db.transactions(), house.clock).stream()
                        .filter(check -> !(check instanceof SqlContributionsCheck))
                        .toList(),
                house.freezes,
                house.clock);
        Contribution given = house.start.start(Caller.guest("browser"), house.guestOrder(2000));
        long free = house.clock.instant().getEpochSecond();
        house.deliver(StripeEvents.settled("evt_1", given.id(), PAYMENT, 2000, 55, free));
        refund("re_1", 300, RefundFact.State.SUCCEEDED);
        refund("re_2", 200, RefundFact.State.SUCCEEDED);
        refund("re_2", 200, RefundFact.State.FAILED);
        refund("re_3", 100, RefundFact.State.PENDING);
        dispute("dp_1", DisputeFact.State.OPEN, 700);
        dispute("dp_1", DisputeFact.State.LOST, 700);
        dispute("dp_2", DisputeFact.State.OPEN, 400);
        house.work();
    }

    @EveryDatabase
    void aTamperedOrMissingRowOfARefundOrDisputeStopsPayoutsAndAnHonestOneDoesNot(TestDatabase db) {
        set(db);
        audited();
        assertThat(house.freezes.of(house.pool.id())).isEmpty();
        for (String[] tampering : new String[][] {
            {
                "update card_refund set amount = amount + 1 where processor_id = 're_1'",
                "update card_refund set amount = amount - 1 where processor_id = 're_1'",
                "does not stand in the book"
            },
            {
                "update card_refund set booked = 'refunded' where processor_id = 're_2'",
                "update card_refund set booked = 'returned' where processor_id = 're_2'",
                "does not stand in the book"
            },
            {
                "update card_refund set booked = 'nothing' where processor_id = 're_3'",
                "update card_refund set booked = 'refunded' where processor_id = 're_3'",
                "does not stand in the book"
            },
            {
                "update card_refund set payment_id = 'pi_2' where processor_id = 're_1'",
                "update card_refund set payment_id = 'pi_1' where processor_id = 're_1'",
                "does not exist"
            },
            {
                "update card_dispute_movement set amount = amount - 1 where dispute_id = 'dp_2'",
                "update card_dispute_movement set amount = amount + 1 where dispute_id = 'dp_2'",
                "is booked otherwise"
            },
            {
                "update card_dispute_movement set fee = fee + 1 where dispute_id = 'dp_1'",
                "update card_dispute_movement set fee = fee - 1 where dispute_id = 'dp_1'",
                "is booked otherwise"
            },
            {
                "update card_dispute set loss_booked = false where id = 'dp_1'",
                "update card_dispute set loss_booked = true where id = 'dp_1'",
                "is booked otherwise"
            },
            {
                "update card_dispute set payment_id = 'pi_2'",
                "update card_dispute set payment_id = 'pi_1'",
                "entries about disputes that are not known"
            },
        }) {
            tamper(db, tampering[0]);
            audited();
            assertThat(house.freezes.of(house.pool.id()))
                    .as(tampering[0])
                    .extracting(Freeze::reason)
                    .containsExactly(Freeze.Reason.AUDIT);
            assertThat(house.freezes.of(house.pool.id()).get(0).detail()).contains(tampering[2]);
            tamper(db, tampering[1]);
            assertThat(new LiftFreeze(audit, house.freezes).lift(house.pool.id()))
                    .isEmpty();
        }
    }

    /** A refund that has come back may be told after the one in its place. */
    @EveryDatabase
    void moreThanWasChargedDoesNotGoBackForLong(TestDatabase db) {
        set(db);
        SqlRefundsCheck check = new SqlRefundsCheck(db.jdbi(), house.clock);
        refund("re_5", 1800, RefundFact.State.SUCCEEDED);
        house.clock.advance(Duration.ofDays(2));
        assertThat(check.wrongWith(house.pool.id(), 0)).isEmpty();
        house.clock.advance(Duration.ofDays(2));
        assertThat(check.wrongWith(house.pool.id(), 0).orElseThrow()).contains("more went back than was charged");
        refund("re_1", 300, RefundFact.State.FAILED);
        assertThat(check.wrongWith(house.pool.id(), 0)).isEmpty();
    }

    /** What was added since is looked at within minutes, not only once a day. */
    @EveryDatabase
    void aFreshRefundOrDisputeIsLookedAtSoon(TestDatabase db) {
        set(db);
        var checks = BookChecks.all(db.jdbi(), db.transactions(), house.clock);
        long last = house.ledger.lastSeq(house.pool.id());
        refund("re_4", 50, RefundFact.State.SUCCEEDED);
        tamper(db, "update card_refund set amount = 51 where processor_id = 're_4'");
        assertThat(checks)
                .anyMatch(check -> check.wrongWith(house.pool.id(), last).isPresent());
        tamper(db, "update card_refund set amount = 50 where processor_id = 're_4'");
        assertThat(checks)
                .allMatch(check -> check.wrongWith(house.pool.id(), last).isEmpty());
        long later = house.ledger.lastSeq(house.pool.id());
        dispute("dp_3", DisputeFact.State.OPEN, 90);
        tamper(db, "update card_dispute_movement set amount = -91 where dispute_id = 'dp_3'");
        assertThat(checks)
                .anyMatch(check -> check.wrongWith(house.pool.id(), later).isPresent());
    }

    private void audited() {
        house.clock.advance(Duration.ofHours(25));
        audit.run(10);
    }

    private static void tamper(TestDatabase db, String sql) {
        db.jdbi().useHandle(handle -> assertThat(handle.execute(sql)).isPositive());
    }

    private void refund(String id, long cents, RefundFact.State state) {
        RefundFact fact = new RefundFact(
                id,
                PAYMENT,
                Optional.empty(),
                cents,
                EUR,
                state,
                Optional.of("txn_" + id),
                Optional.empty(),
                Optional.empty());
        house.db.transactions().inTransaction(() -> house.facts.refund(fact));
    }

    private void dispute(String id, DisputeFact.State state, long cents) {
        DisputeFact fact = new DisputeFact(
                id,
                PAYMENT,
                cents,
                EUR,
                state,
                "fraudulent",
                Optional.empty(),
                List.of(new DisputeFact.Movement("txn_" + id, -cents, 15)),
                Optional.empty());
        house.db.transactions().inTransaction(() -> house.facts.dispute(fact));
    }
}
