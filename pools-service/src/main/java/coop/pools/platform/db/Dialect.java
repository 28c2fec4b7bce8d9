package coop.pools.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** Which of the two databases a connection leads to. */
final class Dialect {
    private Dialect() {}

    static boolean isPostgresql(Connection connection) throws SQLException {
        return connection.isWrapperFor(PGConnection.class);
    }
}
