package coop.pools.testing;

import coop.pools.platform.db.Durability;
import coop.pools.platform.db.JdbiTransactions;
import coop.pools.platform.db.PoolsJdbi;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Finds an empty, migrated H2 and an empty, migrated PostgreSQL for each test that asks for them. */
public final class TestDatabases implements ArgumentsProvider {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final MemoryDatabases H2 = new MemoryDatabases();

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return Stream.of(Arguments.of(h2()), Arguments.of(postgresql()));
    }

    /** An H2 database in memory. */
    public static TestDatabase h2() {
        String url = H2.take();
        DataSource dataSource = pool(url, "sa", "");
        return database("H2", url, "sa", "", dataSource, () -> {
            dataSource.close(true);
            H2.giveBack(url);
        });
    }

    /** A database of its own on the suite's PostgreSQL server. */
    public static TestDatabase postgresql() {
        PostgresServer server = PostgresServer.shared();
        String url = server.database("test" + COUNT.incrementAndGet());
        DataSource dataSource = pool(url, server.user(), server.password());
        return database("PostgreSQL", url, server.user(), server.password(), dataSource, () -> {
            dataSource.close(true);
            server.giveBack(url);
        });
    }

    static TestDatabase sameDatabase(TestDatabase db) {
        DataSource dataSource = pool(db.url(), db.user(), db.password());
        return database(db.engine(), db.url(), db.user(), db.password(), dataSource, () -> dataSource.close(true));
    }

    private static TestDatabase database(
            String engine, String url, String user, String password, DataSource source, Runnable atTheEnd) {
        Jdbi jdbi = PoolsJdbi.configure(Jdbi.create(source));
        JdbiTransactions transactions = new JdbiTransactions(jdbi, Durability.byCommit());
        return new TestDatabase(engine, url, user, password, jdbi, transactions, atTheEnd);
    }

    static DataSource pool(String url, String user, String password) {
        PoolProperties properties = new PoolProperties();
        properties.setDriverClassName(url.startsWith("jdbc:h2:") ? "org.h2.Driver" : "org.postgresql.Driver");
        properties.setUrl(url);
        properties.setUsername(user);
        properties.setPassword(password);
        properties.setInitialSize(0);
        properties.setMinIdle(0);
        properties.setMaxIdle(4);
        properties.setMaxActive(24);
        properties.setMinEvictableIdleTimeMillis(2000);
        properties.setTimeBetweenEvictionRunsMillis(1000);
        return new DataSource(properties);
    }
}
