package coop.pools.app;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.CountSheet;
import coop.pools.governance.domain.Electorate;
import coop.pools.governance.domain.Mark;
import coop.pools.governance.domain.Method;
import coop.pools.governance.domain.Option;
import coop.pools.governance.domain.Reasons;
import coop.pools.governance.domain.Shown;
import coop.pools.governance.domain.VotingRule;
import coop.pools.governance.web.CountFile;
import coop.pools.kernel.BasisPoints;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.util.JarLocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecountCommandTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aFileIsCountedAgainToTheSameResultAndTheReceiptIsFound() throws Exception {
        String file = file();
        assertThat(recount(file, "--receipt", "receipt-3")).isTrue();
        assertThat(said())
                .contains("ok  Tea \u2603  4 ballots of 6 people, 1 delegations")
                .contains("your ballot: agree [1, 2]");
        assertThat(recount(file, "--receipt", "receipt-9")).isFalse();
        assertThat(said()).contains("No ballot in it has this receipt");
    }

    @Test
    void aFileThatWasChangedIsNotCountedToItsResult() throws Exception {
        String file = file();
        assertThat(recount(file.replace("\"agree\":4", "\"agree\":3"))).isFalse();
        assertThat(said()).contains("BAD Tea");
        assertThat(recount(file.replaceFirst("\\[1,2]", "[2,1]").replaceFirst("\\[1,2]", "[2,1]")))
                .isFalse();
        assertThat(recount(file.replace("receipt-2", "receipt-1"))).isFalse();
        assertThat(said()).contains("two ballots have one receipt");
        assertThat(recount(file.replaceFirst("\\[1,2]", "[1,7]"))).isFalse();
        assertThat(said()).contains("does not fit the paper");
        assertThat(recount("{}")).isFalse();
        assertThat(said()).contains("is not a count");
    }

    private static String file() {
        List<CountSheet.Cast> ballots = new ArrayList<>();
        for (int number = 1; number <= 3; number++) {
            ballots.add(new CountSheet.Cast(Optional.of(person(number)), Mark.of(List.of(1, 2)), "receipt-" + number));
        }
        ballots.add(new CountSheet.Cast(Optional.of(person(4)), Mark.of(Choice.ABSTAIN), "receipt-4"));
        BallotPaper paper =
                new BallotPaper(Method.RANKED, List.of(option(0), option(1)), 1, 1, Reasons.OFF, 0, Shown.LIVE, false);
        VotingRule rule =
                new VotingRule(new BasisPoints(5000), VotingRule.Base.ALL, new BasisPoints(2000), 3, 48, 120, 24);
        CountSheet sheet = new CountSheet(
                new UUID(5, 5),
                paper,
                rule,
                new Electorate(6, 6),
                ballots,
                List.of(new CountSheet.Edge(person(5), person(2))));
        return CountFile.write("Tea \u2603", sheet, sheet.count().outcome());
    }

    private boolean recount(String file, String... more) throws IOException {
        Path path = Files.writeString(folder.resolve("count.json"), file);
        said.reset();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        PoolsApplication application = new PoolsApplication(out);
        Bootstrap<PoolsConfiguration> bootstrap = new Bootstrap<>(application);
        application.initialize(bootstrap);
        List<String> arguments = new ArrayList<>(List.of("recount", "--file", path.toString()));
        arguments.addAll(List.of(more));
        return new Cli(new JarLocation(getClass()), bootstrap, out, out)
                .run(arguments.toArray(String[]::new))
                .isEmpty();
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    private static Option option(int place) {
        return new Option(Option.keyAt(place), "Option " + place, new Action.Statement());
    }

    private static UUID person(int number) {
        return new UUID(1, number);
    }
}
