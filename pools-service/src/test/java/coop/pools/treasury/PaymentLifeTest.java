package coop.pools.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.app.BookChecks;
import coop.pools.governance.domain.BodyRef;
import coop.pools.integrations.payments.DisputeFact;
import coop.pools.integrations.payments.DisputeFact.Movement;
import coop.pools.integrations.payments.RefundFact;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.ledger.BookCheck;
import coop.pools.ledger.domain.Accounts;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.StripeEvents;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.PlanShares.Part;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.ContributionState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** The events of one payment's life in many orders and with doubles: one and the same end, through the real stores. */
class PaymentLifeTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final int ORDERS = 10;
    private static final int AUDITED = 4;
    private static final int PAYMENT = 3;

    @EveryDatabase
    void oneShareEndsAlikeWhateverTheOrder(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Map<String, Long> end = theOnlyEnd(house, List.of(1), false);
        assertThat(end)
                .containsEntry(Accounts.CONTRIBUTIONS, 1699L)
                .containsEntry(Accounts.OWED_BY_CONTRIBUTORS, 1699L)
                .containsEntry(Accounts.SHORTFALL, 55L + 2000L);
        assertThat(theOnlyEnd(house, List.of(1), true))
                .containsEntry(Accounts.AVAILABLE, 1699L - 55L)
                .doesNotContainKey(Accounts.SHORTFALL);
    }

    @EveryDatabase
    void threeSharesEndAlikeWhateverTheOrder(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        house.openBuckets.add("garden");
        theOnlyEnd(house, List.of(1, 2, 3), false);
        theOnlyEnd(house, List.of(1, 2, 3), true);
    }

    /** Nobody can know whose payment it is while that has not come; then it shows. */
    @EveryDatabase
    void whatAnotherAccountSaidBeforehandOfAPaymentChangesNothing(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Town town = new Town(house, "foreign");
        Contribution started = town.started(1);
        String payment = "pi_foreign";
        Currency yen = Currency.getInstance("JPY");
        house.db.transactions().inTransaction(() -> {
            house.facts.refund(refund("re_theirs", payment, 2000, EUR, Optional.of("acct_other")));
            house.facts.refund(refund("re_yen", payment, 500, yen, Optional.empty()));
            house.facts.dispute(new DisputeFact(
                    "dp_theirs",
                    payment,
                    2000,
                    EUR,
                    DisputeFact.State.OPEN,
                    "fraudulent",
                    Optional.empty(),
                    List.of(new Movement("txn_theirs", -2000, 2000)),
                    Optional.of("acct_other")));
        });
        long free = house.clock.instant().getEpochSecond();
        house.deliver(StripeEvents.settled("evt_foreign", started.id(), payment, 2000, 55, free));
        house.work();
        assertThat(house.present(started).state()).isEqualTo(ContributionState.AVAILABLE);
        assertThat(town.balances())
                .containsEntry("one " + Accounts.AVAILABLE, 1945L)
                .doesNotContainKey("one " + Accounts.OWED_BY_CONTRIBUTORS);
    }

    private static Map<String, Long> theOnlyEnd(MoneyHouse house, List<Integer> shares, boolean won) {
        Random random = new Random(won ? 5 : 6);
        List<Map<String, Long>> ends = new ArrayList<>();
        for (int round = 0; round < ORDERS; round++) {
            Town town = new Town(house, (won ? "w" : "l") + shares.size() + "-" + round);
            Contribution started = town.started(shares.size());
            List<Runnable> events = events(house, started, town.name, won);
            Consumer<Runnable> happens = round < AUDITED ? town::audited : Runnable::run;
            if (round % 2 == 0) {
                mixed(events, random).forEach(happens);
            } else {
                // What is told of a payment before it is known is kept until it is.
                mixed(events.subList(PAYMENT, events.size()), random).forEach(happens);
                mixed(events.subList(0, PAYMENT), random).forEach(happens);
            }
            house.work();
            ends.add(town.balances());
            assertThat(ends.get(round)).as("order " + round).isEqualTo(ends.get(0));
            assertThat(house.present(started).state())
                    .isEqualTo(won ? ContributionState.PARTLY_REFUNDED : ContributionState.DISPUTED);
            assertThat(house.freezes.isFrozen(town.one.id()))
                    .isEqualTo(ends.get(0).getOrDefault("one " + Accounts.SHORTFALL, 0L) > 0);
        }
        assertThat(house.inbox.setAside(10)).isEmpty();
        Map<String, Long> one = new TreeMap<>();
        ends.get(0).forEach((account, cents) -> one.merge(account.substring(4), cents, Long::sum));
        return one;
    }

    /** In some order, and half of them twice. */
    private static List<Runnable> mixed(List<Runnable> events, Random random) {
        List<Runnable> order = new ArrayList<>(events);
        Collections.shuffle(order, random);
        order.addAll(List.copyOf(order.subList(0, (order.size() + 1) / 2)));
        Collections.shuffle(order, random);
        return order;
    }

    /** The first ones are of the payment itself. */
    private static List<Runnable> events(MoneyHouse house, Contribution started, String tag, boolean won) {
        String payment = "pi_" + tag;
        long free = house.clock.instant().getEpochSecond();
        Function<RefundFact, Runnable> refund =
                fact -> () -> house.db.transactions().inTransaction(() -> house.facts.refund(fact));
        Function<DisputeFact, Runnable> dispute =
                fact -> () -> house.db.transactions().inTransaction(() -> house.facts.dispute(fact));
        Movement taken = new Movement("txn_taken_" + tag, -1699, 2000);
        Movement back = new Movement("txn_back_" + tag, 1699, -2000);
        return new ArrayList<>(List.of(
                () -> house.deliver(StripeEvents.paid("evt_1" + tag, started.id(), payment, 2000, "eur")),
                () -> house.deliver(StripeEvents.paid("evt_2" + tag, started.id(), payment, 2000, "eur")),
                () -> house.deliver(StripeEvents.settled("evt_3" + tag, started.id(), payment, 2000, 55, free)),
                refund.apply(refund("re_1" + tag, payment, 301, RefundFact.State.SUCCEEDED)),
                refund.apply(refund("re_2" + tag, payment, 700, RefundFact.State.PENDING)),
                refund.apply(refund("re_2" + tag, payment, 700, RefundFact.State.FAILED)),
                dispute.apply(dispute("dp_" + tag, payment, DisputeFact.State.OPEN, List.of())),
                dispute.apply(dispute("dp_" + tag, payment, DisputeFact.State.OPEN, List.of(taken))),
                dispute.apply(dispute(
                        "dp_" + tag,
                        payment,
                        won ? DisputeFact.State.WON : DisputeFact.State.LOST,
                        won ? List.of(taken, back) : List.of(taken)))));
    }

    private static RefundFact refund(String id, String payment, long cents, RefundFact.State state) {
        return refund(id, payment, cents, EUR, state, Optional.empty());
    }

    private static RefundFact refund(
            String id, String payment, long minor, Currency currency, Optional<String> account) {
        return refund(id, payment, minor, currency, RefundFact.State.SUCCEEDED, account);
    }

    private static RefundFact refund(
            String id,
            String payment,
            long minor,
            Currency currency,
            RefundFact.State state,
            Optional<String> account) {
        return new RefundFact(
                id,
                payment,
                Optional.empty(),
                minor,
                currency,
                state,
                Optional.of("txn_" + id),
                Optional.empty(),
                account);
    }

    private static DisputeFact dispute(String id, String payment, DisputeFact.State state, List<Movement> movements) {
        return new DisputeFact(
                id, payment, 1699, EUR, state, "fraudulent", Optional.empty(), movements, Optional.empty());
    }

    /** Two Pools that nothing else happens to. */
    private static final class Town {
        final MoneyHouse house;
        final String name;
        final BodyRef one;
        final BodyRef two;

        Town(MoneyHouse house, String name) {
            this.house = house;
            this.name = name;
            this.one = house.anotherPool("one-" + name);
            this.two = house.anotherPool("two-" + name);
        }

        Contribution started(int shares) {
            List<Part> parts = shares == 1
                    ? Part.whole("one-" + name)
                    : List.of(
                            new Part("one-" + name, Optional.empty(), 3333),
                            new Part("one-" + name, Optional.of("garden"), 5000),
                            new Part("two-" + name, Optional.empty(), 1667));
            return house.start.start(
                    Caller.guest("browser"),
                    new StartContribution.Order(
                            house.ids.newId(), Money.of(2000, "EUR"), false, parts, "", Optional.empty()));
        }

        /** The auditor finds nothing after any event of an honest payment. */
        void audited(Runnable event) {
            Map<BodyRef, Long> before = new HashMap<>();
            List.of(one, two).forEach(pool -> before.put(pool, house.ledger.lastSeq(pool.id())));
            event.run();
            before.forEach((pool, last) -> {
                for (BookCheck check : BookChecks.all(house.db.jdbi(), house.db.transactions(), house.clock)) {
                    assertThat(check.wrongWith(pool.id(), 0)).isEmpty();
                    assertThat(check.wrongWith(pool.id(), last)).isEmpty();
                }
            });
        }

        /** What is not empty, with the Pool's name before the account's. */
        Map<String, Long> balances() {
            Map<String, Long> result = new TreeMap<>();
            List.of(Map.entry("one ", one), Map.entry("two ", two)).forEach(pool -> {
                long sum = 0;
                for (var account :
                        house.ledger.accountBalances(pool.getValue().id()).entrySet()) {
                    long cents = account.getValue().minorUnits();
                    sum += Accounts.isDebitNormal(account.getKey()) ? cents : -cents;
                    if (cents != 0) {
                        result.put(pool.getKey() + account.getKey(), cents);
                    }
                    assertThat(cents).as(account.getKey()).isNotNegative();
                }
                assertThat(sum).isZero();
            });
            return result;
        }
    }
}
