package coop.pools.testing;

import coop.pools.platform.db.DatabaseUrl;
import coop.pools.platform.db.Durability;
import coop.pools.platform.db.JdbiTransactions;
import coop.pools.platform.db.Migrations;
import coop.pools.platform.db.PoolsJdbi;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.h2.tools.RunScript;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Makes an empty, migrated H2 and an empty, migrated PostgreSQL for each test that asks for them. */
public final class TestDatabases implements ArgumentsProvider {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static String script = "";

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return Stream.of(Arguments.of(h2()), Arguments.of(postgresql()));
    }

    /** An H2 database in memory, written after a migrated one: ten times faster than to migrate it. */
    public static TestDatabase h2() {
        DatabaseUrl url =
                DatabaseUrl.of("jdbc:h2:mem:test" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000");
        DataSource dataSource = pool(url.jdbc(), "sa", "");
        try (Connection connection = dataSource.getConnection()) {
            RunScript.execute(connection, new StringReader(migrated()));
        } catch (SQLException e) {
            throw new IllegalStateException("no database to test on", e);
        }
        return database("H2", url.jdbc(), "sa", "", dataSource, "shutdown immediately");
    }

    /** A migrated H2 database as SQL. */
    private static synchronized String migrated() throws SQLException {
        if (script.isEmpty()) {
            DatabaseUrl url = DatabaseUrl.of("jdbc:h2:mem:migrated;DB_CLOSE_DELAY=-1");
            new Migrations(pool(url.jdbc(), "sa", ""), url).run();
            try (Connection connection = DriverManager.getConnection(url.jdbc(), "sa", "");
                    Statement statement = connection.createStatement();
                    ResultSet line = statement.executeQuery("script")) {
                StringBuilder lines = new StringBuilder();
                while (line.next()) {
                    lines.append(line.getString(1)).append('\n');
                }
                script = lines.toString();
            }
        }
        return script;
    }

    /** A database of its own on the suite's PostgreSQL server, copied from a migrated one. */
    public static TestDatabase postgresql() {
        PostgresServer server = PostgresServer.shared();
        String url = server.newDatabase("test" + COUNT.incrementAndGet());
        DataSource dataSource = pool(url, server.user(), server.password());
        return database("PostgreSQL", url, server.user(), server.password(), dataSource, "");
    }

    static TestDatabase sameDatabase(TestDatabase db) {
        DataSource dataSource = pool(db.url(), db.user(), db.password());
        return database(db.engine(), db.url(), db.user(), db.password(), dataSource, "");
    }

    private static TestDatabase database(
            String engine, String url, String user, String password, DataSource source, String atTheEnd) {
        Jdbi jdbi = PoolsJdbi.configure(Jdbi.create(source));
        JdbiTransactions transactions = new JdbiTransactions(jdbi, Durability.byCommit());
        return new TestDatabase(engine, url, user, password, jdbi, transactions, () -> end(source, atTheEnd));
    }

    /** Gives its memory and its connections back. */
    private static void end(DataSource source, String sql) {
        if (!sql.isEmpty()) {
            try (Connection connection = source.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        source.close(true);
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
