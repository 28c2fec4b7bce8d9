package coop.pools.governance;

import static coop.pools.governance.ProposingTest.assertRefused;
import static coop.pools.governance.Village.PAY;
import static coop.pools.governance.Village.draft;
import static coop.pools.governance.Village.member;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.EditProposal.Edit;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.governance.domain.Wordings;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PreparingTest {
    @EveryDatabase
    void aDraftIsThereForItsAuthorAlone(TestDatabase db) {
        Village village = new Village(db, 5);
        UUID id = village.ids.newId();
        Proposal kept = village.save.save(member(1), id, draft(PAY));
        assertThat(village.save.save(member(1), id, draft(PAY))).isEqualTo(kept);
        assertThat(village.readPreparation.drafts(member(1), VillageBodies.POOL))
                .hasSize(1);
        assertThat(village.readPreparation.draft(member(2), id)).isEmpty();
        assertThat(village.readPreparation.drafts(member(2), VillageBodies.POOL))
                .isEmpty();
        assertThat(village.read.of(VillageBodies.POOL, Optional.empty(), 10).items())
                .isEmpty();
        assertThat(village.read.running(VillageBodies.POOL, 10)).isEmpty();
        assertRefused("NOT_FOUND", () -> village.read.one(id));
        assertRefused("NOT_FOUND", () -> village.counts.of(member(2), id, Optional.empty(), 10));
        assertRefused("NOT_FOUND", () -> village.cast.cast(member(2), id, Choice.AGREE, ""));
        assertRefused("NOT_FOUND", () -> village.edit.edit(member(2), id, EveryMoveTest.edit("Mine")));
        assertRefused("NOT_FOUND", () -> village.publish.publish(member(2), id));
        assertRefused("NOT_FOUND", () -> village.discard.discard(member(2), id));
        assertRefused("ID_TAKEN", () -> village.propose.propose(member(2), id, draft(PAY)));
        assertRefused("ID_TAKEN", () -> village.save.save(member(2), id, draft(PAY)));
        assertRefused("MEMBERS_ONLY", () -> village.save.save(member(6), village.ids.newId(), draft(PAY)));
    }

    @EveryDatabase
    void aPublishedDraftIsDiscussedFromThatMomentOn(TestDatabase db) {
        Village village = new Village(db, 5);
        UUID id = village.save.save(member(1), village.ids.newId(), draft(PAY)).id();
        village.hours(1_000);
        village.edit.edit(member(1), id, new Edit("Pay Ben", "", PAY, BallotPaper.USUAL, Optional.empty()));
        Proposal made = village.publish.publish(member(1), id);
        assertThat(made.title()).isEqualTo("Pay Ben");
        assertThat(made.opensAt()).isEqualTo(village.clock.instant().plus(Duration.ofHours(48)));
        assertThat(village.publish.publish(member(1), id)).isEqualTo(made);
        assertThat(village.readPreparation.drafts(member(1), VillageBodies.POOL))
                .isEmpty();
        assertThat(village.readPreparation.earlier(id))
                .as("drafts leave no trace")
                .isEmpty();
        village.bodies.leave(VillageBodies.person(2));
        UUID late =
                village.save.save(member(3), village.ids.newId(), draft(PAY)).id();
        village.bodies.leave(VillageBodies.person(3));
        assertRefused("MEMBERS_ONLY", () -> village.publish.publish(member(3), late));
    }

    @EveryDatabase
    void anotherDeedBeginsTheDiscussionAnewAndOtherWordsLeaveADayToRead(TestDatabase db) {
        Village village = new Village(db, 5);
        Proposal first = village.proposed();
        village.hours(47);
        Instant now = village.clock.instant();
        village.edit.edit(
                member(1), first.id(), new Edit("Pay Ana well", "Why", PAY, BallotPaper.USUAL, Optional.empty()));
        assertThat(village.read.one(first.id()).proposal().opensAt()).isEqualTo(now.plus(Duration.ofDays(1)));
        Action other = new Action.Statement();
        village.edit.edit(
                member(1), first.id(), new Edit("Thank Ana", "Why", other, BallotPaper.USUAL, Optional.empty()));
        Proposal second = village.read.one(first.id()).proposal();
        assertThat(second.opensAt()).isEqualTo(now.plus(Duration.ofHours(48)));
        assertThat(second.action()).isEqualTo(other);
        assertThat(second.progress().preparation().version()).isEqualTo(3);
        assertThat(village.readPreparation.earlier(first.id()))
                .extracting(Wordings.Earlier::version, Wordings.Earlier::title, Wordings.Earlier::action)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, first.title(), PAY),
                        org.assertj.core.groups.Tuple.tuple(2, "Pay Ana well", PAY));
        village.hours(47);
        village.openDue.run(10);
        assertThat(village.state(first.id())).isEqualTo(ProposalState.DISCUSSION);
        village.hours(1);
        village.openDue.run(10);
        assertThat(village.state(first.id())).isEqualTo(ProposalState.VOTING);
    }

    @EveryDatabase
    void fromTheOpeningOnNothingIsWordedAnewEvenWhenTheJobIsLate(TestDatabase db) {
        Village village = new Village(db, 5);
        UUID id = village.proposed().id();
        assertRefused("AUTHOR_ONLY", () -> village.edit.edit(member(2), id, EveryMoveTest.edit("Mine")));
        village.hours(48);
        assertRefused("NOT_IN_THIS_STATE", () -> village.edit.edit(member(1), id, EveryMoveTest.edit("Late")));
        village.vote(id, Choice.AGREE, 2);
        assertRefused("NOT_IN_THIS_STATE", () -> village.edit.edit(member(1), id, EveryMoveTest.edit("Later")));
        assertThat(village.read.one(id).proposal().action()).isEqualTo(PAY);
    }

    @EveryDatabase
    void aVoteOpensOnlyWhenEnoughStandBehindIt(TestDatabase db) {
        Village village = new Village(db, 5);
        village.people(5);
        village.bodies.askForSponsors(2);
        UUID id = village.proposed().id();
        assertRefused("NOT_BY_THE_AUTHOR", () -> village.sponsor.sponsor(member(1), id, true));
        assertRefused("MEMBERS_ONLY", () -> village.sponsor.sponsor(member(6), id, true));
        village.sponsor.sponsor(member(2), id, true);
        village.sponsor.sponsor(member(2), id, true);
        village.sponsor.sponsor(member(3), id, true);
        village.sponsor.sponsor(member(3), id, false);
        village.hours(100);
        village.openDue.run(10);
        assertThat(village.state(id)).isEqualTo(ProposalState.DISCUSSION);
        assertRefused("VOTING_NOT_OPEN", () -> village.vote(id, Choice.AGREE, 3));
        village.sponsor.sponsor(member(4), id, true);
        village.openDue.run(10);
        assertThat(village.state(id)).isEqualTo(ProposalState.VOTING);
        assertThat(village.read.one(id).vote().orElseThrow().closesAt())
                .as("the whole time to vote is left")
                .isEqualTo(village.clock.instant().plus(Duration.ofHours(120)));
        assertRefused("NOT_IN_THIS_STATE", () -> village.sponsor.sponsor(member(5), id, true));
    }

    @EveryDatabase
    void aProposalThatNobodyStandsBehindLapses(TestDatabase db) {
        Village village = new Village(db, 3);
        village.people(3);
        village.bodies.askForSponsors(10);
        Proposal proposal = village.proposed();
        assertThat(proposal.progress().preparation().sponsorsNeeded())
                .as("all others are enough")
                .isEqualTo(2);
        village.sponsor.sponsor(member(2), proposal.id(), true);
        Action other = new Action.Statement();
        village.edit.edit(member(1), proposal.id(), new Edit("Else", "", other, BallotPaper.USUAL, Optional.empty()));
        assertThat(village.readPreparation.sponsors(member(1), proposal.id()))
                .as("what they stood behind has changed")
                .isEmpty();
        village.hours(48 + 30 * 24);
        assertThat(village.state(proposal.id())).isEqualTo(ProposalState.EXPIRED);
        village.openDue.run(10);
        assertThat(village.state(proposal.id())).isEqualTo(ProposalState.EXPIRED);
        assertThat(village.read.running(VillageBodies.POOL, 10)).isEmpty();
        assertRefused("NOT_IN_THIS_STATE", () -> village.sponsor.sponsor(member(3), proposal.id(), true));
    }

    @Test
    void wordingsAreComparedLineByLine() {
        List<Wordings.Line> lines = Wordings.compare("a\nb\nc", "a\nx\nc\nd");
        assertThat(lines)
                .containsExactly(
                        new Wordings.Line(Wordings.Fate.KEPT, "a"),
                        new Wordings.Line(Wordings.Fate.REMOVED, "b"),
                        new Wordings.Line(Wordings.Fate.ADDED, "x"),
                        new Wordings.Line(Wordings.Fate.KEPT, "c"),
                        new Wordings.Line(Wordings.Fate.ADDED, "d"));
        assertThat(Wordings.compare("", "a")).containsExactly(new Wordings.Line(Wordings.Fate.ADDED, "a"));
        assertThat(Wordings.compare("a", "a")).containsExactly(new Wordings.Line(Wordings.Fate.KEPT, "a"));
    }
}
