package coop.pools.platform.db;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings a database to the newest schema; forward only. Two nodes that start at once wait for each other. */
public final class Migrations {
    private final DataSource dataSource;
    private final DatabaseUrl url;

    public Migrations(DataSource dataSource, DatabaseUrl url) {
        this.dataSource = dataSource;
        this.url = url;
    }

    /** Runs what has not been run yet and answers how many scripts that was. */
    public int run() {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/common", "classpath:" + url.vendorFolder())
                .cleanDisabled(true)
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
