package coop.pools.demo;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.demo.sql.SqlSandboxState;
import coop.pools.integrations.payments.BalanceTransaction;
import coop.pools.integrations.payments.DisputeFact;
import coop.pools.integrations.payments.Page;
import coop.pools.integrations.payments.PayeeRequest;
import coop.pools.integrations.payments.TransferRequest;
import coop.pools.integrations.payments.sandbox.SandboxState;
import coop.pools.integrations.payments.sandbox.SandboxState.Entry;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.TestDatabase;
import coop.pools.treasury.domain.Contribution;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

class PlayDueSandboxTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final String SOLD = "tr_sandbox_p-1";

    @EveryDatabase
    void whatTheSandboxPutOffIsDeliveredOnceByWhicheverNodeComesFirst(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        PlayDueSandbox play = new PlayDueSandbox(house.sandbox, new DeliverEvents(house.webhook));
        house.sandbox.createPayee(new PayeeRequest("y-1", "Bounce Ltd", Optional.empty(), "DE", EUR));
        house.sandbox.completeOnboarding("acct_sandbox_y-1");
        house.sandbox.sendTransfer(new TransferRequest("p-1", "acct_sandbox_y-1", 900, EUR, "pool_7"));

        assertThat(play.run(10)).isEqualTo(1);
        assertThat(play.run(10)).isZero();
        house.clock.advance(Duration.ofDays(2));
        assertThat(play.run(10)).isEqualTo(1);
        assertThat(play.run(10)).isZero();

        assertThat(told(db, SOLD)).containsExactlyInAnyOrder("transfer.created", "transfer.reversed");
    }

    @EveryDatabase
    void directDebitArrivesDaysLater(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        PlayDueSandbox play = new PlayDueSandbox(house.sandbox, new DeliverEvents(house.webhook));
        Contribution started = house.started(2500);
        house.sandbox
                .pay(started.page().orElseThrow().id(), "DE89370400440532013000")
                .events()
                .forEach(house::deliver);
        play.run(10);
        assertThat(house.present(started).state().word()).isEqualTo("pending");
        house.clock.advance(Duration.ofDays(3));
        assertThat(play.run(10)).isEqualTo(1);
        house.work();
        assertThat(house.present(started).payment()).isPresent();
        assertThat(house.present(started).state().word()).isNotEqualTo("pending");
    }

    @EveryDatabase
    void listsGoFromTheNewestBackToTheGivenMoment(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        Instant begin = house.clock.instant();
        for (int n = 0; n < 3; n++) {
            house.clock.advance(Duration.ofHours(1));
            Contribution started = house.started(2500);
            house.pay(started).forEach(house::deliver);
        }
        String payment = house.sandbox
                .listBalanceTransactions(begin, Optional.empty(), Optional.empty())
                .items()
                .get(0)
                .paymentId()
                .orElseThrow();
        house.sandbox.dispute(payment, DisputeFact.State.OPEN);

        Page<BalanceTransaction> all = house.sandbox.listBalanceTransactions(begin, Optional.empty(), Optional.empty());
        assertThat(all.items())
                .hasSize(4)
                .isSortedAccordingTo((one, other) -> other.createdAt().compareTo(one.createdAt()));
        assertThat(house.sandbox
                        .listBalanceTransactions(begin.plus(Duration.ofHours(3)), Optional.empty(), Optional.empty())
                        .items())
                .hasSize(2);
    }

    @EveryDatabase
    void stateIsReadInTheOrderOfItsKeys(TestDatabase db) {
        SandboxState state = db.store(SqlSandboxState.class);
        for (String key : List.of("due000000000002x", "due000000000001y_a", "due000000000001y_b", "dud", "dueX")) {
            state.add(key, key);
        }
        assertThat(state.first("due", "due000000000002", 10))
                .extracting(Entry::name)
                .containsExactly("due000000000001y_a", "due000000000001y_b");
        assertThat(state.last("due000000000001", "due000000000003", 2))
                .extracting(Entry::name)
                .containsExactly("due000000000002x", "due000000000001y_b");
        state.remove("due000000000002x");
        state.remove("due000000000002x");
        assertThat(state.read("due000000000002x")).isEmpty();
    }

    private static List<String> told(TestDatabase db, String about) {
        return db.jdbi()
                .withHandle(handle -> handle.createQuery("select type from payment_event where event_id like :about")
                        .bind("about", "%" + about + "%")
                        .mapTo(String.class)
                        .list());
    }
}
