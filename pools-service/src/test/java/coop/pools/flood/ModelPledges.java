package coop.pools.flood;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Promises of Pools to Floods in the model: once so much, or every month a part of what came in. */
final class ModelPledges {
    private static final long FIFTH = 5;
    /** Nobody is asked to send less of a month, unless it is the last. */
    private static final long LEAST_BY_HAND = 50;

    private final FloodModel model;
    private final List<Promise> promises = new ArrayList<>();
    private final Map<String, Long> takenInYear = new HashMap<>();

    ModelPledges(FloodModel model) {
        this.model = model;
    }

    private static final class Promise {
        final String flood;
        final String pool;
        final long joined;
        final long amount;
        /** Of a hundred; none where it is one sum. */
        final long percent;

        final long most;
        YearMonth first;
        YearMonth month;
        Instant due;
        long taken;
        boolean over;

        Promise(String flood, String pool, long joined, long amount, long percent, long most) {
            this.flood = flood;
            this.pool = pool;
            this.joined = joined;
            this.amount = amount;
            this.percent = percent;
            this.most = most;
        }
    }

    /** @param most over all months; none for no limit */
    boolean make(String flood, String pool, long amount, long percent, long most) {
        ModelSide side = model.floods.get(flood);
        if (!side.joined.containsKey(pool) || !side.wasActive) {
            return false;
        }
        Promise promise = new Promise(flood, pool, side.joined.get(pool), amount, percent, most);
        promise.month = YearMonth.from(model.pools.now.atOffset(ZoneOffset.UTC));
        promise.first = promise.month;
        promise.due = percent == 0 ? model.pools.now : firstOf(promise.month.plusMonths(1));
        promises.add(promise);
        return true;
    }

    /** Whether it was the Pool's, and not over. */
    boolean end(int number, String pool) {
        Promise promise = promises.get(number);
        boolean may = promise.pool.equals(pool) && !promise.over;
        promise.over |= may;
        return may;
    }

    /** What a Pool has again does not count in its year any more. */
    void back(String year, long amount) {
        takenInYear.merge(year, -amount, Long::sum);
    }

    private static Instant firstOf(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** Whatever is due, the longest waiting first, until nothing is. */
    void carryOut() {
        Instant now = model.pools.now;
        List<Promise> due;
        do {
            due = promises.stream()
                    .filter(promise -> !promise.over && !promise.due.isAfter(now))
                    .sorted(Comparator.comparing((Promise promise) -> promise.due))
                    .toList();
            due.forEach(promise -> carryOut(promise, now));
        } while (!due.isEmpty());
    }

    private void carryOut(Promise promise, Instant now) {
        ModelSide side = model.floods.get(promise.flood);
        Long present = side.joined.get(promise.pool);
        boolean leftBehind = present == null || present != promise.joined || !model.canAct(promise.flood);
        if (leftBehind) {
            promise.over = true;
        } else if (model.stops.isStopped(promise.pool)) {
            promise.due = now.plus(Duration.ofDays(1));
        } else {
            take(promise, side, now);
        }
    }

    private void take(Promise promise, ModelSide side, Instant now) {
        String year = promise.flood + " " + promise.pool + " "
                + now.atOffset(ZoneOffset.UTC).getYear();
        long free = FloodModel.of(model.pools.free, promise.pool);
        long before = takenInYear.getOrDefault(year, 0L);
        long bound = Math.min(free, Math.max(0, (free + before) / FIFTH - before));
        boolean once = promise.percent == 0;
        long takes = once
                ? promise.amount
                : Math.min(
                        Math.min(
                                model.pools.cameIn(promise.pool, promise.first, promise.month) * promise.percent / 100,
                                bound),
                        promise.most == 0 ? promise.amount : Math.min(promise.amount, promise.most - promise.taken));
        if (once && takes > bound) {
            promise.due = now.plus(Duration.ofDays(1));
            return;
        }
        boolean byHand = ModelHandOvers.holdsItself(promise.pool);
        boolean last = promise.most > 0 && takes == promise.most - promise.taken;
        if (byHand && !once && !last && takes < LEAST_BY_HAND) {
            takes = 0;
        }
        model.pools.free.merge(promise.pool, -takes, Long::sum);
        if (byHand && takes > 0) {
            String due = promises.indexOf(promise) + " " + promise.month;
            model.handOvers.orderPledged(promise.flood, promise.pool, takes, due, year);
        } else {
            side.add(side.money + " free", promise.pool, takes);
        }
        takenInYear.merge(year, takes, Long::sum);
        promise.taken += takes;
        promise.month = promise.month.plusMonths(1);
        promise.due = firstOf(promise.month.plusMonths(1));
        promise.over = once || promise.most > 0 && promise.taken == promise.most;
    }
}
