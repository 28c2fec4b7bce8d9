package coop.pools.ledger.web;

import coop.pools.kernel.Caller;
import coop.pools.ledger.BucketNames;
import coop.pools.ledger.CausePages;
import coop.pools.ledger.CausePages.Links;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Entry;
import coop.pools.platform.web.InstantText;
import coop.pools.platform.web.MoneyText;
import coop.pools.platform.web.Sentences;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Entries in words that people use. */
public final class BookWords {
    private static final int SHORT = 12;

    private final Sentences sentences;
    private final BucketNames buckets;
    private final CausePages causes;

    public BookWords(Sentences sentences, BucketNames buckets, CausePages causes) {
        this.sentences = sentences;
        this.buckets = buckets;
        this.causes = causes;
    }

    /** The words of one book; what its buckets are called is asked once. */
    public OfBook of(UUID book) {
        return new OfBook(book, buckets.of(book));
    }

    /** Entries and accounts of one book in words. */
    public final class OfBook {
        private final UUID book;
        private final Map<String, String> names;

        private OfBook(UUID book, Map<String, String> names) {
            this.book = book;
            this.names = names;
        }

        /** A page of entries as a table shows them to this caller, with the ways to what caused them. */
        public List<BookPage.Line> lines(Caller caller, List<Entry> entries) {
            Map<Cause, Links> links = causes.of(caller, book, entries);
            return entries.stream()
                    .map(entry -> BookWords.this.line(entry, names, Optional.ofNullable(links.get(entry.cause()))))
                    .toList();
        }

        /** Entries where their cause is shown anyway. */
        public List<BookPage.Line> lines(List<Entry> entries) {
            return entries.stream()
                    .map(entry -> BookWords.this.line(entry, names, Optional.empty()))
                    .toList();
        }

        public BookPage.Side side(String account) {
            return BookWords.this.side(account, names);
        }
    }

    private BookPage.Line line(Entry entry, Map<String, String> names, Optional<Links> links) {
        Optional<String> actor = proposalOf(entry.actor());
        String hash = BookFile.HEX.formatHex(entry.hash());
        String kind = entry.cause().kind();
        return new BookPage.Line(
                entry.seq(),
                entry.at().toString(),
                InstantText.of(entry.at()),
                entry.isErased() ? say("ledger.erased") : entry.memoText(),
                cause(kind),
                links.map(Links::page).or(() -> actor),
                links.flatMap(Links::vote).filter(vote -> actor.isEmpty()),
                links.flatMap(Links::papers),
                who(entry.actor()),
                actor,
                side(entry.credit(), names),
                side(entry.debit(), names),
                MoneyText.of(entry.amount()),
                hash,
                hash.substring(0, Math.min(SHORT, hash.length())));
    }

    /** What happens many times has a number, and at some point no words of its own any more. */
    private String cause(String kind) {
        String words = sentences.filled("ledger.cause." + kind, "", Map.of());
        String first = kind.replaceFirst("-[0-9]+$", "");
        return words.isEmpty() ? sentences.filled("ledger.cause." + first, first.replace('-', ' '), Map.of()) : words;
    }

    private String who(String actor) {
        return say("ledger.actor." + actor.replaceFirst(":.*", ""));
    }

    /** An actor comes from our own code, but the link is made of an id only. */
    private static Optional<String> proposalOf(String actor) {
        if (!actor.matches("proposal:[0-9a-f-]{36}")) {
            return Optional.empty();
        }
        return Optional.of("/proposals/" + UUID.fromString(actor.substring("proposal:".length())));
    }

    /** The longest beginning of the name that has words; what follows is the slug of a Pool, Flood or bucket. */
    private BookPage.Side side(String account, Map<String, String> names) {
        String dotted = account.replace(':', '.');
        int last = dotted.lastIndexOf('.');
        String slug = dotted.substring(last + 1).replaceFirst("^flood--", "the Flood ");
        String group = dotted.substring(0, Math.max(0, last));
        String whole = "ledger.account." + dotted;
        String words = sentences.filled(whole, "", Map.of());
        if (words.isEmpty()) {
            String shown = group.endsWith(".bucket") ? called(slug, names) : slug;
            words = sentences.filled("ledger.account." + group + ".any", "", Map.of("slug", shown));
        }
        if (words.isEmpty()) {
            int dot = group.lastIndexOf('.');
            words = sentences.filled(
                    "ledger.account." + group.substring(0, Math.max(0, dot)) + ".any.any",
                    account,
                    Map.of("slug", slug, "bucket", called(group.substring(dot + 1), names)));
        }
        return new BookPage.Side(account, words);
    }

    private static String called(String bucket, Map<String, String> names) {
        return names.getOrDefault(bucket, bucket);
    }

    private String say(String sentence) {
        return sentences.filled(sentence, sentence, Map.of());
    }
}
