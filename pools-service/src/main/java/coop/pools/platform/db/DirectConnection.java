package coop.pools.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.PooledConnection;

/** The driver's own connection: the pool wraps each statement, which a batch of thousands of values would feel. */
final class DirectConnection {
    private DirectConnection() {}

    static Connection of(Connection connection) {
        try {
            return connection instanceof PooledConnection pooled ? pooled.getConnection() : connection;
        } catch (SQLException e) {
            throw new IllegalStateException("the pool does not say which connection it wraps", e);
        }
    }
}
