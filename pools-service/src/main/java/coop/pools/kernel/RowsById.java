package coop.pools.kernel;

import java.util.Arrays;

/**
 * Very many rows of numbers that begin with the halves of an id, kept in parts by it. What has one id is in one part, and
 * a table of one part's ids fits the processor's cache: looking each id up in one large table would be waiting for memory.
 */
public final class RowsById {
    public static final int PARTS = 256;
    /** So many rows are handed out together. */
    public static final int TOGETHER = 1_024;

    private static final int FIRST_ROWS = 8;

    private final int width;
    private final long[][] parts = new long[PARTS][];
    /** How many numbers of each part are in use. */
    private final int[] used = new int[PARTS];

    private int size;

    /** @param width numbers of each row, with the two of its id */
    public RowsById(int width) {
        this.width = width;
    }

    /** Takes rows of one part. */
    public interface Work {
        /**
         * @param from where the first row begins among the numbers
         * @param count of rows, {@link #TOGETHER} at most
         */
        void take(long[] rows, int from, int count);
    }

    /** The part that an id belongs to. */
    public static int part(long high, long low) {
        return (int) (mixed(high, low) >>> 56);
    }

    /** Bits that depend on all of an id's; the upper ones say its part. */
    public static long mixed(long high, long low) {
        return (high ^ Long.rotateLeft(low, 32)) * 0x9E3779B97F4A7C15L;
    }

    public void add(long high, long low) {
        room(high, low);
    }

    public void add(long high, long low, long third) {
        int part = part(high, low);
        int at = room(high, low);
        parts[part][at + 2] = third;
    }

    public void add(long high, long low, long third, long fourth, long fifth, long sixth) {
        int part = part(high, low);
        int at = room(high, low);
        long[] rows = parts[part];
        rows[at + 2] = third;
        rows[at + 3] = fourth;
        rows[at + 4] = fifth;
        rows[at + 5] = sixth;
    }

    /** Begins a row and answers where. */
    private int room(long high, long low) {
        int part = part(high, low);
        int at = used[part];
        if (at == 0 && parts[part] == null) {
            parts[part] = new long[FIRST_ROWS * width];
        } else if (at == parts[part].length) {
            parts[part] = Arrays.copyOf(parts[part], at * 2);
        }
        parts[part][at] = high;
        parts[part][at + 1] = low;
        used[part] = at + width;
        size++;
        return at;
    }

    /** How many rows there are. */
    public int size() {
        return size;
    }

    /** How many rows a part has. */
    public int size(int part) {
        return used[part] / width;
    }

    /** The rows of a part in the order in which they came. */
    public void each(int part, Work work) {
        int step = TOGETHER * width;
        for (int from = 0; from < used[part]; from += step) {
            work.take(parts[part], from, Math.min(step, used[part] - from) / width);
        }
    }

    /** The rows part by part. */
    public void each(Work work) {
        for (int part = 0; part < PARTS; part++) {
            each(part, work);
        }
    }

    /** Forgets them. */
    public void clear() {
        Arrays.fill(parts, null);
        Arrays.fill(used, 0);
        size = 0;
    }
}
