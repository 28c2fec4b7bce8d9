package coop.pools.app;

import coop.pools.ledger.BookName;
import coop.pools.ledger.BookNames;
import coop.pools.ledger.LedgerStore;
import coop.pools.ledger.VerifyBook;
import coop.pools.ledger.domain.UnreadableEntry;
import coop.pools.ledger.domain.Verdict;
import coop.pools.ledger.sql.SqlHeadStore;
import coop.pools.ledger.sql.SqlLedgerStore;
import coop.pools.ledger.web.BookFileVerifier;
import coop.pools.ledger.web.BookFileVerifier.Verified;
import io.dropwizard.core.setup.Bootstrap;
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
 * {@code verify-ledger config.yml}: verifies every book in the database, and that every published head is still in it.
 * {@code verify-ledger --export FILE}: verifies one book's file, without configuration or database; with
 * {@code --head HASH|FILE}, a hash or heads published earlier, also that nothing up to them was cut off or written
 * anew, and with {@code --key KEY|FILE} that the heads bear this installation's signature. It says too what a file alone
 * does not show. Ends with exit code 1 and the first bad entry when a book is not whole.
 */
final class VerifyLedgerCommand extends PoolsCommand {
    VerifyLedgerCommand(PrintStream out) {
        super("verify-ledger", "Recomputes every hash and balance of the books", out);
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        parser.addArgument("--export").metavar("FILE").help("a book's file, verified without a database");
        parser.addArgument("--head").metavar("HASH|FILE").help("what was published earlier: the file must reach it");
        parser.addArgument("--key").metavar("KEY|FILE").help("the public key that must have signed the head");
    }

    @Override
    public void run(Bootstrap<?> bootstrap, Namespace arguments) throws Exception {
        Optional<String> export = Optional.ofNullable(arguments.getString("export"));
        Optional<String> head = Optional.ofNullable(arguments.getString("head"));
        Optional<String> key = Optional.ofNullable(arguments.getString("key"));
        if (export.isPresent()) {
            verifyFile(export.get(), KeptHeads.of(head, key));
        } else if (head.isPresent() || key.isPresent()) {
            throw new CommandFailed("--head and --key go with --export FILE.");
        } else {
            super.run(bootstrap, arguments);
        }
    }

    private void verifyFile(String file, KeptHeads kept) throws CommandFailed {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            Verified verified = BookFileVerifier.verify(in, kept::of);
            Verdict verdict = verified.verdict();
            if (!told(verified.file().name().slug(), verdict)) {
                throw new CommandFailed("The book in " + file + " is not whole.");
            }
            kept.words(verified.file()).forEach(this::say);
        } catch (KeptHeads.Wrong e) {
            throw new CommandFailed(e.getMessage());
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
            VerifyBook verify = new VerifyBook(
                    database.transactions(), store, database.jdbi().onDemand(SqlHeadStore.class));
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
                                + HexFormat.of().formatHex(verdict.hash())
                                + (verdict.erased() == 0
                                        ? ""
                                        : "  " + verdict.erased()
                                                + (verdict.erased() == 1 ? " memo erased" : " memos erased"))));
        return verdict.isWhole();
    }
}
