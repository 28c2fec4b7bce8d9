package coop.pools.bench;

import coop.pools.platform.db.DatabaseUrl;
import coop.pools.platform.db.Durability;
import coop.pools.platform.db.JdbiTransactions;
import coop.pools.platform.db.Migrations;
import coop.pools.platform.db.PoolsJdbi;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.stream.Stream;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.apache.tomcat.jdbc.pool.PoolProperties;
import org.jdbi.v3.core.Jdbi;

/** A migrated database on disk that syncs: a PostgreSQL of its own from a Maven artifact, or an H2 file. */
public final class BenchDatabase implements AutoCloseable {
    private final Path folder;
    private final EmbeddedPostgres server;
    private final String url;
    private final String user;

    private BenchDatabase(Path folder, EmbeddedPostgres server, String url, String user) {
        this.folder = folder;
        this.server = server;
        this.url = url;
        this.user = user;
    }

    public static BenchDatabase postgresql() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("pools-bench");
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                // The embedding sets these low or off, for tests; here they are what a server has.
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("max_connections", "100")
                .start();
        String base = "jdbc:postgresql://localhost:" + server.getPort() + "/";
        BenchDatabase database = new BenchDatabase(folder, server, base + "postgres", "postgres");
        database.migrate();
        return database;
    }

    public static BenchDatabase h2() throws IOException, SQLException {
        Path folder = Files.createTempDirectory("pools-bench");
        // So that this process can prepare and check while the application has the file open.
        String url = DatabaseUrl.of("jdbc:h2:file:" + folder.resolve("pools") + ";AUTO_SERVER=TRUE")
                .jdbc();
        BenchDatabase database = new BenchDatabase(folder, null, url, "sa");
        database.migrate();
        return database;
    }

    /** Which of the two. */
    enum Kind {
        POSTGRESQL("PostgreSQL"),
        H2("H2");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        BenchDatabase open() throws IOException, SQLException {
            return this == H2 ? h2() : postgresql();
        }
    }

    private void migrate() throws SQLException {
        DataSource source = source(4);
        new Migrations(source, DatabaseUrl.of(url)).run();
        source.close(true);
    }

    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    public String password() {
        return isH2() ? "" : "postgres";
    }

    public boolean isH2() {
        return server == null;
    }

    /** The database's own processor time in microseconds; zero where it lives in another process. */
    public double cpu() {
        return isH2() ? 0 : CpuTime.of(postmaster());
    }

    private long postmaster() {
        try (Stream<String> lines = Files.lines(folder.resolve("data/postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow().trim());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, user, password());
    }

    public void execute(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row, as a number. */
    public long number(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** For preparing and checking in this process, with stores of the product. */
    public Stores stores() {
        DataSource source = source(80);
        Jdbi jdbi = PoolsJdbi.configure(Jdbi.create(source));
        return new Stores(source, jdbi, new JdbiTransactions(jdbi, Durability.byCommit()));
    }

    private DataSource source(int connections) {
        PoolProperties properties = new PoolProperties();
        properties.setDriverClassName(isH2() ? "org.h2.Driver" : "org.postgresql.Driver");
        properties.setUrl(url);
        properties.setUsername(user);
        properties.setPassword(password());
        properties.setInitialSize(0);
        properties.setMinIdle(0);
        properties.setMaxIdle(connections);
        properties.setMaxActive(connections);
        return new DataSource(properties);
    }

    /** Connections and transactions as the product has them. */
    public record Stores(DataSource source, Jdbi jdbi, JdbiTransactions transactions) implements AutoCloseable {
        public <S> S store(Class<S> sqlObject) {
            return transactions.store(sqlObject);
        }

        @Override
        public void close() {
            transactions.close();
            source.close(true);
        }
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
