package coop.pools.governance;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.BodyRef;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A proposal as somebody wants to make it.
 *
 * @param title 3 to 120 characters, one line
 * @param text Markdown, at most 20,000 characters
 * @param action a statement where options carry actions of their own
 * @param paper what people are asked
 * @param opensAt when the vote opens; empty: as soon as the rules allow
 */
public record Draft(
        BodyRef body, String title, String text, Action action, BallotPaper paper, Optional<Instant> opensAt) {
    /** With the usual ballot paper. */
    public Draft(BodyRef body, String title, String text, Action action, Optional<Instant> opensAt) {
        this(body, title, text, action, BallotPaper.USUAL, opensAt);
    }

    /** Everything that may come of it. */
    public List<Action> actions() {
        return paper.actions(action);
    }
}
