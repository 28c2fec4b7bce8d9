package coop.pools.bench;

import coop.pools.governance.domain.BigCount;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Delegates;
import coop.pools.governance.domain.RawVote;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** Finding everybody's ballot over ways of twenty delegates, beside as many random loads from an array. */
final class ManyDelegates implements Scenario {
    private static final int DEEP = 20;
    private static final int TRIES = 9;

    private int[] delegates;
    private boolean[] voted;
    private int[] order;
    private BigCount flood;
    private Map<UUID, int[]> seats;
    private long seen;
    private boolean wrong;

    @Override
    public String name() {
        return "Delegates of many voters, in memory";
    }

    @Override
    public void open(Settings settings) {
        int people = settings.voters();
        Random random = new Random(7);
        order = new int[people];
        for (int i = 0; i < people; i++) {
            int j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        delegates = new int[people];
        voted = new boolean[people];
        Arrays.fill(delegates, Delegates.NONE);
        int direct = people * 3 / 10;
        for (int i = 0; i < people; i++) {
            voted[order[i]] = i < direct;
            if (i >= direct && i < people * 9 / 10) {
                int place = (i - direct) % DEEP;
                delegates[order[i]] = place == 0 ? order[random.nextInt(direct)] : order[i - 1];
            }
        }
        // One in a hundred runs in a circle of three.
        for (int i = direct; i + 2 < direct + people / 100; i += 3) {
            delegates[order[i]] = order[i + 1];
            delegates[order[i + 1]] = order[i + 2];
            delegates[order[i + 2]] = order[i];
        }
        fillFlood();
        for (int i = 0; i < 10; i++) {
            resolve();
            countFlood();
            gather();
        }
    }

    /** The same people in a hundredth as many Pools, one in ten in two, as they come from a Flood of nested Floods. */
    private void fillFlood() {
        int people = order.length;
        int pools = Math.max(2, people / 100);
        flood = new BigCount(new BigCount.Size(people, pools, 1));
        seats = new HashMap<>();
        for (int pool = 0; pool < pools; pool++) {
            UUID id = MadeIds.of("pool", pool);
            seats.put(id, new int[] {pool});
            flood.pool(id.getMostSignificantBits(), id.getLeastSignificantBits());
            for (int person = pool; person < people; person += pools) {
                stay(person);
            }
            for (int person = (pool + pools - 1) % pools; person < people; person += pools) {
                if (person % 10 == 0) {
                    stay(person);
                }
            }
        }
        flood.peopleKnown();
        for (int person = 0; person < people; person++) {
            UUID id = MadeIds.of("p", person);
            long high = id.getMostSignificantBits();
            long low = id.getLeastSignificantBits();
            if (voted[person]) {
                flood.ballot(high, low, 1, person % 2 == 0 ? Choice.AGREE.ordinal() : Choice.DISAGREE.ordinal());
            } else if (delegates[person] != Delegates.NONE) {
                UUID to = MadeIds.of("p", delegates[person]);
                flood.delegation(
                        0,
                        high,
                        low,
                        1,
                        to.getMostSignificantBits(),
                        to.getLeastSignificantBits(),
                        RawVote.Held.UNASKED);
            }
        }
    }

    private void stay(int person) {
        UUID id = MadeIds.of("p", person);
        flood.stay(id.getMostSignificantBits(), id.getLeastSignificantBits());
    }

    private double countFlood() {
        long start = System.nanoTime();
        BigCount.Result result = flood.count(seats, seats.size());
        double took = (System.nanoTime() - start) / 1e6;
        int[] ballots = Delegates.ballots(delegates, voted);
        wrong |= result.ballots().cast()
                != Arrays.stream(ballots).filter(ballot -> ballot >= 0).count();
        return took;
    }

    @Override
    public void round(int number, Round round) {
        double resolve = Double.MAX_VALUE;
        double gather = Double.MAX_VALUE;
        double counted = Double.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            resolve = Math.min(resolve, resolve());
            gather = Math.min(gather, gather());
            counted = Math.min(counted, countFlood());
        }
        round.say(
                "delegates %.1f ms, all of the Flood's count %.1f ms, random loads %.1f ms", resolve, counted, gather);
        round.ratio(Goal.G11, resolve / gather);
        round.ratio(Goal.G11_FLOOD, counted / gather);
    }

    private double resolve() {
        long start = System.nanoTime();
        int[] ballots = Delegates.ballots(delegates, voted);
        double took = (System.nanoTime() - start) / 1e6;
        for (int i = 0; i < ballots.length; i += 97) {
            wrong |= voted[i] && ballots[i] != i || ballots[i] >= 0 && !voted[ballots[i]];
        }
        return took;
    }

    private double gather() {
        long start = System.nanoTime();
        long sum = 0;
        for (int place : order) {
            sum += delegates[place];
        }
        seen += sum;
        return (System.nanoTime() - start) / 1e6;
    }

    @Override
    public List<String> broken() {
        return wrong || seen == 1 ? List.of("somebody's ballot is not one that was cast") : List.of();
    }

    @Override
    public void close() {}
}
