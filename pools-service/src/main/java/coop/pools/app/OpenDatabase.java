package coop.pools.app;

import com.codahale.metrics.MetricRegistry;
import coop.pools.platform.db.DatabaseUrl;
import coop.pools.platform.db.Durability;
import coop.pools.platform.db.H2Recovery;
import coop.pools.platform.db.H2Sync;
import coop.pools.platform.db.JdbiTransactions;
import coop.pools.platform.db.Migrations;
import coop.pools.platform.db.PoolsJdbi;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import io.dropwizard.lifecycle.Managed;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jdbi.v3.core.Jdbi;

/** The database, opened, migrated and ready for transactions. */
final class OpenDatabase implements Managed {
    private final ManagedDataSource dataSource;
    private final Durability durability;
    private final Jdbi jdbi;
    private final JdbiTransactions transactions;

    OpenDatabase(DataSourceFactory settings, MetricRegistry metrics) {
        DatabaseUrl url = DatabaseUrl.of(settings.getUrl());
        settings.setUrl(url.jdbc());
        settings.setDriverClass(url.isH2() ? "org.h2.Driver" : "org.postgresql.Driver");
        H2Recovery.afterCrash(url, settings.getUser(), settings.getPassword());
        durability = durability(url, settings);
        dataSource = settings.build(metrics, "database");
        new Migrations(dataSource, url).run();
        jdbi = PoolsJdbi.configure(Jdbi.create(dataSource));
        transactions = new JdbiTransactions(jdbi, durability);
    }

    private static Durability durability(DatabaseUrl url, DataSourceFactory settings) {
        if (!url.isH2File()) {
            return Durability.byCommit();
        }
        try {
            return new H2Sync(DriverManager.getConnection(url.jdbc(), settings.getUser(), settings.getPassword()));
        } catch (SQLException e) {
            throw new IllegalStateException("the database at " + url.jdbc() + " cannot be opened", e);
        }
    }

    ManagedDataSource dataSource() {
        return dataSource;
    }

    Jdbi jdbi() {
        return jdbi;
    }

    JdbiTransactions transactions() {
        return transactions;
    }

    @Override
    public void stop() throws Exception {
        transactions.close();
        dataSource.stop();
        if (durability instanceof H2Sync sync) {
            sync.close();
        }
    }
}
