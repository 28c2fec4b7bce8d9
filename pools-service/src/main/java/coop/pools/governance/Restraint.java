package coop.pools.governance;

import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Refused;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * How much one person can put before others, so that nobody drowns what the others have to say. All limits are of each
 * person alone: none lets anybody keep another from speaking. What a decision brings about by itself is not limited.
 */
final class Restraint {
    /** Proposals of a member in one body that are on their way, or were made within a day. */
    static final int MOST_OF_MEMBERS = 50;
    /** The same of somebody from outside: requests to be let in, invitations to Floods. */
    static final int MOST_OF_OTHERS = 10;
    /** Comments within a day, wherever they stand. */
    static final int MOST_COMMENTS = 100;
    /** So many comments of a day leave word for those whom they name. */
    static final int MOST_CALLING = 20;
    /** How often a ballot can be cast, changed and taken back. */
    static final int MOST_REVISIONS = 1_000;

    private static final Duration DAY = Duration.ofDays(1);

    private Restraint() {}

    /** Refuses with PROPOSALS_TOO_MANY. */
    static void requireFew(ProposalStore proposals, BodyRef body, UUID author, boolean member, Instant now) {
        int most = member ? MOST_OF_MEMBERS : MOST_OF_OTHERS;
        if (proposals.countOf(body, author, now.minus(DAY)) >= most) {
            throw new Refused(GovernanceRefusal.PROPOSALS_TOO_MANY, Map.of("most", most));
        }
    }

    /** How many comments somebody has written within a day; refuses with COMMENTS_TOO_MANY. */
    static long requireFew(CommentStore comments, UUID author, Instant now) {
        long written = comments.countSince(author, now.minus(DAY));
        if (written >= MOST_COMMENTS) {
            throw new Refused(GovernanceRefusal.COMMENTS_TOO_MANY, Map.of("most", MOST_COMMENTS));
        }
        return written;
    }
}
