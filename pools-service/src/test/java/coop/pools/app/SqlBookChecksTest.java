package coop.pools.app;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import coop.pools.payout.InvitePayee;
import coop.pools.payout.domain.Payee;
import coop.pools.payout.domain.Payout;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.MoneyHouse;
import coop.pools.testing.TestDatabase;
import java.util.Optional;
import java.util.UUID;

class SqlBookChecksTest {
    @EveryDatabase
    void contributionsFitToTheBookUntilOneIsChanged(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        house.pay(house.started(2500)).forEach(house::deliver);
        house.work();
        UUID pool = house.pool.id();
        SqlContributionsCheck check = new SqlContributionsCheck(db.jdbi());
        assertThat(check.wrongWith(pool, 0)).isEmpty();
        assertThat(check.wrongWith(pool, 1)).isEmpty();
        db.jdbi().useHandle(handle -> handle.execute("update contribution_share set amount = amount + 1"));
        assertThat(check.wrongWith(pool, 0).orElseThrow()).contains("entry 1 books a contribution");
        db.jdbi().useHandle(handle -> handle.execute("update contribution_share set amount = amount - 1"));
        UUID other = house.started(700).id();
        assertThat(check.wrongWith(pool, 0)).isEmpty();
        db.jdbi()
                .useHandle(handle -> handle.createUpdate("update contribution set state = 'paid' where id = :id")
                        .bind("id", other)
                        .execute());
        assertThat(check.wrongWith(pool, 0)).contains("contribution " + other + " was paid and is not booked");
        assertThat(check.wrongWith(pool, 1)).as("left to the daily audit").isEmpty();
    }

    @EveryDatabase
    void payoutsFitToTheBookInEveryStateUntilOneIsChanged(TestDatabase db) {
        MoneyHouse house = new MoneyHouse(db);
        house.fill(10_000);
        UUID pool = house.pool.id();
        SqlPayoutsCheck check = new SqlPayoutsCheck(db.jdbi());
        Payee payee = ready(house);
        Payout payout = house.order.order(
                house.pool, house.ids.newId(), new Action.Pay(payee.id(), Money.of(4000, "EUR"), "Room for May"));
        assertThat(check.wrongWith(pool, 0)).isEmpty();
        house.work();
        assertThat(check.wrongWith(pool, 0)).isEmpty();
        assertThat(check.wrongWith(pool, 1)).isEmpty();
        for (String state : new String[] {"failed", "reserved"}) {
            db.jdbi()
                    .useHandle(handle -> handle.createUpdate("update payout set state = :state")
                            .bind("state", state)
                            .execute());
            assertThat(check.wrongWith(pool, 0))
                    .contains("payout " + payout.id() + " does not stand in the book as its state says");
        }
        db.jdbi().useHandle(handle -> handle.execute("delete from payout"));
        assertThat(check.wrongWith(pool, 0).orElseThrow()).contains("about a payout that does not exist");
    }

    private static Payee ready(MoneyHouse house) {
        InvitePayee.Invited invited = house.invite.invite(
                house.member("Ana"),
                new InvitePayee.Invitation(
                        house.ids.newId(), BodyRef.Kind.POOL, "sunday-readers", "Chi Nwosu", Optional.empty()));
        UUID payee = invited.payee().id();
        house.onboard.begin(payee, invited.onboardingUrl().split("token=")[1], Optional.of("DE"));
        String account = house.payees.find(payee).orElseThrow().accountId().orElseThrow();
        house.sandbox.completeOnboarding(account).forEach(house::deliver);
        return house.refresh.present(payee);
    }
}
