package coop.pools.testing;

import coop.pools.platform.db.DatabaseUrl;
import coop.pools.platform.db.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.apache.tomcat.jdbc.pool.DataSource;

/**
 * The suite's PostgreSQL: started once from a Maven artifact, as root too, or the one that {@code POOLS_TEST_PG_URL}
 * names (a server address ending in a slash, with {@code POOLS_TEST_PG_USER} and {@code POOLS_TEST_PG_PASSWORD}).
 */
public final class PostgresServer {
    /** Several processes of tests may share one server. */
    private static final String OURS = "pools_" + ProcessHandle.current().pid() + "_";

    private static final String TEMPLATE = OURS + "template";

    /**
     * Hundreds of databases are made, live for a second and are thrown away with the server: nothing of them has to
     * survive it, and tidying them up each minute would take more time than all the tests.
     */
    private static final Map<String, String> CONFIG = Map.of(
            "fsync", "off",
            "synchronous_commit", "off",
            "full_page_writes", "off",
            "wal_level", "minimal",
            "max_wal_senders", "0",
            "max_wal_size", "4GB",
            "checkpoint_timeout", "1h",
            "autovacuum_naptime", "10min",
            "max_connections", "300");

    private final String baseUrl;
    private final String user;
    private final String password;
    private final EmptiedDatabases emptied;

    /** On a given server nothing is used again, so that what the tests wrote can be looked at. */
    private final boolean given;

    private PostgresServer(String baseUrl, String user, String password, boolean given) {
        this.given = given;
        this.baseUrl = baseUrl;
        this.user = user;
        this.password = password;
        create("create database " + TEMPLATE);
        DatabaseUrl url = DatabaseUrl.of(baseUrl + TEMPLATE);
        DataSource source = TestDatabases.pool(url.jdbc(), user, password);
        new Migrations(source, url).run();
        source.close(true);
        emptied = new EmptiedDatabases(url.jdbc(), user, password);
    }

    static PostgresServer shared() {
        return Holder.SHARED;
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    /** An empty database with the newest schema: its address. */
    synchronized String database(String name) {
        return emptied.take().orElseGet(() -> newDatabase(name));
    }

    /** Nobody needs this database any more. */
    void giveBack(String url) {
        if (!given) {
            emptied.giveBack(url);
        }
    }

    private String newDatabase(String name) {
        create("create database " + OURS + name + " template " + TEMPLATE + " strategy file_copy");
        return baseUrl + OURS + name;
    }

    private void create(String sql) {
        try (Connection connection = DriverManager.getConnection(baseUrl + "postgres", user, password);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static PostgresServer start() {
        String given = System.getenv("POOLS_TEST_PG_URL");
        if (given != null) {
            return new PostgresServer(
                    given, env("POOLS_TEST_PG_USER", "postgres"), env("POOLS_TEST_PG_PASSWORD", ""), true);
        }
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
            CONFIG.forEach(builder::setServerConfig);
            EmbeddedPostgres server = builder.start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
            return new PostgresServer(
                    "jdbc:postgresql://localhost:" + server.getPort() + "/", "postgres", "postgres", false);
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException(
                    "PostgreSQL could not be started. Where user namespaces are forbidden, start a server"
                            + " yourself and set POOLS_TEST_PG_URL=jdbc:postgresql://localhost:5432/",
                    e);
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String env(String name, String otherwise) {
        String given = System.getenv(name);
        return given == null ? otherwise : given;
    }

    private static final class Holder {
        private static final PostgresServer SHARED = start();
    }
}
