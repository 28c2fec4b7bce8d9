package coop.pools.ledger.web;

import coop.pools.ledger.domain.Head;
import java.nio.charset.StandardCharsets;
import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** Whether the two hashes of a line follow from what it says, without making anything anew for a line. */
final class EntryProof {
    private static final int HASH = 32;
    /** For what is hashed with a line and does not stand in it. */
    private static final int ROOM = 1024;

    private final MessageDigest sha256;
    private final byte[] start;
    private final byte[] currency;
    private final byte[] text;
    private final byte[] digest = new byte[HASH];
    private final byte[] hex = new byte[LineFields.HASH_DIGITS];

    EntryProof(Head head, int longestLine) {
        start = ("pools-transfer-1\n" + head.book() + "\n").getBytes(StandardCharsets.US_ASCII);
        currency = ("\n" + head.currency().getCurrencyCode() + "\n").getBytes(StandardCharsets.US_ASCII);
        text = new byte[longestLine + ROOM];
        System.arraycopy(start, 0, text, 0, start.length);
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The line's hash, when the digits of the one before it stand at that place. */
    boolean follows(byte[] in, LineFields line, byte[] before, int at) {
        int to = copy(in, start.length, line.seqFrom, line.seqTo);
        System.arraycopy(before, at, text, to, LineFields.HASH_DIGITS);
        to += LineFields.HASH_DIGITS;
        text[to++] = '\n';
        to = copy(in, to, line.kindFrom, line.kindTo);
        to = copy(in, to, line.idFrom, line.idFrom + LineFields.ID_LENGTH);
        to = copy(in, to, line.legFrom, line.legTo);
        to = copy(in, to, line.debitFrom, line.debitTo);
        to = copy(in, to, line.creditFrom, line.creditTo);
        to = copy(in, to, line.amountFrom, line.amountTo) - 1;
        System.arraycopy(currency, 0, text, to, currency.length);
        to += currency.length;
        to = copy(in, to, line.atFrom, line.atTo);
        to = copy(in, to, line.actorFrom, line.actorTo);
        to = copy(in, to, line.memoHashFrom, line.memoHashTo) - 1;
        return isHash(0, to, in, line.hashFrom);
    }

    /** Copies bytes of the line and a line feed into the text. */
    private int copy(byte[] in, int to, int from, int end) {
        System.arraycopy(in, from, text, to, end - from);
        text[to + end - from] = '\n';
        return to + end - from + 1;
    }

    /** The memo's hash; where the words have been erased, whether it is one at all; nothing where there were none. */
    boolean commits(byte[] in, LineFields line) {
        if (!line.hasMemo) {
            return HexDigits.areDigits(in, line.memoHashFrom, line.memoHashTo);
        }
        int salt = HexDigits.read(in, line.saltFrom, line.saltTo, digest);
        if (salt < 0) {
            return false;
        }
        byte[] words = in;
        int from = line.memoFrom;
        int length = line.memoTo - line.memoFrom;
        if (line.memoIsOdd) {
            Optional<byte[]> read = OddWords.read(in, line.memoFrom, line.memoTo);
            if (read.isEmpty()) {
                return false;
            }
            words = read.get();
            from = 0;
            length = words.length;
        }
        // Behind the beginning that all entries share, which stays.
        int at = start.length;
        System.arraycopy(digest, 0, text, at, salt);
        System.arraycopy(words, from, text, at + salt, length);
        return isHash(at, at + salt + length, in, line.memoHashFrom);
    }

    private boolean isHash(int from, int to, byte[] in, int expectedAt) {
        sha256.update(text, from, to - from);
        try {
            sha256.digest(digest, 0, HASH);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
        HexDigits.write(digest, HASH, hex, 0);
        return PlainBytes.same(hex, 0, in, expectedAt, LineFields.HASH_DIGITS);
    }
}
