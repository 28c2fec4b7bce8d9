package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.governance.Bodies.Voters;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.domain.Seat;
import coop.pools.identity.domain.Person;
import coop.pools.identity.sql.SqlIdentityStore;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The Flood to which every Pool belongs by itself. */
class CommonsOfAllPoolsTest {
    private static final UUID ANA = new UUID(1, 1);
    private static final UUID BEN = new UUID(1, 2);
    private static final UUID CHI = new UUID(1, 3);

    @EveryDatabase
    void everyPoolThatIsNotEndingBelongsToTheCommonsByItself(TestDatabase db) {
        Valley valley = new Valley(db);
        MemberPool games = valley.pool("games", "EUR", ANA);
        MemberPool garden = valley.pool("garden", "EUR", BEN);
        MemberPool ending = valley.pool("ending", "EUR", CHI);
        List.of(games, garden, ending).forEach(pool -> row(db, pool));
        end(db, ending);
        Flood commons = valley.shapes.commons();
        UUID id = commons.id();
        Flood fair = valley.found(ANA, "Summer Fair", games, garden);

        assertThat(valley.floods.commons()).containsExactly(commons);
        assertThat(valley.floods.joinedPools(id)).containsExactlyInAnyOrder(games.id(), garden.id());
        assertThat(valley.floods.inside(new UUID[] {id, fair.id()}))
                .extracting(FloodStore.Edge::flood, FloodStore.Edge::member, FloodStore.Edge::nested)
                .containsExactlyInAnyOrder(tuple(id, games.id(), false), tuple(id, garden.id(), false));
        assertThat(valley.floods.joinedPools(fair.id())).isEmpty();
    }

    /** Three people are asked for one Pool only, however many they found. */
    @EveryDatabase
    void poolsAreAskedThatAreTheFirstOfEnoughPeople(TestDatabase db) {
        Valley valley = new Valley(db);
        Flood commons = valley.shapes.commons();
        BodyRef body = BodyRef.flood(commons.id());
        UUID[] people = people(valley, 7);
        MemberPool pair = pool(valley, "pair", people[0], people[1]);
        assertThat(asked(valley, body))
                .as("where no Pool has enough, every Pool is asked")
                .containsExactly(pair.id());
        MemberPool choir = pool(valley, "choir", people[2], people[3], people[4]);
        pool(valley, "again", people[2], people[3], people[4]);
        pool(valley, "and-again", people[4], people[3], people[2], people[1]);
        MemberPool late = pool(valley, "late", people[5], people[6], people[0]);
        assertThat(asked(valley, body)).containsExactly(choir.id());
        leave(db, pair, people[0]);
        assertThat(asked(valley, body))
                .as("who leaves a Pool is counted for the next one")
                .containsExactlyInAnyOrder(choir.id(), late.id());
        end(db, choir);
        assertThat(asked(valley, body)).doesNotContain(choir.id()).contains(late.id());
        assertThat(valley.body.poolsAmong(body, Set.of(choir.id(), late.id()))).isEqualTo(Set.of(late.id()));
        Voters voters = valley.body.freeze(body, List.of(new Action.Statement()));
        assertThat(voters.parts()).as("everybody votes all the same").hasSize(4);
    }

    private static List<UUID> asked(Valley valley, BodyRef body) {
        return valley.body.freeze(body, List.of(new Action.Statement())).seats().stream()
                .map(Seat::pool)
                .toList();
    }

    @EveryDatabase
    void openingAVoteWaitsForNobodyWhoJoinsAPool(TestDatabase db) {
        Valley valley = new Valley(db);
        BodyRef body = BodyRef.flood(valley.shapes.commons().id());
        MemberPool games = pool(valley, "games", people(valley, 1));
        db.transactions().inTransaction(() -> {
            valley.pools.lockRoster(games.id());
            CompletableFuture<List<RosterPart>> other = CompletableFuture.supplyAsync(
                    () -> db.transactions().inTransaction(() -> valley.body.freezeRosters(body)));
            assertThat(other.orTimeout(20, TimeUnit.SECONDS).join()).containsExactly(games.roster());
        });
    }

    @EveryDatabase
    void itIsAMemberOfNoFlood(TestDatabase db) {
        Valley valley = new Valley(db);
        Flood commons = valley.shapes.commons();
        MemberPool games = valley.pool("games", "EUR", ANA);
        MemberPool garden = valley.pool("garden", "EUR", BEN);
        Flood fair = valley.flood("Summer Fair", games, garden);
        Action admit = new Action.FloodAction.AdmitPool(commons.id());
        assertThatThrownBy(() -> valley.checks.check(BodyRef.flood(fair.id()), admit))
                .isInstanceOf(Refused.class)
                .hasMessage("COMMONS_OF_ALL");
        NewFlood wish = new NewFlood("Sea", "A stage", "EUR", List.of("games"), List.of(commons.slug()), Map.of());
        assertThatThrownBy(() -> valley.found.found(Caller.of(ANA), valley.ids.newId(), wish))
                .isInstanceOf(Refused.class)
                .hasMessage("COMMONS_OF_ALL");
    }

    private static UUID[] people(Valley valley, int many) {
        UUID[] people = new UUID[many];
        Arrays.setAll(people, no -> valley.ids.newId());
        SqlIdentityStore identities = valley.db.store(SqlIdentityStore.class);
        for (UUID person : people) {
            identities.insertPerson(new Person(person, "Somebody", valley.clock.instant()));
        }
        return people;
    }

    /** These join it now, a moment after all before. */
    private static MemberPool pool(Valley valley, String slug, UUID... people) {
        valley.clock.advance(Duration.ofSeconds(1));
        MemberPool pool = valley.pool(slug, "EUR", people);
        row(valley.db, pool);
        for (int i = 0; i < people.length; i++) {
            int number = i + 1;
            valley.db
                    .jdbi()
                    .useHandle(handle -> handle.execute(
                            "insert into membership (pool_id, person_id, joined_version, number, joined_at)"
                                    + " values (?, ?, 0, ?, ?)",
                            pool.id(),
                            people[number - 1],
                            number,
                            valley.clock.instant()));
        }
        return pool;
    }

    private static void leave(TestDatabase db, MemberPool pool, UUID person) {
        db.jdbi()
                .useHandle(handle -> handle.execute(
                        "update membership set left_version = 1 where pool_id = ? and person_id = ?",
                        pool.id(),
                        person));
    }

    private static void row(TestDatabase db, MemberPool pool) {
        db.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into pool (id, slug, name, currency, legal_form, source, group_id, roster_version, created_at)"
                                + " values (?, ?, ?, 'EUR', 'working_agreement', 'csv', ?, 0, current_timestamp)",
                        pool.id(),
                        pool.slug(),
                        pool.name(),
                        pool.slug()));
    }

    private static void end(TestDatabase db, MemberPool pool) {
        db.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into pool_end (pool_id, proposal_id, since, claimed_up_to) values (?, ?, current_timestamp, 0)",
                        pool.id(),
                        pool.id()));
    }
}
