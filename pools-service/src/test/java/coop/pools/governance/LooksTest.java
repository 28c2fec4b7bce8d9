package coop.pools.governance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class LooksTest {
    /** Where the leader stays one short, one is missing at every ballot. */
    @Test
    void nobodyMakesPapersBeAddedUpAtEveryBallot() {
        assertThat(looks(10_000, 1)).isLessThanOrEqualTo(101);
        assertThat(looks(10_000, 0)).as("certain, and not closed yet").isLessThanOrEqualTo(101);
    }

    @Test
    void fewVotersAreLookedAtAsSoonAsItCanBeCertain() {
        assertThat(looks(99, 1)).isEqualTo(99);
    }

    @Test
    void nothingIsLookedAtBeforeEnoughHaveVotedAndTheLastBallotAlwaysIs() {
        Looks looks = new Looks();
        UUID vote = new UUID(0, 1);
        looks.looked(vote, 1_000, 900, 500);
        assertThat(looks.isDue(vote, 401)).isFalse();
        assertThat(looks.isDue(vote, 400)).isTrue();
        looks.looked(vote, 1_000, 5, 1);
        assertThat(looks.isDue(vote, 1)).isFalse();
        assertThat(looks.isDue(vote, 0)).isTrue();
    }

    private static int looks(int people, int missing) {
        Looks looks = new Looks();
        UUID vote = new UUID(0, 1);
        int count = 0;
        for (int left = people - 1; left >= 0; left--) {
            if (looks.isDue(vote, left)) {
                count++;
                looks.looked(vote, people, left, missing);
            }
        }
        return count;
    }
}
