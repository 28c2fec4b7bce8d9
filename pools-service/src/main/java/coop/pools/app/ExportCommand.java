package coop.pools.app;

import coop.pools.kernel.Refused;
import coop.pools.ledger.BookName;
import coop.pools.ledger.ReadBook;
import coop.pools.ledger.domain.Head;
import coop.pools.ledger.sql.SqlLedgerStore;
import coop.pools.ledger.web.BookFile;
import coop.pools.ledger.web.BookFileWriter;
import io.dropwizard.core.setup.Bootstrap;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.HexFormat;
import net.sourceforge.argparse4j.inf.MutuallyExclusiveGroup;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code export config.yml --pool SLUG --to FILE}: writes one book as a {@link BookFile}. The file appears whole or not
 * at all, and takes the place of an older one of that name.
 */
final class ExportCommand extends PoolsCommand {
    ExportCommand(PrintStream out) {
        super("export", "Writes a book to a file that verify-ledger --export reads", out);
    }

    @Override
    public void configure(Subparser parser) {
        super.configure(parser);
        MutuallyExclusiveGroup whose = parser.addMutuallyExclusiveGroup().required(true);
        whose.addArgument("--pool").metavar("SLUG").help("whose book, by the last part of its address");
        whose.addArgument("--flood").metavar("SLUG").help("whose book, by the last part of its address");
        parser.addArgument("--to").metavar("FILE").required(true).help("where to write it");
    }

    @Override
    protected void run(Bootstrap<PoolsConfiguration> bootstrap, Namespace arguments, PoolsConfiguration configuration)
            throws Exception {
        boolean pool = arguments.getString("pool") != null;
        BookName.Kind kind = pool ? BookName.Kind.POOL : BookName.Kind.FLOOD;
        String slug = arguments.getString(kind.word());
        Path file = Path.of(arguments.getString("to")).toAbsolutePath();
        if (!Files.isDirectory(file.getParent())) {
            throw new CommandFailed("There is no folder " + file.getParent() + ".");
        }
        if (Files.isDirectory(file)) {
            throw new CommandFailed(file + " is a folder.");
        }
        try (CommandDatabase database = CommandDatabase.open(configuration.getDatabase())) {
            ReadBook books =
                    new ReadBook(database.jdbi().onDemand(SqlLedgerStore.class), new SqlBookNames(database.jdbi()));
            write(file, books, named(books, kind, slug));
        }
    }

    private static BookName named(ReadBook books, BookName.Kind kind, String slug) throws CommandFailed {
        try {
            return books.named(kind, slug);
        } catch (Refused e) {
            throw new CommandFailed("There is no " + kind.word() + " " + slug + ".");
        }
    }

    private void write(Path file, ReadBook books, BookName name) throws IOException {
        Head head = books.head(name.book());
        BookFile book = new BookFile(name, head, Clock.systemUTC().instant());
        Path part = Files.createTempFile(file.getParent(), "." + file.getFileName(), ".part");
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel));
                BookFileWriter.write(out, book, books.upTo(head));
                out.flush();
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
        say("wrote " + file + "  " + head.seq() + " entries  head "
                + HexFormat.of().formatHex(head.hash()));
    }
}
