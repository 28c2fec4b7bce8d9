package coop.pools.testing;

import coop.pools.kernel.Transactions;
import coop.pools.platform.db.JdbiTransactions;
import org.jdbi.v3.core.Jdbi;

/** A fresh, migrated database for one test. Its text form is the engine's name, for the test report. */
public record TestDatabase(
        String engine,
        String url,
        String user,
        String password,
        Jdbi jdbi,
        JdbiTransactions jdbiTransactions,
        Runnable atTheEnd)
        implements AutoCloseable {
    public Transactions transactions() {
        return jdbiTransactions;
    }

    public <S> S store(Class<S> sqlObject) {
        return jdbiTransactions.store(sqlObject);
    }

    /** The same database as another node sees it: with a pool of connections and a writer of its own. */
    public TestDatabase anotherNode() {
        return TestDatabases.sameDatabase(this);
    }

    @Override
    public void close() {
        jdbiTransactions.close();
        atTheEnd.run();
    }

    @Override
    public String toString() {
        return engine;
    }
}
