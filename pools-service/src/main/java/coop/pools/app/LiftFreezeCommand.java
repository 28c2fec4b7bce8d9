package coop.pools.app;

import coop.pools.kernel.IdSource;
import coop.pools.ledger.AuditBooks;
import coop.pools.ledger.BookName;
import coop.pools.ledger.Freezes;
import coop.pools.ledger.LiftFreeze;
import coop.pools.ledger.VerifyBook;
import coop.pools.ledger.sql.SqlAuditStore;
import coop.pools.ledger.sql.SqlFreezeStore;
import coop.pools.ledger.sql.SqlHeadStore;
import coop.pools.ledger.sql.SqlLedgerStore;
import io.dropwizard.core.setup.Bootstrap;
import java.io.PrintStream;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code lift-freeze config.yml --pool SLUG}: audits the whole book and, when it is as it must be, lets the payouts go
 * on that the auditor stopped. Exit code 1, and nothing changes, when something is still wrong.
 */
final class LiftFreezeCommand extends PoolsCommand {
    LiftFreezeCommand(PrintStream out) {
        super("lift-freeze", "Lets payouts of a book go on after a clean audit", out);
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        var whose = parser.addMutuallyExclusiveGroup().required(true);
        whose.addArgument("--pool").metavar("SLUG").help("whose book, by the last part of its address");
        whose.addArgument("--flood").metavar("SLUG").help("whose book, by the last part of its address");
    }

    @Override
    protected void run(Bootstrap<PoolsConfiguration> bootstrap, Namespace arguments, PoolsConfiguration configuration)
            throws Exception {
        BookName.Kind kind = arguments.getString("pool") == null ? BookName.Kind.FLOOD : BookName.Kind.POOL;
        String slug = arguments.getString(kind.word());
        try (CommandDatabase database = CommandDatabase.open(configuration.getDatabase())) {
            UUID book = new SqlBookNames(database.jdbi())
                    .bySlug(kind, slug)
                    .orElseThrow(() -> new CommandFailed("There is no " + kind.word() + " " + slug + "."))
                    .book();
            Optional<String> wrong = lifting(database).lift(book);
            if (wrong.isPresent()) {
                throw new CommandFailed("Payouts stay stopped: " + wrong.get());
            }
            say("payouts of " + slug + " go on as far as the audit is concerned");
        }
    }

    private static LiftFreeze lifting(CommandDatabase database) {
        Clock clock = Clock.systemUTC();
        var jdbi = database.jdbi();
        SqlLedgerStore books = jdbi.onDemand(SqlLedgerStore.class);
        Freezes freezes = new Freezes(
                database.transactions(),
                books,
                jdbi.onDemand(SqlFreezeStore.class),
                new IdSource(clock, new SecureRandom()),
                clock);
        VerifyBook verify = new VerifyBook(database.transactions(), books, jdbi.onDemand(SqlHeadStore.class));
        AuditBooks audit = new AuditBooks(
                verify,
                jdbi.onDemand(SqlAuditStore.class),
                BookChecks.all(jdbi, database.transactions(), clock),
                freezes,
                clock);
        return new LiftFreeze(audit, freezes);
    }
}
