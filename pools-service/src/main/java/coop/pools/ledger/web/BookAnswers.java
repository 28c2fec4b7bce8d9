package coop.pools.ledger.web;

import coop.pools.ledger.BookName;
import coop.pools.ledger.ReadBook;
import coop.pools.ledger.ReadHeads;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.PublishedHead;
import coop.pools.platform.web.Fields;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The book of a Pool or Flood in the API and as files: what both addresses share. Needs no sign-in. */
public final class BookAnswers {
    private final ReadBook books;
    private final ReadHeads heads;
    private final Clock clock;

    public BookAnswers(ReadBook books, ReadHeads heads, Clock clock) {
        this.books = books;
        this.heads = heads;
        this.clock = clock;
    }

    BookJson.Items list(BookName.Kind kind, String slug, String after, String limit) {
        BookName name = books.named(kind, slug);
        int most = Fields.limit(limit);
        List<Entry> entries = books.after(name.book(), Fields.afterSeq(after), most + 1);
        List<Entry> shown = entries.subList(0, Math.min(most, entries.size()));
        Optional<String> next = entries.size() > most
                ? Optional.of(Long.toString(shown.get(most - 1).seq()))
                : Optional.empty();
        return new BookJson.Items(shown.stream().map(BookJson.EntryJson::of).toList(), next);
    }

    BookJson.HeadJson head(BookName.Kind kind, String slug) {
        return BookJson.HeadJson.of(heads.present(books.named(kind, slug).book()));
    }

    BookJson.PublishedItems heads(BookName.Kind kind, String slug, String before, String limit) {
        UUID book = books.named(kind, slug).book();
        long below = before == null ? Long.MAX_VALUE : Fields.afterSeq(before);
        int most = Fields.limit(limit);
        List<PublishedHead> found = heads.history(book, below, most + 1);
        List<PublishedHead> shown = found.subList(0, Math.min(most, found.size()));
        Optional<String> next = found.size() > most
                ? Optional.of(Long.toString(shown.get(most - 1).head().seq()))
                : Optional.empty();
        return new BookJson.PublishedItems(
                shown.stream().map(BookJson.PublishedJson::of).toList(), next);
    }

    Response csv(BookName.Kind kind, String slug) {
        BookFile book = book(kind, slug);
        return download(book, "csv", "text/csv; charset=UTF-8", out -> CsvBook.write(out, books.upTo(book.head())));
    }

    Response journal(BookName.Kind kind, String slug) {
        BookFile book = book(kind, slug);
        List<String> accounts = books.accountNames(book.head().book());
        return download(
                book,
                "journal",
                "text/plain; charset=UTF-8",
                out -> JournalBook.write(out, book, accounts, books.upTo(book.head())));
    }

    Response beancount(BookName.Kind kind, String slug) {
        BookFile book = book(kind, slug);
        List<String> accounts = books.accountNames(book.head().book());
        return download(
                book,
                "beancount",
                "text/plain; charset=UTF-8",
                out -> BeancountBook.write(out, book, accounts, books.upTo(book.head())));
    }

    Response file(BookName.Kind kind, String slug) {
        BookFile book = book(kind, slug);
        return download(
                book, "jsonl", BookFile.MEDIA_TYPE, out -> BookFileWriter.write(out, book, books.upTo(book.head())));
    }

    private BookFile book(BookName.Kind kind, String slug) {
        BookName name = books.named(kind, slug);
        return new BookFile(name, books.head(name.book()), clock.instant());
    }

    private static Response download(BookFile book, String extension, String type, StreamingOutput content) {
        String slug = book.name().slug().replaceAll("[^A-Za-z0-9_-]", "-");
        String file = book.name().kind().word() + "-" + slug + "." + extension;
        return Response.ok(content, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"")
                .build();
    }
}
