package coop.pools.stress;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.KillablePools;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of {@code stress/run kills}; one node on H2 is killed in {@code KilledTest}. */
class ManyKillsTest {
    @Test
    void nothingIsLostOrDoubledWhenOneOfTwoNodesIsKilled(@TempDir Path folder) throws Exception {
        try (TestDatabase database = TestDatabases.postgresql()) {
            List<KillablePools> nodes = List.of(node(database, folder, "one"), node(database, folder, "two"));
            ManyKills.Outcome outcome = ManyKills.run(nodes, 1, 7);
            assertThat(outcome.isWhole()).as("%s", outcome).isTrue();
            assertThat(outcome.acknowledged()).isPositive();
        }
    }

    private static KillablePools node(TestDatabase database, Path folder, String name) throws Exception {
        return KillablePools.on(database, Files.createDirectory(folder.resolve(name)));
    }
}
