package coop.pools.app;

import coop.pools.kernel.IdSource;
import coop.pools.ledger.KeySeal;
import coop.pools.ledger.SigningKeys;
import coop.pools.ledger.sql.SqlHeadStore;
import io.dropwizard.core.setup.Bootstrap;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import net.sourceforge.argparse4j.inf.Namespace;

/** {@code new-signing-key config.yml}: heads are signed with a new key from now on; the old ones stay listed. */
final class NewSigningKeyCommand extends PoolsCommand {
    NewSigningKeyCommand(PrintStream out) {
        super("new-signing-key", "Makes a new key for signing the heads of the books", out);
    }

    @Override
    protected void run(Bootstrap<PoolsConfiguration> bootstrap, Namespace arguments, PoolsConfiguration configuration)
            throws Exception {
        try (CommandDatabase database = CommandDatabase.open(configuration.getDatabase())) {
            Clock clock = Clock.systemUTC();
            IdSource ids = new IdSource(clock, new SecureRandom());
            SigningKeys keys = new SigningKeys(
                    database.transactions(),
                    database.jdbi().onDemand(SqlHeadStore.class),
                    new KeySeal(configuration.getSigning().secret(), ids),
                    clock);
            say("heads are signed with the key " + keys.renew());
        }
    }
}
