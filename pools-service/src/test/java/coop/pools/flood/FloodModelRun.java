package coop.pools.flood;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.CostKey;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Fund;
import coop.pools.flood.domain.Shortfall;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Refused;
import coop.pools.ledger.domain.Freeze;
import coop.pools.payout.domain.Going;
import coop.pools.payout.domain.Payout;
import coop.pools.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/** One sequence of what Pools, Floods and banks do, in the product and in the model at once. */
final class FloodModelRun {
    static final int POOLS = 12;
    static final int FLOODS = 4;
    /** As many as there may come to be by splitting, and in the place of those that are over. */
    static final int MOST_FLOODS = 6;

    enum Kind {
        FOUND,
        CONTRIBUTE,
        DISPUTE,
        GIVE_BACK,
        JOIN,
        FUND,
        PLEDGE,
        END_PLEDGE,
        MONTH,
        RULE,
        ALLOCATE,
        CLOSE,
        ROUND,
        GIVE,
        END_ROUND,
        RESERVE,
        PAID,
        RELEASE,
        REVERSE,
        LEAVE,
        REMOVE,
        DISSOLVE,
        MERGE,
        SPLIT,
        NEST,
        GIVE_UP,
        PART,
        STOP,
        GO_ON,
        SEND,
        ARRIVE,
        SEND_HOME,
        COME_HOME,
        TAKE_HOME
    }

    /** @param flood the place of a Flood, then its number */
    record Move(Kind kind, int pool, int flood, long amount) {}

    /** What stands side by side. */
    record Sides(FloodModel model, List<Flood> floods) {}

    private final Valley valley;
    private final ValleyCards cards;
    private final FloodModelPromises promises;
    private final FloodModelFoundings foundings;
    private final FloodModelHandOvers handOvers;
    private final FloodModelHomes homes;
    private final FloodModel model = new FloodModel();
    private final List<MemberPool> pools = new ArrayList<>();
    private final List<Flood> floods = new ArrayList<>();
    private final List<Payout> payouts = new ArrayList<>();
    private final ModelCompared compared;

    FloodModelRun(TestDatabase db) {
        valley = new Valley(db);
        cards = new ValleyCards(valley);
        RoundHouse house = new RoundHouse(valley, POOLS);
        promises = new FloodModelPromises(valley, house, model, floods);
        compared = new ModelCompared(valley, model, pools, floods);
        UUID[] ids = new UUID[POOLS];
        Arrays.setAll(ids, no -> valley.ids.newId());
        Arrays.sort(ids, Comparator.comparing(UUID::toString));
        for (int i = 0; i < POOLS; i++) {
            String currency = currency(i);
            pools.add(valley.pool(ids[i], "pool-" + ids[i], currency, Arrays.copyOf(house.people, i + 1)));
            model.pools.currency.put(ModelCompared.name(i), currency);
        }
        handOvers = new FloodModelHandOvers(valley, model, pools, promises);
        homes = new FloodModelHomes(valley, model);
        foundings = new FloodModelFoundings(valley, house.people[0], new Sides(model, floods), pools, this::begin);
    }

    /** The smallest unit of a yen is a whole one. */
    static String currency(int number) {
        return number % 4 == 3 ? "JPY" : "EUR";
    }

    private void begin(Flood flood) {
        floods.add(flood);
        new ModelSide("").buckets().forEach(bucket -> valley.bucket(flood, bucket));
    }

    void play(List<Move> moves) {
        try {
            ModelOpenings.of(moves.size()).forEach(move -> play(move, true));
            moves.forEach(move -> play(move, false));
        } finally {
            promises.leaveNothingDue();
        }
        compared.compareStatements();
        pools.forEach(pool -> compared.verifyChain(pool.id(), pool.currency()));
        floods.forEach(flood -> compared.verifyChain(flood.id(), flood.currency()));
    }

    private void play(Move move, boolean opening) {
        valley.clock.advance(Duration.ofSeconds(1));
        model.pools.now = valley.clock.instant();
        step(foundings.placed(move, opening));
        compared.compare();
        compareWaiting();
    }

    private void step(Move move) {
        MemberPool pool = pools.get(move.pool());
        Flood flood = floods.get(move.flood());
        String poolName = ModelCompared.name(move.pool());
        String floodName = ModelCompared.name(move.flood());
        switch (move.kind()) {
            case FOUND -> {
                // Is done when it finds its place.
            }
            case CONTRIBUTE -> {
                cards.contribute(pool, move.amount());
                model.pools.contribute(poolName, move.amount());
            }
            case DISPUTE, GIVE_BACK -> dispute(move.kind(), poolName);
            case JOIN -> {
                // Whoever was asked to leave needs it anew.
                valley.consent(flood, pool.id());
                same(model.join(floodName, poolName), () -> valley.join(flood, pool));
            }
            case FUND -> handOvers.fund(move, flood, pool);
            case SEND, ARRIVE -> handOvers.step(move);
            case SEND_HOME, COME_HOME, TAKE_HOME -> homes.step(move, pool);
            case LEAVE -> same(model.leave(floodName, poolName), () -> valley.leave(flood, pool));
            case PLEDGE, END_PLEDGE -> promises.pledge(move, flood, pool);
            case MONTH -> {
                promises.nextMonth();
                cards.repay();
                model.pools.repay();
                promises.doWhatIsDue();
            }
            case RULE -> rule(flood, floodName, move.amount());
            case ROUND, GIVE, END_ROUND -> promises.round(move, flood);
            case REMOVE, DISSOLVE, MERGE, SPLIT -> reshape(move, flood, pool);
            case NEST, GIVE_UP, PART -> nest(move, flood, floodName);
            case ALLOCATE, CLOSE, RESERVE -> spend(move, flood, floodName);
            case STOP, GO_ON -> stop(move, flood, pool);
            default -> settle(move);
        }
    }

    private void dispute(Kind kind, String pool) {
        int number = kind == Kind.DISPUTE ? model.pools.disputable(pool) : model.pools.returnable();
        if (number < 0) {
            return;
        }
        if (kind == Kind.DISPUTE) {
            cards.dispute(number);
            model.pools.dispute(number);
        } else {
            cards.giveBack(number);
            model.pools.giveBack(number);
        }
    }

    /** The book of a Pool or Flood is looked into, or that is over. */
    private void stop(Move move, Flood flood, MemberPool pool) {
        boolean aFlood = move.amount() % 3 == 0;
        UUID book = aFlood ? flood.id() : pool.id();
        String member = aFlood ? "f" + ModelCompared.name(move.flood()) : ModelCompared.name(move.pool());
        if (move.kind() == Kind.STOP) {
            valley.freezes.freeze(book, Freeze.Reason.AUDIT, "It is looked into");
            model.stops.lookInto(member);
        } else if (model.stops.clear(member)) {
            valley.freezes.lift(book, Freeze.Reason.AUDIT, "It is in order");
        }
    }

    /** Whether the product knows of each payment that is set aside if it can go out. */
    private void compareWaiting() {
        for (int i = 0; i < payouts.size(); i++) {
            ModelPayment payment = model.payments.get(i);
            if (payment.state.equals("reserved")) {
                assertThat(valley.payouts.stoppedAt(payouts.get(i)).isPresent())
                        .as("payment %s waits", i)
                        .isEqualTo(model.stops.waits(payment));
                assertThat(goingOf(payouts.get(i)).name())
                        .as("payment %s goes", i)
                        .isEqualTo(model.stops.going(payment));
            }
        }
    }

    private void spend(Move move, Flood flood, String floodName) {
        switch (move.kind()) {
            case ALLOCATE -> {
                String bucket = bucket(move);
                boolean allowed = model.allocate(floodName, bucket, move.amount());
                same(allowed, () -> valley.allocate(flood, bucket, move.amount()));
            }
            case CLOSE ->
                same(model.closeBucket(floodName, bucket(move)), () -> valley.closeBucket(flood, bucket(move)));
            default -> {
                boolean outOfBucket = move.pool() % 3 == 0;
                Optional<String> bucket = outOfBucket ? Optional.of(bucket(move)) : Optional.empty();
                boolean allowed = model.reserve(floodName, bucket.orElse("free"), move.amount());
                same(allowed, () -> payouts.add(valley.reserve(flood, move.amount(), bucket)));
            }
        }
    }

    static String bucket(Move move) {
        return new ModelSide("").buckets().get((int) move.amount() % 2);
    }

    /** One Flood as a member of another one. */
    private void nest(Move move, Flood flood, String floodName) {
        int other = (int) (move.amount() % floods.size());
        String otherName = ModelCompared.name(other);
        Flood child = floods.get(other);
        switch (move.kind()) {
            case NEST -> same(model.nest(floodName, otherName), () -> valley.join(flood, child));
            case GIVE_UP ->
                same(
                        model.fundThrough(floodName, otherName, move.amount()),
                        () -> valley.fund(flood, child, move.amount()));
            default -> {
                boolean allowed = model.leave(floodName, "f" + otherName);
                same(allowed, () -> {
                    if (move.pool() % 2 == 0) {
                        valley.leave(flood, child);
                    } else {
                        valley.remove(flood, child);
                    }
                });
            }
        }
    }

    /** One of the sixteen ways to keep and share money. */
    private void rule(Flood flood, String floodName, long way) {
        ModelSide side = model.floods.get(floodName);
        CostKey key = CostKey.values()[(int) way % 4];
        Fund fund = Fund.values()[(int) way / 4 % 2];
        Shortfall shortfall = Shortfall.values()[(int) way / 8 % 2];
        side.key = List.of("equal", "members", "pledge", "available").get(key.ordinal());
        side.money = fund == Fund.EARMARK ? "kept" : "moved";
        side.othersCover = shortfall == Shortfall.OTHERS_MAY_COVER;
        valley.rule(flood, fund, key, shortfall);
    }

    /** What Floods decide about themselves; only an active one does. */
    private void reshape(Move move, Flood flood, MemberPool pool) {
        String floodName = ModelCompared.name(move.flood());
        String poolName = ModelCompared.name(move.pool());
        if (!model.canAct(floodName)) {
            return;
        }
        if (move.kind() == Kind.REMOVE && model.floods.get(floodName).joined.containsKey(poolName)) {
            valley.remove(flood, pool);
            model.leave(floodName, poolName);
        } else if (move.kind() == Kind.DISSOLVE && move.amount() % 4 == 0) {
            valley.dissolve(flood);
            model.dissolve(floodName);
        } else if (move.kind() == Kind.MERGE) {
            merge(move, flood);
        } else if (move.kind() == Kind.SPLIT && floods.size() + foundings.free() < MOST_FLOODS) {
            split(move, flood);
        }
    }

    /** Into another one of the same currency; one Pool has voted against going there. */
    private void merge(Move move, Flood flood) {
        int other = (int) (move.amount() % floods.size());
        String floodName = ModelCompared.name(move.flood());
        String otherName = ModelCompared.name(other);
        Flood into = floods.get(other);
        if (!flood.currency().equals(into.currency())) {
            same(false, () -> valley.checks.check(BodyRef.flood(flood.id()), new Action.FloodAction.Merge(into.id())));
        } else if (model.shapes.canMerge(floodName, otherName)) {
            valley.shapes.merge(flood, into, agreeing(move));
            model.shapes.merge(floodName, otherName, ModelCompared.name(move.pool()));
        }
    }

    private Set<UUID> agreeing(Move move) {
        Set<UUID> agreeing = new TreeSet<>(pools.stream().map(MemberPool::id).toList());
        agreeing.remove(pools.get(move.pool()).id());
        return agreeing;
    }

    /** Every second or third member, or all, but for those who have voted against it. */
    private void split(Move move, Flood flood) {
        String floodName = ModelCompared.name(move.flood());
        List<String> joined = List.copyOf(model.floods.get(floodName).joined.keySet());
        List<String> going = new ArrayList<>();
        for (int i = 0; i < joined.size(); i += 1 + (int) (move.amount() % 3)) {
            going.add(joined.get(i));
        }
        String apart = ModelCompared.name(floods.size());
        List<UUID> named = going.stream().map(this::idOf).toList();
        same(
                model.shapes.split(floodName, apart, going, ModelCompared.name(move.pool())),
                () -> begin(valley.shapes.split(
                        flood, "Flood " + floods.size(), named, agreeing(move), List.copyOf(floods))));
    }

    private UUID idOf(String member) {
        return FloodModel.isFlood(member)
                ? floods.get(Integer.parseInt(member.substring(1))).id()
                : pools.get(Integer.parseInt(member)).id();
    }

    private void settle(Move move) {
        String from = move.kind() == Kind.REVERSE ? "paid" : "reserved";
        for (int i = 0; i < payouts.size(); i++) {
            ModelPayment payment = model.payments.get(i);
            if (payment.state.equals(from)) {
                Payout payout = payouts.get(i);
                // Done twice, it happens once.
                switch (move.kind()) {
                    case PAID -> {
                        Going going = goingOf(payout);
                        assertThat(going.name()).as("payment %s goes", i).isEqualTo(model.stops.going(payment));
                        if (going == Going.WAITS) {
                            continue;
                        }
                        boolean out = going == Going.OUT;
                        settle(payout, out ? valley::paid : valley::release, () -> model.carryOn(payment));
                    }
                    case RELEASE -> settle(payout, valley::release, () -> model.release(payment));
                    default -> settle(payout, valley::reverse, () -> model.reverse(payment));
                }
                return;
            }
        }
    }

    /** What the product does with it now. */
    private Going goingOf(Payout payout) {
        boolean body = valley.freezes.isFrozen(payout.body().id());
        boolean part = valley.payouts.stoppedAt(payout).isPresent();
        return Going.of(body, part, payout.createdAt(), valley.clock.instant());
    }

    private static void settle(Payout payout, Consumer<Payout> step, Runnable inModel) {
        step.accept(payout);
        inModel.run();
        step.accept(payout);
    }

    static void same(boolean allowed, Runnable step) {
        String answer = "done";
        try {
            step.run();
        } catch (Refused refused) {
            answer = refused.getMessage();
        }
        assertThat(answer.equals("done")).as(answer).isEqualTo(allowed);
    }
}
