package coop.pools.membership;

import coop.pools.identity.IdentityStore;
import coop.pools.identity.ReadPeople;
import coop.pools.kernel.Caller;
import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Secrets;
import coop.pools.membership.domain.LinkInvitation;
import coop.pools.pool.ReadPools;
import coop.pools.pool.domain.Pool;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Invitations: those that wait for someone, and those that someone has made. */
public final class ReadInvitations {
    private final RosterInvitationStore rosters;
    private final LinkInvitationStore links;
    private final ReadPools pools;
    private final ReadPeople people;
    private final Clock clock;

    public ReadInvitations(
            RosterInvitationStore rosters, LinkInvitationStore links, ReadPools pools, ReadPeople people, Clock clock) {
        this.rosters = rosters;
        this.links = links;
        this.pools = pools;
        this.people = people;
        this.clock = clock;
    }

    /** The Pools that wait for the caller, because a roster names one of their accounts. */
    public List<Pool> waitingFor(Caller caller) {
        Map<UUID, RosterInvitationStore.Waiting> waiting = new HashMap<>();
        for (IdentityStore.Account account : people.accountsOf(caller.require(Scope.READ))) {
            rosters.waiting(account.provider(), account.subject()).forEach(row -> waiting.put(row.poolId(), row));
        }
        Map<UUID, Pool> found = pools.byIds(waiting.keySet());
        return found.values().stream()
                .sorted((one, other) -> one.slug().compareTo(other.slug()))
                .toList();
    }

    /** Whether an invitation to this Pool waits for the caller. */
    public boolean isWaiting(Caller caller, UUID pool) {
        return waitingFor(caller).stream().anyMatch(found -> found.id().equals(pool));
    }

    /** How many people of the roster have been told of, by what became of it. */
    public Counts counts(UUID pool) {
        Map<String, Long> counts = new HashMap<>();
        rosters.counts(pool).forEach(row -> counts.put(row.state(), row.people()));
        return new Counts(
                counts.getOrDefault(RosterInvitationStore.OPEN, 0L),
                counts.getOrDefault(RosterInvitationStore.JOINED, 0L),
                counts.getOrDefault(RosterInvitationStore.DECLINED, 0L));
    }

    /** The caller's live invitations to a Pool, newest first. */
    public List<LinkInvitation> mine(Caller caller, UUID pool) {
        return links.live(pool, caller.require(Scope.READ), clock.instant());
    }

    /**
     * What a link leads to.
     *
     * @throws Refused {@link MembershipRefusal#INVITATION_GONE}
     */
    public Found bySecret(String secret) {
        LinkInvitation link = links.byToken(Secrets.hash(secret))
                .filter(found -> found.isGood(clock.instant()))
                .orElseThrow(() -> new Refused(MembershipRefusal.INVITATION_GONE));
        Pool pool = pools.find(link.poolId()).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return new Found(pool, people.name(link.invitedBy()), link);
    }

    /** @param open no answer yet */
    public record Counts(long open, long joined, long declined) {
        public long all() {
            return open + joined + declined;
        }
    }

    /** An invitation that is good, the Pool it leads to and who made it. */
    public record Found(Pool pool, String inviter, LinkInvitation invitation) {}
}
