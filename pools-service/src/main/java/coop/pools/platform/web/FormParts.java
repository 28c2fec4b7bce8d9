package coop.pools.platform.web;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Counts the parts of a form and the bytes of the lines before them, as they are read. It counts what may be a part: at
 * least all that are.
 */
final class FormParts extends FilterInputStream {
    /** The largest form, of a proposal with all its rows of options, has fewer. */
    static final int MOST_PARTS = 600;

    /** Of all parts together. */
    static final int MOST_HEAD_BYTES = 128 * 1024;

    private static final int NOT_AT_A_LINES_BEGINNING = -1;

    private final byte[] delimiter;
    /** How much of the delimiter has been read at the beginning of this line. */
    private int matched;

    private int parts;
    private int headBytes;
    private boolean inHead;
    private boolean lineIsEmpty;

    FormParts(InputStream in, String boundary) {
        super(in);
        delimiter = ("--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            count((byte) next);
        }
        return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        for (int i = offset; i < offset + read; i++) {
            count(bytes[i]);
        }
        return read;
    }

    private void count(byte next) {
        if (inHead) {
            head(next);
        }
        if (next == '\n' || next == '\r') {
            matched = 0;
        } else if (matched >= 0 && next == delimiter[matched]) {
            matched++;
        } else {
            if (parts == 0) {
                throw malformed("the form does not begin with its boundary");
            }
            matched = NOT_AT_A_LINES_BEGINNING;
        }
        if (matched == delimiter.length) {
            matched = NOT_AT_A_LINES_BEGINNING;
            begin();
        }
    }

    private void begin() {
        parts++;
        if (parts > MOST_PARTS) {
            throw malformed("more than " + MOST_PARTS + " parts");
        }
        inHead = true;
        lineIsEmpty = false;
    }

    /** An empty line ends it. */
    private void head(byte next) {
        headBytes++;
        if (headBytes > MOST_HEAD_BYTES) {
            throw malformed("too much before the parts");
        }
        if (next == '\n') {
            inHead = !lineIsEmpty;
            lineIsEmpty = true;
        } else if (next != '\r') {
            lineIsEmpty = false;
        }
    }

    private static Refused malformed(String reason) {
        return new Refused(CommonRefusal.MALFORMED_REQUEST, Map.of("reason", reason));
    }
}
