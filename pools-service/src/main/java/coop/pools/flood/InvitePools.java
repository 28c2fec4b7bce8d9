package coop.pools.flood;

import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Invitation;
import coop.pools.governance.InviteToFlood;
import coop.pools.governance.domain.Action;
import coop.pools.kernel.IdSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Opens the vote on joining in every Pool that a founder has named. Runs in the transaction of the founding. */
public final class InvitePools {
    private final FloodStore floods;
    private final InviteToFlood inviteToFlood;

    public InvitePools(FloodStore floods, InviteToFlood inviteToFlood) {
        this.floods = floods;
        this.inviteToFlood = inviteToFlood;
    }

    void invite(Flood flood, List<Member> pools) {
        for (Member pool : pools) {
            UUID proposal = proposalId(flood.id(), pool.id());
            floods.insertInvitation(Invitation.given(flood.id(), pool.id(), proposal, flood.createdAt()));
        }
        InviteToFlood.Wish wish = new InviteToFlood.Wish("Join the Flood " + flood.name(), text(flood, pools));
        for (Member pool : pools) {
            UUID proposal = proposalId(flood.id(), pool.id());
            inviteToFlood.invite(flood.founder(), proposal, pool.ref(), wish, new Action.JoinFlood(flood.id()));
        }
    }

    /** The id of the vote that is opened in a Pool after the Flood has consented. */
    UUID inviteAfter(Voted consent, Flood flood, Member pool) {
        return IdSource.derivedId(
                "flood-consented",
                flood.id().toString(),
                pool.id().toString(),
                consent.proposal().toString());
    }

    /** Asks a Pool that the Flood has voted to let in. */
    void open(Voted consent, Flood flood, Member pool, UUID vote) {
        String text = """
                The Flood %s has voted that we may join. It holds money of several Pools for one purpose: %s
                Joining costs nothing and moves no money; a vote of its own does that. \
                With this vote we adopt [its compact](/floods/%s/compact). \
                We can leave at any time by a vote of our own and take along what is left of our stake.""".formatted(flood.name(), flood.purpose(), flood.slug());
        InviteToFlood.Wish wish = new InviteToFlood.Wish(AskFlood.shortened("Join the Flood " + flood.name()), text);
        inviteToFlood.welcome(consent.decision(), vote, pool.ref(), wish, new Action.JoinFlood(flood.id()));
    }

    /** The id of the vote that is opened in a Pool when the Flood is founded. */
    public static UUID proposalId(UUID flood, UUID pool) {
        return IdSource.derivedId("flood-invitation", flood.toString(), pool.toString());
    }

    private static String text(Flood flood, List<Member> pools) {
        String names = pools.stream().map(Member::name).sorted().collect(Collectors.joining(", "));
        return """
                A Flood holds money of several Pools for one purpose: %s

                Invited are: %s.

                Joining costs nothing and moves no money; a vote of its own does that. \
                How the Flood decides is written in [its compact](/floods/%s/compact). \
                We can leave at any time by a vote of our own and take along what is left of our stake.""".formatted(flood.purpose(), names, flood.slug());
    }
}
