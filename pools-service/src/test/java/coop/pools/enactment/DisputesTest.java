package coop.pools.enactment;

import static coop.pools.governance.Village.member;
import static coop.pools.governance.VillageBodies.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.governance.Draft;
import coop.pools.governance.EditProposal;
import coop.pools.governance.Village;
import coop.pools.governance.VillageBodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Dispute.Answer;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.kernel.Refused;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Concerns stop money for a bounded time, and whoever answers them can do nothing else. */
class DisputesTest {
    private static final String WRONG = "The bill is not ours.";

    @EveryDatabase
    void theOmbudInChargeLetsAPaymentGoOnAndNobodyElseDoes(TestDatabase db) {
        Place place = new Place(db, 4, 5);
        UUID pay = place.passed();
        place.village.raise.raise(member(2), pay, WRONG);
        place.village.raise.raise(member(2), pay, WRONG);
        place.village.raise.raise(member(3), pay, "Nor do I know it.");
        place.village.hours(48);
        place.enact();
        assertThat(place.done).isEmpty();
        assertThat(place.village.readDisputes.of(member(1), pay).concerns()).hasSize(2);
        assertThat(place.village.readDisputes.of(member(6), pay).concerns())
                .as("words are for members")
                .isEmpty();
        for (int other : new int[] {1, 2, 3, 5}) {
            assertRefused("OMBUD_ONLY", () -> place.answer(other, pay, Answer.RELEASE));
        }
        place.answer(4, pay, Answer.RELEASE);
        assertRefused("CONCERN_SETTLED", () -> place.answer(4, pay, Answer.REFER));
        assertRefused("CONCERN_SETTLED", () -> place.village.raise.raise(member(5), pay, WRONG));
        place.enact();
        assertThat(place.done).containsExactly(pay);
    }

    @EveryDatabase
    void thoseWhoCanAnswerAreToldAndThoseWhoseCaseItIsHearTheAnswer(TestDatabase db) {
        Place place = new Place(db, 4, 5);
        UUID pay = place.passed();
        place.village.told.clear();
        place.village.raise.raise(member(2), pay, WRONG);
        place.village.raise.raise(member(3), pay, "Nor do I know it.");
        assertThat(place.village.told)
                .containsExactlyInAnyOrder(
                        person(4) + " CONCERN_FOR_OMBUD",
                        person(5) + " CONCERN_FOR_OMBUD",
                        person(1) + " CONCERN_RAISED");
        place.village.told.clear();
        place.answer(4, pay, Answer.RERUN);
        assertThat(place.village.told)
                .containsExactlyInAnyOrder(
                        person(1) + " CONCERN_RERUN", person(2) + " CONCERN_RERUN", person(3) + " CONCERN_RERUN");
    }

    /** It stands in the name of whoever raised the concern, or of the ombud; to them alone it does not belong. */
    @EveryDatabase
    void nobodyTakesBackOrChangesWhatWasPutToTheMembers(TestDatabase db) {
        Place place = new Place(db);
        UUID pay = place.passed();
        UUID stop = place.referred(pay);
        assertRefused("PUT_TO_THE_MEMBERS", () -> place.village.withdraw.withdraw(member(2), stop));
        assertRefused("PUT_TO_THE_MEMBERS", () -> place.village.edit.edit(member(2), stop, harmless()));
        place.pass(stop);
        place.village.hours(24);
        place.enact();
        assertThat(place.done).containsExactly(stop);
        assertThat(place.village.state(pay)).isEqualTo(ProposalState.BLOCKED);
    }

    @EveryDatabase
    void whatIsVotedOnAgainStaysWhatItWasAndMayBeGivenUp(TestDatabase db) {
        Place place = new Place(db, 4);
        UUID pay = place.passed();
        place.village.raise.raise(member(2), pay, WRONG);
        place.answer(4, pay, Answer.RERUN);
        UUID again = place.village
                .readDisputes
                .of(member(1), pay)
                .dispute()
                .orElseThrow()
                .next()
                .orElseThrow();
        assertRefused("PUT_TO_THE_MEMBERS", () -> place.village.edit.edit(member(1), again, harmless()));
        place.village.withdraw.withdraw(member(1), again);
        assertThat(place.village.state(again)).isEqualTo(ProposalState.WITHDRAWN);
        assertThat(place.village.state(pay)).isEqualTo(ProposalState.BLOCKED);
    }

    private static EditProposal.Edit harmless() {
        return new EditProposal.Edit("Nothing", "", new Action.Statement(), BallotPaper.USUAL, Optional.empty());
    }

    @EveryDatabase
    void anOmbudWhoIsAPartyStepsAsideAndADeputyMayAnswerLater(TestDatabase db) {
        Place place = new Place(db, 1, 4, 5);
        UUID pay = place.passed();
        place.village.raise.raise(member(2), pay, WRONG);
        assertRefused("OMBUD_ONLY", () -> place.answer(1, pay, Answer.RELEASE));
        assertRefused("OMBUD_ONLY", () -> place.answer(5, pay, Answer.RELEASE));
        place.village.hours(7 * 24 / 2);
        assertRefused("OMBUD_ONLY", () -> place.answer(1, pay, Answer.RELEASE));
        place.answer(5, pay, Answer.RELEASE);
        assertThat(place.village.readDisputes.of(member(1), pay).state()).isEqualTo("release");
    }

    @EveryDatabase
    void aPaymentPausesOnceAndGoesOnWhenNobodyAnswers(TestDatabase db) {
        Place place = new Place(db, 4);
        UUID pay = place.passed();
        place.village.raise.raise(member(2), pay, WRONG);
        place.village.hours(7 * 24 - 1);
        place.enact();
        assertThat(place.done).isEmpty();
        place.village.hours(1);
        assertRefused("CONCERN_SETTLED", () -> place.answer(4, pay, Answer.REFER));
        assertRefused("CONCERN_SETTLED", () -> place.village.raise.raise(member(3), pay, WRONG));
        place.enact();
        assertThat(place.done).containsExactly(pay);
        assertThat(place.village.readDisputes.of(member(1), pay).state()).isEqualTo("lapsed");
    }

    @EveryDatabase
    void aVoteIsRepeatedForACauseAndOnlyOnce(TestDatabase db) {
        Place place = new Place(db, 4);
        UUID pay = place.passed();
        place.village.raise.raise(member(2), pay, WRONG);
        assertRefused("TEXT_LENGTH", () -> place.village.answer.answer(member(4), pay, Answer.RERUN, ""));
        // What a dispute puts to the members looks for nobody who stands behind it.
        place.village.bodies.askForSponsors(2);
        place.answer(4, pay, Answer.RERUN);
        Proposal old = place.village.read.one(pay).proposal();
        assertThat(old.progress().blocked().orElseThrow().code()).isEqualTo("VOTED_ANEW");
        UUID again = place.village
                .readDisputes
                .of(member(1), pay)
                .dispute()
                .orElseThrow()
                .next()
                .orElseThrow();
        Proposal next = place.village.read.one(again).proposal();
        assertThat(next.action()).isEqualTo(old.action());
        assertThat(next.progress().vote()).isEmpty();
        place.pass(again);
        place.village.raise.raise(member(3), again, WRONG);
        assertRefused("REPEATED_ALREADY", () -> place.answer(4, again, Answer.RERUN));
        place.answer(4, again, Answer.RELEASE);
        place.village.hours(24);
        place.enact();
        assertThat(place.done).containsExactly(again);
    }

    @EveryDatabase
    void withoutAnOmbudTheMembersDecideWhetherToStopIt(TestDatabase db) {
        Place place = new Place(db);
        UUID stopped = place.village.proposed().id();
        UUID paid = place.passed(stopped);
        UUID stop = place.referred(stopped);
        UUID letGo = place.referred(paid);
        place.village.hours(48);
        place.enact();
        assertThat(place.done).as("both wait for the members").isEmpty();
        place.village.openDue.run(10);
        place.village.vote(stop, Choice.AGREE, 1, 2, 3);
        place.village.vote(letGo, Choice.DISAGREE, 1, 2, 3);
        place.village.hours(120);
        place.village.closeDue.run(10);
        place.village.hours(1);
        place.enact();
        assertThat(place.done).containsExactly(paid);
        place.village.hours(25);
        place.enact();
        place.enact();
        assertThat(place.done).containsExactly(paid, stop);
        assertThat(place.village
                        .read
                        .one(stopped)
                        .proposal()
                        .progress()
                        .blocked()
                        .orElseThrow()
                        .code())
                .isEqualTo("STOPPED_BY_MEMBERS");
    }

    @EveryDatabase
    void whoIsToBePutOutAppealsOnceAndDoesNotVote(TestDatabase db) {
        Place place = new Place(db, 4);
        Action removal = new Action.RemoveMember(VillageBodies.person(5));
        UUID out = place.propose(removal);
        place.village.hours(48);
        place.village.openDue.run(10);
        assertThat(place.village.read.one(out).vote().orElseThrow().electorate())
                .isEqualTo(4);
        assertRefused("CONCERN_NOT_ABOUT_MONEY", () -> place.village.raise.raise(member(2), out, WRONG));
        assertRefused("CONCERNED_DO_NOT_VOTE", () -> place.village.vote(out, Choice.DISAGREE, 5));
        place.village.vote(out, Choice.AGREE, 1, 2, 3);
        place.village.hours(120);
        place.village.closeDue.run(10);
        place.village.bodies.askForSponsors(2);
        place.village.raise.raise(member(5), out, "I was not heard at all.");
        assertThat(place.village.state(out)).isEqualTo(ProposalState.BLOCKED);
        UUID again = place.village
                .readDisputes
                .of(member(5), out)
                .dispute()
                .orElseThrow()
                .next()
                .orElseThrow();
        place.pass(again);
        assertRefused("REPEATED_ALREADY", () -> place.village.raise.raise(member(5), again, WRONG));
        place.village.hours(24);
        place.enact();
        assertThat(place.done).containsExactly(again);
    }

    @EveryDatabase
    void onlyWhatHasPassedAndPaysCanBePaused(TestDatabase db) {
        Place place = new Place(db, 4);
        UUID open = place.village.open();
        assertRefused("NOT_IN_THIS_STATE", () -> place.village.raise.raise(member(2), open, WRONG));
        assertRefused("MEMBERS_ONLY", () -> place.village.raise.raise(member(6), open, WRONG));
        UUID pay = place.passed();
        assertRefused("TEXT_LENGTH", () -> place.village.raise.raise(member(2), pay, "No."));
        assertRefused("NOT_FOUND", () -> place.answer(4, pay, Answer.RELEASE));
        place.village.hours(24);
        assertRefused("NOT_IN_THIS_STATE", () -> place.village.raise.raise(member(2), pay, WRONG));
    }

    private static void assertRefused(String code, Runnable work) {
        assertThatThrownBy(work::run).isInstanceOf(Refused.class).hasMessage(code);
    }

    /** A village with ombuds, and what its decisions have done. */
    private static final class Place {
        final Village village;
        final List<UUID> done = new ArrayList<>();
        private final EnactDueDecisions enact;

        Place(TestDatabase db, int... ombuds) {
            village = new Village(db, 5);
            village.people(5);
            for (int number : ombuds) {
                village.nameOmbud.name(village.ids.newId(), VillageBodies.POOL.id(), VillageBodies.person(number));
                village.clock.advance(Duration.ofSeconds(1));
            }
            enact = new EnactDueDecisions(
                    db.transactions(), village.decisions, village.bodies, this::carryOut, village.clock);
        }

        private void carryOut(Proposal decided) {
            if (decided.action() instanceof Action.StopDecision stop) {
                village.nameOmbud.stop(decided.id(), stop.proposal());
            }
            done.add(decided.id());
        }

        void enact() {
            village.closeDue.run(10);
            enact.run(10);
        }

        UUID propose(Action action) {
            Draft draft = new Draft(
                    VillageBodies.POOL, "Decide", "For reasons that are long enough.", action, Optional.empty());
            return village.propose
                    .propose(member(1), village.ids.newId(), draft)
                    .id();
        }

        UUID passed() {
            UUID id = village.proposed().id();
            pass(id);
            return id;
        }

        /** Another payment, which passes together with this one. */
        UUID passed(UUID other) {
            UUID id = village.proposed().id();
            village.hours(48);
            village.openDue.run(10);
            village.vote(other, Choice.AGREE, 1, 2, 3);
            village.vote(id, Choice.AGREE, 1, 2, 3);
            village.hours(120);
            village.closeDue.run(10);
            return id;
        }

        /** Leads a proposal in discussion to the beginning of its cooling-off time. */
        void pass(UUID id) {
            village.hours(48);
            village.openDue.run(10);
            village.vote(id, Choice.AGREE, 1, 2, 3);
            village.hours(120);
            village.closeDue.run(10);
            assertThat(village.state(id)).isEqualTo(ProposalState.COOLING_OFF);
        }

        void answer(int ombud, UUID proposal, Answer answer) {
            village.answer.answer(member(ombud), proposal, answer, "I have looked into it.");
        }

        UUID referred(UUID proposal) {
            village.raise.raise(member(2), proposal, WRONG);
            return village.readDisputes
                    .of(member(1), proposal)
                    .dispute()
                    .orElseThrow()
                    .next()
                    .orElseThrow();
        }
    }
}
