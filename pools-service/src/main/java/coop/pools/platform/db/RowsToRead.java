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

/**
 * A question for rows by a list of keys.
 *
 * @param sql each question mark in it stands for the keys as one array, as in {@code id = any (?)}
 * @param keys ids or texts, at least one
 * @param reader is given each row
 */
public record RowsToRead(String sql, Collection<?> keys, RowReader reader) {

    /** For the present transaction. */
    private static final String BY_KEYS =
            "set local enable_seqscan = off; set local plan_cache_mode = force_generic_plan; ";

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
     * Asks the questions in their order; PostgreSQL gets them all at once. It makes one plan of each, which finds
     * rows by their keys: left to itself it plans anew for each batch, or reads the whole table where a batch is large and
     * the table small, and keeps to that when the table has grown.
     */
    public static void readAll(Connection connection, List<RowsToRead> all) {
        try {
            if (Dialect.isPostgresql(connection)) {
                readTogether(connection, all);
                return;
            }
            for (RowsToRead one : all) {
                try (PreparedStatement statement = connection.prepareStatement(one.sql)) {
                    one.bind(statement, 1);
                    statement.execute();
                    one.read(statement);
                }
            }
        } catch (SQLException e) {
            throw new UnreadableRows(e);
        }
    }

    private static void readTogether(Connection connection, List<RowsToRead> all) throws SQLException {
        if (all.isEmpty()) {
            return;
        }
        String sql = all.stream().map(RowsToRead::sql).collect(Collectors.joining("; ", BY_KEYS, ""));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int place = 1;
            for (RowsToRead one : all) {
                place = one.bind(statement, place);
            }
            statement.execute();
            statement.getMoreResults();
            for (RowsToRead one : all) {
                statement.getMoreResults();
                one.read(statement);
            }
        }
    }

    private void read(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.getResultSet()) {
            while (row.next()) {
                reader.read(row);
            }
        }
    }

    private int bind(PreparedStatement statement, int firstPlace) throws SQLException {
        boolean ids = keys.stream().anyMatch(UUID.class::isInstance);
        Array array = ids
                ? BinaryArrays.ids(statement.getConnection(), keys.toArray(UUID[]::new))
                : statement.getConnection().createArrayOf("varchar", keys.toArray());
        int next = firstPlace + (int) sql.chars().filter(sign -> sign == '?').count();
        for (int place = firstPlace; place < next; place++) {
            statement.setArray(place, array);
        }
        return next;
    }
}
