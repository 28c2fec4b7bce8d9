package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodState;
import coop.pools.flood.domain.JoinRequest;
import coop.pools.governance.InviteToFlood;
import coop.pools.governance.domain.Action;
import coop.pools.kernel.IdSource;
import java.util.Optional;
import java.util.UUID;

/**
 * Keeps that a Pool wants to join, and opens the vote on it in the Flood, in the name of who proposed it in the Pool.
 * Called inside a transaction that holds the Flood.
 */
public final class AskFlood {
    private final RequestStore requests;
    private final InviteToFlood inviteToFlood;

    public AskFlood(RequestStore requests, InviteToFlood inviteToFlood) {
        this.requests = requests;
        this.inviteToFlood = inviteToFlood;
    }

    Optional<JoinRequest> waiting(Flood flood, UUID pool) {
        return requests.find(flood.id(), pool);
    }

    /** A Flood that is still forming has nobody to ask: its consent can be given once it is active. */
    void ask(Flood flood, Member pool, JoinRequest request, Voted voted) {
        requests.put(request);
        if (flood.state() == FloodState.ACTIVE) {
            UUID id = IdSource.derivedId("flood-consent", request.proposal().toString());
            inviteToFlood.ask(
                    voted.decision(), id, flood.id(), wish(pool), new Action.FloodAction.AdmitPool(pool.id()));
        }
    }

    private static InviteToFlood.Wish wish(Member pool) {
        return new InviteToFlood.Wish(shortened("Let " + pool.name() + " join"), """
                %s has voted to join us and has adopted our compact. It has no stake until it gives money. \
                If we agree it is in the Flood at once.""".formatted(pool.name()));
    }

    /** Asks the other one of two Floods that would become one, in the name of who proposed it in the first. */
    public void askOther(Voted voted, Flood agreed, Flood asked, Action.FloodAction action) {
        UUID id = IdSource.derivedId("flood-merger", voted.proposal().toString());
        boolean stays = action instanceof Action.FloodAction.TakeIn;
        InviteToFlood.Wish wish =
                new InviteToFlood.Wish(shortened((stays ? "Take in " : "Merge into ") + agreed.name()), """
                %s has voted that we become one. %s Each Pool goes along only if its own people agree, with its stake; the \
                others take theirs home.""".formatted(
                                agreed.name(), stays ? "We stay, and it ends." : "It stays, and ours ends."));
        inviteToFlood.askToMerge(voted.decision(), id, asked.id(), wish, action);
    }

    static String shortened(String title) {
        return title.length() > 120 ? title.substring(0, 120) : title;
    }
}
