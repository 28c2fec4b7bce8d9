package coop.pools.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads very many rows of ids and numbers without making objects of them: by PostgreSQL's binary copy, which costs the
 * database and the driver a third of a cursor; elsewhere by a cursor.
 */
public final class NumberRows {
    /** The database counts microseconds from the beginning of 2000 on. */
    private static final long MICROS_TO_2000 = 946_684_800_000_000L;
    /** What stands before the first row of a binary copy: eleven bytes of signature, flags, an empty extension. */
    private static final int HEADER_BYTES = 19;

    /**
     * What stands before the elements of a list: dimensions, whether nulls are in it, the kind; length and beginning of
     * the one dimension.
     */
    private static final int LIST_HEADER_BYTES = 5 * Integer.BYTES;

    private static final int FETCH = 10_000;

    private NumberRows() {}

    /** One row; columns count from 0. */
    public interface Row {
        boolean isNull(int column);

        /** The first half of an id. */
        long high(int column);

        /** The second half of an id. */
        long low(int column);

        int number(int column);

        /** A moment in microseconds since 1970. */
        long micros(int column);

        /** The letter at a place of a short text, from 0 on. */
        char letter(int column, int place);

        boolean truth(int column);

        /** Each id of a list of them; may be null. */
        void ids(int column, Ids each);
    }

    /** Takes one id of a list. */
    public interface Ids {
        void take(long high, long low);
    }

    /** Takes one row, which is gone afterwards. */
    public interface Work {
        void take(Row row);
    }

    /** @param select has no parameters: a copy takes none; only of ids, moments and words that were checked */
    public static void read(Connection connection, String select, Work work) {
        try {
            if (connection.isWrapperFor(PGConnection.class)) {
                copy(connection.unwrap(PGConnection.class), select, work);
            } else {
                walk(connection, select, work);
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /**
     * Rows whose first columns have few different values, in no order.
     *
     * @param same the columns that have few different values
     * @param each the other ones: ids and moments
     * @param from what stands behind {@code from} in the statement
     */
    public record Alike(List<String> same, List<String> each, String from) {
        private String plain() {
            return "select " + String.join(", ", same) + ", " + String.join(", ", each) + " from " + from;
        }

        /** One row for each combination, with a list for each of the other columns: all in the same order. */
        private String gathered() {
            String places = IntStream.rangeClosed(1, same.size())
                    .mapToObj(String::valueOf)
                    .collect(Collectors.joining(", "));
            return "select " + String.join(", ", same) + ", "
                    + each.stream().map(one -> "array_agg(" + one + ")").collect(Collectors.joining(", ")) + " from "
                    + from + " group by " + places;
        }
    }

    /** As {@link #read}, for the database at half the cost: what is alike crosses once. @param work takes each row */
    public static void read(Connection connection, Alike select, Work work) {
        try {
            if (connection.isWrapperFor(PGConnection.class)) {
                GatheredRow row =
                        new GatheredRow(select.same().size(), select.each().size());
                copy(connection.unwrap(PGConnection.class), select.gathered(), tuple -> {
                    row.begin((BinaryRow) tuple);
                    while (row.next()) {
                        work.take(row);
                    }
                });
            } else {
                walk(connection, select.plain(), work);
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static void copy(PGConnection connection, String select, Work work) throws SQLException {
        CopyOut rows = connection.getCopyAPI().copyOut("copy (" + select + ") to stdout (format binary)");
        BinaryRow row = new BinaryRow();
        int at = HEADER_BYTES;
        for (byte[] bytes = rows.readFromCopy(); bytes != null; bytes = rows.readFromCopy()) {
            if (row.begin(bytes, at)) {
                work.take(row);
            }
            at = 0;
        }
    }

    private static void walk(Connection connection, String select, Work work) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet rows = statement.executeQuery(select)) {
                CursorRow row = new CursorRow(rows);
                while (rows.next()) {
                    work.take(row);
                }
            }
        }
    }

    /** A tuple of the copy: how many columns, and each with its length before it. */
    private static final class BinaryRow implements Row {
        private static final int MOST_COLUMNS = 16;

        private final int[] begins = new int[MOST_COLUMNS];
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        /** False at the end. */
        private boolean begin(byte[] tuple, int from) {
            bytes = ByteBuffer.wrap(tuple);
            int columns = bytes.getShort(from);
            int at = from + Short.BYTES;
            for (int column = 0; column < columns; column++) {
                int length = bytes.getInt(at);
                at += Integer.BYTES;
                begins[column] = length < 0 ? -1 : at;
                at += Math.max(0, length);
            }
            return columns > 0;
        }

        @Override
        public boolean isNull(int column) {
            return begins[column] < 0;
        }

        @Override
        public long high(int column) {
            return bytes.getLong(begins[column]);
        }

        @Override
        public long low(int column) {
            return bytes.getLong(begins[column] + Long.BYTES);
        }

        @Override
        public int number(int column) {
            return bytes.getInt(begins[column]);
        }

        @Override
        public long micros(int column) {
            return bytes.getLong(begins[column]) + MICROS_TO_2000;
        }

        @Override
        public char letter(int column, int place) {
            return (char) bytes.get(begins[column] + place);
        }

        @Override
        public boolean truth(int column) {
            return bytes.get(begins[column]) != 0;
        }

        /** How many elements a list has. */
        private int size(int column) {
            int at = begins[column];
            return at < 0 || bytes.getInt(at) == 0 ? 0 : bytes.getInt(at + 3 * Integer.BYTES);
        }

        @Override
        public void ids(int column, Ids each) {
            int count = size(column);
            int at = begins[column] + LIST_HEADER_BYTES;
            for (int i = 0; i < count; i++) {
                at += Integer.BYTES;
                each.take(bytes.getLong(at), bytes.getLong(at + Long.BYTES));
                at += 2 * Long.BYTES;
            }
        }
    }

    /** One row after the other out of a tuple with lists. */
    private static final class GatheredRow implements Row {
        private final int same;
        private final int[] begins;
        private final int[] next;
        private BinaryRow tuple = new BinaryRow();
        private int left;

        private GatheredRow(int same, int lists) {
            this.same = same;
            begins = new int[lists];
            next = new int[lists];
        }

        private void begin(BinaryRow one) {
            tuple = one;
            left = one.size(same);
            for (int list = 0; list < next.length; list++) {
                next[list] = one.begins[same + list] + LIST_HEADER_BYTES;
            }
        }

        private boolean next() {
            if (left-- <= 0) {
                return false;
            }
            for (int list = 0; list < next.length; list++) {
                int length = tuple.bytes.getInt(next[list]);
                begins[list] = length < 0 ? -1 : next[list] + Integer.BYTES;
                next[list] += Integer.BYTES + Math.max(0, length);
            }
            return true;
        }

        @Override
        public boolean isNull(int column) {
            return column < same ? tuple.isNull(column) : begins[column - same] < 0;
        }

        @Override
        public long high(int column) {
            return column < same ? tuple.high(column) : tuple.bytes.getLong(begins[column - same]);
        }

        @Override
        public long low(int column) {
            return column < same ? tuple.low(column) : tuple.bytes.getLong(begins[column - same] + Long.BYTES);
        }

        @Override
        public int number(int column) {
            return tuple.number(column);
        }

        @Override
        public long micros(int column) {
            return tuple.bytes.getLong(begins[column - same]) + MICROS_TO_2000;
        }

        @Override
        public char letter(int column, int place) {
            return tuple.letter(column, place);
        }

        @Override
        public boolean truth(int column) {
            return tuple.truth(column);
        }

        @Override
        public void ids(int column, Ids each) {
            throw new UnsupportedOperationException("a list of lists");
        }
    }

    /** The present row of a cursor. */
    private record CursorRow(ResultSet rows) implements Row {
        @Override
        public boolean isNull(int column) {
            try {
                return rows.getObject(column + 1) == null;
            } catch (SQLException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }

        @Override
        public long high(int column) {
            return value(column, UUID.class).getMostSignificantBits();
        }

        @Override
        public long low(int column) {
            return value(column, UUID.class).getLeastSignificantBits();
        }

        @Override
        public int number(int column) {
            return value(column, Integer.class);
        }

        @Override
        public long micros(int column) {
            return ChronoUnit.MICROS.between(
                    Instant.EPOCH, value(column, OffsetDateTime.class).toInstant());
        }

        @Override
        public char letter(int column, int place) {
            return value(column, String.class).charAt(place);
        }

        @Override
        public boolean truth(int column) {
            return value(column, Boolean.class);
        }

        @Override
        public void ids(int column, Ids each) {
            if (!isNull(column)) {
                for (UUID id : value(column, UUID[].class)) {
                    each.take(id.getMostSignificantBits(), id.getLeastSignificantBits());
                }
            }
        }

        private <T> T value(int column, Class<T> kind) {
            try {
                return rows.getObject(column + 1, kind);
            } catch (SQLException e) {
                throw new UncheckedIOException(new IOException(e));
            }
        }
    }
}
