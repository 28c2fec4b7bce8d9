package coop.pools.commons;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.commons.PublishSchedule.Outcome;
import coop.pools.commons.domain.Schedule;
import coop.pools.commons.domain.ShareTerms;
import coop.pools.commons.sql.SqlCommonsStore;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestClock;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.Assertions;

/** What the operator publishes once stays, whatever the configuration says later. */
class PublishScheduleTest {
    @EveryDatabase
    void theConfigurationCannotLowerWhatIsPublished(TestDatabase db) {
        TestClock clock = new TestClock();
        CommonsStore store = db.store(SqlCommonsStore.class);
        PublishSchedule publish = new PublishSchedule(db.transactions(), store, clock);
        ShareTerms first = new ShareTerms(1_000, 1_000, 5_000);
        assertThat(publish.publish(first)).isEqualTo(Outcome.PUBLISHED);
        clock.advance(Duration.ofDays(10));
        assertThat(publish.publish(first)).isEqualTo(Outcome.AS_PUBLISHED);
        assertThat(publish.publish(new ShareTerms(900, 1_000, 5_000))).isEqualTo(Outcome.LOWER_IGNORED);
        assertThat(publish.publish(new ShareTerms(1_000, 999, 5_000))).isEqualTo(Outcome.LOWER_IGNORED);
        assertThat(publish.publish(new ShareTerms(1_000, 1_000, 4_000))).isEqualTo(Outcome.LOWER_IGNORED);
        assertThat(publish.publish(new ShareTerms(9_000, 0, 9_000))).isEqualTo(Outcome.OTHER_IGNORED);
        assertThat(store.stretches())
                .singleElement()
                .satisfies(only -> assertThat(only.terms()).isEqualTo(first));
        assertThat(new Schedule(store.stretches()).at(clock.instant().plus(Duration.ofDays(366))))
                .isEqualTo(2_000);
        Assertions.assertThrows(
                UnableToExecuteStatementException.class,
                () -> db.jdbi().useHandle(handle -> handle.execute("update commons_share set basis_points = 1")));
    }
}
