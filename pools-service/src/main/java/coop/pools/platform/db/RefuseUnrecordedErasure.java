package coop.pools.platform.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** The H2 trigger on memos: none is ever changed, and one is deleted only after its erasure has been recorded. */
public final class RefuseUnrecordedErasure implements Trigger {
    private static final String RECORDED = "select 1 from memo_erasure where book_id = ? and seq = ?";

    @Override
    public void init(Connection connection, String schema, String trigger, String table, boolean before, int type) {
        // Nothing to remember: the table is always memo.
    }

    /** The first two columns of a memo are its book and its number. */
    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
        if (newRow == null && isRecorded(connection, oldRow[0], oldRow[1])) {
            return;
        }
        throw new SQLException("memo is deleted only by an erasure", "23001");
    }

    private static boolean isRecorded(Connection connection, Object book, Object seq) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(RECORDED)) {
            statement.setObject(1, book);
            statement.setObject(2, seq);
            try (ResultSet found = statement.executeQuery()) {
                return found.next();
            }
        }
    }
}
