package coop.pools.notify;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.identity.domain.Person;
import coop.pools.identity.sql.SqlIdentityStore;
import coop.pools.kernel.Caller;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.notify.sql.SqlAddressStore;
import coop.pools.notify.sql.SqlMailStore;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestClock;
import coop.pools.testing.TestDatabase;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Nobody can be pestered by confirmations of an address that others give. */
class ConfirmationsTest {
    private static final String VICTIM = "victim@example.org";

    private final TestClock clock = new TestClock();
    private final IdSource ids = new IdSource(clock, new SecureRandom());

    @EveryDatabase
    void anAddressGetsFewADayHoweverManyAskAtOnceOrOneAfterTheOther(TestDatabase db) throws Exception {
        GiveAddress give = new GiveAddress(desk(db));
        List<Callable<Boolean>> asking = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Caller caller = person(db);
            String spelled = i % 2 == 0 ? VICTIM : "VICTIM@example.org";
            asking.add(() -> given(give, caller, spelled));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        int given = 0;
        for (Future<Boolean> done : threads.invokeAll(asking)) {
            given += done.get() ? 1 : 0;
        }
        threads.shutdown();
        assertThat(given).isEqualTo(GiveAddress.MOST_OF_ADDRESS);
        clock.advance(Duration.ofHours(25));
        for (int i = 0; i < GiveAddress.MOST_OF_ADDRESS; i++) {
            Caller caller = person(db);
            assertThat(given(give, caller, VICTIM)).isTrue();
            assertThat(given(give, caller, "own" + i + "@example.org")).isTrue();
        }
        assertThat(given(give, person(db), VICTIM))
                .as("nobody has the address now, and enough have had it today")
                .isFalse();
    }

    private static boolean given(GiveAddress give, Caller caller, String address) {
        try {
            give.give(caller, address);
            return true;
        } catch (Refused tooMany) {
            assertThat(tooMany.code()).isEqualTo(NotifyRefusal.TOO_MANY_CONFIRMATIONS);
            return false;
        }
    }

    private MailDesk desk(TestDatabase db) {
        AddressStore addresses = db.store(SqlAddressStore.class);
        MailStore mail = db.store(SqlMailStore.class);
        QueueMail queue = new QueueMail(addresses, mail, ids);
        return new MailDesk(db.transactions(), addresses, mail, Optional.of(queue), person -> List.of(), clock);
    }

    private Caller person(TestDatabase db) {
        Person person = new Person(ids.newId(), "Sock", clock.instant());
        db.transactions().inTransaction(() -> db.store(SqlIdentityStore.class).insertPerson(person));
        return Caller.of(person.id());
    }
}
