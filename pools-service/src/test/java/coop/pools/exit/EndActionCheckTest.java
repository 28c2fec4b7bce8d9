package coop.pools.exit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.exit.domain.PoolEnd;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Money;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EndActionCheckTest {
    private static final UUID POOL = new UUID(1, 1);
    private static final UUID OTHER = new UUID(2, 2);

    private final EndActionCheck check = new EndActionCheck(everyPoolIsEnding(), null, pool -> true);

    @Test
    void leavingCanNeverBeForbidden() {
        for (Action leaving : new Action[] {new Action.LeaveFlood(OTHER), new Action.EndPledge(OTHER)}) {
            assertThatCode(() -> check.check(BodyRef.pool(POOL), leaving)).doesNotThrowAnyException();
        }
    }

    @Test
    void anEndingPoolBeginsNothing() {
        Money one = Money.of(1, "EUR");
        for (Action begun : new Action[] {
            new Action.JoinFlood(OTHER),
            new Action.FundFlood(OTHER, one),
            new Action.Pledge(OTHER, one, 0, Optional.empty())
        }) {
            assertThatThrownBy(() -> check.check(BodyRef.pool(POOL), begun)).hasMessage("POOL_IS_ENDING");
        }
    }

    private static PoolEndStore everyPoolIsEnding() {
        PoolEnd end = new PoolEnd(POOL, OTHER, Optional.empty(), Instant.EPOCH, 0, Optional.empty());
        return (PoolEndStore) Proxy.newProxyInstance(
                PoolEndStore.class.getClassLoader(),
                new Class<?>[] {PoolEndStore.class},
                (store, method, given) -> Optional.of(end));
    }
}
