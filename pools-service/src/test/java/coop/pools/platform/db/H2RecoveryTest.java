package coop.pools.platform.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2RecoveryTest {
    private static final int MORE_COMMITS = 12;

    @TempDir
    private Path folder;

    @Test
    void everyCommitBeforeAKillIsFound() throws SQLException, IOException {
        DatabaseUrl used = DatabaseUrl.of("jdbc:h2:file:" + folder.resolve("used") + ";RETENTION_TIME=0");
        closedWithGapsInItsFile(used);
        DatabaseUrl killed = DatabaseUrl.of("jdbc:h2:file:" + folder.resolve("killed"));
        try (Connection connection = DriverManager.getConnection(used.jdbc(), "sa", "")) {
            for (int id = 1; id <= MORE_COMMITS; id++) {
                execute(connection, "insert into noted values (" + id + ", 'after the gaps')");
                execute(connection, "checkpoint sync");
            }
            Files.copy(folder.resolve("used.mv.db"), folder.resolve("killed.mv.db"));
        }

        H2Recovery.afterCrash(killed, "sa", "");

        assertThat(newest(killed)).isEqualTo(MORE_COMMITS);
    }

    @Test
    void aCommitThatAKillInterruptedIsFinishedAndHoldsNobodyUp() throws Exception {
        DatabaseUrl killed = DatabaseUrl.of("jdbc:h2:file:" + folder.resolve("killed"));
        killedInTheMiddleOfACommit();

        H2Recovery.afterCrash(killed, "sa", "");

        assertThat(newest(killed)).isEqualTo(2);
        try (Connection connection = DriverManager.getConnection(killed.jdbc(), "sa", "")) {
            execute(connection, "update noted set words = 'written again' where id = 1");
        }
    }

    /** What H2 has written when it is killed after it marked a transaction as committed, before it marked its rows. */
    private void killedInTheMiddleOfACommit() throws Exception {
        DatabaseUrl used = DatabaseUrl.of("jdbc:h2:file:" + folder.resolve("used"));
        try (Connection connection = DriverManager.getConnection(used.jdbc(), "sa", "");
                Connection other = DriverManager.getConnection(used.jdbc(), "sa", "")) {
            execute(connection, "create table noted (id int primary key, words varchar)");
            execute(connection, "insert into noted values (1, 'first')");
            connection.setAutoCommit(false);
            execute(connection, "update noted set words = 'second' where id = 1");
            execute(connection, "insert into noted values (2, 'second')");
            markAsCommitted(connection);
            execute(other, "checkpoint sync");
            Files.copy(folder.resolve("used.mv.db"), folder.resolve("killed.mv.db"));
            execute(other, "shutdown immediately");
        }
    }

    private static void markAsCommitted(Connection connection) throws SQLException, ReflectiveOperationException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        TransactionStore store = session.getDatabase().getStore().getTransactionStore();
        Method mark = TransactionStore.class.getDeclaredMethod("markUndoLogAsCommitted", int.class, long.class);
        mark.setAccessible(true);
        for (Transaction open : store.getOpenTransactions()) {
            if (open.hasChanges()) {
                mark.invoke(store, open.getId(), 1L);
            }
        }
    }

    @Test
    void aFileInUseAndOneThatIsNotThereAreLeftAlone() throws SQLException {
        DatabaseUrl url = DatabaseUrl.of("jdbc:h2:file:" + folder.resolve("other"));
        H2Recovery.afterCrash(url, "sa", "");
        assertThat(folder.resolve("other.mv.db")).doesNotExist();
        try (Connection connection = DriverManager.getConnection(url.jdbc(), "sa", "")) {
            execute(connection, "create table noted (id int primary key)");
            H2Recovery.afterCrash(url, "sa", "");
            execute(connection, "insert into noted values (1)");
        }
        H2Recovery.afterCrash(url, "sa", "");
        assertThat(newest(url)).isEqualTo(1);
    }

    private static void closedWithGapsInItsFile(DatabaseUrl url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url.jdbc(), "sa", "")) {
            execute(connection, "create table noted (id int primary key, words varchar)");
            execute(connection, "create table filling (id int primary key, words varchar)");
            for (int id = 1; id <= 300; id++) {
                execute(connection, "insert into filling values (" + id + ", '" + "x".repeat(2000) + "')");
            }
            execute(connection, "delete from filling where id < 250");
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int newest(DatabaseUrl url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url.jdbc(), "sa", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(max(id), 0) from noted")) {
            row.next();
            return row.getInt(1);
        }
    }
}
