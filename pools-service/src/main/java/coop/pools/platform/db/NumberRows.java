package coop.pools.platform.db;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads very many rows of ids and numbers without making objects of them: by PostgreSQL's binary copy, which costs the
 * database and the driver a third of a cursor; from H2 as {@link H2Rows} does.
 */
public final class NumberRows {
    /** The database counts microseconds from the beginning of 2000 on. */
    private static final long MICROS_TO_2000 = 946_684_800_000_000L;
    /** What stands before the first row of a binary copy: eleven bytes of signature, flags, an empty extension. */
    private static final int HEADER_BYTES = 19;

    private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private NumberRows() {}

    /** One row; columns count from 0. */
    public interface Row {
        boolean isNull(int column);

        /** The first half of an id. */
        long high(int column);

        /** The second half of an id. */
        long low(int column);

        int number(int column);

        /** A number of 64 bits. */
        long whole(int column);

        /** A moment in microseconds since 1970. */
        long micros(int column);

        /** The letter at a place of a short text, from 0 on. */
        char letter(int column, int place);

        boolean truth(int column);

        /** Each id of a list of them that {@link NumberRows#listOf} made; may be null. */
        void ids(int column, Ids each);
    }

    /**
     * The aggregate that makes a list of ids, to be read by {@link Row#ids}. PostgreSQL puts together their bytes alone,
     * which takes it a tenth less than an array of them.
     *
     * @param column of the ids
     */
    public static String listOf(Connection connection, String column) {
        try {
            return Dialect.isPostgresql(connection)
                    ? "string_agg(uuid_send(" + column + "), '')"
                    : "array_agg(" + column + ")";
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
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
            if (Dialect.isPostgresql(connection)) {
                copy(connection.unwrap(PGConnection.class), select, work);
            } else {
                H2Rows.read(connection, select, List.of(), work);
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /**
     * The same about very many ids and numbers.
     *
     * @param select has a question mark for each of both lists, within a cast to an array
     */
    public static void read(Connection connection, String select, UUID[] ids, Long[] numbers, Work work) {
        try {
            if (Dialect.isPostgresql(connection)) {
                String first = select.replaceFirst("\\?", literal(ids));
                copy(connection.unwrap(PGConnection.class), first.replaceFirst("\\?", literal(numbers)), work);
            } else {
                Array of = connection.createArrayOf("uuid", ids);
                H2Rows.read(connection, select, List.of(of, connection.createArrayOf("bigint", numbers)), work);
            }
        } catch (SQLException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static String literal(Object[] each) {
        return Stream.of(each).map(Object::toString).collect(Collectors.joining(",", "'{", "}'"));
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

    /** A tuple of the copy: how many columns, and each with its length before it. */
    private static final class BinaryRow implements Row {
        private static final int MOST_COLUMNS = 16;

        private final int[] begins = new int[MOST_COLUMNS];
        private final int[] lengths = new int[MOST_COLUMNS];
        private byte[] bytes = {};

        /** False at the end. */
        private boolean begin(byte[] tuple, int from) {
            bytes = tuple;
            int columns = (short) SHORT.get(bytes, from);
            int at = from + Short.BYTES;
            for (int column = 0; column < columns; column++) {
                int length = (int) INT.get(bytes, at);
                at += Integer.BYTES;
                begins[column] = length < 0 ? -1 : at;
                lengths[column] = length;
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
            return (long) LONG.get(bytes, begins[column]);
        }

        @Override
        public long low(int column) {
            return (long) LONG.get(bytes, begins[column] + Long.BYTES);
        }

        @Override
        public int number(int column) {
            return (int) INT.get(bytes, begins[column]);
        }

        @Override
        public long whole(int column) {
            return (long) LONG.get(bytes, begins[column]);
        }

        @Override
        public long micros(int column) {
            return whole(column) + MICROS_TO_2000;
        }

        @Override
        public char letter(int column, int place) {
            return (char) bytes[begins[column] + place];
        }

        @Override
        public boolean truth(int column) {
            return bytes[begins[column]] != 0;
        }

        @Override
        public void ids(int column, Ids each) {
            int end = begins[column] + lengths[column];
            for (int at = begins[column]; at < end; at += 2 * Long.BYTES) {
                each.take((long) LONG.get(bytes, at), (long) LONG.get(bytes, at + Long.BYTES));
            }
        }
    }
}
