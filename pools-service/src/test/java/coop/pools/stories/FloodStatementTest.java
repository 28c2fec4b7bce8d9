package coop.pools.stories;

import static coop.pools.stories.MainJobStoryTest.found;
import static coop.pools.stories.MainJobStoryTest.join;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.flood.domain.Quarter;
import coop.pools.platform.web.InstantText;
import coop.pools.testing.Api;
import coop.pools.testing.Browser;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import java.time.Instant;

/** After a quarter the stewards of Pools in a Flood are told that the statements are there. */
class FloodStatementTest {
    @OneDatabase
    void stewardsAreToldWhenAQuarterHasEnded(TestDatabase db) {
        try (RunningPools pools = RunningPools.on(db)) {
            Api ana = pools.as("ana");
            Api ben = pools.as("ben");
            Api dee = pools.as("dee");
            String games = found(ana, "board-games");
            String garden = found(ben, "corner-garden");
            join(dee, garden);
            String flood = FloodStewardsTest.flood(pools, "Fair", games, garden, ana, ben, dee);
            pools.advance("P92D");
            String quarter = Quarter.of(Instant.parse(
                            pools.guest().get("/sandbox/clock").ok().text("now")))
                    .previous()
                    .toString();
            String ofGames = "/floods/" + flood + "/pools/" + games + "/statement?quarter=" + quarter;
            String months = InstantText.quarter(quarter);
            assertThat(months).matches("[A-Z][a-z]+ to [A-Z][a-z]+ [0-9]{4}");
            assertThat(told(ana))
                    .contains(ofGames, " in Fair for " + months + " is there")
                    .contains("The statements of Fair for " + months + " are there");
            assertThat(told(ben)).contains("/pools/" + garden + "/statement").doesNotContain(ofGames);
            assertThat(told(dee)).as("is no steward").doesNotContain("/statement");
            assertThat(Browser.guest(pools.address()).get(ofGames).ok()).contains("Fair, " + months);
            pools.advance("PT1H");
            assertThat(told(ana)).as("once").containsOnlyOnce(ofGames);
        }
    }

    private static String told(Api person) {
        return person.get("/api/v1/me/notices").ok().body();
    }
}
