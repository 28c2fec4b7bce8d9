package coop.pools.governance;

import static coop.pools.governance.Village.member;
import static coop.pools.governance.VillageBodies.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.governance.InviteToFlood.Decision;
import coop.pools.governance.InviteToFlood.Wish;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Progress;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.ProposalState;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a decision asks stands in somebody's name and belongs to nobody. */
class AskedByDecisionTest {
    private static final Wish WISH = new Wish("Let us come together", "");
    private static final UUID FLOOD = new UUID(8, 8);
    private static final Action.FloodAction MERGE = new Action.FloodAction.Merge(new UUID(8, 9));

    @EveryDatabase
    void nobodyTakesBackOrChangesWhatADecisionAsked(TestDatabase db) {
        Place place = new Place(db);
        Action.JoinFlood join = new Action.JoinFlood(FLOOD);
        Action.FloodAction.AdmitPool admit = new Action.FloodAction.AdmitPool(VillageBodies.POOL.id());
        UUID welcome = place.invite
                .welcome(place.decision(), place.id(), VillageBodies.POOL, WISH, join)
                .id();
        UUID consent = place.invite
                .ask(place.decision(), place.id(), FLOOD, WISH, admit)
                .id();
        UUID merge = place.id();
        place.invite.askToMerge(place.decision(), merge, FLOOD, WISH, MERGE);
        for (UUID asked : new UUID[] {welcome, consent, merge}) {
            refused(() -> place.village.withdraw.withdraw(member(1), asked));
            refused(() -> place.village.edit.edit(member(1), asked, harmless()));
            assertThat(place.village.readPreparation.mayBeChanged(asked)).isFalse();
            assertThat(place.village.readPreparation.mayBeTakenBack(asked)).isFalse();
            assertThat(place.village.state(asked)).isEqualTo(ProposalState.DISCUSSION);
        }
    }

    /** The migration that marks them is run once more, on proposals whose mark is taken off. */
    @EveryDatabase
    void whatWasAskedBeforeThatWasKeptIsMarkedToo(TestDatabase db) throws IOException {
        Place place = new Place(db);
        UUID decided = place.village.open();
        place.village.vote(decided, Choice.AGREE, 1, 2, 3);
        place.village.hours(120);
        place.village.closeDue.run(10);
        place.village.hours(24);
        assertThat(place.village.proposals.enact(decided, place.village.clock.instant()))
                .isTrue();
        Decision decision = new Decision(decided, person(1));
        Action.FloodAction.AdmitPool admit = new Action.FloodAction.AdmitPool(VillageBodies.POOL.id());
        UUID consent = IdSource.derivedId("flood-consent", decided.toString());
        place.invite.ask(decision, consent, FLOOD, WISH, admit);
        UUID merger = IdSource.derivedId("flood-merger", decided.toString());
        place.invite.askToMerge(decision, merger, FLOOD, WISH, MERGE);
        String pool = VillageBodies.POOL.id().toString();
        UUID welcome = IdSource.derivedId("flood-consented", pool, pool, decided.toString());
        place.invite.welcome(decision, welcome, VillageBodies.POOL, WISH, new Action.JoinFlood(FLOOD));
        UUID own = place.village.proposed().id();
        db.jdbi().useHandle(handle -> handle.execute("update proposal set asked_by = null"));
        String script = "/db/" + db.engine().toLowerCase(Locale.ROOT) + "/V137__know_who_asked_before.sql";
        try (InputStream sql = getClass().getResourceAsStream(script)) {
            String text = new String(sql.readAllBytes(), StandardCharsets.UTF_8);
            db.jdbi().useHandle(handle -> handle.createScript(text).execute());
        }
        assertThat(List.of(consent, merger, welcome)).allMatch(place.village.proposals::isAsked);
        assertThat(place.village.proposals.isAsked(own)).isFalse();
    }

    @EveryDatabase
    void whoeverInvitesInTheirOwnNameMayThinkAgain(TestDatabase db) {
        Place place = new Place(db);
        Action.JoinFlood join = new Action.JoinFlood(FLOOD);
        Proposal own = place.invite.invite(person(1), place.id(), VillageBodies.POOL, WISH, join);
        assertThat(place.village.readPreparation.mayBeTakenBack(own.id())).isTrue();
        place.village.edit.edit(member(1), own.id(), harmless());
        place.village.withdraw.withdraw(member(1), own.id());
        assertThat(place.village.state(own.id())).isEqualTo(ProposalState.WITHDRAWN);
    }

    /** Else whoever wants no answer would propose the same, and take it back once the other Flood has been told of it. */
    @EveryDatabase
    void onlyAVoteThatIsOpenAnswersForTheOtherFlood(TestDatabase db) {
        Place place = new Place(db);
        Instant now = place.village.clock.instant();
        Instant opensAt = now.plus(Duration.ofHours(48));
        Proposal own = new Proposal(
                place.id(), BodyRef.flood(FLOOD), person(1), "The same", "", MERGE, now, opensAt, Progress.NONE);
        place.village.proposals.insert(own);
        UUID asked = place.id();
        place.invite.askToMerge(place.decision(), asked, FLOOD, WISH, MERGE);
        place.village.withdraw.withdraw(member(1), own.id());
        assertThat(place.village.state(asked)).isEqualTo(ProposalState.DISCUSSION);
        place.village.hours(48);
        place.village.openDue.run(10);
        UUID once = place.id();
        place.invite.askToMerge(place.decision(), once, FLOOD, WISH, MERGE);
        assertThat(place.village.proposals.find(once))
                .as("it is voted on already")
                .isEmpty();
    }

    @OneDatabase
    void aFloodVotesOnOneMergerOnce(TestDatabase db) {
        Place place = new Place(db);
        UUID own = discussed(place, Duration.ofHours(24));
        UUID asked = place.id();
        place.invite.askToMerge(place.decision(), asked, FLOOD, WISH, MERGE);
        UUID late = discussed(place, Duration.ofDays(9));
        place.village.hours(48);
        place.village.openDue.run(10);
        assertThat(place.village.state(own)).isEqualTo(ProposalState.VOTING);
        assertThat(place.village.state(asked)).isEqualTo(ProposalState.BLOCKED);
        assertThat(place.village.proposals.find(asked).orElseThrow().progress().blocked())
                .hasValueSatisfying(blocked -> assertThat(blocked.facts()).containsEntry("title", "The same"));
        place.village.hours(24 * 7);
        place.village.closeDue.run(10);
        place.village.openDue.run(10);
        assertThat(place.village.state(late)).as("the first one is over").isEqualTo(ProposalState.VOTING);
    }

    private static UUID discussed(Place place, Duration until) {
        Instant now = place.village.clock.instant();
        Proposal proposal = new Proposal(
                place.id(),
                BodyRef.flood(FLOOD),
                person(1),
                "The same",
                "",
                MERGE,
                now,
                now.plus(until),
                Progress.NONE);
        place.village.proposals.insert(proposal);
        return proposal.id();
    }

    private static EditProposal.Edit harmless() {
        return new EditProposal.Edit("Nothing", "", new Action.Statement(), BallotPaper.USUAL, Optional.empty());
    }

    private static void refused(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(GovernanceRefusal.PUT_TO_THE_MEMBERS));
    }

    private static final class Place {
        private final Village village;
        private final InviteToFlood invite;

        private Place(TestDatabase db) {
            village = new Village(db, 5);
            invite = new InviteToFlood(
                    db.transactions(),
                    village.clock,
                    village.proposals,
                    village.bodies,
                    new Opening(village.proposals, village.bodies, village.bodies, village.ballots));
        }

        private UUID id() {
            return village.ids.newId();
        }

        private Decision decision() {
            return new Decision(id(), person(1));
        }
    }
}
