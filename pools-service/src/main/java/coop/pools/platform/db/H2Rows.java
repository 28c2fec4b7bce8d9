package coop.pools.platform.db;

import coop.pools.platform.db.NumberRows.Ids;
import coop.pools.platform.db.NumberRows.Row;
import coop.pools.platform.db.NumberRows.Work;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbc.JdbcResultSet;
import org.h2.result.ResultInterface;
import org.h2.util.JSR310Utils;
import org.h2.value.Value;
import org.h2.value.ValueArray;
import org.h2.value.ValueNull;
import org.h2.value.ValueUuid;

/**
 * Reads very many rows of H2 as its engine makes them. By itself it first collects all of an answer, and writes what is
 * more than some ten thousands of rows to a file; and the driver makes an object of each value once more.
 */
final class H2Rows {
    private static final int FETCH = 10_000;

    private H2Rows() {}

    static void read(Connection connection, String select, List<Array> lists, Work work) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select)) {
            for (int i = 0; i < lists.size(); i++) {
                statement.setArray(i + 1, lists.get(i));
            }
            statement.setFetchSize(FETCH);
            try (ResultSet rows = one(connection, statement)) {
                ResultInterface result = rows.unwrap(JdbcResultSet.class).getResult();
                ValueRow row = new ValueRow();
                while (result.next()) {
                    row.values = result.currentRow();
                    work.take(row);
                }
            }
        }
    }

    /** Row by row where this process has the file open; the statement lasts until its rows are closed. */
    private static ResultSet one(Connection connection, PreparedStatement statement) throws SQLException {
        if (!(connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session)) {
            return statement.executeQuery();
        }
        session.setLazyQueryExecution(true);
        try {
            return statement.executeQuery();
        } finally {
            session.setLazyQueryExecution(false);
        }
    }

    /** The present row. */
    private static final class ValueRow implements Row {
        private Value[] values = {};

        @Override
        public boolean isNull(int column) {
            return values[column] == ValueNull.INSTANCE;
        }

        @Override
        public long high(int column) {
            return ((ValueUuid) values[column]).getHigh();
        }

        @Override
        public long low(int column) {
            return ((ValueUuid) values[column]).getLow();
        }

        @Override
        public int number(int column) {
            return values[column].getInt();
        }

        @Override
        public long whole(int column) {
            return values[column].getLong();
        }

        @Override
        public long micros(int column) {
            return ChronoUnit.MICROS.between(
                    Instant.EPOCH,
                    JSR310Utils.valueToOffsetDateTime(values[column], null).toInstant());
        }

        @Override
        public char letter(int column, int place) {
            return values[column].getString().charAt(place);
        }

        @Override
        public boolean truth(int column) {
            return values[column].getBoolean();
        }

        @Override
        public void ids(int column, Ids each) {
            if (!isNull(column)) {
                for (Value id : ((ValueArray) values[column]).getList()) {
                    each.take(((ValueUuid) id).getHigh(), ((ValueUuid) id).getLow());
                }
            }
        }
    }
}
