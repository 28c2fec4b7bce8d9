package coop.pools.governance.domain;

import java.util.Arrays;
import java.util.UUID;

/**
 * Counts a vote without options among very many: the same as {@link CountSheet}, in arrays of numbers. First come the
 * people, then their ballots and delegates in any order; then it is counted once.
 */
public final class BigCount {
    private static final byte SILENT = -1;
    private static final Choice[] CHOICES = Choice.values();

    private final PeopleIndex people;
    private final byte[] choices;
    private final int[] delegates;

    /** @param most how many people there may be */
    public BigCount(int most) {
        people = new PeopleIndex(most);
        choices = new byte[most];
        delegates = new int[most];
        Arrays.fill(choices, SILENT);
        Arrays.fill(delegates, Delegates.NONE);
    }

    /** Somebody of the electorate, as often as they come; answers their number. */
    public int person(UUID person) {
        return people.add(person);
    }

    /** The ballot that counts of somebody of the electorate; of others nothing counts. */
    public void ballot(UUID person, Choice choice) {
        int number = people.of(person);
        if (number >= 0) {
            choices[number] = (byte) choice.ordinal();
        }
    }

    /** Who votes for somebody; nothing unless both are of the electorate. */
    public void delegate(UUID person, UUID delegate) {
        int number = people.of(person);
        if (number >= 0) {
            delegates[number] = people.of(delegate);
        }
    }

    public BallotCount count() {
        int size = people.size();
        boolean[] voted = new boolean[size];
        for (int number = 0; number < size; number++) {
            voted[number] = choices[number] != SILENT;
        }
        int[] counts = Delegates.ballots(Arrays.copyOf(delegates, size), voted);
        long[] sums = new long[CHOICES.length];
        for (int ballot : counts) {
            if (ballot != Delegates.NONE) {
                sums[choices[ballot]]++;
            }
        }
        long blocks = sums[Choice.BLOCK.ordinal()];
        return new BallotCount(
                sums[Choice.AGREE.ordinal()],
                sums[Choice.DISAGREE.ordinal()] + blocks,
                sums[Choice.ABSTAIN.ordinal()],
                blocks);
    }
}
