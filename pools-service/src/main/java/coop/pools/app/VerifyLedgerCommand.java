package coop.pools.app;

import coop.pools.ledger.BookName;
import coop.pools.ledger.BookNames;
import coop.pools.ledger.LedgerStore;
import coop.pools.ledger.VerifyBook;
import coop.pools.ledger.domain.UnreadableEntry;
import coop.pools.ledger.domain.Verdict;
import coop.pools.ledger.domain.Verification;
import coop.pools.ledger.sql.SqlLedgerStore;
import coop.pools.ledger.web.BookFileReader;
import io.dropwizard.core.setup.Bootstrap;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code verify-ledger config.yml}: verifies every book in the database. {@code verify-ledger --export FILE}: verifies
 * one book's file, without configuration or database; with {@code --head HASH}, a hash published earlier, also that
 * nothing up to it was cut off or written anew. Ends with exit code 1 and the first bad entry when a book is not whole.
 */
final class VerifyLedgerCommand extends PoolsCommand {
    VerifyLedgerCommand(PrintStream out) {
        super("verify-ledger", "Recomputes every hash and balance of the books", out);
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        parser.addArgument("--export").metavar("FILE").help("a book's file, verified without a database");
        parser.addArgument("--head").metavar("HASH").help("a hash published earlier that the file must reach");
    }

    @Override
    public void run(Bootstrap<?> bootstrap, Namespace arguments) throws Exception {
        String export = arguments.getString("export");
        String head = arguments.getString("head");
        if (export != null) {
            verifyFile(export, head == null ? Optional.empty() : Optional.of(hash(head)));
        } else if (head != null) {
            throw new CommandFailed("--head goes with --export FILE.");
        } else {
            super.run(bootstrap, arguments);
        }
    }

    private static byte[] hash(String typed) throws CommandFailed {
        if (!typed.matches("[0-9A-Fa-f]{64}")) {
            throw new CommandFailed("--head takes the 64 hexadecimal digits of a hash.");
        }
        return HexFormat.of().parseHex(typed);
    }

    private void verifyFile(String file, Optional<byte[]> published) throws CommandFailed {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(Path.of(file)));
                BookFileReader reader = new BookFileReader(in)) {
            Verdict verdict = Verification.of(reader.file().head(), published, reader);
            if (!told(reader.file().name().slug(), verdict)) {
                throw new CommandFailed("The book in " + file + " is not whole.");
            }
        } catch (NoSuchFileException e) {
            throw new CommandFailed("There is no file " + file + ".");
        } catch (UnreadableEntry e) {
            throw new CommandFailed(file + " is not a book: " + e.getMessage());
        } catch (IOException e) {
            throw new CommandFailed(file + " cannot be read: " + e.getMessage());
        }
    }

    @Override
    protected void run(Bootstrap<PoolsConfiguration> bootstrap, Namespace arguments, PoolsConfiguration configuration)
            throws Exception {
        try (CommandDatabase database = CommandDatabase.open(configuration.getDatabase())) {
            LedgerStore store = database.jdbi().onDemand(SqlLedgerStore.class);
            BookNames names = new SqlBookNames(database.jdbi());
            VerifyBook verify = new VerifyBook(database.transactions(), store);
            List<UUID> books = store.bookIds();
            int bad = 0;
            for (UUID book : books) {
                String name = names.of(book).map(BookName::slug).orElse(book.toString());
                bad += told(name, verify.verify(book)) ? 0 : 1;
            }
            if (bad > 0) {
                throw new CommandFailed(bad + " of " + books.size() + " books not whole.");
            }
        }
    }

    private boolean told(String name, Verdict verdict) {
        verdict.fault()
                .ifPresentOrElse(
                        fault -> say("BAD " + name + "  " + fault.words()),
                        () -> say("ok  " + name + "  " + verdict.entries() + " entries  head "
                                + HexFormat.of().formatHex(verdict.hash())));
        return verdict.isWhole();
    }
}
