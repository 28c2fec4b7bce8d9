package coop.pools.ledger.web;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import coop.pools.ledger.domain.Entry;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/** Lines of a {@link BookFile}, byte for byte as a JSON library would write them, with as little as possible made anew. */
final class EntryBytes {
    private static final int FLUSH = 1 << 16;
    /** A memo has at most 1,000 characters, each of at most six bytes; the rest of a line is far shorter. */
    private static final int ROOM = 1 << 14;

    private final OutputStream out;
    private byte[] line = new byte[FLUSH + ROOM];
    private int at;
    private long second = Long.MIN_VALUE;
    private byte[] secondText = {};

    EntryBytes(OutputStream out) {
        this.out = out;
    }

    void write(Entry entry) throws IOException {
        if (at > FLUSH) {
            flush();
        }
        raw("\n{\"seq\":");
        number(entry.seq());
        field(",\"causeKind\":\"", entry.cause().kind());
        raw("\",\"causeId\":\"");
        id(entry.cause().id());
        raw("\",\"leg\":");
        number(entry.leg());
        field(",\"debit\":\"", entry.debit());
        field("\",\"credit\":\"", entry.credit());
        raw("\",\"amountMinor\":");
        number(entry.amount().minorUnits());
        raw(",\"at\":\"");
        instant(entry.at());
        field("\",\"actor\":\"", entry.actor());
        bytes("\",\"memoHash\":\"", entry.memoHash());
        if (entry.memo().isPresent()) {
            bytes("\",\"salt\":\"", entry.memo().get().salt());
            field("\",\"memo\":\"", entry.memo().get().text());
        }
        bytes("\",\"hash\":\"", entry.hash());
        raw("\"}");
    }

    void flush() throws IOException {
        out.write(line, 0, at);
        at = 0;
    }

    private void raw(String ascii) {
        room(ascii.length());
        latin(ascii);
    }

    /** The one way to get at a string's bytes without a copy; the text is ASCII. */
    @SuppressWarnings("deprecation")
    private void latin(String ascii) {
        ascii.getBytes(0, ascii.length(), line, at);
        at += ascii.length();
    }

    private void field(String name, String text) {
        raw(name);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c > 0x7e) {
                copy(JsonStringEncoder.getInstance().quoteAsUTF8(text));
                return;
            }
        }
        raw(text);
    }

    private void copy(byte[] text) {
        room(text.length);
        System.arraycopy(text, 0, line, at, text.length);
        at += text.length;
    }

    private void bytes(String name, byte[] bytes) {
        raw(name);
        room(2 * bytes.length);
        HexDigits.write(bytes, bytes.length, line, at);
        at += 2 * bytes.length;
    }

    private void number(long number) {
        raw(Long.toString(number));
    }

    private void id(UUID id) {
        raw(id.toString());
    }

    /** As {@link Instant#toString} writes it; many entries share a second. */
    private void instant(Instant instant) {
        if (instant.getEpochSecond() != second) {
            second = instant.getEpochSecond();
            String whole = Instant.ofEpochSecond(second).toString();
            secondText = whole.substring(0, whole.length() - 1).getBytes(StandardCharsets.US_ASCII);
        }
        copy(secondText);
        int nanos = instant.getNano();
        if (nanos != 0) {
            int digits = nanos % 1_000_000 == 0 ? 3 : nanos % 1000 == 0 ? 6 : 9;
            String all = Integer.toString(1_000_000_000 + nanos);
            raw(".");
            raw(all.substring(1, 1 + digits));
        }
        raw("Z");
    }

    private void room(int more) {
        if (at + more > line.length) {
            line = Arrays.copyOf(line, Math.max(at + more, 2 * line.length));
        }
    }
}
