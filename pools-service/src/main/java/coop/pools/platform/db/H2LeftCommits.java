package coop.pools.platform.db;

import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.tx.Transaction;
import org.h2.mvstore.tx.TransactionStore;

/**
 * Commits that a kill has interrupted in an H2 file. H2 marks a transaction as committed first and then row after row;
 * a file may be written in between. H2 2.5.252 means to finish such commits when it opens the file, but takes them for
 * finished ({@code Transaction.commit} looks at the state after it has set it): what they wrote stays unseen, and whoever
 * wants to write one of their rows waits for ever. Nobody has had an answer that rests on them alone, as answers wait
 * for a sync after the commit; later commits that have been synced may rest on them.
 */
final class H2LeftCommits {
    private H2LeftCommits() {}

    /** Does what H2 means to do; answers how many commits it was. */
    static int finish(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        TransactionStore store = session.getDatabase().getStore().getTransactionStore();
        int finished = 0;
        for (Transaction left : store.getOpenTransactions()) {
            if (left.getStatus() == Transaction.STATUS_COMMITTED) {
                finish(store, left);
                finished++;
            }
        }
        return finished;
    }

    private static void finish(TransactionStore store, Transaction left) throws SQLException {
        try {
            Method commit = TransactionStore.class.getDeclaredMethod("commit", Transaction.class, boolean.class);
            commit.setAccessible(true);
            commit.invoke(store, left, true);
            Method close = Transaction.class.getDeclaredMethod("close", boolean.class, Throwable.class);
            close.setAccessible(true);
            close.invoke(left, true, null);
        } catch (ReflectiveOperationException e) {
            throw new SQLException("a commit that was interrupted cannot be finished", e);
        }
    }
}
