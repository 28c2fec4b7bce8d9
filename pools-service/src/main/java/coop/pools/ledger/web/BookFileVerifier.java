package coop.pools.ledger.web;

import coop.pools.ledger.domain.Head;
import coop.pools.ledger.domain.KnownHeads;
import coop.pools.ledger.domain.UnreadableEntry;
import coop.pools.ledger.domain.Verdict;
import coop.pools.ledger.domain.Verification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Verifies a {@link BookFile} in constant memory: usual lines on their bytes, millions a second, and from the first
 * unusual one on with {@link BookFileReader} and {@link Verification}, which say what is wrong. Several parts of the
 * file are looked at at once, by this thread and one of the common pool, and then taken in their order.
 */
public final class BookFileVerifier {
    /** So many that a thread does not have to wait for another one that has little time. */
    private static final int PARTS = 8;

    /** What stands behind the hash at the end of a line. */
    private static final int AFTER_HASH = "\"}\n".length();

    private final InputStream in;
    private final Deque<Looking> inTurn = new ArrayDeque<>();
    private final Deque<FilePart> free = new ArrayDeque<>();
    private final byte[] hashBefore = new byte[LineFields.HASH_DIGITS];
    private byte[] left = {};
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
        byte[] begin = in.readNBytes(FilePart.SIZE);
        int headerEnd = lineEnd(begin);
        BookFileReader patient = new BookFileReader(rest(begin));
        BookFile file = patient.file();
        KnownHeads known = heads.apply(file);
        if (headerEnd < 0 || !isWholeHeader(begin, headerEnd)) {
            return new Verified(file, Verification.of(file.head(), known, patient));
        }
        Optional<Verdict> wrong = Verification.wrongStart(file.head(), known);
        if (wrong.isPresent()) {
            return new Verified(file, wrong.get());
        }
        left = Arrays.copyOfRange(begin, headerEnd + 1, begin.length);
        lines = 1;
        FastChain chain = new FastChain(file.head(), known);
        InputStream unusual = fast(file.head(), chain);
        BookFileReader entries = BookFileReader.after(file, unusual, lines);
        return new Verified(file, Verification.from(file.head(), chain.reached(), known, entries));
    }

    /** Verifies parts as long as all is as usual; what is left to be read is in the end the patient reader's. */
    private InputStream fast(Head head, FastChain chain) throws IOException {
        for (int i = 0; i < PARTS; i++) {
            free.add(new FilePart(new EntryProof(head, FilePart.SIZE)));
        }
        HexDigits.write(chain.reached().hash(), hashBefore.length / 2, hashBefore, 0);
        while (true) {
            beginAll();
            if (inTurn.isEmpty()) {
                return rest(left);
            }
            FilePart part = first();
            int taken = chain.take(part);
            lines += taken;
            if (taken < part.count() || !part.isGood()) {
                return from(part.lineFrom[taken]);
            }
            inTurn.remove();
            free.add(part);
        }
    }

    private void beginAll() throws IOException {
        while (!free.isEmpty() && fill(free.peek())) {
            inTurn.add(Looking.at(free.remove()));
        }
    }

    /** The part whose turn it is; until another thread is done with it, this one helps with those behind. */
    private FilePart first() throws IOException {
        Looking first = inTurn.element();
        Iterator<Looking> all = inTurn.iterator();
        while (!first.isDone() && all.hasNext()) {
            all.next().help();
        }
        return first.await();
    }

    /** Reads as many whole lines as go into the part; false when there are none. */
    private boolean fill(FilePart part) throws IOException {
        System.arraycopy(left, 0, part.in, 0, left.length);
        int end = left.length;
        if (!ended) {
            end += in.readNBytes(part.in, end, FilePart.SIZE - end);
            ended = end < FilePart.SIZE;
        }
        int whole = ended ? end : lastLineEnd(part.in, end);
        left = Arrays.copyOfRange(part.in, whole, end);
        if (whole == 0) {
            return false;
        }
        part.in[end] = 0;
        part.hold(whole, hashBefore);
        // Where the last line is not of the usual form, it is not accepted, and so it does not matter what this is.
        int hashAt = Math.max(0, whole - AFTER_HASH - hashBefore.length);
        System.arraycopy(part.in, hashAt, hashBefore, 0, hashBefore.length);
        return true;
    }

    /** What has not been verified: from this place of the part whose turn it is to the end of the file. */
    private InputStream from(int place) {
        List<InputStream> unseen = new ArrayList<>();
        int start = place;
        for (Looking looking : inTurn) {
            FilePart part = looking.part();
            unseen.add(new ByteArrayInputStream(part.in, start, part.limit() - start));
            start = 0;
        }
        unseen.add(rest(left));
        return new SequenceInputStream(Collections.enumeration(unseen));
    }

    private InputStream rest(byte[] before) {
        return new SequenceInputStream(new ByteArrayInputStream(before), in);
    }

    private static boolean isWholeHeader(byte[] begin, int end) throws IOException {
        try (BookFileReader alone = new BookFileReader(new ByteArrayInputStream(begin, 0, end))) {
            return !alone.hasNext();
        } catch (UnreadableEntry e) {
            return false;
        }
    }

    private static int lineEnd(byte[] begin) {
        int at = 0;
        while (at < begin.length && begin[at] != '\n') {
            at++;
        }
        return at < begin.length ? at : -1;
    }

    /** Behind the last line feed; 0 when there is none. */
    private static int lastLineEnd(byte[] bytes, int end) {
        int at = end;
        while (at > 0 && bytes[at - 1] != '\n') {
            at--;
        }
        return at;
    }
}
