package coop.pools.governance;

import static coop.pools.governance.ProposingTest.assertRefused;
import static coop.pools.governance.Village.member;
import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.OutcomeStatement;
import coop.pools.governance.domain.Stance;
import coop.pools.testing.EveryDatabase;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

class TalkingTest {
    @EveryDatabase
    void whereEverybodyStandsIsWhatTheySaidLast(TestDatabase db) {
        Village village = new Village(db, 5);
        village.people(6);
        UUID id = village.proposed().id();
        stand(village, id, 1, Stance.FOR);
        stand(village, id, 2, Stance.FOR);
        stand(village, id, 3, Stance.AGAINST);
        village.hours(1);
        stand(village, id, 2, Stance.UNSURE);
        village.say(2, village.ids.newId(), id, Optional.empty(), "Hm.");
        assertThat(village.discussion.stances(id))
                .isEqualTo(Map.of(Stance.FOR, 1L, Stance.UNSURE, 1L, Stance.AGAINST, 1L));
        assertThat(village.discussion.standing(id))
                .as("once each, the newest first")
                .extracting(said -> said.stance().orElseThrow())
                .hasSize(3)
                .startsWith(Stance.UNSURE)
                .containsOnlyOnce(Stance.FOR);
    }

    @EveryDatabase
    void whoeverIsNamedLearnsOfItUnlessTheNameIsNotTheirsAlone(TestDatabase db) {
        Village village = new Village(db, 5);
        village.people(6);
        UUID id = village.proposed().id();
        village.say(1, village.ids.newId(), id, Optional.empty(), "@Person 2 and you, @Person 3, look! a@Person 4");
        village.say(1, village.ids.newId(), id, Optional.empty(), "@Person 6 is outside, @Person 1 is me, @Nobody no");
        assertThat(village.told)
                .containsExactly(VillageBodies.person(2) + " MENTIONED", VillageBodies.person(3) + " MENTIONED");
    }

    @EveryDatabase
    void theAuthorOrAStewardSaysWhatCameOfItAndIsRemindedToLookBack(TestDatabase db) {
        Village village = new Village(db, 5);
        village.people(5);
        UUID id = village.open();
        assertRefused("NOT_IN_THIS_STATE", () -> village.outcome.state(member(1), id, "Early", Optional.empty()));
        village.vote(id, Choice.AGREE, 1, 2, 3);
        village.hours(120);
        Instant review = village.clock.instant().plus(Duration.ofDays(30));
        assertRefused(
                "OUTCOME_BY_AUTHOR_OR_STEWARD", () -> village.outcome.state(member(2), id, "Mine", Optional.empty()));
        assertRefused(
                "REVIEW_NOT_AHEAD",
                () -> village.outcome.state(member(1), id, "Past", Optional.of(village.clock.instant())));
        village.outcome.state(member(1), id, "It passed.", Optional.of(review.minusSeconds(60)));
        OutcomeStatement second = village.outcome.state(member(5), id, "It is **done**.", Optional.of(review));
        assertThat(village.outcome.said(id)).contains(second);
        assertThat(second.version()).isEqualTo(2);
        village.hours(24 * 30 - 1);
        assertThat(village.remind.run(10))
                .as("what was said before counts no more")
                .isZero();
        village.hours(1);
        assertThat(village.remind.run(10)).isEqualTo(1);
        assertThat(village.remind.run(10)).isZero();
        assertThat(village.told)
                .containsExactly(VillageBodies.person(1) + " REVIEW_DUE", VillageBodies.person(5) + " REVIEW_DUE");
    }

    private static void stand(Village village, UUID proposal, int number, Stance stance) {
        village.comment.comment(
                member(number),
                village.ids.newId(),
                proposal,
                new CommentOnProposal.Said(Optional.empty(), "So I think.", Optional.of(stance)));
    }
}
