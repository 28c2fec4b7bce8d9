package coop.pools.app;

import coop.pools.platform.db.DatabaseUrl;
import coop.pools.platform.db.H2Recovery;
import coop.pools.platform.db.Migrations;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.db.DataSourceFactory;
import io.dropwizard.db.ManagedDataSource;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import net.sourceforge.argparse4j.inf.Namespace;

/** {@code migrate config.yml}: brings the database to the newest schema, as every start of the server does. */
final class MigrateCommand extends PoolsCommand {
    private static final int ANSWER_SECONDS = 10;

    MigrateCommand(PrintStream out) {
        super("migrate", "Brings the database to the newest schema", out);
    }

    @Override
    protected void run(Bootstrap<PoolsConfiguration> bootstrap, Namespace arguments, PoolsConfiguration configuration)
            throws Exception {
        DataSourceFactory settings = configuration.getDatabase();
        DatabaseUrl url = DatabaseUrl.of(settings.getUrl());
        H2Recovery.afterCrash(url, settings.getUser(), settings.getPassword());
        try (Connection kept = DriverManager.getConnection(url.jdbc(), settings.getUser(), settings.getPassword())) {
            if (!kept.isValid(ANSWER_SECONDS)) {
                throw new CommandFailed("The database does not answer.");
            }
            settings.setUrl(url.jdbc());
            settings.setDriverClass(url.isH2() ? "org.h2.Driver" : "org.postgresql.Driver");
            ManagedDataSource source = settings.build(bootstrap.getMetricRegistry(), "migrate");
            try {
                int run = new Migrations(source, url).run();
                say(run == 0 ? "the schema is the newest already" : run + " migrations run");
            } finally {
                source.stop();
            }
        } catch (SQLException e) {
            throw new CommandFailed(CommandDatabase.words(e));
        }
    }
}
