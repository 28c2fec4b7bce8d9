package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.governance.Audience;
import coop.pools.governance.domain.BodyRef;
import coop.pools.identity.domain.Person;
import coop.pools.identity.sql.SqlIdentityStore;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Who reads on when a Flood has ended: those who could until then, and nobody else. */
class AfterTheEndTest {
    private Valley valley;
    private int members;

    @EveryDatabase
    void whoWasInItAtItsEndReadsOn(TestDatabase db) {
        valley = new Valley(db);
        UUID ana = person();
        UUID ben = person();
        UUID chi = person();
        UUID dee = person();
        UUID late = person();
        MemberPool games = pool("games", ana);
        MemberPool garden = pool("garden", ben, chi);
        MemberPool mill = pool("mill", dee);
        Flood river = valley.flood("River", games, garden);
        Flood sea = valley.flood("Sea", mill, games);
        valley.join(sea, river);
        BodyRef body = BodyRef.flood(sea.id());
        Audience audience = new Audience(valley.body);
        part(garden, chi);
        valley.leave(sea, mill);
        next();
        for (UUID person : List.of(ana, ben, chi, dee)) {
            assertThat(valley.body.wasMemberAtEnd(body, person))
                    .as("it goes on")
                    .isFalse();
        }

        valley.dissolve(sea);
        next();
        join(garden, late);
        part(games, ana);
        valley.dissolve(river);

        assertThat(audience.includes(body, ana)).as("by a Pool, though not now").isTrue();
        assertThat(audience.includes(body, ben)).as("by a Flood within").isTrue();
        assertThat(audience.includes(body, chi)).as("had left the Pool before").isFalse();
        assertThat(audience.includes(body, dee))
                .as("whose Pool had left before")
                .isFalse();
        assertThat(audience.includes(body, late)).as("who came later").isFalse();
        assertThat(audience.includes(BodyRef.flood(river.id()), late)).isTrue();
        assertThat(audience.includes(BodyRef.flood(river.id()), ana)).isFalse();
    }

    private void next() {
        valley.clock.advance(Duration.ofSeconds(1));
    }

    private UUID person() {
        UUID person = valley.ids.newId();
        valley.db.store(SqlIdentityStore.class).insertPerson(new Person(person, "Somebody", valley.clock.instant()));
        return person;
    }

    private MemberPool pool(String slug, UUID... people) {
        MemberPool pool = valley.pool(slug, "EUR", people);
        valley.db
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into pool (id, slug, name, currency, legal_form, source, group_id, roster_version, created_at)"
                                + " values (?, ?, ?, 'EUR', 'working_agreement', 'csv', ?, 0, current_timestamp)",
                        pool.id(),
                        slug,
                        slug,
                        slug));
        for (UUID person : people) {
            join(pool, person);
        }
        return pool;
    }

    private void join(MemberPool pool, UUID person) {
        members++;
        valley.db
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into membership (pool_id, person_id, joined_version, number, joined_at)"
                                + " values (?, ?, 0, ?, ?)",
                        pool.id(),
                        person,
                        members,
                        valley.clock.instant()));
    }

    private void part(MemberPool pool, UUID person) {
        next();
        valley.pools.part(pool.id(), person);
        valley.db
                .jdbi()
                .useHandle(handle -> handle.execute(
                        "update membership set left_version = 1, left_at = ? where pool_id = ? and person_id = ?",
                        valley.clock.instant(),
                        pool.id(),
                        person));
        next();
    }
}
