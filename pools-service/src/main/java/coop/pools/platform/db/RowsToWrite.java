package coop.pools.platform.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Rows with the statement that writes them.
 *
 * @param rows at least one
 */
public record RowsToWrite<R>(ManyRows<R> statement, List<R> rows) {
    /** The texts of statements that were sent together: there are only a few such sets. */
    private static final Map<List<String>, String> TOGETHER = new ConcurrentHashMap<>();

    /**
     * Writes them in their order; PostgreSQL gets them all at once. Each of its answers would be waited for otherwise, and
     * on a busy machine that takes longer than the statement.
     */
    public static void writeAll(Connection connection, List<RowsToWrite<?>> all) throws SQLException {
        if (all.size() > 1 && Dialect.isPostgresql(connection)) {
            writeTogether(connection, all);
            return;
        }
        for (RowsToWrite<?> one : all) {
            try (PreparedStatement statement = connection.prepareStatement(one.statement.sql())) {
                one.bind(statement, 1);
                statement.executeUpdate();
            }
        }
    }

    private static void writeTogether(Connection connection, List<RowsToWrite<?>> all) throws SQLException {
        List<String> texts = all.stream().map(one -> one.statement.sql()).toList();
        String sql = TOGETHER.computeIfAbsent(texts, some -> some.stream().collect(Collectors.joining("; ")));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            int place = 1;
            for (RowsToWrite<?> one : all) {
                place = one.bind(statement, place);
            }
            statement.execute();
        }
    }

    private int bind(PreparedStatement statement, int firstPlace) throws SQLException {
        return statement().bind(statement, firstPlace, rows);
    }
}
