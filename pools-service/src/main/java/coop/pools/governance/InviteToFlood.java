package coop.pools.governance;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Progress;
import coop.pools.governance.domain.Proposal;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Asks a Pool whether it wants to join a Flood, in the name of the person who founds the Flood. That person need not
 * be a member of the Pool: asking gives no vote. It can do nothing but join; and the other way round a Flood is asked
 * whether a Pool may. What a decision asks belongs to nobody: it is neither changed nor taken back.
 *
 * <p>Refuses with {@link GovernanceRefusal#TEXT_LENGTH}, {@link GovernanceRefusal#TEXT_UNREADABLE},
 * {@link GovernanceRefusal#PROPOSALS_TOO_MANY} and whatever {@link Bodies#check} refuses.
 */
public final class InviteToFlood {
    private final Transactions transactions;
    private final Clock clock;
    private final ProposalStore proposals;
    private final Bodies bodies;
    private final Opening opening;

    public InviteToFlood(
            Transactions transactions, Clock clock, ProposalStore proposals, Bodies bodies, Opening opening) {
        this.transactions = transactions;
        this.clock = clock;
        this.proposals = proposals;
        this.bodies = bodies;
        this.opening = opening;
    }

    /**
     * The proposal under this id; asking again with the id answers the one that exists. Its vote opens after the
     * Pool's own time for discussion.
     *
     * @param member the Pool or Flood that is asked
     * @param action names the Flood
     */
    public Proposal invite(UUID founder, UUID id, BodyRef member, Wish wish, Action.JoinFlood action) {
        return transactions.inTurn(
                founder,
                () -> proposals.find(id).orElseGet(() -> {
                    boolean own = bodies.isMember(member, founder);
                    Restraint.requireFew(proposals, member, founder, own, clock.instant());
                    return create(founder, id, member, wish, action);
                }));
    }

    /** The same after the Flood has voted for it: what a decision brings about is not limited. */
    public Proposal welcome(Decision decision, UUID id, BodyRef member, Wish wish, Action.JoinFlood action) {
        return transactions.inTransaction(
                () -> proposals.find(id).orElseGet(() -> create(decision, id, member, wish, action)));
    }

    /**
     * Asks a Flood whether a Pool that has voted to join may, in the name of who proposed that; the proposal can do
     * nothing else.
     */
    public Proposal ask(Decision decision, UUID id, UUID flood, Wish wish, Action.FloodAction.AdmitPool action) {
        return transactions.inTransaction(
                () -> proposals.find(id).orElseGet(() -> create(decision, id, BodyRef.flood(flood), wish, action)));
    }

    /**
     * Asks one of two Floods that would become one whether it agrees as the other has; nothing new where it votes on
     * that already. What is only discussed there can still be taken back, and does not answer.
     */
    public void askToMerge(Decision decision, UUID id, UUID flood, Wish wish, Action.FloodAction action) {
        BodyRef body = BodyRef.flood(flood);
        transactions.inTransaction(() -> {
            boolean asked = proposals.find(id).isPresent()
                    || proposals.running(body, Listing.MOST).stream()
                            .anyMatch(running -> running.progress().vote().isPresent()
                                    && running.action().equals(action));
            if (!asked) {
                create(decision, id, body, wish, action);
            }
        });
    }

    private Proposal create(Decision decision, UUID id, BodyRef body, Wish wish, Action action) {
        Proposal asked = create(decision.author(), id, body, wish, action);
        proposals.markAsked(id, decision.proposal());
        return asked;
    }

    private Proposal create(UUID founder, UUID id, BodyRef body, Wish wish, Action action) {
        String title = Wording.line("title", wish.title(), 3, 120);
        String text = Wording.lines("text", wish.text(), 0, 20_000);
        bodies.check(body, action);
        Instant now = clock.instant();
        int discussHours = bodies.ruleFor(body, action).discussHours();
        Instant opensAt = now.plus(Duration.ofHours(discussHours));
        Proposal proposal = new Proposal(id, body, founder, title, text, action, now, opensAt, Progress.NONE);
        proposals.insert(proposal);
        return discussHours > 0 ? proposal : opening.open(proposal, now);
    }

    /** The vote that asks, and who had proposed it. */
    public record Decision(UUID proposal, UUID author) {}

    /** The words of an invitation: a line, and Markdown. */
    public record Wish(String title, String text) {}
}
