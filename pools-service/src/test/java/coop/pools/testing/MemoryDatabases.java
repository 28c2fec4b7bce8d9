package coop.pools.testing;

import coop.pools.platform.db.DatabaseUrl;
import coop.pools.platform.db.Migrations;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.tomcat.jdbc.pool.DataSource;
import org.h2.engine.Database;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.schema.Schema;
import org.h2.schema.SchemaObject;
import org.h2.tools.RunScript;

/**
 * H2 databases in memory. The first is migrated, the next are written after it, and one that a test is done with is
 * emptied for the next test, unless its schema was touched, it has grown, or somebody is still connected to it.
 */
final class MemoryDatabases {
    private static final String FILLED = "select table_name, row_count_estimate from information_schema.tables"
            + " where table_schema = 'public' and table_type = 'BASE TABLE' and row_count_estimate > 0";

    private static final long MANY_ROWS = 5000;

    private final Deque<String> empty = new ArrayDeque<>();
    private final Set<String> schema = new HashSet<>();
    private final StringBuilder script = new StringBuilder();
    private final List<String> written = new ArrayList<>();
    private int made;

    /** The address of an empty, migrated one; the user is {@code sa}. */
    synchronized String take() {
        if (!empty.isEmpty()) {
            return empty.pop();
        }
        try {
            if (script.isEmpty()) {
                migrate();
            }
            String url = address("test" + ++made);
            try (Connection connection = connected(url)) {
                RunScript.execute(connection, new StringReader(script.toString()));
                schema.addAll(schema(connection));
            }
            return url;
        } catch (SQLException e) {
            throw new IllegalStateException("no database to test on", e);
        }
    }

    /** Nobody needs it any more. */
    synchronized void giveBack(String url) {
        try (Connection connection = connected(url);
                Statement statement = connection.createStatement()) {
            if (isAsMade(connection) && emptied(statement)) {
                empty.push(url);
            } else {
                statement.execute("shutdown immediately");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(url, e);
        }
    }

    private boolean isAsMade(Connection connection) {
        return database(connection).getSessions(false).length == 1
                && schema(connection).equals(schema);
    }

    /** Truncates whatever has rows, past triggers and foreign keys, and writes again what the migrations had written. */
    private boolean emptied(Statement statement) throws SQLException {
        List<String> filled = new ArrayList<>();
        long rows = 0;
        try (ResultSet table = statement.executeQuery(FILLED)) {
            while (table.next()) {
                filled.add(table.getString(1));
                rows += table.getLong(2);
            }
        }
        if (rows > MANY_ROWS) {
            return false;
        }
        statement.execute("set referential_integrity false");
        for (String table : filled) {
            statement.execute("truncate table \"" + table + "\"");
        }
        for (String insert : written) {
            statement.execute(insert);
        }
        statement.execute("set referential_integrity true");
        return true;
    }

    private void migrate() throws SQLException {
        String url = address("migrated");
        DataSource source = TestDatabases.pool(url, "sa", "");
        new Migrations(source, DatabaseUrl.of(url)).run();
        source.close(true);
        try (Connection connection = connected(url);
                Statement statement = connection.createStatement()) {
            try (ResultSet line = statement.executeQuery("script")) {
                while (line.next()) {
                    script.append(line.getString(1)).append('\n');
                    if (line.getString(1).startsWith("INSERT INTO")) {
                        written.add(line.getString(1));
                    }
                }
            }
            statement.execute("shutdown immediately");
        }
    }

    /** Everything that describes tables, as SQL. */
    private static Set<String> schema(Connection connection) {
        Set<String> objects = new HashSet<>();
        for (Schema schema : database(connection).getAllSchemasNoMeta()) {
            for (SchemaObject object : schema.getAll(null)) {
                objects.add(String.valueOf(object.getCreateSQL()));
            }
        }
        return objects;
    }

    private static Database database(Connection connection) {
        return ((SessionLocal) ((JdbcConnection) connection).getSession()).getDatabase();
    }

    private static String address(String name) {
        return DatabaseUrl.of("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000")
                .jdbc();
    }

    private static Connection connected(String url) throws SQLException {
        return DriverManager.getConnection(url, "sa", "");
    }
}
