package coop.pools.flood;

import coop.pools.flood.Parting.Held;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.FloodRefusal;
import coop.pools.flood.domain.FloodState;
import coop.pools.flood.domain.PoolPlace;
import coop.pools.governance.domain.Action.FloodAction;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Carries out what two Floods have voted about becoming one, in either order. When one has agreed the other is asked;
 * with the second of the two votes each Pool whose own people agreed goes with its stake to the Flood that stays, the
 * others take theirs home, and the first Flood has ended.
 *
 * <p>Refuses as {@link PoolPlace#requireActive}, also where the Flood that stays ends because the other one was its last
 * member, with {@link FloodRefusal#FLOOD_FULL}, and with {@link FloodRefusal#COMPACT_CHANGED} when the Flood that stays
 * has changed its compact since the Pools of the other one began to vote on going there.
 */
public final class MergeFloods {
    private final Transactions transactions;
    private final Clock clock;
    private final FloodStore floods;
    private final RequestStore requests;
    private final Ways ways;

    public MergeFloods(Transactions transactions, Clock clock, FloodStore floods, RequestStore requests, Ways ways) {
        this.transactions = transactions;
        this.clock = clock;
        this.floods = floods;
        this.requests = requests;
        this.ways = ways;
    }

    /**
     * @param passed reads a vote that has passed
     * @param other asks the other side once one has agreed
     */
    public record Ways(Places places, Moving moving, Function<UUID, Passed> passed, OtherSide other) {}

    /** Opens the vote of the Flood that has not agreed yet; one that runs there already is enough. */
    @FunctionalInterface
    public interface OtherSide {
        void ask(Voted voted, Flood agreed, Flood asked, FloodAction action);
    }

    /** @param agreeing the Pools whose own people agreed */
    public record Passed(Instant openedAt, Set<UUID> agreeing) {}

    /** The Flood that ends has agreed. */
    public void merge(Voted voted, UUID from, FloodAction.Merge action) {
        agree(from, action.into(), () -> {
            requests.agreeToMerge(from, action.into(), voted.proposal());
            return () -> ask(voted, from, action.into(), new FloodAction.TakeIn(from));
        });
    }

    /** The Flood that stays has agreed. */
    public void takeIn(Voted voted, UUID into, FloodAction.TakeIn action) {
        agree(action.flood(), into, () -> {
            requests.agreeToTakeIn(action.flood(), into, voted.proposal());
            return () -> ask(voted, into, action.flood(), new FloodAction.Merge(into));
        });
    }

    private void ask(Voted voted, UUID agreed, UUID asked, FloodAction action) {
        ways.other().ask(voted, ways.places().flood(agreed), ways.places().flood(asked), action);
    }

    /** @param agreement keeps it, and answers how the other side is asked */
    private void agree(UUID from, UUID into, Supplier<Runnable> agreement) {
        transactions.inTransaction(() -> {
            Instant now = clock.instant();
            Held held = ways.moving().hold(from, into, now);
            requests.beginMerger(from, into);
            Runnable asking = agreement.get();
            RequestStore.Merger merger = requests.merger(from, into).orElseThrow();
            Flood staying = ways.places().flood(into);
            merger.mergeProposal()
                    .ifPresent(vote -> ways.moving()
                            .requireCompactSince(
                                    staying, ways.passed().apply(vote).openedAt()));
            if (merger.isAgreed()) {
                become(held, staying, merger.mergeProposal().orElseThrow(), now);
                requests.finishMerger(from, into, now);
            } else if (merger.doneAt().isEmpty()) {
                asking.run();
            }
        });
    }

    private void become(Held from, Flood into, UUID vote, Instant now) {
        Set<UUID> agreeing = ways.passed().apply(vote).agreeing();
        ways.moving().leaveLarger(from, vote, now);
        PoolPlace.requireActive(ways.places().flood(into.id()));
        for (UUID id : floods.joinedPools(from.flood().id())) {
            if (ways.places().goesAlong(ways.places().member(id), agreeing)) {
                ways.moving().move(from, into, ways.places().member(id), vote, now);
            } else {
                ways.moving().sendHome(from, ways.places().member(id), vote, now);
            }
        }
        floods.setState(from.flood().id(), FloodState.DISSOLVED);
    }
}
