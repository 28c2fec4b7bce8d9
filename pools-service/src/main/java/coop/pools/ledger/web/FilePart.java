package coop.pools.ledger.web;

/**
 * Some whole lines of a book's file. {@link #look} finds out, on any thread, what lines can tell without knowing those
 * before the part - whether they look as usual, follow upon each other and have the right hashes, since each names the
 * hash before it - and notes what is then left to be done in order. It only ever says yes: it stops at the first line
 * that is not as good as it is usual.
 */
final class FilePart {
    /** An eighth of a megabyte: all parts together stay in the caches. */
    static final int SIZE = 1 << 17;

    /** Lines are far longer than this; where more would fit, the patient reader looks at what is left. */
    private static final int SHORTEST_LINE = 128;

    private static final int MOST_LINES = SIZE / SHORTEST_LINE;

    /** The bytes as they were read; one more than can be filled, and the last is always zero. */
    final byte[] in = new byte[SIZE + 1];

    final AccountNames accounts = new AccountNames();
    /** Where lines begin, and where it stopped. */
    final int[] lineFrom = new int[MOST_LINES + 1];

    final int[] hashFrom = new int[MOST_LINES];
    final int[] leg = new int[MOST_LINES];
    final int[] debit = new int[MOST_LINES];
    final int[] credit = new int[MOST_LINES];
    final long[] amount = new long[MOST_LINES];
    /** Whether the words of the line have been erased. */
    final boolean[] erased = new boolean[MOST_LINES];

    private final EntryProof proof;
    private final LineFields line = new LineFields();
    private final InstantBytes instants = new InstantBytes();
    private final CauseBytes cause = new CauseBytes();
    private final byte[] hashBefore = new byte[LineFields.HASH_DIGITS];
    private int limit;
    private long firstSeq;
    private int count;

    FilePart(EntryProof proof) {
        this.proof = proof;
    }

    /** Its lines end here and begin at the beginning; before them stands an entry with these digits as its hash. */
    void hold(int end, byte[] before) {
        limit = end;
        System.arraycopy(before, 0, hashBefore, 0, hashBefore.length);
    }

    int limit() {
        return limit;
    }

    /** How many lines are good. */
    int count() {
        return count;
    }

    boolean isGood() {
        return lineFrom[count] == limit;
    }

    void look() {
        count = 0;
        lineFrom[0] = 0;
        while (lineFrom[count] < limit && count < MOST_LINES && takesNext()) {
            count++;
        }
    }

    private boolean takesNext() {
        boolean good = line.read(in, lineFrom[count], limit)
                && line.amount > 0
                && isInOrder()
                && instants.isMoment(in, line.atFrom, line.atTo)
                && proof.commits(in, line)
                && (count == 0
                        ? proof.follows(in, line, hashBefore, 0)
                        : proof.follows(in, line, in, hashFrom[count - 1]))
                && namesAccounts();
        if (good) {
            lineFrom[count + 1] = line.next;
            hashFrom[count] = line.hashFrom;
            leg[count] = line.leg;
            amount[count] = line.amount;
            erased[count] = line.isErased();
        }
        return good;
    }

    /** For the first line that is for others to say. */
    private boolean isInOrder() {
        boolean same = count > 0 && cause.isOf(in, line);
        if (same) {
            return line.seq == firstSeq + count && line.leg == leg[count - 1] + 1;
        }
        if (!CauseBytes.fits(line) || !HexDigits.isId(in, line.idFrom)) {
            return false;
        }
        cause.keep(in, line);
        if (count == 0) {
            firstSeq = line.seq;
            return true;
        }
        return line.seq == firstSeq + count && line.leg == 0;
    }

    private boolean namesAccounts() {
        debit[count] = accounts.find(in, line.debitFrom, line.debitTo);
        credit[count] = accounts.find(in, line.creditFrom, line.creditTo);
        return debit[count] >= 0 && credit[count] >= 0 && debit[count] != credit[count];
    }
}
