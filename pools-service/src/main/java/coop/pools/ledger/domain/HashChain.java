package coop.pools.ledger.domain;

import coop.pools.kernel.IdSource;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Currency;
import java.util.HexFormat;
import java.util.UUID;

/**
 * How entries are chained: each hash is the SHA-256 of a fixed UTF-8 text of the entry's fields, one a line, with the
 * hash before it among them. No field can hold a line break, so the text reads back in one way only.
 */
public final class HashChain {
    private static final HexFormat HEX = HexFormat.of();

    private HashChain() {}

    /** The hash that the first entry of a book builds on. */
    public static byte[] genesis(UUID book, Currency currency) {
        return sha256("pools-book-1\n" + book + "\n" + currency.getCurrencyCode());
    }

    /** The commitment to a memo: says nothing about the text to whoever lacks the salt. */
    public static byte[] commitment(byte[] salt, String text) {
        byte[] words = text.getBytes(StandardCharsets.UTF_8);
        byte[] salted = Arrays.copyOf(salt, salt.length + words.length);
        System.arraycopy(words, 0, salted, salt.length, words.length);
        return IdSource.sha256(salted);
    }

    /** The hash of an entry; its own {@code hash} and {@code memo} fields are not read. */
    public static byte[] hash(byte[] previous, Entry entry) {
        return sha256(String.join(
                "\n",
                "pools-transfer-1",
                entry.book().toString(),
                Long.toString(entry.seq()),
                HEX.formatHex(previous),
                entry.cause().kind(),
                entry.cause().id().toString(),
                Integer.toString(entry.leg()),
                entry.debit(),
                entry.credit(),
                Long.toString(entry.amount().minorUnits()),
                entry.amount().currency().getCurrencyCode(),
                entry.at().toString(),
                entry.actor(),
                HEX.formatHex(entry.memoHash())));
    }

    private static byte[] sha256(String text) {
        return IdSource.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
