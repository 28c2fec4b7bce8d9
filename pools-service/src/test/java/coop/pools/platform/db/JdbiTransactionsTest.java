package coop.pools.platform.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

class JdbiTransactionsTest {
    private final AtomicInteger done = new AtomicInteger();

    @OneDatabase
    void whatIsCommittedIsNotDoneAgainWhenItCannotBeSynced(TestDatabase db) {
        Durability noDisk = () -> {
            throw new IllegalStateException(new SQLException("the disk takes long", "HYT00"));
        };
        try (JdbiTransactions transactions = new JdbiTransactions(db.jdbi(), noDisk)) {
            assertThatThrownBy(() -> transactions.inTransaction(done::incrementAndGet))
                    .hasStackTraceContaining("the disk takes long");
        }
        assertThat(done).hasValue(1);
    }

    @OneDatabase
    void whatFailsAfterACommitKeepsNothingElseFromBeingDone(TestDatabase db) {
        boolean answer = db.transactions().inTransaction(() -> {
            db.transactions().afterCommit(() -> {
                throw new IllegalStateException("nobody is awake");
            });
            db.transactions().afterCommit(done::incrementAndGet);
            return true;
        });
        assertThat(answer).isTrue();
        assertThat(done).hasValue(1);
    }
}
