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
    long[][] count(byte[] said, Map<UUID, int[]> seats, int members) {
        long[][] sums = new long[2][members];
        if (members == 0) {
            return sums;
        }
        int[][] ofPool = new int[index.room()][];
        for (int pool = 0; pool < ofPool.length; pool++) {
            ofPool[pool] = seats.getOrDefault(new UUID(halves[pool * 2], halves[pool * 2 + 1]), NOBODY);
        }
        int[] only = only(ofPool);
        for (int person = 0; person < said.length; person++) {
            int place = first[person] - 1;
            if (place >= 0 && said[person] >= 0) {
                if (only[place] >= 0) {
                    add(sums, said[person], only[place]);
                } else {
                    add(sums, said[person], ofPool[place]);
                }
            }
        }
        boolean apart = Arrays.stream(ofPool).mapToInt(each -> each.length).sum()
                == Arrays.stream(ofPool).flatMapToInt(Arrays::stream).distinct().count();
        if (apart) {
            // Each member is of one Pool, in which nobody stands twice.
            for (int i = 0; i < furthers; i += 2) {
                add(sums, said[further[i]], ofPool[further[i + 1]]);
            }
        } else {
            addNew(sums, said, ofPool);
        }
        return sums;
    }

    /** For each Pool the one member that it counts for; below zero where there is none, or several. */
    private static int[] only(int[][] ofPool) {
        int[] only = new int[ofPool.length];
        for (int pool = 0; pool < only.length; pool++) {
            only[pool] = ofPool[pool].length == 1 ? ofPool[pool][0] : -1;
        }
        return only;
    }

    private void addNew(long[][] sums, byte[] said, int[][] ofPool) {
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
                    Arrays.stream(ofPool[further[i + 1]]).filter(known::add).toArray());
        }
    }

    private static void add(long[][] sums, byte said, int[] members) {
        for (int member : members) {
            add(sums, said, member);
        }
    }

    private static void add(long[][] sums, byte said, int member) {
        if (said >= 0 && said != Choice.ABSTAIN.ordinal()) {
            sums[said == Choice.AGREE.ordinal() ? 0 : 1][member]++;
        }
    }
}
