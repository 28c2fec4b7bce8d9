package coop.pools.ledger.web;

import coop.pools.ledger.domain.Cause;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The cause of a line, kept when the line itself is gone. */
final class CauseBytes {
    private static final int LONGEST_KIND = 64;

    private final byte[] kind = new byte[LONGEST_KIND];
    private final byte[] id = new byte[LineFields.ID_LENGTH];
    private int kindLength;

    static boolean fits(LineFields line) {
        return line.kindTo - line.kindFrom <= LONGEST_KIND;
    }

    void keep(byte[] in, LineFields line) {
        kindLength = line.kindTo - line.kindFrom;
        System.arraycopy(in, line.kindFrom, kind, 0, kindLength);
        System.arraycopy(in, line.idFrom, id, 0, id.length);
    }

    boolean isOf(byte[] in, LineFields line) {
        return line.kindTo - line.kindFrom == kindLength
                && PlainBytes.same(in, line.idFrom, id, 0, id.length)
                && PlainBytes.same(in, line.kindFrom, kind, 0, kindLength);
    }

    Cause cause() {
        return new Cause(
                new String(kind, 0, kindLength, StandardCharsets.US_ASCII),
                UUID.fromString(new String(id, StandardCharsets.US_ASCII)));
    }
}
