package coop.pools.stress;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.integrations.payments.EventSecrets;
import coop.pools.integrations.payments.FeeTable;
import coop.pools.integrations.payments.stripe.StripePaymentProcessor;
import coop.pools.integrations.payments.stripe.StripeSettings;
import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import coop.pools.payout.InvitePayee;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import coop.pools.payout.domain.PayoutState;
import coop.pools.testing.FaultyStripe;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.TestClock;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Orders many payouts and has two nodes send them through a processor that drops answers, fails and dawdles, until all
 * have ended; then compares what the processor has with what the books say.
 */
public final class ManyPayouts {
    private static final long MINOR = 700;

    /** Days of the application's clock; far more than any payout needs. */
    private static final int MOST_DAYS = 60;

    private ManyPayouts() {}

    /**
     * What came out.
     *
     * @param paid payouts that ended as paid
     * @param withOneTransfer payouts that have exactly one transfer at the processor
     * @param transfers all that the processor made
     * @param reservedMinor what is still set aside in the book
     * @param paidMinor what the book says was paid out
     * @param sentMinor what the processor says was sent
     * @param troubles how many requests something went wrong with
     */
    public record Outcome(
            int ordered,
            int paid,
            long withOneTransfer,
            int transfers,
            long reservedMinor,
            long paidMinor,
            long sentMinor,
            int troubles) {
        /** Every payout paid once, and both sides agree to the cent. */
        public boolean isExact() {
            return paid == ordered
                    && withOneTransfer == ordered
                    && transfers == ordered
                    && reservedMinor == 0
                    && paidMinor == sentMinor
                    && paidMinor == ordered * MINOR;
        }
    }

    public static Outcome run(TestDatabase db, int count, long seed) throws Exception {
        TestClock clock = new TestClock();
        try (FaultyStripe stripe = new FaultyStripe(clock, seed);
                TestDatabase second = db.anotherNode()) {
            MoneyHouse house = new MoneyHouse(db, clock, processor(stripe, clock));
            List<Payout> payouts = ordered(house, count);
            stripe.trouble();
            List<MoneyHouse> nodes = List.of(house, house.onAnotherNode(second));
            for (int day = 0; day < MOST_DAYS && !haveEnded(house, payouts); day++) {
                workADay(nodes, clock);
            }
            return outcome(house, stripe, payouts);
        }
    }

    private static void workADay(List<MoneyHouse> nodes, TestClock clock) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
        try {
            for (int step = 0; step < 6; step++) {
                List<Future<?>> working = new ArrayList<>();
                nodes.forEach(node -> working.add(threads.submit(() -> sendAll(node))));
                for (Future<?> one : working) {
                    one.get(10, TimeUnit.MINUTES);
                }
                clock.advance(Duration.ofHours(4).plusMinutes(30));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static void sendAll(MoneyHouse node) {
        int done;
        do {
            done = node.send.run(100);
        } while (done > 0);
    }

    private static List<Payout> ordered(MoneyHouse house, int count) {
        InvitePayee.Invitation invitation = new InvitePayee.Invitation(
                house.ids.newId(), BodyRef.Kind.POOL, "sunday-readers", "Printer", Optional.empty());
        Payee payee = house.onboard.withAccount(
                house.invite.invite(house.member("Ana"), invitation).payee(), Optional.of("DE"));
        house.refresh.present(payee.id());
        house.fill(count * MINOR);
        List<Payout> payouts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Action.Pay pay = new Action.Pay(payee.id(), Money.of(MINOR, "EUR"), "Flyer " + i);
            payouts.add(house.order.order(house.pool, house.ids.newId(), pay));
        }
        return payouts;
    }

    private static boolean haveEnded(MoneyHouse house, List<Payout> payouts) {
        return payouts.stream()
                .map(payout -> house.payouts.find(payout.id()).orElseThrow().state())
                .noneMatch(state -> state == PayoutState.RESERVED || state == PayoutState.SENT);
    }

    private static Outcome outcome(MoneyHouse house, FaultyStripe stripe, List<Payout> payouts) {
        Map<String, Integer> made = stripe.transfersByPayout();
        return new Outcome(
                payouts.size(),
                (int) payouts.stream()
                        .map(payout -> house.payouts.find(payout.id()).orElseThrow())
                        .filter(payout -> payout.state() == PayoutState.PAID)
                        .count(),
                payouts.stream()
                        .filter(payout -> made.getOrDefault(payout.id().toString(), 0) == 1)
                        .count(),
                made.values().stream().mapToInt(Integer::intValue).sum(),
                house.cents(Accounts.RESERVED),
                house.cents(Accounts.PAYOUTS),
                stripe.sum(),
                stripe.troubles());
    }

    private static StripePaymentProcessor processor(FaultyStripe stripe, TestClock clock) {
        StripeSettings settings = new StripeSettings(
                "sk_test_stand_in",
                Optional.of(stripe.address().toString()),
                Duration.ofSeconds(2),
                Duration.ofSeconds(2),
                0,
                new EventSecrets(List.of("whsec_a"), List.of("whsec_b")),
                FeeTable.defaults());
        return new StripePaymentProcessor(settings, clock);
    }
}
