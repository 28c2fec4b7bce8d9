package coop.pools.bylaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.pools.bylaws.domain.Agreement;
import coop.pools.bylaws.domain.BylawsRefusal;
import coop.pools.bylaws.domain.Edition;
import coop.pools.bylaws.domain.RuleKey;
import coop.pools.bylaws.sql.SqlBylawsStore;
import coop.pools.bylaws.sql.SqlFirstVoteStore;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestClock;
import coop.pools.testing.TestDatabase;
import java.security.SecureRandom;
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

class BylawsTest {
    private final TestClock clock = new TestClock();
    private final IdSource ids = new IdSource(clock, new SecureRandom());
    private final UUID pool = ids.newId();
    private final Editions editions = SampleBylaws.EDITIONS;
    private final Edition una = editions.forPool("una");

    private record House(AdoptBylaws adopt, AmendBylaws amend, AcceptBylaws accept, ReadBylaws read) {}

    private House house(TestDatabase db) {
        BylawsStore store = db.store(SqlBylawsStore.class);
        return new House(
                new AdoptBylaws(store, clock),
                new AmendBylaws(store, editions, clock),
                new AcceptBylaws(store, clock),
                new ReadBylaws(store, editions));
    }

    private BylawsVersion adopt(TestDatabase db, Map<String, ?> rules) {
        return db.transactions().inTransaction(() -> house(db).adopt.adopt(pool, una, SampleBylaws.facts(), rules));
    }

    private BylawsVersion amend(TestDatabase db, Map<String, ?> changes) {
        UUID proposal = ids.newId();
        return db.transactions().inTransaction(() -> house(db).amend.amend(pool, changes, proposal));
    }

    @EveryDatabase
    void whatIsAdoptedIsReadBackWhole(TestDatabase db) {
        BylawsVersion adopted = adopt(db, Map.of("vote.hours", 72, "vote.base", "all"));
        ReadBylaws read = house(db).read;
        assertThat(read.current(pool)).isEqualTo(adopted).isEqualTo(read.version(pool, 1));
        assertThat(new ArrayList<>(read.current(pool).rules().keySet()))
                .isEqualTo(new ArrayList<>(adopted.rules().keySet()));
        assertThat(read.rules(pool).number(RuleKey.VOTE_HOURS)).isEqualTo(72);
        assertThat(adopted.sha256())
                .isEqualTo(Agreement.fingerprint(adopted.text()))
                .hasSize(64);
        assertThat(adopted.adoptedAt()).isEqualTo(clock.instant());
        assertThat(read.changes(pool, 1)).isEmpty();
    }

    @EveryDatabase
    void bylawsAreAdoptedOnce(TestDatabase db) {
        adopt(db, Map.of());
        assertThatThrownBy(() -> adopt(db, Map.of())).hasMessage("ALREADY_ADOPTED");
    }

    @EveryDatabase
    void anAmendmentMakesTheNextVersionAndKeepsTheLast(TestDatabase db) {
        BylawsVersion first = adopt(db, Map.of());
        clock.advance(Duration.ofDays(9));
        BylawsVersion second = amend(db, Map.of("vote.hours", 72, "vote.quorum", 2000));
        ReadBylaws read = house(db).read;
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.facts()).isEqualTo(first.facts());
        assertThat(second.text()).contains("72 hours (3 days)");
        assertThat(read.current(pool)).isEqualTo(second);
        assertThat(read.version(pool, 1)).isEqualTo(first);
        assertThat(read.changes(pool, 2)).singleElement().satisfies(change -> {
            assertThat(change.before().inWords()).isEqualTo("120 hours (5 days)");
            assertThat(change.after().inWords()).isEqualTo("72 hours (3 days)");
        });
        assertThat(read.versions(pool, Integer.MAX_VALUE, 10))
                .containsExactly(
                        new VersionHead(2, second.sha256(), second.adoptedAt(), second.proposalId()),
                        new VersionHead(1, first.sha256(), first.adoptedAt(), first.proposalId()));
        assertThat(read.versions(pool, 2, 10)).hasSize(1);
    }

    @EveryDatabase
    void aChangeThatChangesNothingOrIsNotAllowedLeavesNoVersion(TestDatabase db) {
        adopt(db, Map.of());
        assertThatThrownBy(() -> amend(db, Map.of("vote.hours", 120))).hasMessage("NO_CHANGE");
        assertThatThrownBy(() -> amend(db, Map.of())).hasMessage("NO_CHANGE");
        assertThatThrownBy(() -> amend(db, Map.of("vote.weight", 2))).hasMessage("UNKNOWN_RULE");
        assertThatThrownBy(() -> amend(db, Map.of("vote.hours", 72, "vote.quorum", 10_001)))
                .hasMessage("RULE_OUT_OF_RANGE");
        assertThatThrownBy(() -> house(db).amend.check(pool, Map.of("vote.hours", 120)))
                .hasMessage("NO_CHANGE");
        house(db).amend.check(pool, Map.of("vote.hours", 121));
        assertThat(house(db).read.current(pool).version()).isEqualTo(1);
    }

    @EveryDatabase
    void anEntrenchedRuleChangesAtTheSecondOfTwoVotesThatAreFarEnoughApart(TestDatabase db) {
        adopt(db, Map.of());
        Map<String, Integer> fewer = Map.of("steward.count", 1, "vote.hours", 72);
        assertThatThrownBy(() -> amend(db, fewer)).hasMessage("TAKES_TWO_VOTES");
        ChangeRules changes = changes(db);
        Instant passed = clock.instant();
        assertThat(vote(db, fewer, passed.minus(Duration.ofDays(5)), passed)).isEmpty();
        assertThat(house(db).read.rules(pool).number(RuleKey.STEWARD_COUNT)).isEqualTo(3);
        assertThat(changes.waiting(pool)).singleElement().satisfies(first -> {
            assertThat(first.secondFrom()).isEqualTo(passed.plus(Duration.ofDays(30)));
            assertThat(first.secondUntil()).isEqualTo(passed.plus(Duration.ofDays(120)));
        });
        assertThatThrownBy(() -> changes.check(pool, fewer)).hasMessage("SECOND_VOTE_TOO_SOON");
        changes.check(pool, Map.of("steward.count", 2));
        FirstVoteStore firsts = db.store(SqlFirstVoteStore.class);
        assertThat(firsts.due(clock.instant(), 10)).isEmpty();
        clock.advance(Duration.ofDays(30));
        changes.check(pool, fewer);
        Instant opened = clock.instant();
        assertThat(firsts.due(opened, 10)).isEqualTo(changes.waiting(pool));
        UUID told = changes.waiting(pool).get(0).proposalId();
        assertThat(firsts.markTold(told, opened) + firsts.markTold(told, opened))
                .isEqualTo(1);
        assertThat(firsts.due(opened, 10)).isEmpty();
        assertThat(vote(db, Map.of("steward.count", 2), opened, opened.plusSeconds(1)))
                .as("other values begin anew")
                .isEmpty();
        assertThat(vote(db, fewer, opened, opened.plusSeconds(1))).isPresent();
        assertThat(house(db).read.rules(pool).number(RuleKey.STEWARD_COUNT)).isEqualTo(1);
        assertThat(changes.waiting(pool)).extracting(FirstVote::changes).containsExactly(Map.of("steward.count", 2));
    }

    @EveryDatabase
    void aSecondVoteThatOpensTooSoonOrTooLateIsAFirstOne(TestDatabase db) {
        adopt(db, Map.of());
        Map<String, Integer> fewer = Map.of("steward.count", 1);
        Instant passed = clock.instant();
        vote(db, fewer, passed.minusSeconds(9), passed);
        Instant from = passed.plus(Duration.ofDays(30));
        Instant until = passed.plus(Duration.ofDays(120));
        assertThat(vote(db, fewer, from.minusSeconds(1), from.plusSeconds(9))).isEmpty();
        clock.advance(Duration.ofDays(200));
        Instant late = until.plus(Duration.ofDays(60));
        assertThat(vote(db, fewer, late, late.plusSeconds(9))).isEmpty();
        assertThat(house(db).read.current(pool).version()).isEqualTo(1);
    }

    private ChangeRules changes(TestDatabase db) {
        House house = house(db);
        return new ChangeRules(house.amend, house.read, db.store(SqlFirstVoteStore.class), clock);
    }

    private Optional<BylawsVersion> vote(TestDatabase db, Map<String, ?> wanted, Instant opened, Instant closed) {
        ChangeRules.Passed passed = new ChangeRules.Passed(ids.newId(), opened, closed);
        return db.transactions().inTransaction(() -> changes(db).change(pool, wanted, passed));
    }

    @EveryDatabase
    void oneProposalAmendsOnce(TestDatabase db) {
        adopt(db, Map.of());
        UUID proposal = ids.newId();
        for (int hours : List.of(72, 96)) {
            try {
                db.transactions()
                        .inTransaction(() -> house(db).amend.amend(pool, Map.of("vote.hours", hours), proposal));
            } catch (IllegalStateException e) {
                assertThat(hours).isEqualTo(96);
            }
        }
        assertThat(house(db).read.current(pool).version()).isEqualTo(2);
    }

    @EveryDatabase
    void manyAmendmentsAtOnceLoseNone(TestDatabase db) throws Exception {
        adopt(db, Map.of());
        List<Map<String, Integer>> changes = List.of(
                Map.of("vote.hours", 72),
                Map.of("cooling_hours", 48),
                Map.of("member.cap", 50),
                Map.of("vote.quorum", 3000),
                Map.of("proposal.discuss_hours", 24),
                Map.of("vote.quorum_people", 5));
        ExecutorService threads = Executors.newFixedThreadPool(changes.size());
        List<Callable<BylawsVersion>> work = new ArrayList<>();
        changes.forEach(change -> work.add(() -> amend(db, change)));
        for (Future<BylawsVersion> done : threads.invokeAll(work)) {
            done.get();
        }
        threads.shutdown();
        BylawsVersion current = house(db).read.current(pool);
        assertThat(current.version()).isEqualTo(1 + changes.size());
        changes.forEach(change -> assertThat(current.rules()).containsAllEntriesOf(change));
    }

    @EveryDatabase
    void onlyTheTextInForceCanBeAccepted(TestDatabase db) {
        BylawsVersion first = adopt(db, Map.of());
        UUID person = ids.newId();
        Acceptance yes = house(db).accept.accept(pool, person, first.sha256());
        assertThat(yes).isEqualTo(new Acceptance(pool, 1, person, first.sha256(), clock.instant()));
        BylawsVersion second = amend(db, Map.of("vote.hours", 72));
        Refused refused =
                catchThrowableOfType(Refused.class, () -> house(db).accept.accept(pool, person, first.sha256()));
        assertThat(refused.code()).isEqualTo(BylawsRefusal.BYLAWS_CHANGED);
        assertThat(refused.facts()).containsEntry("version", 2).containsEntry("sha256", second.sha256());
        assertThat(house(db).read.acceptance(pool, person)).contains(yes);
        house(db).accept.accept(pool, person, second.sha256());
        assertThat(house(db).read.acceptance(pool, person).orElseThrow().version())
                .isEqualTo(2);
        assertThat(house(db).read.acceptance(pool, ids.newId())).isEmpty();
    }

    @EveryDatabase
    void acceptingTwiceKeepsTheFirstTime(TestDatabase db) {
        String sha256 = adopt(db, Map.of()).sha256();
        UUID person = ids.newId();
        Acceptance yes = house(db).accept.accept(pool, person, sha256);
        clock.advance(Duration.ofHours(1));
        assertThat(house(db).accept.accept(pool, person, sha256)).isEqualTo(yes);
    }

    @EveryDatabase
    void aFloodAdoptsItsCompactInTheSameWay(TestDatabase db) {
        UUID flood = ids.newId();
        House house = house(db);
        house.adopt.adopt(flood, editions.forFlood(), SampleBylaws.facts("All Lanterns"), Map.of("flood.quorum", 500));
        assertThat(house.read.current(flood).text()).contains("# Compact of All Lanterns", "5 %");
        assertThat(house.read.rules(flood).number(RuleKey.FLOOD_QUORUM)).isEqualTo(500);
    }

    @EveryDatabase
    void whereThereAreNoBylawsNothingIsFound(TestDatabase db) {
        House house = house(db);
        assertThatThrownBy(() -> house.read.current(pool)).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> house.read.version(pool, 1)).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> amend(db, Map.of("vote.hours", 72))).hasMessage("NOT_FOUND");
        assertThatThrownBy(() -> house.accept.accept(pool, ids.newId(), "0")).hasMessage("NOT_FOUND");
    }
}
