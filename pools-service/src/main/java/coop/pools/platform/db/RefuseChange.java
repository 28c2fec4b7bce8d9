package coop.pools.platform.db;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;

/** The H2 trigger behind append-only tables: refuses every update and delete, with PostgreSQL's restrict code. */
public final class RefuseChange implements Trigger {
    private String table = "table";

    @Override
    public void init(Connection connection, String schema, String trigger, String tableName, boolean before, int type) {
        table = tableName;
    }

    @Override
    public void fire(Connection connection, Object[] oldRow, Object[] newRow) throws SQLException {
        throw new SQLException(table + " is append-only", "23001");
    }
}
