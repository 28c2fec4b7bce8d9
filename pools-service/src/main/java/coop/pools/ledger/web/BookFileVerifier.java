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
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Verifies a {@link BookFile} in constant memory: usual lines on their bytes, millions a second, and from the first
 * unusual one on with {@link BookFileReader} and {@link Verification}, which say what is wrong. While the lines of one
 * part are looked at, those of the part before are hashed on another thread; where a hash does not fit, the patient
 * reader begins again with that part.
 */
public final class BookFileVerifier {
    private static final int PART = 1 << 20;
    /** A line has a memo of at most 1,000 characters; longer ones are left to the patient reader. */
    private static final int LONGEST_LINE = 1 << 15;

    private final InputStream in;
    private HashBatch batch = new HashBatch(PART);
    private HashBatch other = new HashBatch(PART);
    private int from;
    private int limit;
    private long lines;
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
        fill(0);
        int headerEnd = lineEnd();
        BookFileReader patient = new BookFileReader(rest(batch.in, 0, limit));
        BookFile file = patient.file();
        KnownHeads known = heads.apply(file);
        if (headerEnd < 0 || !isWholeHeader(headerEnd)) {
            return new Verified(file, Verification.of(file.head(), known, patient));
        }
        Optional<Verdict> wrong = Verification.wrongStart(file.head(), known);
        if (wrong.isPresent()) {
            return new Verified(file, wrong.get());
        }
        from = headerEnd + 1;
        lines = 1;
        Rest rest = fast(new FastChain(file.head(), known));
        BookFileReader entries = BookFileReader.after(file, rest.bytes(), rest.lines());
        return new Verified(file, Verification.from(file.head(), rest.reached(), known, entries));
    }

    /** From where on the patient reader has to look, and what is known to be good before. */
    private record Rest(Reached reached, long lines, InputStream bytes) {}

    /** A part whose lines have been looked at and whose hashes are being computed. */
    private record Part(
            Reached before, long linesBefore, byte[] bytes, int start, int end, CompletableFuture<Boolean> hashed) {}

    private Rest fast(FastChain chain) throws IOException {
        Optional<Part> earlier = Optional.empty();
        while (true) {
            Reached before = chain.reached();
            long linesBefore = lines;
            int start = from;
            boolean stopped = lookAt(chain);
            Part part =
                    new Part(before, linesBefore, batch.in, start, from, CompletableFuture.supplyAsync(batch::isGood));
            if (earlier.isPresent() && !earlier.get().hashed().join()) {
                part.hashed().join();
                Part bad = earlier.get();
                InputStream these = new ByteArrayInputStream(bad.bytes(), bad.start(), bad.end() - bad.start());
                return new Rest(
                        bad.before(), bad.linesBefore(), new SequenceInputStream(these, rest(batch.in, start, limit)));
            }
            if (stopped || ended && from == limit) {
                return part.hashed().join()
                        ? new Rest(chain.reached(), lines, rest(batch.in, from, limit))
                        : new Rest(before, linesBefore, rest(batch.in, start, limit));
            }
            earlier = Optional.of(part);
            next();
        }
    }

    /** Looks at the whole lines of the batch; true when one was not accepted. */
    private boolean lookAt(FastChain chain) {
        batch.clear();
        while (from < limit && (ended || limit - from >= LONGEST_LINE)) {
            int next = chain.accept(batch, from, limit);
            if (next < 0) {
                return true;
            }
            from = next;
            lines++;
        }
        return false;
    }

    /** Goes on with the other batch, whose hashes are done, after what is left of this one. */
    private void next() throws IOException {
        int left = limit - from;
        System.arraycopy(batch.in, from, other.in, 0, left);
        HashBatch done = batch;
        batch = other;
        other = done;
        from = 0;
        fill(left);
    }

    private void fill(int present) throws IOException {
        limit = present;
        while (limit < PART && !ended) {
            int read = in.read(batch.in, limit, PART - limit);
            ended = read < 0;
            limit += Math.max(0, read);
        }
        batch.in[limit] = 0;
    }

    private boolean isWholeHeader(int headerEnd) throws IOException {
        byte[] header = Arrays.copyOf(batch.in, headerEnd);
        try (BookFileReader alone = new BookFileReader(new ByteArrayInputStream(header))) {
            return !alone.hasNext();
        } catch (UnreadableEntry e) {
            return false;
        }
    }

    private int lineEnd() {
        for (int i = 0; i < limit; i++) {
            if (batch.in[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private InputStream rest(byte[] bytes, int start, int end) {
        return new SequenceInputStream(new ByteArrayInputStream(Arrays.copyOfRange(bytes, start, end)), in);
    }
}
