package coop.pools.platform.db;

import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.sqlobject.SqlObjectPlugin;

/** JDBI with what every store expects of it. */
public final class PoolsJdbi {
    private PoolsJdbi() {}

    public static Jdbi configure(Jdbi jdbi) {
        return jdbi.installPlugin(new SqlObjectPlugin());
    }
}
