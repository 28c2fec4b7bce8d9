package coop.pools.ledger.web;

import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.PublishedHead;
import coop.pools.ledger.domain.SignedHead;
import coop.pools.platform.web.MoneyJson;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A book in the API. */
public final class BookJson {
    private BookJson() {}

    /** Part of a book, in the order of the entries; {@code next} goes into {@code ?after=}. */
    public record Items(List<EntryJson> items, Optional<String> next) {}

    /**
     * The end of a book's chain, signed. The signature is Ed25519 over five lines joined by line feeds:
     * {@code pools-head-1}, book, seq, hash, at.
     *
     * @param seq how many entries there are
     * @param hash lower-case hexadecimal; of an empty book the hash that its first entry will build on
     * @param at when the last entry was booked; when the book was opened, if it is empty
     * @param keyId which of the keys in {@code /.well-known/pools-heads.json} signed
     * @param signature Base64
     */
    public record HeadJson(UUID book, long seq, String hash, Instant at, String keyId, String signature) {
        static HeadJson of(SignedHead head) {
            return new HeadJson(
                    head.book(),
                    head.seq(),
                    BookFile.HEX.formatHex(head.hash()),
                    head.at(),
                    head.keyId(),
                    Base64.getEncoder().encodeToString(head.signature()));
        }
    }

    /** A head that was published, and so must stay a part of the book. */
    public record PublishedJson(HeadJson head, Instant publishedAt) {
        static PublishedJson of(PublishedHead published) {
            return new PublishedJson(HeadJson.of(published.head()), published.publishedAt());
        }
    }

    /** Published heads of one book, the newest first; {@code next} goes into {@code ?before=}. */
    public record PublishedItems(List<PublishedJson> items, Optional<String> next) {}

    /**
     * One transfer.
     *
     * @param leg its place within its cause, from 0
     * @param memo words for people; empty when they have been erased
     * @param memoHash SHA-256 of the memo's salt and text, which is what {@code hash} covers of them
     * @param actor {@code person:ID}, {@code proposal:ID} or {@code processor}
     */
    public record EntryJson(
            long seq,
            CauseJson cause,
            int leg,
            String debit,
            String credit,
            MoneyJson amount,
            Instant at,
            String actor,
            String memo,
            String memoHash,
            String hash) {
        static EntryJson of(Entry entry) {
            return new EntryJson(
                    entry.seq(),
                    new CauseJson(entry.cause().kind(), entry.cause().id()),
                    entry.leg(),
                    entry.debit(),
                    entry.credit(),
                    MoneyJson.of(entry.amount()),
                    entry.at(),
                    entry.actor(),
                    entry.memoText(),
                    BookFile.HEX.formatHex(entry.memoHash()),
                    BookFile.HEX.formatHex(entry.hash()));
        }
    }

    /** Why a transfer was made. */
    public record CauseJson(String kind, UUID id) {}
}
