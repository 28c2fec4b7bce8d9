package coop.pools.governance.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A wish put to the people of a Pool or Flood. Its words, paper and action are frozen when its vote opens.
 *
 * @param text Markdown, may be empty
 * @param action what a passed vote does; a statement where options carry actions of their own
 * @param paper what people are asked
 * @param opensAt when the vote opens, at the earliest
 */
public record Proposal(
        UUID id,
        BodyRef body,
        UUID author,
        String title,
        String text,
        Action action,
        BallotPaper paper,
        Instant createdAt,
        Instant opensAt,
        Progress progress) {
    /** With the usual ballot paper. */
    public Proposal(
            UUID id,
            BodyRef body,
            UUID author,
            String title,
            String text,
            Action action,
            Instant createdAt,
            Instant opensAt,
            Progress progress) {
        this(id, body, author, title, text, action, BallotPaper.USUAL, createdAt, opensAt, progress);
    }

    /** Everything that may come of it. */
    public List<Action> actions() {
        return paper.actions(action);
    }

    /** Whether it lets somebody in or puts somebody out: what is said of them is for members. */
    public boolean isAboutAPerson() {
        return actions().stream()
                .anyMatch(each -> each instanceof Action.AdmitMember || each instanceof Action.RemoveMember);
    }

    /** What its stored outcome does; empty when it has not passed. */
    public List<Action> decided() {
        return progress.outcome().filter(Outcome::passed).stream()
                .flatMap(outcome -> decidedBy(outcome).stream())
                .toList();
    }

    /** What is decided by a vote on it that passed so. */
    public List<Action> decidedBy(Outcome outcome) {
        if (!paper.method().hasOptions()) {
            return List.of(action);
        }
        return outcome.winners().stream()
                .map(place -> paper.options().get(place).action())
                .toList();
    }

    /** When it lapses unless enough members stand behind it by then. */
    public Instant lapsesAt() {
        return opensAt.plus(Preparation.PATIENCE);
    }
}
