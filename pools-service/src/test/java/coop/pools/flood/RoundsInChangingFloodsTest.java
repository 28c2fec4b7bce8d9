package coop.pools.flood;

import static coop.pools.flood.RoundHouse.candidate;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.governance.domain.BodyRef;
import coop.pools.round.domain.RoundState;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Floods that become one, or two, while a round is open: everybody takes their whole part of the pot along, the round of
 * a Flood that ends is over, and that of one that goes on is about what is left.
 */
class RoundsInChangingFloodsTest {
    /** Two Floods of two Pools each; everybody has put in 300, and the first one has a round with 600 in its pot. */
    private static final class Coast {
        final RoundHouse house;
        final Valley valley;
        final MemberPool games;
        final MemberPool garden;
        final MemberPool mill;
        final Flood river;
        final Flood lake;
        final UUID round;

        Coast(TestDatabase db) {
            house = new RoundHouse(db, 4);
            valley = house.valley;
            UUID[] people = house.people;
            games = valley.pool("games", "EUR", people[0], people[1]);
            garden = valley.pool("garden", "EUR", people[1], people[2]);
            mill = valley.pool("mill", "EUR", people[3]);
            river = at(house.flood(300, games, garden, mill));
            valley.clock.advance(Duration.ofSeconds(1));
            MemberPool quay = valley.pool("quay", "EUR", people[3]);
            lake = at(house.flood(300, quay, valley.pool("boats", "EUR", people[0])));
            round = house.open(BodyRef.flood(river.id()), 600, true, candidate("Stage", 600, 0));
            house.give(0, round, "stage", 150);
            house.give(2, round, "stage", 150);
            house.give(3, round, "stage", 100);
        }

        private Flood at(BodyRef body) {
            return valley.floods.find(body.id()).orElseThrow();
        }

        long stageOf(Flood flood) {
            return house.in(BodyRef.flood(flood.id()), "stage");
        }
    }

    @EveryDatabase
    void aMergerTakesThePotApartBeforeTheStakesGoAlong(TestDatabase db) {
        Coast coast = new Coast(db);
        Set<UUID> agreeing = Set.of(coast.games.id(), coast.garden.id());
        coast.valley.shapes.merge(coast.river, coast.lake, agreeing);
        assertThat(coast.valley.stake(coast.lake, coast.games))
                .as("with its 200 of the pot")
                .isEqualTo(300);
        assertThat(coast.valley.stake(coast.lake, coast.garden)).isEqualTo(300);
        assertThat(coast.valley.available(coast.mill))
                .as("which does not go along")
                .isEqualTo(300);
        assertThat(coast.house.view(coast.round).state()).isEqualTo(RoundState.RETURNED);
        assertThat(coast.house.pot(coast.round)).isZero();
        assertThat(coast.stageOf(coast.river)).isZero();
        assertThat(coast.house.close()).as("nothing is left to be closed").isZero();
    }

    @EveryDatabase
    void aSplitTakesTheirPartOfThePotAlongAndTheOthersRoundGoesOn(TestDatabase db) {
        Coast coast = new Coast(db);
        List<UUID> going = List.of(coast.games.id(), coast.mill.id());
        Flood apart = coast.valley.shapes.split(
                coast.river, "Apart", going, Set.copyOf(going), List.of(coast.river, coast.lake));
        assertThat(coast.valley.stake(apart, coast.games)).isEqualTo(300);
        assertThat(coast.valley.stake(apart, coast.mill)).isEqualTo(300);
        assertThat(coast.house.view(coast.round).state()).isEqualTo(RoundState.OPEN);
        assertThat(coast.house.pot(coast.round)).as("the garden's part").isEqualTo(200);
        assertThat(coast.house.close()).isEqualTo(1);
        assertThat(coast.stageOf(coast.river))
                .as("what the garden's people gave, who are still there")
                .isEqualTo(150);
        assertThat(coast.valley.stake(coast.river, coast.garden)).isEqualTo(150);
    }

    @EveryDatabase
    void aSplitWithWhichEverybodyGoesEndsTheRound(TestDatabase db) {
        Coast coast = new Coast(db);
        List<UUID> going = List.of(coast.games.id(), coast.garden.id(), coast.mill.id());
        Flood apart = coast.valley.shapes.split(
                coast.river, "Apart", going, Set.copyOf(going), List.of(coast.river, coast.lake));
        assertThat(coast.house.view(coast.round).state()).isEqualTo(RoundState.RETURNED);
        assertThat(coast.house.available(BodyRef.flood(apart.id()))).isEqualTo(900);
        assertThat(coast.house.close()).isZero();
    }

    @EveryDatabase
    void aRoundOfTheFloodThatStaysIsNotAboutThoseWhoComeIn(TestDatabase db) {
        Coast coast = new Coast(db);
        UUID round = coast.house.open(BodyRef.flood(coast.lake.id()), 200, true, candidate("Jetty", 200, 0));
        coast.valley.merge(coast.river, coast.lake);
        assertThat(coast.house.view(round).state()).isEqualTo(RoundState.OPEN);
        assertThat(coast.house.view(round).round().people()).isEqualTo(2);
        coast.house.give(3, round, "jetty", 80);
        assertThat(coast.house.close()).isEqualTo(1);
        assertThat(coast.house.in(BodyRef.flood(coast.lake.id()), "jetty")).isEqualTo(80);
        assertThat(coast.valley.stake(coast.lake, coast.games)).isEqualTo(300);
    }
}
