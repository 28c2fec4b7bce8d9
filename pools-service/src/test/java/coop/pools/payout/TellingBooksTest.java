package coop.pools.payout;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import coop.pools.kernel.Notices.Notice;
import coop.pools.ledger.domain.Accounts;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.TestDatabase;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

class TellingBooksTest {
    private static final UUID AUTHOR = new UUID(0, 7);

    private final List<UUID> people = new ArrayList<>();
    private final List<UUID> carers = new ArrayList<>();
    private final List<UUID> ids = new ArrayList<>();
    private final List<Notice> told = new ArrayList<>();

    @EveryDatabase
    void whoIsConcernedIsToldThatItWasNotPaidAndTheMoneyIsFree(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        Payee payee = PayingOutTest.ready(house);
        Payout payout = PayingOutTest.order(house, payee, 4000);
        db.transactions().inTransaction(() -> books(house).release(payout));
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(10_000);
        assertThat(told).extracting(Notice::kind).containsOnly("PAYOUT_FAILED");
        assertThat(people).containsExactly(payee.createdBy(), AUTHOR);
        assertThat(told.get(0).facts()).containsEntry("amount", Money.of(4000, "EUR"));
    }

    @EveryDatabase
    void whoCaresForItIsToldOfWhatWentWrongAlone(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        carers.add(new UUID(0, 8));
        Payee payee = PayingOutTest.ready(house);
        Payout first = PayingOutTest.order(house, payee, 4000);
        Payout second = PayingOutTest.order(house, payee, 3000);
        db.transactions().inTransaction(() -> books(house).release(first));
        assertThat(people).containsExactly(payee.createdBy(), AUTHOR, new UUID(0, 8));
        people.clear();
        db.transactions().inTransaction(() -> books(house).paid(second));
        assertThat(people).containsExactly(payee.createdBy(), AUTHOR);
    }

    @EveryDatabase
    void whatComesBackIsToldEachTimeMoreDoesButOnceForEach(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        Payout ordered = PayingOutTest.order(house, PayingOutTest.ready(house), 4000);
        house.work();
        Payout paid = PayingOutTest.present(house, ordered);
        for (long cents : List.of(1000L, 1000L, 4000L)) {
            Money total = Money.of(cents, "EUR");
            db.transactions().inTransaction(() -> books(house).reverse(paid, total));
        }
        assertThat(house.cents(Accounts.AVAILABLE)).isEqualTo(10_000);
        assertThat(told).extracting(Notice::kind).containsOnly("PAYOUT_CAME_BACK");
        assertThat(ids.stream().distinct()).as("two people, two sums").hasSize(4);
    }

    @EveryDatabase
    void thatItIsPaidIsToldTogetherWithTheBooks(TestDatabase db) {
        MoneyHouse house = PayingOutTest.filled(db);
        Payout payout = PayingOutTest.order(house, PayingOutTest.ready(house), 4000);
        db.transactions().inTransaction(() -> books(house).paid(payout));
        assertThat(house.cents(Accounts.PAYOUTS)).isEqualTo(4000);
        assertThat(told).extracting(Notice::kind).containsOnly("PAYOUT_PAID");
    }

    private TellingBooks books(MoneyHouse house) {
        Votes votes = new Votes() {
            @Override
            public Optional<Instant> openedAt(UUID proposal) {
                return Optional.empty();
            }

            @Override
            public Optional<UUID> author(UUID proposal) {
                return Optional.of(AUTHOR);
            }

            @Override
            public List<UUID> carers(BodyRef body) {
                return carers;
            }

            @Override
            public List<UUID> people(UUID proposal) {
                throw new IllegalStateException("whoever voted is counted for nothing");
            }
        };
        return new TellingBooks(house.books, house.payees, votes, (id, person, notice) -> {
            ids.add(id);
            people.add(person);
            told.add(notice);
        });
    }
}
