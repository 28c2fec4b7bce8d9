package coop.pools.governance;

import static coop.pools.governance.Village.PAY;
import static coop.pools.governance.Village.draft;
import static coop.pools.governance.Village.member;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Comment;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

class ProposingTest {
    @EveryDatabase
    void aProposalIsKeptAsItWasMadeAndDiscussedFirst(TestDatabase db) {
        Village village = new Village(db, 5);
        Proposal proposal = village.proposed();
        assertThat(village.read.one(proposal.id()).proposal()).isEqualTo(proposal);
        assertThat(proposal.opensAt()).isEqualTo(village.clock.instant().plus(Duration.ofHours(48)));
        assertThat(village.state(proposal.id())).isEqualTo(ProposalState.DISCUSSION);
        assertThat(village.openDue.run(10)).isZero();
    }

    @EveryDatabase
    void proposingTwiceWithOneIdMakesOneProposal(TestDatabase db) {
        Village village = new Village(db, 5);
        Proposal first = village.proposed();
        assertThat(village.propose.propose(member(1), first.id(), draft(PAY))).isEqualTo(first);
        assertRefused("ID_TAKEN", () -> village.propose.propose(member(2), first.id(), draft(PAY)));
        assertThat(village.read.of(VillageBodies.POOL, Optional.empty(), 10).items())
                .hasSize(1);
    }

    @EveryDatabase
    void onlyMembersWithTheScopePropose(TestDatabase db) {
        Village village = new Village(db, 5);
        UUID id = village.ids.newId();
        assertRefused("MEMBERS_ONLY", () -> village.propose.propose(member(6), id, draft(PAY)));
        assertRefused("SIGN_IN_REQUIRED", () -> village.propose.propose(Caller.guest("g"), id, draft(PAY)));
        Caller reader = Caller.of(VillageBodies.person(1), EnumSet.of(Scope.READ));
        assertRefused("SCOPE_MISSING", () -> village.propose.propose(reader, id, draft(PAY)));
    }

    @EveryDatabase
    void wordsHaveLimitsInCharacters(TestDatabase db) {
        Village village = new Village(db, 5);
        assertRefused("TEXT_LENGTH", () -> worded(village, "  ab  ", ""));
        assertRefused("TEXT_LENGTH", () -> worded(village, "a".repeat(121), ""));
        assertRefused("TEXT_LENGTH", () -> worded(village, "Tea", "a".repeat(20_001)));
        assertRefused("TEXT_UNREADABLE", () -> worded(village, "Tea\nand cake", ""));
        assertRefused("TEXT_UNREADABLE", () -> worded(village, "Tea", "nul \0 byte"));
        assertRefused("TEXT_UNREADABLE", () -> worded(village, "Tea", "half \ud83c"));
        assertThat(worded(village, "\ud83c\udf75".repeat(120), "a\r\nb\tc").text())
                .isEqualTo("a\nb\tc");
    }

    @EveryDatabase
    void amountsAreAboveZero(TestDatabase db) {
        Village village = new Village(db, 5);
        for (long minor : new long[] {0, -1}) {
            Money amount = Money.of(minor, "EUR");
            Action pay = new Action.Pay(new UUID(9, 9), amount, "Room");
            Action fund = new Action.FundFlood(new UUID(9, 9), amount);
            for (Action action : List.of(pay, fund)) {
                assertRefused(
                        "AMOUNT_NOT_POSITIVE",
                        () -> village.propose.propose(member(1), village.ids.newId(), draft(action)));
            }
        }
    }

    @EveryDatabase
    void theVoteOpensWhenAskedButNotBeforeTheDiscussionIsOver(TestDatabase db) {
        Village village = new Village(db, 5);
        Instant now = village.clock.instant();
        Instant earliest = now.plus(Duration.ofHours(48));
        assertRefused("DISCUSSION_TOO_SHORT", () -> opening(village, earliest.minus(Duration.ofMinutes(2))));
        assertRefused(
                "OPENS_TOO_LATE",
                () -> opening(village, now.plus(Duration.ofDays(90)).plusMillis(1)));
        assertThat(opening(village, earliest.minusMillis(300)).opensAt()).isEqualTo(earliest);
        assertThat(opening(village, earliest.plusNanos(1_999)).opensAt()).isEqualTo(earliest.plusNanos(1_000));
        assertThat(opening(village, now.plus(Duration.ofDays(90))).opensAt()).isEqualTo(now.plus(Duration.ofDays(90)));
    }

    @EveryDatabase
    void withoutTimeForDiscussionTheVoteOpensAtOnce(TestDatabase db) {
        Village village = new Village(db, 5);
        village.bodies.rules(VillageBodies.rule(0, 24));
        Proposal proposal = village.proposed();
        assertThat(proposal.progress().vote()).isPresent();
        assertThat(village.state(proposal.id())).isEqualTo(ProposalState.VOTING);
    }

    @EveryDatabase
    void whatTheBodyCannotTakeIsRefused(TestDatabase db) {
        Village village = new Village(db, 5);
        village.bodies.refuse(GovernanceRefusal.AMOUNT_NOT_POSITIVE);
        assertRefused("AMOUNT_NOT_POSITIVE", village::proposed);
    }

    @EveryDatabase
    void onlyTheAuthorWithdrawsAndOnlyBeforeTheVote(TestDatabase db) {
        Village village = new Village(db, 5);
        UUID id = village.proposed().id();
        assertRefused("AUTHOR_ONLY", () -> village.withdraw.withdraw(member(2), id));
        assertRefused("NOT_FOUND", () -> village.withdraw.withdraw(member(1), village.ids.newId()));
        village.withdraw.withdraw(member(1), id);
        village.withdraw.withdraw(member(1), id);
        village.hours(48);
        assertThat(village.openDue.run(10)).isZero();
        assertThat(village.state(id)).isEqualTo(ProposalState.WITHDRAWN);
        assertRefused("PROPOSAL_WITHDRAWN", () -> village.vote(id, Choice.AGREE, 1));

        UUID other = village.proposed().id();
        village.hours(48);
        assertRefused("VOTING_OPENED", () -> village.withdraw.withdraw(member(1), other));
    }

    @EveryDatabase
    void theListIsNewestFirstAndPaged(TestDatabase db) {
        Village village = new Village(db, 5);
        Set<UUID> made = new LinkedHashSet<>();
        for (int i = 0; i < 7; i++) {
            made.add(village.proposed().id());
            if (i % 2 == 0) {
                village.hours(1);
            }
        }
        List<UUID> listed = new ArrayList<>();
        Optional<UUID> after = Optional.empty();
        do {
            Listing<ProposalView> page = village.read.of(VillageBodies.POOL, after, 3);
            page.items().forEach(view -> listed.add(view.proposal().id()));
            after = page.next();
        } while (after.isPresent());
        assertThat(listed).hasSize(7).containsExactlyInAnyOrderElementsOf(made);
        List<UUID> oldestFirst = List.copyOf(made);
        assertThat(listed.subList(0, 2)).hasSameElementsAs(oldestFirst.subList(5, 7));
        assertThat(listed.subList(5, 7)).contains(oldestFirst.get(0));
        assertThat(village.read.running(VillageBodies.POOL, 4)).hasSize(4);
        BodyRef flood = BodyRef.flood(VillageBodies.POOL.id());
        assertThat(village.read.of(flood, Optional.empty(), 3).items()).isEmpty();
        assertRefused("NOT_FOUND", () -> village.read.of(flood, Optional.of(listed.get(0)), 3));
    }

    @EveryDatabase
    void membersDiscussAndOthersDoNotListen(TestDatabase db) {
        Village village = new Village(db, 5);
        UUID id = village.proposed().id();
        UUID first = village.ids.newId();
        village.say(2, first, id, Optional.empty(), "Why *so* much?");
        village.say(2, first, id, Optional.empty(), "Why *so* much?");
        village.hours(1);
        village.say(1, village.ids.newId(), id, Optional.of(first), "It is May.");
        Listing<Comment> page = village.discussion.of(member(3), id, Optional.empty(), 1);
        assertThat(page.items()).extracting(c -> c.text()).containsExactly("Why *so* much?");
        assertThat(village.discussion.of(member(3), id, page.next(), 1).items())
                .extracting(c -> c.parent())
                .containsExactly(Optional.of(first));
        assertRefused("MEMBERS_ONLY", () -> village.discussion.of(member(6), id, Optional.empty(), 10));
        assertRefused("SIGN_IN_REQUIRED", () -> village.discussion.of(Caller.guest("g"), id, Optional.empty(), 10));
        UUID fresh = village.ids.newId();
        assertRefused("MEMBERS_ONLY", () -> village.say(6, fresh, id, Optional.empty(), "Hi"));
        assertRefused("TEXT_LENGTH", () -> village.say(1, fresh, id, Optional.empty(), " "));
        assertRefused("ID_TAKEN", () -> village.say(3, first, id, Optional.empty(), "Mine"));
        UUID elsewhere = village.proposed().id();
        assertRefused("NOT_FOUND", () -> village.say(1, fresh, elsewhere, Optional.of(first), "Hi"));
    }

    private static Proposal worded(Village village, String title, String text) {
        Draft draft = new Draft(VillageBodies.POOL, title, text, new Action.Statement(), Optional.empty());
        return village.propose.propose(member(1), village.ids.newId(), draft);
    }

    private static Proposal opening(Village village, Instant at) {
        Draft draft = new Draft(VillageBodies.POOL, "Tea", "", new Action.Statement(), Optional.of(at));
        return village.propose.propose(member(1), village.ids.newId(), draft);
    }

    static void assertRefused(String code, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOf(Refused.class).hasMessage(code);
    }
}
