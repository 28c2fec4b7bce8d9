package coop.pools.governance.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One revision of a person's ballot; the latest counts, earlier ones stay on record.
 *
 * @param revision from 1, without gaps
 * @param mark empty when the person took the ballot back
 * @param reason plain text, may be empty
 * @param interest whether the person would gain from the proposal, as they or the records say
 * @param nonce known to the voter alone, so that a receipt tells nobody else anything; empty on old ballots
 */
public record Ballot(
        UUID person, int revision, Optional<Mark> mark, String reason, boolean interest, String nonce, Instant castAt) {
    public Optional<Choice> choice() {
        return mark.map(Mark::choice);
    }

    /** What it says, to compare two revisions by. */
    public boolean says(Optional<Mark> other, String why, boolean gains) {
        return mark.equals(other) && reason.equals(why) && interest == gains;
    }

    /** Without what is for members only. */
    public Ballot unexplained() {
        return new Ballot(person, revision, mark, "", interest, nonce, castAt);
    }
}
