package coop.pools.governance;

import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Mark;

/**
 * A ballot as somebody wants to cast it.
 *
 * @param reason plain text for the other members, at most 2,000 characters, may be empty
 * @param interest whether they would gain from the proposal
 */
public record NewBallot(Mark mark, String reason, boolean interest) {
    /** Without options and interests. */
    public static NewBallot of(Choice choice, String reason) {
        return new NewBallot(Mark.of(choice), reason, false);
    }
}
