package coop.pools.app;

import io.dropwizard.configuration.ConfigurationException;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.cli.ConfiguredCommand;
import io.dropwizard.core.setup.Bootstrap;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import net.sourceforge.argparse4j.inf.Namespace;

/** A command that reads config.yml; whatever goes wrong is said in one line and ends it with exit code 1. */
abstract class PoolsCommand extends ConfiguredCommand<PoolsConfiguration> {
    private final PrintStream out;

    PoolsCommand(String name, String description, PrintStream out) {
        super(name, description);
        this.out = out;
    }

    @Override
    protected Class<PoolsConfiguration> getConfigurationClass() {
        return PoolsConfiguration.class;
    }

    @Override
    public void run(Bootstrap<?> bootstrap, Namespace arguments) throws Exception {
        if (arguments.getString("file") == null) {
            throw new CommandFailed("Name the configuration, for example: " + getName() + " config.yml");
        }
        super.run(bootstrap, arguments);
    }

    /** One line to standard output; control characters, which a tampered file may hold, are shown as question marks. */
    void say(String line) {
        out.println(plain(line));
        out.flush();
    }

    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }

    @Override
    public void onError(Cli cli, Namespace arguments, Throwable error) {
        PrintWriter complaints = cli.getStdErr();
        if (error instanceof ConfigurationException) {
            complaints.println(error.getMessage().strip());
        } else {
            complaints.println(plain(words(error)));
        }
        complaints.flush();
    }

    private static String words(Throwable error) {
        if (error instanceof CommandFailed) {
            return error.getMessage();
        }
        String kind = error instanceof IOException ? "A file cannot be read or written: " : "Something went wrong: ";
        return kind + error.getClass().getSimpleName() + " " + String.valueOf(error.getMessage());
    }
}
