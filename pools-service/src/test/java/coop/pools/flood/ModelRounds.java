package coop.pools.flood;

import coop.pools.flood.ModelPayment.Gift;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Rounds in the model: a pot of equal shares that people give to buckets. */
final class ModelRounds {
    private final FloodModel model;
    private final List<Round> rounds = new ArrayList<>();

    ModelRounds(FloodModel model) {
        this.model = model;
    }

    private static final class Round {
        final String flood;
        final String pot;
        final long share;
        final boolean keepsPartial;
        final Set<String> pools;
        final Map<String, Long> targets = new TreeMap<>();
        /** By bucket and person. */
        final Map<String, Map<Integer, Long>> given = new TreeMap<>();

        Instant closes;
        boolean over;

        Round(String flood, String pot, long share, boolean keepsPartial, Set<String> pools) {
            this.flood = flood;
            this.pot = pot;
            this.share = share;
            this.keepsPartial = keepsPartial;
            this.pools = pools;
        }
    }

    int count() {
        return rounds.size();
    }

    String floodOf(int number) {
        return rounds.get(number).flood;
    }

    /** Every bucket can get so much, and needs half of it. */
    boolean open(String flood, String name, long amount, long target, boolean keepsPartial) {
        ModelSide side = model.floods.get(flood);
        Set<String> pools = model.poolsIn(flood);
        long people = pools.stream().mapToLong(model::members).max().orElse(0);
        long share = people == 0 ? 0 : amount / people;
        boolean closed = side.buckets().stream().anyMatch(bucket -> !side.buckets.getOrDefault(bucket, true));
        List<Gift> gifts =
                share == 0 || closed ? List.of() : ModelShares.shares(side, "free", share * people, model::members);
        if (gifts.isEmpty()) {
            return false;
        }
        Round round = new Round(flood, "round." + name, share, keepsPartial, pools);
        side.buckets().forEach(bucket -> round.targets.put(bucket, target));
        round.closes = model.pools.now.plus(Duration.ofDays(7));
        side.pots.add(round.pot);
        FloodModel.move(side, gifts, "free", round.pot);
        rounds.add(round);
        return true;
    }

    /** A person is numbered as the first Pool is that they are in; they are in all that come after it too. */
    private boolean takesPart(Round round, int person) {
        Set<String> present = new TreeSet<>(round.pools);
        present.retainAll(model.poolsIn(round.flood));
        return present.stream().anyMatch(pool -> Integer.parseInt(pool) >= person);
    }

    boolean give(int number, int person, String bucket, long amount) {
        Round round = rounds.get(number);
        if (round.over || !model.pools.now.isBefore(round.closes) || !takesPart(round, person)) {
            return false;
        }
        Map<Integer, Long> here = round.given.computeIfAbsent(bucket, none -> new TreeMap<>());
        long before = here.getOrDefault(person, 0L);
        long all = round.given.values().stream()
                .mapToLong(gifts -> gifts.getOrDefault(person, 0L))
                .sum();
        long inBucket = here.values().stream().mapToLong(x -> x).sum();
        boolean fits = all - before + amount <= round.share && inBucket - before + amount <= round.targets.get(bucket);
        if (fits) {
            here.put(person, amount);
        }
        return fits || before == amount;
    }

    /** By a vote, one that runs; whether there was one. */
    boolean end(int number, boolean funds) {
        Round round = rounds.get(number);
        if (isOver(round)) {
            return false;
        }
        end(round, funds);
        return true;
    }

    /** With its Flood a round has ended. */
    private boolean isOver(Round round) {
        return round.over || model.floods.get(round.flood).dissolved;
    }

    /** The time of those that have been open for a week is over. */
    void close() {
        rounds.stream()
                .filter(round -> !isOver(round) && !model.pools.now.isBefore(round.closes))
                .forEach(round -> end(round, true));
    }

    private void end(Round round, boolean funds) {
        round.over = true;
        ModelSide side = model.floods.get(round.flood);
        Map<String, Long> counted = new TreeMap<>();
        Map<String, Long> order = new TreeMap<>();
        for (String bucket : side.buckets()) {
            order.put(bucket, (long) order.size());
            counted.put(
                    bucket,
                    round.given.getOrDefault(bucket, Map.of()).entrySet().stream()
                            .filter(gift -> takesPart(round, gift.getKey()))
                            .mapToLong(Map.Entry::getValue)
                            .sum());
        }
        long pot = side.sum("kept " + round.pot) + side.sum("moved " + round.pot);
        long sum = counted.values().stream().mapToLong(x -> x).sum();
        Map<String, Long> parts = new TreeMap<>(counted);
        if (sum > pot) {
            ModelShares.hamilton(order, pot, new ArrayList<>(side.buckets()), counted, sum, parts);
        }
        for (String bucket : side.buckets()) {
            long part = parts.get(bucket);
            boolean enough = round.keepsPartial || 2 * part >= round.targets.get(bucket);
            if (funds && enough && part > 0 && side.buckets.getOrDefault(bucket, true)) {
                List<Gift> gifts = ModelShares.shares(side, round.pot, part, model::members);
                FloodModel.move(side, gifts, round.pot, bucket);
            }
        }
        side.free(round.pot);
    }
}
