package coop.pools.ledger.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Where the fields of one line of a {@link BookFile} lie in a buffer of bytes. Takes only lines that look to the byte
 * as {@link BookFileWriter} writes them, with names in plain ASCII; of all others it says no, and the patient reader has
 * to look at them. The buffer ends with a zero byte, which stands in no line.
 */
final class LineFields {
    private static final byte[] SEQ = bytes("{\"seq\":");
    private static final byte[] KIND = bytes(",\"causeKind\":\"");
    private static final byte[] ID = bytes("\",\"causeId\":\"");
    private static final byte[] LEG = bytes("\",\"leg\":");
    private static final byte[] DEBIT = bytes(",\"debit\":\"");
    private static final byte[] CREDIT = bytes("\",\"credit\":\"");
    private static final byte[] AMOUNT = bytes("\",\"amountMinor\":");
    private static final byte[] AT = bytes(",\"at\":\"");
    private static final byte[] ACTOR = bytes("\",\"actor\":\"");
    private static final byte[] MEMO_HASH = bytes("\",\"memoHash\":\"");
    private static final byte[] SALT = bytes("\",\"salt\":\"");
    private static final byte[] MEMO = bytes("\",\"memo\":\"");
    private static final byte[] HASH = bytes("\",\"hash\":\"");
    private static final byte[] END = bytes("\"}");
    private static final int MOST_DIGITS = 18;
    static final int HASH_DIGITS = 64;
    static final int ID_LENGTH = 36;

    long seq;
    int seqFrom;
    int seqTo;
    int kindFrom;
    int kindTo;
    int idFrom;
    int leg;
    int legFrom;
    int legTo;
    int debitFrom;
    int debitTo;
    int creditFrom;
    int creditTo;
    long amount;
    int amountFrom;
    int amountTo;
    int atFrom;
    int atTo;
    int actorFrom;
    int actorTo;
    int memoHashFrom;
    boolean hasMemo;
    int saltFrom;
    int saltTo;
    int memoFrom;
    int memoTo;
    /** Whether the memo's bytes are not its words as they stand: escapes, or letters beyond ASCII. */
    boolean memoIsOdd;

    int hashFrom;
    /** Behind the line's end. */
    int next;

    private byte[] in;
    private int at;
    private long number;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** False when the line is not of the usual form. */
    boolean read(byte[] buffer, int from, int limit) {
        in = buffer;
        at = from;
        return readCause() && readMove() && readProof() && readEnd(limit);
    }

    private boolean readCause() {
        boolean ok = literal(SEQ);
        seqFrom = at;
        ok = ok && digits();
        seqTo = at;
        seq = number;
        ok = ok && literal(KIND);
        kindFrom = at;
        ok = ok && plain();
        kindTo = at;
        ok = ok && literal(ID);
        idFrom = at;
        at += ID_LENGTH;
        ok = ok && literal(LEG);
        legFrom = at;
        ok = ok && digits();
        legTo = at;
        leg = (int) number;
        return ok && number <= Short.MAX_VALUE;
    }

    private boolean readMove() {
        boolean ok = literal(DEBIT);
        debitFrom = at;
        ok = ok && plain();
        debitTo = at;
        ok = ok && literal(CREDIT);
        creditFrom = at;
        ok = ok && plain();
        creditTo = at;
        ok = ok && literal(AMOUNT);
        amountFrom = at;
        ok = ok && digits();
        amountTo = at;
        amount = number;
        return ok;
    }

    private boolean readProof() {
        boolean ok = literal(AT);
        atFrom = at;
        ok = ok && plain();
        atTo = at;
        ok = ok && literal(ACTOR);
        actorFrom = at;
        ok = ok && plain();
        actorTo = at;
        ok = ok && literal(MEMO_HASH);
        memoHashFrom = at;
        at += HASH_DIGITS;
        hasMemo = ok && literal(SALT);
        if (hasMemo) {
            saltFrom = at;
            ok = plain();
            saltTo = at;
            ok = ok && literal(MEMO);
            memoFrom = at;
            ok = ok && words();
            memoTo = at;
        }
        ok = ok && literal(HASH);
        hashFrom = at;
        at += HASH_DIGITS;
        return ok;
    }

    private boolean readEnd(int limit) {
        if (!literal(END) || at > limit) {
            return false;
        }
        boolean last = at == limit;
        next = last ? at : at + 1;
        return last || in[at] == '\n';
    }

    private boolean literal(byte[] expected) {
        int to = at + expected.length;
        if (to > in.length || !Arrays.equals(in, at, to, expected, 0, expected.length)) {
            return false;
        }
        at = to;
        return true;
    }

    /** A whole number in its one form. */
    private boolean digits() {
        int from = at;
        long value = 0;
        int digit = in[at] - '0';
        while (digit >= 0 && digit <= 9) {
            value = value * 10 + digit;
            digit = in[++at] - '0';
        }
        number = value;
        int length = at - from;
        return length > 0 && length <= MOST_DIGITS && (length == 1 || in[from] != '0');
    }

    /** Up to the next quote, printable ASCII without escapes. */
    private boolean plain() {
        int i = at;
        byte b = in[i];
        while (b >= ' ' && b != '"' && b != '\\' && b != 0x7f) {
            b = in[++i];
        }
        at = i;
        return b == '"';
    }

    private boolean words() {
        int i = at;
        boolean odd = false;
        byte b = in[i];
        while (b != '"' && (b >= ' ' || b < 0)) {
            odd |= b < 0 || b == '\\';
            i += b == '\\' ? 2 : 1;
            if (i >= in.length) {
                return false;
            }
            b = in[i];
        }
        at = i;
        memoIsOdd = odd;
        return b == '"';
    }
}
