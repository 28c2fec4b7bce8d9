package coop.pools.ledger.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import coop.pools.kernel.Money;
import coop.pools.ledger.BookName;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.Head;
import coop.pools.ledger.domain.UnreadableEntry;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads a {@link BookFile}, entry by entry, in constant memory. Strict: a field that is missing, doubled, unknown or of
 * another kind makes an {@link UnreadableEntry} that names the line.
 */
public final class BookFileReader implements Iterator<Entry>, Closeable {
    /** A memo has at most 1,000 characters; nothing else is longer. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxStringLength(10_000)
            .maxNestingDepth(4)
            .build();

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(LIMITS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser json;
    private final BookFile file;
    private final long linesBefore;
    private boolean atNext;

    /** Opens a file by reading its header; throws {@link UnreadableEntry} when that is not one. */
    public BookFileReader(InputStream in) throws IOException {
        json = JSON.createParser(in);
        linesBefore = 0;
        file = reading(this::readHeader);
    }

    private BookFileReader(InputStream in, BookFile file, long linesBefore) throws IOException {
        json = JSON.createParser(in);
        this.file = file;
        this.linesBefore = linesBefore;
    }

    /** Goes on in a file of which so many lines have been read. */
    static BookFileReader after(BookFile file, InputStream in, long linesBefore) throws IOException {
        return new BookFileReader(in, file, linesBefore);
    }

    /** What the header says. */
    public BookFile file() {
        return file;
    }

    @Override
    public boolean hasNext() {
        if (!atNext) {
            reading(json::nextToken);
            atNext = true;
        }
        return json.hasCurrentToken();
    }

    @Override
    public Entry next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        atNext = false;
        return reading(this::readEntry);
    }

    @Override
    public void close() throws IOException {
        json.close();
    }

    private BookFile readHeader() throws IOException {
        json.nextToken();
        FileFields fields = FileFields.read(json);
        if (!BookFile.FORMAT.equals(fields.text("format"))) {
            throw new IllegalArgumentException("is not a book in the form " + BookFile.FORMAT);
        }
        UUID book = fields.id("book");
        FileFields end = fields.object("head");
        Head head = new Head(
                book, fields.currency("currency"), end.number("seq"), end.bytes("hash"), fields.instant("openedAt"));
        end.mustBeUsedUp();
        BookName name = new BookName(book, fields.kind("kind"), fields.text("slug"), fields.text("name"));
        BookFile header = new BookFile(name, head, fields.instant("exportedAt"));
        fields.mustBeUsedUp();
        return header;
    }

    private Entry readEntry() throws IOException {
        FileFields fields = FileFields.read(json);
        Optional<Entry.Memo> memo = fields.has("memo") || fields.has("salt")
                ? Optional.of(new Entry.Memo(fields.bytes("salt"), fields.text("memo")))
                : Optional.empty();
        Entry entry = new Entry(
                file.head().book(),
                fields.number("seq"),
                new Cause(fields.text("causeKind"), fields.id("causeId")),
                fields.count("leg"),
                fields.text("debit"),
                fields.text("credit"),
                new Money(fields.number("amountMinor"), file.head().currency()),
                fields.instant("at"),
                fields.text("actor"),
                fields.bytes("memoHash"),
                fields.bytes("hash"),
                memo);
        fields.mustBeUsedUp();
        return entry;
    }

    private <T> T reading(Step<T> step) {
        long begun = line();
        try {
            return step.run();
        } catch (IOException e) {
            throw new UnreadableEntry("cannot be read as JSON near line " + Math.max(begun, line()) + " of the file");
        } catch (IllegalArgumentException e) {
            throw new UnreadableEntry("line " + line() + " of the file: " + e.getMessage());
        }
    }

    private long line() {
        return linesBefore + Math.max(1, json.currentLocation().getLineNr());
    }

    private interface Step<T> {
        T run() throws IOException;
    }
}
