package coop.pools.ledger.web;

import coop.pools.kernel.Money;
import coop.pools.ledger.BookName;
import coop.pools.ledger.domain.Balances;
import coop.pools.platform.web.MoneyText;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a book shows.
 *
 * @param lines the newest first, at most 50
 * @param newer address of the entries before these on the page; empty on the first page
 * @param older address of those after; empty on the last page
 * @param entries how many the book has
 * @param headHash the hash to write down
 * @param keyId of the key that signs the heads
 */
public record BookPage(
        BookName body,
        Held held,
        List<Line> lines,
        Optional<String> newer,
        Optional<String> older,
        long entries,
        String headHash,
        String keyId) {

    /** Balances, as whole numbers for the drawing and as words. */
    public record Held(Share available, Share inBuckets, Share reserved, Share pending, Share earmarked) {
        static Held of(Balances balances) {
            return new Held(
                    Share.of(balances.available()),
                    Share.of(balances.inBuckets()),
                    Share.of(balances.reserved()),
                    Share.of(balances.pending()),
                    Share.of(balances.earmarked()));
        }
    }

    /** One balance. */
    public record Share(long amount, String figure) {
        static Share of(Money money) {
            return new Share(money.minorUnits(), MoneyText.of(money));
        }
    }

    /**
     * One entry.
     *
     * @param url of what caused it, where that has a page
     * @param vote behind the cause, where the entry itself was not made by one
     * @param papers the receipts of the cause, where the reader may see them
     * @param who caused it, in words
     * @param whoUrl the vote that made the entry
     * @param shortHash the first characters of the hash
     */
    public record Line(
            long seq,
            String atIso,
            String atText,
            String memo,
            String cause,
            Optional<String> url,
            Optional<String> vote,
            Optional<String> papers,
            String who,
            Optional<String> whoUrl,
            Side from,
            Side to,
            String amount,
            String hash,
            String shortHash) {}

    /** An account by its name in the book and in words. */
    public record Side(String account, String words) {}
}
