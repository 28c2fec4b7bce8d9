package coop.pools.ledger.web;

import coop.pools.ledger.BookName;
import coop.pools.ledger.Ledger;
import coop.pools.ledger.ReadBook;
import coop.pools.ledger.ReadHeads;
import coop.pools.ledger.domain.Balances;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.Head;
import coop.pools.platform.web.Fields;
import coop.pools.platform.web.Page;
import coop.pools.platform.web.Pages;
import coop.pools.platform.web.Visit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The page of a book, the newest entries first: what Pools and Floods share. Needs no sign-in. */
public final class BookPages {
    private static final int PAGE = 50;

    private final Pages pages;
    private final ReadBook books;
    private final ReadHeads heads;
    private final Ledger ledger;
    private final BookWords words;

    public BookPages(Pages pages, ReadBook books, ReadHeads heads, Ledger ledger, BookWords words) {
        this.pages = pages;
        this.books = books;
        this.heads = heads;
        this.ledger = ledger;
        this.words = words;
    }

    Page page(Visit visit, BookName.Kind kind, String slug, String before, String after) {
        BookName name = books.named(kind, slug);
        Head head = books.head(name.book());
        Balances balances = ledger.balances(name.book());
        List<Entry> entries = entries(head, seq("before", before), seq("after", after));
        List<BookPage.Line> lines = words.of(name.book()).lines(visit.caller(), entries);
        return pages.page(
                visit,
                "/templates/ledger/book.ftlh",
                new BookPage(
                        name,
                        BookPage.Held.of(balances),
                        lines,
                        newer(name, head, entries),
                        older(name, entries),
                        head.seq(),
                        BookFile.HEX.formatHex(head.hash()),
                        heads.keys().stream().findFirst().map(ReadHeads.Key::id).orElse("")));
    }

    private List<Entry> entries(Head head, Optional<Long> before, Optional<Long> after) {
        if (after.isPresent() && after.get() < head.seq()) {
            return books.after(head.book(), after.get(), PAGE).stream()
                    .sorted(Comparator.comparing(Entry::seq).reversed())
                    .toList();
        }
        return books.before(head.book(), before.orElse(Long.MAX_VALUE), PAGE);
    }

    private static Optional<String> newer(BookName name, Head head, List<Entry> entries) {
        return entries.stream()
                .findFirst()
                .filter(first -> first.seq() < head.seq())
                .map(first -> name.path() + "/ledger?after=" + first.seq());
    }

    private static Optional<String> older(BookName name, List<Entry> entries) {
        return entries.stream()
                .skip(Math.max(0, entries.size() - 1))
                .findFirst()
                .filter(last -> last.seq() > 1)
                .map(last -> name.path() + "/ledger?before=" + last.seq());
    }

    private static Optional<Long> seq(String parameter, String sent) {
        if (sent == null) {
            return Optional.empty();
        }
        if (!sent.matches("[0-9]{1,18}")) {
            throw Fields.invalid(parameter, "a sequence number");
        }
        return Optional.of(Long.parseLong(sent));
    }
}
