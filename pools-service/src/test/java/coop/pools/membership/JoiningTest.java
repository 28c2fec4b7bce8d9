package coop.pools.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import coop.pools.founding.Town;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Progress;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.RawVote;
import coop.pools.governance.domain.RosterPart;
import coop.pools.governance.sql.SqlProposalStore;
import coop.pools.identity.domain.Person;
import coop.pools.identity.sql.SqlIdentityStore;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.membership.domain.ExitShare;
import coop.pools.membership.domain.Membership;
import coop.pools.membership.sql.SqlMembershipStore;
import coop.pools.membership.sql.SqlTakingPartStore;
import coop.pools.pool.domain.Pool;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

class JoiningTest {
    @EveryDatabase
    void joiningTwiceIsOneMembership(TestDatabase db) {
        Town town = new Town(db);
        Pool pool = town.found(town.person("ana"), "board-games");
        Caller ben = town.person("ben");
        JoinPool.Joined first = town.join(ben, pool);
        JoinPool.Joined second = town.join(ben, pool);
        assertThat(first.isNew()).isTrue();
        assertThat(second.isNew()).isFalse();
        assertThat(second.membership()).isEqualTo(first.membership());
        assertThat(second.acceptance()).isEqualTo(first.acceptance());
        assertThat(first.membership().number()).isEqualTo(2);
        assertThat(town.members.count(pool.id())).isEqualTo(2);
    }

    /** However many others on the installation have the same name. */
    @EveryDatabase
    void aMemberIsFoundByNameAmongManyNamesakes(TestDatabase db) {
        Town town = new Town(db);
        Pool pool = town.found(town.person("ana"), "board-games");
        Caller ben = town.person("ben");
        UUID member = ben.person().orElseThrow();
        town.join(ben, pool);
        SqlIdentityStore identity = db.store(SqlIdentityStore.class);
        String name = identity.person(member).orElseThrow().name();
        for (int other = 1; other <= 60; other++) {
            identity.insertPerson(new Person(new UUID(0, other), name, town.clock.instant()));
        }
        assertThat(town.members.named(name, List.of(pool.id()), 50))
                .extracting(Membership::personId, Membership::number)
                .containsExactly(tuple(member, 2));
        assertThat(town.members.named(name, List.of(new UUID(1, 1)), 50)).isEmpty();
        assertThat(town.members.named(name, List.of(), 50)).isEmpty();
        assertThat(town.members.namesakes(List.of(pool.id()), name)).containsExactly(member);
        assertThat(town.members.namesakes(List.of(), name)).isEmpty();
    }

    /** In a Flood of very many Pools, too: not all their members are read for one name. */
    @OneDatabase
    void aNameIsLookedUpFromTheFewWhoHaveIt(TestDatabase db) {
        for (Method each : SqlMembershipStore.class.getMethods()) {
            if (each.getName().equals("namesakes") || each.getName().equals("named")) {
                String sql = each.getAnnotation(SqlQuery.class).value();
                String plan = db.jdbi()
                        .withHandle(handle -> handle.createQuery("explain " + sql)
                                .bind("name", "Ben")
                                .bindArray("pools", UUID.class, List.of())
                                .bind("limit", 2)
                                .mapTo(String.class)
                                .one());
                assertThat(plan).as(each.getName()).contains("person_by_name", "membership_person");
            }
        }
    }

    @EveryDatabase
    void twentyJoinsAtOnceAreOneMembership(TestDatabase db) throws Exception {
        Town town = new Town(db);
        Pool pool = town.found(town.person("ana"), "board-games");
        Caller ben = town.person("ben");
        List<Callable<JoinPool.Joined>> joins = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            joins.add(() -> town.join(ben, pool));
        }
        List<JoinPool.Joined> answers = atOnce(joins);
        assertThat(answers).extracting(joined -> joined.membership().number()).containsOnly(2);
        assertThat(answers).filteredOn(JoinPool.Joined::isNew).hasSize(1);
        assertThat(town.pools.bySlug(pool.slug()).rosterVersion()).isEqualTo(2);
    }

    @EveryDatabase
    void manyPeopleAtOnceGetNumbersWithoutGaps(TestDatabase db) throws Exception {
        Town town = new Town(db);
        Pool pool = town.found(town.person("ana"), "board-games");
        List<Callable<Integer>> joins = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            Caller someone = town.person("crowd-0000" + i);
            joins.add(() -> town.join(someone, pool).membership().number());
        }
        assertThat(atOnce(joins)).containsExactlyInAnyOrder(2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13);
    }

    @EveryDatabase
    void onlyTheTextInForceCanBeAccepted(TestDatabase db) {
        Town town = new Town(db);
        Pool pool = town.found(town.person("ana"), "board-games");
        Caller ben = town.person("ben");
        String old = town.bylaws.current(pool.id()).sha256();
        town.transactions.inTransaction(() -> town.amend.amend(pool.id(), Map.of("vote.hours", 72), town.ids.newId()));
        assertThatThrownBy(() -> join(town, ben, pool, Optional.of(old), Optional.empty()))
                .hasMessage("BYLAWS_CHANGED");
        assertThat(town.members.isMember(pool.id(), ben.person().orElseThrow())).isFalse();
        String now = town.bylaws.current(pool.id()).sha256();
        assertThat(join(town, ben, pool, Optional.of(now), Optional.empty()).acceptance())
                .hasValueSatisfying(yes -> assertThat(yes.version()).isEqualTo(2));
    }

    @EveryDatabase
    void aFullPoolTakesNobodyElse(TestDatabase db) throws Exception {
        Town town = new Town(db);
        Pool pool = town.found(town.person("ana"), "board-games");
        town.transactions.inTransaction(() -> town.amend.amend(pool.id(), Map.of("member.cap", 3), town.ids.newId()));
        List<Callable<String>> joins = new ArrayList<>();
        for (String name : List.of("ben", "chi", "dee", "eli")) {
            Caller someone = town.person(name);
            joins.add(() -> {
                try {
                    return "joined " + town.join(someone, pool).membership().isPresent();
                } catch (Refused refused) {
                    return refused.code().name();
                }
            });
        }
        assertThat(atOnce(joins)).containsExactlyInAnyOrder("joined true", "joined true", "POOL_FULL", "POOL_FULL");
        assertThat(town.members.count(pool.id())).isEqualTo(3);
    }

    @EveryDatabase
    void leavingIsAtOnceAndReturningBeginsANewStay(TestDatabase db) {
        Town town = new Town(db);
        Pool pool = town.found(town.person("ana"), "board-games");
        Caller ben = town.person("ben");
        town.join(ben, pool);
        ExitShare preview = town.leave.leave(ben, pool, true);
        assertThat(preview.amount()).isEqualTo(Money.zero(Town.EUR));
        assertThat(town.members.isMember(pool.id(), ben.person().orElseThrow())).isTrue();
        assertThat(town.leave.leave(ben, pool, false)).isEqualTo(preview);
        assertThat(town.members.isMember(pool.id(), ben.person().orElseThrow())).isFalse();
        assertThatThrownBy(() -> town.leave.leave(ben, pool, false)).hasMessage("NOT_A_MEMBER");
        assertThatThrownBy(() -> town.leave.leave(ben, pool, true)).hasMessage("NOT_A_MEMBER");
        assertThat(town.join(ben, pool).membership().number()).isEqualTo(3);
        assertThat(town.members.membershipsOf(ben.person().orElseThrow())).hasSize(1);
    }

    @EveryDatabase
    void whoTakesPartOrSaysSoIsNotSilent(TestDatabase db) {
        Town town = new Town(db);
        Pool pool = town.found(town.person("ana"), "board-games");
        Caller ben = town.person("ben");
        Caller chi = town.person("chi");
        town.join(ben, pool);
        town.join(chi, pool);
        town.clock.advance(Duration.ofDays(400));
        town.join(town.person("dee"), pool);
        Instant since = town.body
                .silentSince(BodyRef.pool(pool.id()), town.clock.instant())
                .orElseThrow();
        List<RosterPart> now = town.transactions.inTransaction(() -> town.body.freezeRosters(BodyRef.pool(pool.id())));
        assertThat(town.rosters.countSilent(now, since, List.of())).isEqualTo(3);
        assertThat(town.rosters.countSilent(now, since, List.of(ben.person().orElseThrow())))
                .isEqualTo(2);

        UUID vote = town.ids.newId();
        Closed closed = db.store(Closed.class);
        closed.proposal(vote, pool.id(), ben.person().orElseThrow(), town.clock.instant());
        closed.part(vote, pool.id(), now.get(0).rosterVersion());
        NoteTakingPart note = new NoteTakingPart(town.transactions, db.store(SqlTakingPartStore.class), town.clock);
        town.clock.advance(Duration.ofMinutes(10));
        assertThat(note.run(10)).isEqualTo(1);
        assertThat(note.run(10)).isZero();
        assertThat(town.rosters.countSilent(now, since, List.of())).isEqualTo(2);
        assertThat(town.members.isSilent(pool.id(), ben.person().orElseThrow(), since))
                .isFalse();

        EndSilence here = new EndSilence(town.transactions, town.membershipStore, town.clock);
        here.end(chi, pool.id());
        assertThat(town.rosters.countSilent(now, since, List.of())).isEqualTo(1);
        assertThatThrownBy(() -> here.end(town.person("gus"), pool.id())).hasMessage("NOT_A_MEMBER");
    }

    /** A vote that has closed, as far as it is looked at here. */
    public interface Closed {
        @SqlUpdate("""
                insert into proposal (id, body_kind, body_id, author, title, markdown, action_type, action_json, created_at,
                    opens_at, opened_at, closes_at, electorate, closed_at, passed)
                values (:id, 'pool', :pool, :author, 'A wish', '', 'statement', '{}', :at, :at, :at, :at, 4, :at, false)
                """)
        void proposal(UUID id, UUID pool, UUID author, Instant at);

        @SqlUpdate("insert into electorate_part (proposal_id, pool_id, roster_version) values (:id, :pool, :version)")
        void part(UUID id, UUID pool, long version);
    }

    @EveryDatabase
    void aDesertedPoolIsOpenOnlyToThoseWhoWereThereOrAreInvited(TestDatabase db) {
        Town town = new Town(db);
        Caller ana = town.person("ana");
        Pool pool = town.found(ana, "board-games");
        town.leave.leave(ana, pool, false);
        assertThat(town.ledger.balances(pool.id()).available().isZero()).isTrue();
        assertThatThrownBy(() -> town.join(town.person("zoe"), pool)).hasMessage("POOL_EMPTY");
        town.join(town.person("ben"), pool);
        town.leave.leave(town.person("ben"), pool, false);
        assertThat(town.join(ana, pool).isNew()).isTrue();
        assertThat(town.join(town.person("zoe"), pool).isNew()).isTrue();
    }

    @EveryDatabase
    void aFrozenRosterNeitherGrowsNorShrinks(TestDatabase db) {
        Town town = new Town(db);
        Caller ana = town.person("ana");
        Pool pool = town.found(ana, "board-games");
        town.join(town.person("ben"), pool);
        List<RosterPart> frozen =
                town.transactions.inTransaction(() -> town.body.freezeRosters(BodyRef.pool(pool.id())));
        town.join(town.person("chi"), pool);
        town.leave.leave(town.person("ben"), pool, false);
        assertThat(town.rosters.countPeople(frozen)).isEqualTo(2);
        assertThat(town.rosters.includes(frozen, id(town, "ben"))).isTrue();
        assertThat(town.rosters.includes(frozen, id(town, "chi"))).isFalse();
        assertThat(town.rosters.people(frozen, null, 10)).containsExactlyInAnyOrder(id(town, "ana"), id(town, "ben"));
        assertThat(everybody(town, db, frozen)).containsExactlyInAnyOrder(id(town, "ana"), id(town, "ben"));
    }

    /** As they are read to be counted, from an electorate that is stored. */
    private static List<UUID> everybody(Town town, TestDatabase db, List<RosterPart> frozen) {
        SqlProposalStore proposals = db.store(SqlProposalStore.class);
        Proposal proposal = new Proposal(
                new UUID(6, 6),
                BodyRef.pool(frozen.get(0).pool()),
                id(town, "ana"),
                "Us",
                "",
                new Action.Statement(),
                Instant.EPOCH,
                Instant.EPOCH,
                Progress.NONE);
        proposals.insert(proposal);
        proposals.addParts(proposal.id(), frozen);
        List<UUID> people = new ArrayList<>();
        town.rosters.each(proposal.id(), frozen, new RawVote.Stays() {
            @Override
            public void pool(long high, long low) {
                assertThat(new UUID(high, low)).isEqualTo(frozen.get(0).pool());
            }

            @Override
            public void stay(long high, long low) {
                people.add(new UUID(high, low));
            }
        });
        return people;
    }

    @EveryDatabase
    void freezingWhilePeopleJoinCountsEachRosterAsItStood(TestDatabase db) throws Exception {
        Town town = new Town(db);
        Pool pool = town.found(town.person("ana"), "board-games");
        List<Callable<Long>> work = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            Caller someone = town.person("crowd-0000" + i);
            work.add(() -> (long) town.join(someone, pool).membership().number());
            work.add(() -> town.transactions.inTransaction(() -> {
                List<RosterPart> parts = town.body.freezeRosters(BodyRef.pool(pool.id()));
                long version = parts.get(0).rosterVersion();
                assertThat(town.rosters.countPeople(parts)).isEqualTo(version);
                return version;
            }));
        }
        atOnce(work);
        for (long version = 1; version <= 9; version++) {
            assertThat(town.rosters.countPeople(List.of(new RosterPart(pool.id(), version))))
                    .isEqualTo(version);
        }
    }

    @EveryDatabase
    void someoneInTwoPoolsIsOnePerson(TestDatabase db) {
        Town town = new Town(db);
        Pool games = town.found(town.person("ana"), "board-games");
        Pool garden = town.found(town.person("ben"), "corner-garden");
        for (String name : List.of("ben", "chi", "dee")) {
            town.join(town.person(name), games);
        }
        town.join(town.person("ana"), garden);
        town.join(town.person("kim"), garden);
        List<RosterPart> parts = town.transactions.inTransaction(() -> {
            List<RosterPart> all = new ArrayList<>(town.body.freezeRosters(BodyRef.pool(games.id())));
            all.addAll(town.body.freezeRosters(BodyRef.pool(garden.id())));
            return all;
        });
        assertThat(town.rosters.countPeople(parts)).isEqualTo(5);
        List<RosterPart> veryMany = new ArrayList<>();
        for (int times = 0; times < 40; times++) {
            veryMany.addAll(parts);
        }
        assertThat(town.rosters.countPeople(veryMany)).as("each once").isEqualTo(5);
        List<UUID> all = inPages(town, parts);
        assertThat(all)
                .containsExactlyInAnyOrder(
                        id(town, "ana"), id(town, "ben"), id(town, "chi"), id(town, "dee"), id(town, "kim"));
        assertThat(inPages(town, veryMany)).as("in the same order").isEqualTo(all);
        assertThat(town.rosters.countPeople(List.of())).isZero();
    }

    private static List<UUID> inPages(Town town, List<RosterPart> parts) {
        List<UUID> all = new ArrayList<>();
        for (List<UUID> page = town.rosters.people(parts, null, 2);
                !page.isEmpty();
                page = town.rosters.people(parts, page.get(page.size() - 1), 2)) {
            all.addAll(page);
        }
        return all;
    }

    @EveryDatabase
    void onlyMembersSeeWhoTheMembersAre(TestDatabase db) {
        Town town = new Town(db);
        Caller ana = town.person("ana");
        Pool pool = town.found(ana, "board-games");
        town.join(town.person("ben"), pool);
        assertThat(town.members.list(ana, pool.id(), 1, 10))
                .extracting(ReadMembers.NamedMember::name)
                .containsExactly("ben");
        assertThatThrownBy(() -> town.members.list(town.person("chi"), pool.id(), 0, 10))
                .hasMessage("NOT_A_MEMBER");
        assertThatThrownBy(() -> town.members.list(Caller.guest("x"), pool.id(), 0, 10))
                .hasMessage("SIGN_IN_REQUIRED");
        assertThat(town.members.counts(List.of(pool.id(), town.ids.newId())).values())
                .containsExactlyInAnyOrder(2L, 0L);
    }

    private static JoinPool.Joined join(
            Town town, Caller caller, Pool pool, Optional<String> sha256, Optional<String> invitation) {
        return town.join.join(caller, pool.id(), new JoinPool.Yes(sha256, invitation));
    }

    private static UUID id(Town town, String subject) {
        return town.person(subject).person().orElseThrow();
    }

    static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        List<T> results = new ArrayList<>();
        for (Future<T> done : threads.invokeAll(work)) {
            results.add(done.get());
        }
        threads.shutdown();
        return results;
    }
}
