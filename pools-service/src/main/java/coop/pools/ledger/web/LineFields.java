package coop.pools.ledger.web;

import java.nio.charset.StandardCharsets;

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
    /** Where it begins when the entry was written without a memo. */
    int memoHashTo;

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

    private final RecentNames kinds = new RecentNames();
    private final RecentNames debits = new RecentNames();
    private final RecentNames credits = new RecentNames();
    private byte[] in;
    private long number;
    private int atLength;
    private int saltLength;

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** False when the line is not of the usual form. */
    boolean read(byte[] buffer, int from, int limit) {
        in = buffer;
        int at = readCause(from);
        at = at < 0 ? at : readMove(at);
        at = at < 0 ? at : readProof(at);
        at = at < 0 ? at : after(at, END);
        if (at < 0 || at > limit) {
            return false;
        }
        next = at == limit ? at : at + 1;
        return at == limit || in[at] == '\n';
    }

    /** Whether it had words that are not there any more. */
    boolean isErased() {
        return !hasMemo && memoHashTo > memoHashFrom;
    }

    /** Each of these answers where it ended, or -1. */
    private int readCause(int from) {
        seqFrom = after(from, SEQ);
        seqTo = digits(seqFrom);
        seq = number;
        kindFrom = after(seqTo, KIND);
        kindTo = kindFrom < 0 ? -1 : kinds.end(in, kindFrom);
        idFrom = after(kindTo, ID);
        legFrom = after(idFrom < 0 ? -1 : idFrom + ID_LENGTH, LEG);
        legTo = digits(legFrom);
        leg = (int) number;
        return number > Short.MAX_VALUE ? -1 : legTo;
    }

    private int readMove(int from) {
        debitFrom = after(from, DEBIT);
        debitTo = debitFrom < 0 ? -1 : debits.end(in, debitFrom);
        creditFrom = after(debitTo, CREDIT);
        creditTo = creditFrom < 0 ? -1 : credits.end(in, creditFrom);
        amountFrom = after(creditTo, AMOUNT);
        amountTo = digits(amountFrom);
        amount = number;
        return amountTo;
    }

    private int readProof(int from) {
        atFrom = after(from, AT);
        atTo = guessed(atFrom, atLength);
        atLength = atTo - atFrom;
        actorFrom = after(atTo, ACTOR);
        actorTo = plain(actorFrom);
        memoHashFrom = after(actorTo, MEMO_HASH);
        if (memoHashFrom < 0) {
            return -1;
        }
        memoHashTo = in[memoHashFrom] == '"' ? memoHashFrom : memoHashFrom + HASH_DIGITS;
        int at = memoHashTo;
        saltFrom = after(at, SALT);
        hasMemo = saltFrom >= 0;
        if (hasMemo) {
            saltTo = guessed(saltFrom, saltLength);
            saltLength = saltTo - saltFrom;
            memoFrom = after(saltTo, MEMO);
            memoTo = words(memoFrom);
            at = memoTo;
        }
        hashFrom = after(at, HASH);
        return hashFrom < 0 ? -1 : hashFrom + HASH_DIGITS;
    }

    private int after(int at, byte[] expected) {
        int to = at + expected.length;
        return at >= 0 && to <= in.length && PlainBytes.same(in, at, expected, 0, expected.length) ? to : -1;
    }

    /** A whole number in its one form. */
    private int digits(int from) {
        if (from < 0) {
            return -1;
        }
        byte[] bytes = in;
        int at = from;
        long value = 0;
        int digit = bytes[at] - '0';
        while (digit >= 0 && digit <= 9) {
            value = value * 10 + digit;
            digit = bytes[++at] - '0';
        }
        number = value;
        int length = at - from;
        return length > 0 && length <= MOST_DIGITS && (length == 1 || bytes[from] != '0') ? at : -1;
    }

    /** Up to the next quote, printable ASCII without escapes. */
    private int plain(int from) {
        int to = from < 0 ? -1 : PlainBytes.end(in, from);
        return to >= 0 && in[to] == '"' ? to : -1;
    }

    /** For digits that are looked at later anyway: a quote where the line before had it will do. */
    private int guessed(int from, int length) {
        int to = from + length;
        return from >= 0 && length > 0 && to < in.length && in[to] == '"' ? to : plain(from);
    }

    private int words(int from) {
        if (from < 0) {
            return -1;
        }
        int plain = PlainBytes.end(in, from);
        memoIsOdd = in[plain] != '"';
        return memoIsOdd ? oddWords(plain) : plain;
    }

    private int oddWords(int from) {
        int at = from;
        while (at < in.length && in[at] != '"') {
            if (in[at] >= 0 && in[at] < ' ') {
                return -1;
            }
            at += in[at] == '\\' ? 2 : 1;
        }
        return at < in.length ? at : -1;
    }
}
