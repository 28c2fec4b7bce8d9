package coop.pools.platform.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.PGStatement;

/** Plain JDBC for batches, where binding by name would cost more than the statement. */
public final class BatchSql {
    private static final int MOST_ROWS = 256;
    /** The texts of statements by how they begin, and by the power of two of their rows. */
    private static final Map<String, String[]> TEXTS = new ConcurrentHashMap<>();

    private BatchSql() {}

    /**
     * A statement that asks for rows by a list of keys, which is given as an array. PostgreSQL plans it anew each time:
     * a plan that was kept since the table was small reads all of it, until the database next looks at its size. That
     * cost most of a batch in the first minutes of a book.
     *
     * @param before ends with the column that is compared
     * @param keys ids or texts; may be empty
     */
    public static PreparedStatement withKeys(Connection connection, String before, String after, Collection<?> keys)
            throws SQLException {
        boolean ids = keys.stream().anyMatch(UUID.class::isInstance);
        PreparedStatement statement = connection.prepareStatement(before + " = any (?) " + after);
        if (statement.isWrapperFor(PGStatement.class)) {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
        }
        statement.setArray(1, connection.createArrayOf(ids ? "uuid" : "varchar", keys.toArray()));
        return statement;
    }

    /** Sets the columns of one row, from a place on. */
    public interface RowBinding<R> {
        void bind(PreparedStatement statement, int firstPlace, R row) throws SQLException;
    }

    /**
     * A statement around a list of rows.
     *
     * @param before what stands before the word {@code values}
     * @param places of one row, in their order: a question mark each, with a cast where its kind is not clear
     */
    public record Values(String before, List<String> places, String after) {
        /** Rows to be inserted. */
        public static Values inserted(String before, int columns, String after) {
            return new Values(before, Collections.nCopies(columns, "?"), after);
        }
    }

    /**
     * Writes many rows by each statement: a statement for each row costs the database more than the row.
     *
     * @return how many rows were written
     */
    public static <R> int write(Connection connection, Values values, List<R> rows, RowBinding<R> binding)
            throws SQLException {
        int written = 0;
        int next = 0;
        while (next < rows.size()) {
            int count = Math.min(MOST_ROWS, Integer.highestOneBit(rows.size() - next));
            try (PreparedStatement statement = connection.prepareStatement(sql(values, count))) {
                for (int i = 0; i < count; i++) {
                    binding.bind(statement, 1 + i * values.places().size(), rows.get(next + i));
                }
                written += statement.executeUpdate();
            }
            next += count;
        }
        return written;
    }

    /**
     * Powers of two, so that there are only a few different statements, and always the same text for one, whose hash
     * the driver need not compute again.
     */
    private static String sql(Values values, int rows) {
        String[] bySize = TEXTS.computeIfAbsent(values.before(), unused -> new String[Integer.SIZE]);
        int size = Integer.numberOfTrailingZeros(rows);
        String known = bySize[size];
        if (known == null) {
            String row = "(" + String.join(",", values.places()) + ")";
            known = values.before() + " values " + String.join(",", Collections.nCopies(rows, row)) + values.after();
            bySize[size] = known;
        }
        return known;
    }

    public static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** Nothing, as JDBC has it, when it is empty. */
    public static OffsetDateTime time(Optional<Instant> at) {
        return at.map(BatchSql::time).orElse(null);
    }
}
