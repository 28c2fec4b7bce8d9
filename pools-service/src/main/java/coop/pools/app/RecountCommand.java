package coop.pools.app;

import coop.pools.governance.domain.Counted;
import coop.pools.governance.web.CountFile;
import io.dropwizard.core.cli.Command;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import net.sourceforge.argparse4j.inf.Namespace;
import net.sourceforge.argparse4j.inf.Subparser;

/**
 * {@code recount --file FILE}: counts a vote again from the file that its page offers, without configuration, database
 * or network; with {@code --receipt RECEIPT} it also looks for one's own ballot. Ends with exit code 1 when the file
 * contradicts itself, the result is another one, or the receipt is not in it.
 */
final class RecountCommand extends Command {
    private final PrintStream out;

    RecountCommand(PrintStream out) {
        super("recount", "Counts a vote again from its file");
        this.out = out;
    }

    @Override
    public void configure(Subparser parser) {
        parser.addArgument("--file").metavar("FILE").required(true).help("the count, as its page offers it");
        parser.addArgument("--receipt").metavar("RECEIPT").help("your own, to be found among the ballots");
    }

    @Override
    public void run(Bootstrap<?> bootstrap, Namespace arguments) throws Exception {
        CountFile.Read file = read(arguments.getString("file"));
        Optional<String> fault = file.sheet().fault();
        if (fault.isPresent()) {
            throw new CommandFailed("This is no sound count: " + fault.get() + ".");
        }
        Counted counted = file.sheet().count();
        String result = CountFile.resultOf(counted.outcome());
        if (!result.equals(file.result())) {
            throw new CommandFailed(
                    "BAD " + file.title() + "\n  published " + file.result() + "\n  counted   " + result);
        }
        out.println("ok  " + file.title() + "  " + file.sheet().ballots().size() + " ballots of "
                + file.sheet().electorate().people() + " people, "
                + file.sheet().delegations().size() + " delegations  " + result);
        Optional<String> receipt = Optional.ofNullable(arguments.getString("receipt"));
        if (receipt.isPresent()) {
            out.println("your ballot: " + found(file, receipt.get()));
        }
    }

    private static String found(CountFile.Read file, String receipt) throws CommandFailed {
        return file.sheet().ballots().stream()
                .filter(ballot -> ballot.receipt().equals(receipt))
                .map(ballot ->
                        ballot.mark().choice().word() + " " + ballot.mark().marks())
                .findFirst()
                .orElseThrow(() -> new CommandFailed("No ballot in it has this receipt."));
    }

    private static CountFile.Read read(String file) throws CommandFailed {
        try {
            return CountFile.read(Files.readString(Path.of(file)));
        } catch (NoSuchFileException e) {
            throw new CommandFailed("There is no file " + file + ".");
        } catch (IOException e) {
            throw new CommandFailed(file + " cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new CommandFailed(file + " is not a count: " + e.getMessage());
        }
    }
}
