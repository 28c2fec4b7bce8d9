package coop.pools.app;

import coop.pools.platform.db.DatabaseUrl;
import coop.pools.platform.db.Durability;
import coop.pools.platform.db.H2Recovery;
import coop.pools.platform.db.JdbiTransactions;
import coop.pools.platform.db.PoolsJdbi;
import io.dropwizard.db.DataSourceFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;

/**
 * The database for the length of one command: a single connection, nothing is migrated, and a database that is not there
 * is not made. PostgreSQL may be in use meanwhile; an H2 file belongs to the one process that has it open.
 */
final class CommandDatabase implements AutoCloseable {
    /** H2's error codes: DATABASE_ALREADY_OPEN_1 and DATABASE_NOT_FOUND_WITH_IF_EXISTS_1. */
    private static final int IN_USE = 90020;

    private static final int NOT_THERE = 90146;

    private final Connection connection;
    private final Jdbi jdbi;
    private final JdbiTransactions transactions;

    private CommandDatabase(Connection connection) {
        this.connection = connection;
        jdbi = PoolsJdbi.configure(Jdbi.create(connection));
        transactions = new JdbiTransactions(jdbi, Durability.byCommit());
    }

    static CommandDatabase open(DataSourceFactory settings) throws CommandFailed {
        DatabaseUrl url = DatabaseUrl.of(settings.getUrl());
        H2Recovery.afterCrash(url, settings.getUser(), settings.getPassword());
        String address = url.isH2() ? url.jdbc() + ";IFEXISTS=TRUE" : url.jdbc();
        try {
            CommandDatabase database = new CommandDatabase(
                    DriverManager.getConnection(address, settings.getUser(), settings.getPassword()));
            database.mustBeSetUp();
            return database;
        } catch (SQLException e) {
            throw new CommandFailed(words(e));
        }
    }

    private void mustBeSetUp() throws SQLException, CommandFailed {
        String[] tables = {"book", "pool", "flood"};
        for (String table : tables) {
            try (var found = connection.getMetaData().getTables(null, null, table, null)) {
                if (!found.next()) {
                    close();
                    throw new CommandFailed("This database has not been set up: run migrate first.");
                }
            }
        }
    }

    /** Why the database cannot be opened, and what to do; never its address, which may hold a password. */
    static String words(SQLException error) {
        return switch (error.getErrorCode()) {
            case IN_USE ->
                "The database is in use: a server is running on it. Stop the server first; or download a"
                        + " book from its page and run verify-ledger --export FILE, which needs no database.";
            case NOT_THERE -> "There is no database yet: run migrate first, or start the server once.";
            default -> "The database cannot be opened: " + error.getMessage();
        };
    }

    Jdbi jdbi() {
        return jdbi;
    }

    JdbiTransactions transactions() {
        return transactions;
    }

    @Override
    public void close() throws CommandFailed {
        transactions.close();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new CommandFailed("The database could not be closed: " + e.getMessage());
        }
    }
}
