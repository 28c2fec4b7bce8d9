package coop.pools.flood;

import static coop.pools.flood.FloodModelRun.bucket;
import static coop.pools.flood.FloodModelRun.same;

import coop.pools.flood.FloodModelRun.Kind;
import coop.pools.flood.FloodModelRun.Move;
import coop.pools.flood.MemberPools.MemberPool;
import coop.pools.flood.domain.Flood;
import coop.pools.flood.domain.Pledge;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.RoundOrder;
import coop.pools.kernel.Money;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Pledges and rounds in the product and in the model at once: what is decided now and done when its time has come. */
final class FloodModelPromises {
    private final Valley valley;
    private final RoundHouse house;
    private final FloodModel model;
    private final List<Flood> floods;
    private final List<UUID> pledges = new ArrayList<>();
    private final List<UUID> rounds = new ArrayList<>();

    FloodModelPromises(Valley valley, RoundHouse house, FloodModel model, List<Flood> floods) {
        this.valley = valley;
        this.house = house;
        this.model = model;
        this.floods = floods;
    }

    /** One sum, or a part of every month, with a limit or without. */
    void pledge(Move move, Flood flood, MemberPool pool) {
        String poolName = ModelCompared.name(move.pool());
        if (move.kind() == Kind.END_PLEDGE) {
            if (!pledges.isEmpty()) {
                int number = (int) (move.amount() % pledges.size());
                same(model.pledges.end(number, poolName), () -> valley.pledges.end(pool.id(), pledges.get(number)));
            }
            return;
        }
        long percent = move.amount() % 2 == 0 ? 0 : move.amount() % 100;
        long most = percent > 0 && move.amount() % 3 == 0 ? move.amount() + 20 : 0;
        Action.Pledge promise = new Action.Pledge(
                flood.id(),
                Valley.money(flood, move.amount()),
                (int) percent * 100,
                Optional.of(most).filter(limit -> limit > 0).map(limit -> Valley.money(flood, limit)));
        UUID vote = valley.ids.newId();
        valley.own.knowFounder(flood);
        same(model.pledges.make(ModelCompared.name(move.flood()), poolName, move.amount(), percent, most), () -> {
            valley.pledges.make(vote, pool.id(), promise);
            pledges.add(vote);
        });
    }

    UUID pledge(int number) {
        return pledges.get(number);
    }

    /** The first hour of the next month. */
    void nextMonth() {
        YearMonth next =
                YearMonth.from(valley.clock.instant().atOffset(ZoneOffset.UTC)).plusMonths(1);
        valley.clock.advance(Duration.between(
                valley.clock.instant(), next.atDay(1).atTime(1, 0).toInstant(ZoneOffset.UTC)));
        model.pools.now = valley.clock.instant();
    }

    /** As the jobs do. */
    void doWhatIsDue() {
        while (valley.carryOutPledges.run(100) > 0) {
            // Until nothing is due.
        }
        model.pledges.carryOut();
        while (house.close.run(100) > 0) {
            // Until nothing is due.
        }
        model.rounds.close();
    }

    void round(Move move, Flood flood) {
        if (move.kind() == Kind.ROUND) {
            openRound(move, flood);
        } else if (!rounds.isEmpty()) {
            int number = (int) (move.amount() % rounds.size());
            UUID round = rounds.get(number);
            if (move.kind() == Kind.GIVE) {
                long amount = move.amount() % 29;
                boolean allowed = model.rounds.give(number, move.pool(), bucket(move), amount);
                Money gift = Valley.money(floodOf(number), amount);
                same(allowed, () -> house.give(move.pool(), round, Map.of(bucket(move), gift)));
            } else {
                boolean funds = move.pool() % 3 > 0;
                boolean allowed = model.rounds.end(number, funds);
                same(allowed, () -> house.end(BodyRef.flood(floodOf(number).id()), round, funds));
            }
        }
    }

    private Flood floodOf(int round) {
        return floods.get(Integer.parseInt(model.rounds.floodOf(round)));
    }

    private void openRound(Move move, Flood flood) {
        String name = "r-" + valley.clock.instant().getEpochSecond();
        long target = 1 + move.amount() % 40;
        boolean keepsPartial = move.amount() % 2 == 0;
        List<RoundOrder.Line> lines = new ModelSide("")
                .buckets().stream()
                        .map(bucket -> new RoundOrder.Line(
                                Optional.of(bucket),
                                "",
                                "",
                                Valley.money(flood, target),
                                Optional.of(Valley.money(flood, (target + 1) / 2))))
                        .toList();
        RoundOrder.Open order = new RoundOrder.Open(
                name, Valley.money(flood, move.amount()), lines, RoundOrder.Times.days(7), keepsPartial);
        UUID vote = valley.ids.newId();
        String floodName = ModelCompared.name(move.flood());
        same(model.rounds.open(floodName, name, move.amount(), target, keepsPartial), () -> {
            house.open(vote, BodyRef.flood(flood.id()), order);
            rounds.add(vote);
        });
    }

    /** The next sequence in the same database has Pools of its own. */
    void leaveNothingDue() {
        pledges.forEach(pledge -> valley.pledgeStore
                .find(pledge)
                .filter(Pledge::isOpen)
                .ifPresent(open -> valley.pledges.end(open.pool(), pledge)));
        rounds.forEach(round -> house.store
                .find(round)
                .filter(open -> open.end().isEmpty())
                .ifPresent(open -> house.end(open.body(), round, false)));
    }
}
