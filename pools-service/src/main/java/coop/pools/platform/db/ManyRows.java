package coop.pools.platform.db;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * A statement that writes any number of rows at once. Each column goes to the database as one array, so that the text is
 * always the same: it is parsed and planned once, and a value costs half of what a parameter of its own would.
 *
 * @param <R> a row
 */
public final class ManyRows<R> {
    private final String sql;
    private final List<Column<R>> columns;

    private ManyRows(String sql, List<Column<R>> columns) {
        this.sql = sql;
        this.columns = columns;
    }

    /** Columns in their order; each is read from a row, and may be null where it is said so. */
    public static final class Columns<R> {
        private final List<Column<R>> columns = new ArrayList<>();

        public Columns<R> id(String name, Function<R, UUID> value) {
            return with(name, Kind.ID, value);
        }

        public Columns<R> text(String name, Function<R, String> value) {
            return with(name, Kind.TEXT, value);
        }

        public Columns<R> optionalText(String name, Function<R, Optional<String>> value) {
            return with(name, Kind.TEXT, value.andThen(text -> text.orElse(null)));
        }

        public Columns<R> number(String name, Function<R, Integer> value) {
            return with(name, Kind.NUMBER, value);
        }

        public Columns<R> amount(String name, Function<R, Long> value) {
            return with(name, Kind.AMOUNT, value);
        }

        public Columns<R> optionalAmount(String name, Function<R, Optional<Long>> value) {
            return with(name, Kind.AMOUNT, value.andThen(amount -> amount.orElse(null)));
        }

        public Columns<R> flag(String name, Function<R, Boolean> value) {
            return with(name, Kind.FLAG, value);
        }

        public Columns<R> bytes(String name, Function<R, byte[]> value) {
            return with(name, Kind.BYTES, value);
        }

        public Columns<R> time(String name, Function<R, Instant> value) {
            return with(name, Kind.TIME, value);
        }

        public Columns<R> optionalTime(String name, Function<R, Optional<Instant>> value) {
            return with(name, Kind.TIME, value.andThen(time -> time.orElse(null)));
        }

        private Columns<R> with(String name, Kind kind, Function<R, ?> value) {
            columns.add(new Column<>(name, kind, value));
            return this;
        }

        /** Rows to be inserted. */
        public ManyRows<R> insertedInto(String table) {
            return new ManyRows<>(
                    "insert into " + table + " (" + names() + ") select * from " + arrays(), List.copyOf(columns));
        }

        /**
         * Rows to be merged.
         *
         * @param after begins with the condition; a row is called {@code v}
         */
        public ManyRows<R> mergedInto(String table, String after) {
            return new ManyRows<>(
                    "merge into " + table + " using (select * from " + arrays() + ") v (" + names() + ") " + after,
                    List.copyOf(columns));
        }

        private String names() {
            return columns.stream().map(Column::name).collect(Collectors.joining(", "));
        }

        private String arrays() {
            return columns.stream()
                    .map(column -> "cast(? as " + column.kind().sql + " array)")
                    .collect(Collectors.joining(", ", "unnest(", ")"));
        }
    }

    String sql() {
        return sql;
    }

    /** @return the first place after those of its columns */
    int bind(PreparedStatement statement, int firstPlace, List<R> rows) throws SQLException {
        int place = firstPlace;
        for (Column<R> column : columns) {
            statement.setArray(place++, column.array(statement.getConnection(), rows));
        }
        return place;
    }

    private enum Kind {
        ID("uuid", "uuid", UUID[]::new),
        TEXT("varchar", "varchar", String[]::new),
        NUMBER("integer", "int4", Integer[]::new),
        AMOUNT("bigint", "int8", Long[]::new),
        FLAG("boolean", "bool", Boolean[]::new),
        BYTES("bytea", "bytea", byte[][]::new),
        TIME("timestamp with time zone", "timestamptz", Instant[]::new);

        private final String sql;
        private final String driver;
        private final IntFunction<Object[]> array;

        Kind(String sql, String driver, IntFunction<Object[]> array) {
            this.sql = sql;
            this.driver = driver;
            this.array = array;
        }
    }

    private record Column<R>(String name, Kind kind, Function<R, ?> value) {
        private Array array(Connection connection, List<R> rows) throws SQLException {
            Object[] values = kind.array.apply(rows.size());
            for (int i = 0; i < values.length; i++) {
                values[i] = value.apply(rows.get(i));
            }
            return switch (kind) {
                case ID -> BinaryArrays.ids(connection, (UUID[]) values);
                case TIME -> BinaryArrays.times(connection, (Instant[]) values);
                default -> connection.createArrayOf(kind.driver, values);
            };
        }
    }
}
