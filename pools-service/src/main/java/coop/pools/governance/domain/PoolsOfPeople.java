package coop.pools.governance.domain;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The Pools that the people of a {@link BigCount} are in, mostly one each, and how these stand. */
final class PoolsOfPeople {
    private static final int[] NOBODY = {};
    /** Nothing, or a choice. */
    private static final int WORDS = Choice.values().length + 1;

    private final PeopleIndex index;
    private final long[] halves;
    /** For each person a Pool, from 1 on; 0 without one. */
    private final int[] first;
    /** Further Pools, as person and Pool in turn. */
    private int[] further = new int[64];

    private int furthers;
    private int pool;

    PoolsOfPeople(int most, int room) {
        index = new PeopleIndex(most);
        halves = new long[index.room() * 2];
        first = new int[room];
    }

    void next(long high, long low) {
        pool = index.add(high, low);
        halves[pool * 2] = high;
        halves[pool * 2 + 1] = low;
    }

    void add(int person) {
        if (first[person] == 0) {
            first[person] = pool + 1;
            return;
        }
        if (furthers + 2 > further.length) {
            further = Arrays.copyOf(further, further.length * 2);
        }
        further[furthers++] = person;
        further[furthers++] = pool;
    }

    /**
     * How many agree and how many disagree for each member; nobody counts twice for one.
     *
     * @param said each person's choice; below zero for none
     */
    long[][] count(int[] said, int people, Map<UUID, int[]> seats, int members) {
        long[][] sums = new long[2][members];
        if (members == 0) {
            return sums;
        }
        int[][] ofPool = new int[index.size()][];
        for (int pool = 0; pool < ofPool.length; pool++) {
            ofPool[pool] = seats.getOrDefault(new UUID(halves[pool * 2], halves[pool * 2 + 1]), NOBODY);
        }
        // Without asking who said what: guessing that wrong would cost more than counting.
        int[] byPool = new int[(ofPool.length + 1) * WORDS];
        for (int person = 0; person < people; person++) {
            byPool[first[person] * WORDS + said[person] + 1]++;
        }
        for (int pool = 0; pool < ofPool.length; pool++) {
            for (int choice = 0; choice < WORDS - 1; choice++) {
                add(sums, choice, ofPool[pool], byPool[(pool + 1) * WORDS + choice + 1]);
            }
        }
        if (areApart(ofPool, members)) {
            // Each member is of one Pool, in which nobody stands twice.
            for (int i = 0; i < furthers; i += 2) {
                add(sums, said[further[i]], ofPool[further[i + 1]], 1);
            }
        } else {
            addNew(sums, said, ofPool);
        }
        return sums;
    }

    /** Whether no two Pools count for one member. */
    private static boolean areApart(int[][] ofPool, int members) {
        boolean[] seen = new boolean[members];
        for (int[] each : ofPool) {
            for (int member : each) {
                if (seen[member]) {
                    return false;
                }
                seen[member] = true;
            }
        }
        return true;
    }

    private void addNew(long[][] sums, int[] said, int[][] ofPool) {
        Map<Integer, Set<Integer>> counted = new HashMap<>();
        for (int i = 0; i < furthers; i += 2) {
            int person = further[i];
            Set<Integer> known = counted.computeIfAbsent(person, unused -> {
                Set<Integer> before = new HashSet<>();
                Arrays.stream(ofPool[first[person] - 1]).forEach(before::add);
                return before;
            });
            add(
                    sums,
                    said[person],
                    Arrays.stream(ofPool[further[i + 1]]).filter(known::add).toArray(),
                    1);
        }
    }

    private static void add(long[][] sums, int said, int[] members, int people) {
        if (said >= 0 && said != Choice.ABSTAIN.ordinal()) {
            for (int member : members) {
                sums[said == Choice.AGREE.ordinal() ? 0 : 1][member] += people;
            }
        }
    }
}
