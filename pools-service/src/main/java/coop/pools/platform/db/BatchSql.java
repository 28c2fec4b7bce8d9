package coop.pools.platform.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Plain JDBC for batches, where binding by name would cost more than the statement. */
public final class BatchSql {
    private static final int MOST_ROWS = 256;
    /** The texts of statements, by their parts; there are a few inserts of a few sizes each. */
    private static final Map<String, String[]> INSERTS = new ConcurrentHashMap<>();

    private BatchSql() {}

    /**
     * A statement that ends with a list of keys. The list is filled up to a power of two with the last one, so that there
     * are only a few different statements, which the driver keeps prepared.
     *
     * @param keys at least one
     */
    public static PreparedStatement withKeys(
            Connection connection, String before, String after, Collection<? extends Object> keys) throws SQLException {
        int places = Math.max(1, Integer.highestOneBit(2 * keys.size() - 1));
        String list = String.join(",", Collections.nCopies(places, "?"));
        PreparedStatement statement = connection.prepareStatement(before + "(" + list + ")" + after);
        Iterator<?> each = keys.iterator();
        Object key = each.next();
        for (int place = 1; place <= places; place++) {
            statement.setObject(place, key);
            key = each.hasNext() ? each.next() : key;
        }
        return statement;
    }

    /** Sets the columns of one row, from a place on. */
    public interface RowBinding<R> {
        void bind(PreparedStatement statement, int firstPlace, R row) throws SQLException;
    }

    /**
     * Inserts many rows by each statement: a statement for each row costs the database more than the row.
     *
     * @param before for example {@code insert into t (a, b)}
     * @return how many rows were inserted
     */
    public static <R> int insert(
            Connection connection, String before, int columns, String after, List<R> rows, RowBinding<R> binding)
            throws SQLException {
        int inserted = 0;
        int next = 0;
        while (next < rows.size()) {
            int count = Math.min(MOST_ROWS, Integer.highestOneBit(rows.size() - next));
            try (PreparedStatement insert = connection.prepareStatement(sql(before, columns, after, count))) {
                for (int i = 0; i < count; i++) {
                    binding.bind(insert, 1 + i * columns, rows.get(next + i));
                }
                inserted += insert.executeUpdate();
            }
            next += count;
        }
        return inserted;
    }

    /**
     * Powers of two, so that there are only a few different statements, and always the same text for one, whose hash
     * the driver need not compute again.
     */
    private static String sql(String before, int columns, String after, int rows) {
        String[] bySize = INSERTS.computeIfAbsent(before, unused -> new String[Integer.SIZE]);
        int size = Integer.numberOfTrailingZeros(rows);
        String known = bySize[size];
        if (known == null) {
            String row = "(" + String.join(",", Collections.nCopies(columns, "?")) + ")";
            known = before + " values " + String.join(",", Collections.nCopies(rows, row)) + after;
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
