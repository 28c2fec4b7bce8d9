package coop.pools.notify;

import static coop.pools.governance.Village.member;
import static coop.pools.governance.VillageBodies.POOL;
import static coop.pools.governance.VillageBodies.person;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.bylaws.AdoptBylaws;
import coop.pools.bylaws.FirstVote;
import coop.pools.bylaws.FirstVoteStore;
import coop.pools.bylaws.SampleBylaws;
import coop.pools.bylaws.sql.SqlBylawsStore;
import coop.pools.bylaws.sql.SqlFirstVoteStore;
import coop.pools.flood.MemberPools;
import coop.pools.flood.Members;
import coop.pools.flood.PeopleOfMembers;
import coop.pools.governance.Draft;
import coop.pools.governance.Electors;
import coop.pools.governance.ReadUndecided;
import coop.pools.governance.RemindSecondVotes;
import coop.pools.governance.Village;
import coop.pools.governance.VillageBodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Preparation;
import coop.pools.governance.domain.Progress;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Topic;
import coop.pools.governance.domain.VotingRule;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Notices.Notice;
import coop.pools.notify.NoticeStore.Told;
import coop.pools.notify.domain.Volume;
import coop.pools.notify.sql.SqlAddressStore;
import coop.pools.notify.sql.SqlHearingWordStore;
import coop.pools.notify.sql.SqlNoticeStore;
import coop.pools.notify.sql.SqlVoteWordStore;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

class RemindingTest {
    @EveryDatabase
    void whoHasNeitherVotedNorADelegateIsRemindedOnceBeforeTheClose(TestDatabase db) {
        Village village = new Village(db, 500);
        village.people(500);
        village.bodies.allowDelegates(10);
        village.give.give(member(3), POOL, Topic.MONEY, person(1), Optional.empty());
        NoticeStore notices = db.store(SqlNoticeStore.class);
        TellByPage tell = tellers(village, db, notices);
        UUID vote = village.open();
        village.vote(vote, Choice.AGREE, 1, 2, 499);
        village.takeBack.withdraw(member(499), vote);
        village.bodies.leave(person(500));
        run(tell);
        assertThat(reminded(notices, 4)).isEmpty();
        untilClose(village, vote, Duration.ofMinutes(30));
        run(tell);
        run(tell);
        assertThat(reminded(notices, 4)).containsExactly("/proposals/" + vote);
        assertThat(reminded(notices, 498)).hasSize(1);
        assertThat(reminded(notices, 499)).as("took the ballot back").hasSize(1);
        for (int settled : new int[] {1, 2, 3, 500}) {
            assertThat(reminded(notices, settled)).as("member %d", settled).isEmpty();
        }
    }

    @EveryDatabase
    void nobodyIsRemindedOfAVoteThatIsOver(TestDatabase db) {
        Village village = new Village(db, 4);
        village.people(4);
        NoticeStore notices = db.store(SqlNoticeStore.class);
        TellByPage tell = tellers(village, db, notices);
        UUID vote = village.open();
        run(tell);
        untilClose(village, vote, Duration.ofMinutes(-1));
        run(tell);
        village.closeDue.run(10);
        run(tell);
        assertThat(reminded(notices, 2)).isEmpty();
    }

    @EveryDatabase
    void aVoteThatClosesEarlyBeforeAnybodyLooksIsToldOfBeforeItIsCarriedOut(TestDatabase db) {
        Village village = new Village(db, 4);
        village.people(4);
        village.bodies.rules(VillageBodies.rule(new VotingRule.Manners(false, false, false)));
        AddressStore addresses = db.store(SqlAddressStore.class);
        addresses.insert(person(4), "four@example.org", village.clock.instant(), Volume.DIGEST.word());
        db.jdbi().useHandle(handle -> handle.execute("update mail_address set verified_at = given_at"));
        NoticeStore notices = db.store(SqlNoticeStore.class);
        TellByPage tell = tellers(village, db, notices);
        UUID vote = village.open();
        village.vote(vote, Choice.AGREE, 1, 2, 3);
        assertThat(village.read.one(vote).closedEarly()).isTrue();
        run(tell);
        run(tell);
        assertThat(new ReadNotices(notices).unread(Caller.of(person(4)), 10).newest())
                .extracting(Told::kind)
                .containsExactly("VOTE_PASSED");
    }

    @EveryDatabase
    void whereMembersMayLeaveFirstAllAreToldPageByPageOnce(TestDatabase db) {
        Village village = new Village(db, 450);
        village.people(450);
        NoticeStore notices = db.store(SqlNoticeStore.class);
        TellByPage tell = tellers(village, db, notices, payment -> true);
        UUID vote = village.open();
        village.vote(vote, Choice.AGREE, 1, 2, 3);
        village.bodies.leave(person(5));
        run(tell);
        untilClose(village, vote, Duration.ofMinutes(-1));
        village.closeDue.run(10);
        run(tell);
        run(tell);
        for (int each : new int[] {1, 200, 201, 450}) {
            assertThat(new ReadNotices(notices)
                            .unread(Caller.of(person(each)), 10)
                            .newest())
                    .extracting(Told::kind)
                    .filteredOn(kind -> !kind.equals("VOTE_REMINDER"))
                    .as("member %d", each)
                    .hasSize(2)
                    .contains("LEAVE_FIRST");
        }
        assertThat(kinds(notices, 5)).as("left meanwhile").doesNotContain("LEAVE_FIRST");
    }

    @OneDatabase
    void theFirstOfTwoVotesIsNotToldAsIfItHadChangedAnythingAndTheSecondIsRemindedOf(TestDatabase db) {
        Village village = new Village(db, 4);
        village.people(4);
        db.transactions()
                .inTransaction(() -> new AdoptBylaws(db.store(SqlBylawsStore.class), village.clock)
                        .adopt(POOL.id(), SampleBylaws.EDITIONS.forPool("una"), SampleBylaws.facts(), Map.of()));
        AddressStore addresses = db.store(SqlAddressStore.class);
        addresses.insert(person(4), "four@example.org", village.clock.instant(), Volume.DIGEST.word());
        db.jdbi().useHandle(handle -> handle.execute("update mail_address set verified_at = given_at"));
        NoticeStore notices = db.store(SqlNoticeStore.class);
        TellByPage tell = tellers(village, db, notices);
        Map<String, Object> fewer = Map.of("steward.count", 1);
        UUID vote = village.propose
                .propose(
                        member(1),
                        village.ids.newId(),
                        new Draft(POOL, "Fewer", "", new Action.ChangeRules(fewer), Optional.empty()))
                .id();
        village.hours(48);
        village.openDue.run(10);
        run(tell);
        village.vote(vote, Choice.AGREE, 1, 2, 3, 4);
        village.hours(120);
        village.closeDue.run(10);
        run(tell);
        FirstVote first = village.read.one(vote).first().orElseThrow();
        assertThat(kinds(notices, 4)).contains("VOTE_PASSED_FIRST").doesNotContain("VOTE_PASSED");
        village.hours(24);
        FirstVoteStore firsts = db.store(SqlFirstVoteStore.class);
        db.transactions().inTransaction(() -> {
            firsts.insert(first);
            village.proposals.enact(vote, village.clock.instant());
        });
        RemindSecondVotes remind = new RemindSecondVotes(
                village.desk, firsts, village.bodies, new TellPeople(notices, Notice::kind, village.clock));
        village.clock.advance(
                Duration.between(village.clock.instant(), first.secondFrom()).minusSeconds(1));
        assertThat(remind.run(10)).isZero();
        village.clock.advance(Duration.ofSeconds(1));
        assertThat(remind.run(10)).isEqualTo(1);
        assertThat(remind.run(10)).isZero();
        assertThat(kinds(notices, 1)).contains("SECOND_VOTE_POSSIBLE");
        assertThat(kinds(notices, 2)).doesNotContain("SECOND_VOTE_POSSIBLE");
    }

    @EveryDatabase
    void peopleAreToldOfOneHearingOfTheirPoolAtATimeAndOfNoEndWithoutABeginning(TestDatabase db) {
        Village village = new Village(db, 4);
        village.people(4);
        NoticeStore notices = db.store(SqlNoticeStore.class);
        TellByPage tell = hearings(village, db, notices);
        hearing(village, Preparation.needing(2));
        run(tell);
        assertThat(kinds(notices, 1)).as("nobody stands behind it yet").isEmpty();
        UUID first = hearing(village, Preparation.DONE);
        UUID second = hearing(village, Preparation.DONE);
        run(tell);
        assertThat(kinds(notices, 1)).containsExactly("HEARING_BEGUN");
        village.withdraw.withdraw(member(1), first);
        run(tell);
        assertThat(kinds(notices, 1)).containsExactlyInAnyOrder("HEARING_BEGUN", "HEARING_DROPPED");
        village.hours(1);
        village.withdraw.withdraw(member(1), second);
        run(tell);
        hearing(village, Preparation.DONE);
        run(tell);
        assertThat(kinds(notices, 1)).as("on the same day").hasSize(2);
        village.hours(23);
        run(tell);
        assertThat(kinds(notices, 1)).hasSize(3);
    }

    private static UUID hearing(Village village, Preparation preparation) {
        Instant now = village.clock.instant();
        Proposal proposal = new Proposal(
                village.ids.newId(),
                POOL,
                person(1),
                "Part from the garden",
                "",
                new Action.FloodAction.RemovePool(POOL.id()),
                now,
                now.plus(Duration.ofDays(7)),
                Progress.begun(preparation));
        village.proposals.insert(proposal);
        return proposal.id();
    }

    private static TellByPage hearings(Village village, TestDatabase db, NoticeStore notices) {
        return TellOfHearings.work(
                db.transactions(),
                db.store(SqlHearingWordStore.class),
                new TellOfHearings.Hearings(undecided(village), people(village)),
                new TellPeople(notices, Notice::kind, village.clock),
                village.clock);
    }

    private static PeopleOfMembers people(Village village) {
        MemberPools pools = (MemberPools) Proxy.newProxyInstance(
                MemberPools.class.getClassLoader(),
                new Class<?>[] {MemberPools.class},
                (self, method, with) -> Map.of(
                        POOL.id(),
                        new MemberPools.MemberPool(
                                POOL.id(),
                                "garden",
                                "Garden",
                                "EUR",
                                village.bodies.freezeRosters(POOL).get(0))));
        return new PeopleOfMembers(new Members(null, pools), village.bodies);
    }

    private static ReadUndecided undecided(Village village) {
        return new ReadUndecided(
                village.proposals,
                village.ballots,
                village.delegations,
                village.bodies,
                new Electors(village.db.transactions(), village.proposals, village.bodies, village.bodies));
    }

    private static List<String> kinds(NoticeStore notices, int number) {
        return new ReadNotices(notices)
                .unread(Caller.of(person(number)), 10).newest().stream()
                        .map(Told::kind)
                        .toList();
    }

    private static TellByPage tellers(Village village, TestDatabase db, NoticeStore notices) {
        return tellers(village, db, notices, payment -> false);
    }

    private static TellByPage tellers(
            Village village, TestDatabase db, NoticeStore notices, Predicate<UUID> leaveFirst) {
        TellPeople people = new TellPeople(notices, Notice::kind, village.clock);
        return TellOfVotes.work(
                db.transactions(),
                db.store(SqlVoteWordStore.class),
                new TellOfVotes.Votes(
                        undecided(village),
                        village.read,
                        new TellOfVotes.Leaving(leaveFirst, people(village), village.bodies)),
                new TellOfVotes.Telling(people, db.store(SqlAddressStore.class)),
                village.clock);
    }

    private static void untilClose(Village village, UUID vote, Duration before) {
        var closesAt = village.proposals
                .find(vote)
                .flatMap(proposal -> proposal.progress().vote())
                .orElseThrow()
                .closesAt();
        village.clock.advance(
                Duration.between(village.clock.instant(), closesAt).minus(before));
    }

    private static void run(TellByPage tell) {
        for (int i = 0; i < 20 && tell.run(100) > 0; i++) {
            assertThat(i).isLessThan(19);
        }
    }

    private static List<String> reminded(NoticeStore notices, int number) {
        return new ReadNotices(notices)
                .unread(Caller.of(VillageBodies.person(number)), 10).newest().stream()
                        .filter(told -> told.kind().equals("VOTE_REMINDER"))
                        .map(Told::path)
                        .toList();
    }
}
