package coop.pools.platform.db;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.postgresql.PGStatement;

/**
 * A question for rows by a list of keys.
 *
 * @param sql each question mark in it stands for the keys as one array, as in {@code id = any (?)}
 * @param keys ids or texts; may be empty
 * @param reader is given each row
 */
public record RowsToRead(String sql, Collection<?> keys, RowReader reader) {

    /** Reads the present row. */
    @FunctionalInterface
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** The rows could not be read. */
    private static final class UnreadableRows extends RuntimeException {
        private UnreadableRows(SQLException cause) {
            super(cause);
        }
    }

    /**
     * Asks the questions in their order; PostgreSQL gets them all at once. It plans them anew each time: a plan that was
     * kept since a table was small reads all of it, until the database next looks at its size. That cost most of a batch
     * in the first minutes of a book.
     */
    public static void readAll(Connection connection, List<RowsToRead> all) {
        try {
            if (all.size() > 1 && Dialect.isPostgresql(connection)) {
                readTogether(connection, all);
                return;
            }
            for (RowsToRead one : all) {
                readTogether(connection, List.of(one));
            }
        } catch (SQLException e) {
            throw new UnreadableRows(e);
        }
    }

    private static void readTogether(Connection connection, List<RowsToRead> all) throws SQLException {
        String sql = all.stream().map(RowsToRead::sql).collect(Collectors.joining("; "));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            if (Dialect.isPostgresql(connection)) {
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
            int place = 1;
            for (RowsToRead one : all) {
                place = one.bind(statement, place);
            }
            statement.execute();
            for (RowsToRead one : all) {
                try (ResultSet row = statement.getResultSet()) {
                    while (row.next()) {
                        one.reader.read(row);
                    }
                }
                statement.getMoreResults();
            }
        }
    }

    private int bind(PreparedStatement statement, int firstPlace) throws SQLException {
        boolean ids = keys.stream().anyMatch(UUID.class::isInstance);
        Array array = statement.getConnection().createArrayOf(ids ? "uuid" : "varchar", keys.toArray());
        int next = firstPlace + (int) sql.chars().filter(sign -> sign == '?').count();
        for (int place = firstPlace; place < next; place++) {
            statement.setArray(place, array);
        }
        return next;
    }
}
