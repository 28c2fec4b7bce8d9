package coop.pools.flood;

import coop.pools.bylaws.BylawsVersion;
import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.domain.RuleKey;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodRefusal;
import coop.pools.flood.domain.FloodState;
import coop.pools.flood.domain.Invitation;
import coop.pools.flood.domain.PoolPlace;
import coop.pools.flood.domain.Stay;
import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.domain.Accounts;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Takes Pools into Floods; everything here is called inside a transaction that holds the Flood. */
public final class Entrance {
    /** A Flood shares each cost among all its Pools: so many at most. */
    static final int MOST = NamedPools.MOST;

    private final FloodStore floods;
    private final RequestStore requests;
    private final ReadBylaws bylaws;
    private final Members members;
    private final Around around;

    public Entrance(FloodStore floods, RequestStore requests, ReadBylaws bylaws, Members members, Around around) {
        this.members = members;
        this.around = around;
        this.floods = floods;
        this.requests = requests;
        this.bylaws = bylaws;
    }

    /**
     * What is asked about whoever joins.
     *
     * @param requireGoingOn refuses a Pool that is ending, and keeps it from beginning to end meanwhile
     */
    public record Around(Ledger ledger, Consumer<UUID> requireGoingOn) {}

    /** Whether Pools join by their own vote alone, are asked by the Flood only, or need its consent at some time. */
    enum Door {
        OPEN,
        VOTE,
        INVITED
    }

    Door door(Flood flood) {
        return Door.valueOf(bylaws.rules(flood.id()).word(RuleKey.FLOOD_ADMIT).toUpperCase(java.util.Locale.ROOT));
    }

    BylawsVersion compact(Flood flood) {
        return bylaws.current(flood.id());
    }

    /** The compact as it reads since then; refused with {@link FloodRefusal#COMPACT_CHANGED}. */
    BylawsVersion compactSince(Flood flood, Instant then) {
        BylawsVersion compact = compact(flood);
        if (compact.adoptedAt().isAfter(then)) {
            throw new Refused(FloodRefusal.COMPACT_CHANGED, Map.of("flood", flood.name()));
        }
        return compact;
    }

    /** No Pool comes in that is ending, and no Flood that is not active. */
    void requireGoingOn(UUID pool) {
        Optional<Flood> nested = floods.find(pool);
        nested.ifPresentOrElse(
                PoolPlace::requireActive, () -> around.requireGoingOn().accept(pool));
    }

    /** A Flood comes in only where that makes no circle and not too many levels; the commons of all Pools nowhere. */
    void requireMayNest(Flood flood, Member joining) {
        if (joining.isFlood()) {
            floods.find(joining.id()).filter(Flood::commons).ifPresent(Entrance::refuseCommons);
            members.levels().requireMayNest(flood, joining);
        }
    }

    /** @throws Refused {@link FloodRefusal#COMMONS_OF_ALL} */
    static void refuseCommons(Flood commons) {
        throw new Refused(FloodRefusal.COMMONS_OF_ALL, Map.of("flood", commons.name()));
    }

    /** The Pool asks no Flood any more. */
    public void withdraw(UUID pool) {
        requests.removeOf(pool);
    }

    Optional<Invitation> invitation(Flood flood, UUID pool) {
        return floods.invitations(flood.id()).stream()
                .filter(invitation -> invitation.pool().equals(pool))
                .findFirst();
    }

    /** Keeps the Flood's consent. @param proposal the vote in the Pool, or the one that brings it in */
    void consent(Flood flood, UUID pool, UUID proposal, Instant at) {
        Invitation consent = Invitation.given(flood.id(), pool, proposal, at);
        Optional<Invitation> earlier = invitation(flood, pool);
        if (earlier.isEmpty()) {
            floods.insertInvitation(consent);
        } else if (!earlier.get().isGood()) {
            floods.renewInvitation(consent);
        }
    }

    /**
     * The Pool belongs to the Flood from now on; with the second Pool the Flood becomes active.
     *
     * @param by the vote that brings it in
     * @param compactSha256 the fingerprint of the compact that it adopts
     * @throws Refused {@link FloodRefusal#FLOOD_FULL}
     */
    void enter(Flood flood, UUID pool, UUID by, String compactSha256, Instant at) {
        if (floods.joinedPools(flood.id()).size() >= MOST) {
            throw new Refused(FloodRefusal.FLOOD_FULL, Map.of("flood", flood.name(), "most", MOST));
        }
        requireGoingOn(pool);
        Member joining = members.one(pool);
        requireMayNest(flood, joining);
        consent(flood, pool, by, at);
        long before = floods.stays(flood.id()).stream()
                .filter(stay -> stay.pool().equals(pool))
                .count();
        long spent = before == 0 ? 0 : spentBefore(flood, joining);
        floods.insertStay(Stay.begun(flood.id(), pool, (int) before + 1, at, by, spent), compactSha256);
        requests.remove(flood.id(), pool);
        FloodState next =
                flood.state().afterJoining(floods.joinedPools(flood.id()).size());
        if (next != flood.state()) {
            floods.setState(flood.id(), next);
        }
    }

    /** What was spent of it in earlier stays, and what those promised to payments that are still on their way. */
    private long spentBefore(Flood flood, Member pool) {
        Ledger ledger = around.ledger();
        Money promised = Holding.of(
                        ledger.accountBalances(flood.id()), pool.key(), Money.zero(ledger.currency(flood.id())))
                .allCommitted();
        return ledger.balance(pool.id(), Accounts.spentByFlood(flood.slug()))
                .plus(promised)
                .minorUnits();
    }
}
