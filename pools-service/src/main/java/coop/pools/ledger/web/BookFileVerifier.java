package coop.pools.ledger.web;

import coop.pools.ledger.domain.KnownHeads;
import coop.pools.ledger.domain.Reached;
import coop.pools.ledger.domain.UnreadableEntry;
import coop.pools.ledger.domain.Verdict;
import coop.pools.ledger.domain.Verification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;

/**
 * Verifies a {@link BookFile} in constant memory: usual lines on their bytes, millions a second, and from the first
 * unusual one on with {@link BookFileReader} and {@link Verification}, which say what is wrong.
 */
public final class BookFileVerifier {
    private static final int BUFFER = 1 << 20;
    /** A line has a memo of at most 1,000 characters; longer ones are left to the patient reader. */
    private static final int LONGEST_LINE = 1 << 15;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER + 1];
    private int from;
    private int limit;
    private boolean ended;

    private BookFileVerifier(InputStream in) {
        this.in = in;
    }

    /** What a file says of itself and what came out of verifying it. */
    public record Verified(BookFile file, Verdict verdict) {}

    /**
     * Reads the stream to its end and leaves it open.
     *
     * @param known the heads to be found in the book, given its header
     * @throws UnreadableEntry when it does not begin like a book
     */
    public static Verified verify(InputStream in, Function<BookFile, KnownHeads> known) throws IOException {
        return new BookFileVerifier(in).run(known);
    }

    private Verified run(Function<BookFile, KnownHeads> heads) throws IOException {
        fill();
        int headerEnd = lineEnd();
        BookFileReader patient = new BookFileReader(rest());
        BookFile file = patient.file();
        if (headerEnd < 0 || !isWholeHeader(headerEnd)) {
            return new Verified(file, Verification.of(file.head(), heads.apply(file), patient));
        }
        KnownHeads known = heads.apply(file);
        Optional<Verdict> wrong = Verification.wrongStart(file.head(), known);
        if (wrong.isPresent()) {
            return new Verified(file, wrong.get());
        }
        from = headerEnd + 1;
        FastChain chain = new FastChain(file.head(), known);
        long lines = 0;
        int next = from;
        while (next >= 0 && available()) {
            next = chain.accept(buffer, from, limit);
            from = next >= 0 ? next : from;
            lines += next >= 0 ? 1 : 0;
        }
        Reached reached = chain.reached();
        BookFileReader entries = BookFileReader.after(file, rest(), lines + 1);
        return new Verified(file, Verification.from(file.head(), reached, known, entries));
    }

    private boolean isWholeHeader(int headerEnd) throws IOException {
        byte[] header = Arrays.copyOf(buffer, headerEnd);
        try (BookFileReader alone = new BookFileReader(new ByteArrayInputStream(header))) {
            return !alone.hasNext();
        } catch (UnreadableEntry e) {
            return false;
        }
    }

    private int lineEnd() {
        for (int i = 0; i < limit; i++) {
            if (buffer[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    /** Whether a line is there, whole as far as it is not too long. */
    private boolean available() throws IOException {
        if (limit - from < LONGEST_LINE && !ended) {
            fill();
        }
        return from < limit;
    }

    private void fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, limit - from);
        limit -= from;
        from = 0;
        while (limit < BUFFER && !ended) {
            int read = in.read(buffer, limit, BUFFER - limit);
            ended = read < 0;
            limit += Math.max(0, read);
        }
        buffer[limit] = 0;
    }

    /** What has not been accepted yet. */
    private InputStream rest() {
        return new SequenceInputStream(new ByteArrayInputStream(Arrays.copyOfRange(buffer, from, limit)), in);
    }
}
