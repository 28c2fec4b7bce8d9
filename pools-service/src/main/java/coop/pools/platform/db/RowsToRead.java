package coop.pools.platform.db;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A question for rows by lists of keys.
 *
 * @param sql has a question mark for each list, as in {@code id = any (?)}
 * @param lists of ids, texts or hashes
 * @param reader is given each row
 */
public record RowsToRead(String sql, List<Object[]> lists, RowReader reader) {
    private static final String BY_KEYS =
            "set local enable_seqscan = off; set local plan_cache_mode = force_generic_plan";

    /** Reads the present row. */
    @FunctionalInterface
    public interface RowReader {
        void read(ResultSet row) throws SQLException;
    }

    /** Makes something of the present row. */
    @FunctionalInterface
    public interface RowOf<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** The rows could not be read. */
    private static final class UnreadableRows extends RuntimeException {
        private UnreadableRows(SQLException cause) {
            super(cause);
        }
    }

    /**
     * A question by one list.
     *
     * @param keys ids or texts, at least one; each question mark stands for all of them
     */
    public RowsToRead(String sql, Collection<?> keys, RowReader reader) {
        this(
                sql,
                Collections.nCopies(
                        (int) sql.chars().filter(sign -> sign == '?').count(), array(keys)),
                reader);
    }

    private static Object[] array(Collection<?> keys) {
        boolean ids = keys.stream().anyMatch(UUID.class::isInstance);
        return ids ? keys.toArray(UUID[]::new) : keys.toArray(String[]::new);
    }

    /**
     * The rows that one question is answered with. Much less work than a statement of JDBI, which took the writer of
     * ballots more time than the ballots.
     */
    public static <T> List<T> read(Connection connection, String sql, RowOf<T> row, Object[]... lists) {
        List<T> rows = new ArrayList<>();
        readAll(
                DirectConnection.of(connection),
                List.of(new RowsToRead(sql, List.of(lists), read -> rows.add(row.of(read)))));
        return rows;
    }

    /**
     * For the rest of a transaction PostgreSQL makes one plan of each statement, which finds rows by their keys: left to
     * itself it plans anew for each batch, or reads the whole table where a batch is large and the table small, and keeps
     * to that when the table has grown.
     */
    static void byKeys(Connection connection) {
        try {
            if (Dialect.isPostgresql(connection)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute(BY_KEYS);
                }
            }
        } catch (SQLException e) {
            throw new UnreadableRows(e);
        }
    }

    /** Asks the questions in their order; PostgreSQL gets them all at once. */
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
        String sql = all.stream().map(RowsToRead::sql).collect(Collectors.joining("; "));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int place = 1;
            for (RowsToRead one : all) {
                place = one.bind(statement, place);
            }
            statement.execute();
            for (RowsToRead one : all) {
                one.read(statement);
                statement.getMoreResults();
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
        int place = firstPlace;
        for (Object[] list : lists) {
            statement.setArray(place++, array(statement.getConnection(), list));
        }
        return place;
    }

    private static Array array(Connection connection, Object[] list) throws SQLException {
        if (list instanceof UUID[] ids) {
            return BinaryArrays.ids(connection, ids);
        }
        return connection.createArrayOf(list instanceof byte[][] ? "bytea" : "varchar", list);
    }
}
