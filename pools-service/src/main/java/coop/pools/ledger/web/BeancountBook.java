package coop.pools.ledger.web;

import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Entry;
import coop.pools.platform.web.MoneyText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A book for beancount (beancount.github.io, "Beancount Language Syntax"): accounts are opened, each cause is one
 * transaction with its proof as metadata, and at the end the balance of every account is asserted, so that
 * {@code bean-check} accepts it only when it is whole. Debits are positive.
 */
final class BeancountBook {
    private final Writer out;
    private final BookFile book;
    private final Map<String, Long> balances = new TreeMap<>();
    private LocalDate last;

    private BeancountBook(Writer out, BookFile book) {
        this.out = out;
        this.book = book;
        this.last = day(book.head().openedAt());
    }

    /** @param entries all entries up to the head, ascending */
    static void write(OutputStream stream, BookFile book, List<String> accounts, Iterator<Entry> entries)
            throws IOException {
        Writer out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        new BeancountBook(out, book).write(accounts, entries);
        out.flush();
    }

    private void write(List<String> accounts, Iterator<Entry> entries) throws IOException {
        List<Entry> cause = new ArrayList<>();
        boolean declared = false;
        while (entries.hasNext()) {
            Entry entry = entries.next();
            if (!declared) {
                declare(accounts, day(entry.at()));
                declared = true;
            }
            if (!cause.isEmpty() && !cause.get(0).cause().equals(entry.cause())) {
                transaction(cause);
                cause.clear();
            }
            cause.add(entry);
        }
        if (cause.isEmpty()) {
            declare(accounts, last);
        } else {
            transaction(cause);
        }
        assertBalances();
    }

    private void declare(List<String> accounts, LocalDate first) throws IOException {
        String currency = book.head().currency().getCurrencyCode();
        LocalDate opened = first.isBefore(last) ? first : last;
        out.write("; " + book.head().seq() + " entries, head "
                + BookFile.HEX.formatHex(book.head().hash()) + "\n");
        out.write("option \"title\" " + quoted("The book of " + book.name().name()) + "\n");
        out.write("option \"operating_currency\" \"" + currency + "\"\n\n");
        for (String account : accounts) {
            out.write(opened + " open " + account(account) + " " + currency + "\n");
        }
    }

    private void transaction(List<Entry> entries) throws IOException {
        Entry first = entries.get(0);
        Entry end = entries.get(entries.size() - 1);
        Cause cause = first.cause();
        LocalDate day = day(first.at());
        last = day.isAfter(last) ? day : last;
        out.write("\n" + day + " * " + quoted(JournalBook.description(entries)) + "\n");
        metadata("seq", first.seq() + (entries.size() == 1 ? "" : "-" + end.seq()));
        metadata("cause", cause.kind());
        metadata("id", cause.id().toString());
        metadata("actor", first.actor());
        metadata("hash", BookFile.HEX.formatHex(end.hash()));
        for (Entry entry : entries) {
            posting(entry.debit(), entry.amount());
            posting(entry.credit(), entry.amount().negated());
        }
    }

    private void metadata(String key, String value) throws IOException {
        out.write("  " + key + ": " + quoted(value) + "\n");
    }

    private void posting(String account, Money amount) throws IOException {
        balances.merge(account, amount.minorUnits(), Math::addExact);
        out.write("  " + account(account) + "  " + figure(amount) + "\n");
    }

    /** A balance is asserted for the beginning of a day: the one after the last. */
    private void assertBalances() throws IOException {
        out.write("\n");
        for (Map.Entry<String, Long> balance : balances.entrySet()) {
            Money money = new Money(balance.getValue(), book.head().currency());
            out.write(last.plusDays(1) + " balance " + account(balance.getKey()) + "  " + figure(money) + "\n");
        }
    }

    private static String figure(Money amount) {
        return MoneyText.plain(amount) + " " + amount.currency().getCurrencyCode();
    }

    private static LocalDate day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate();
    }

    static String quoted(String text) {
        return '"' + JournalBook.plain(text).replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /**
     * The name as beancount wants it: every part begins with a capital letter or digit. Parts are lower-case words and
     * slugs, so no two names become one.
     *
     * @see Accounts
     */
    static String account(String name) {
        StringBuilder result = new StringBuilder();
        for (String part : name.split(":", -1)) {
            result.append(result.isEmpty() ? "" : ":").append(part(part));
        }
        return result.toString();
    }

    private static String part(String part) {
        StringBuilder safe = new StringBuilder();
        part.codePoints().forEach(c -> {
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-';
            safe.append(plain ? Character.toString(c) : "X" + Integer.toHexString(c));
        });
        char first = safe.isEmpty() ? '-' : safe.charAt(0);
        if (first >= 'a' && first <= 'z') {
            safe.setCharAt(0, (char) (first - 'a' + 'A'));
        }
        return first == '-' ? "X" + safe : safe.toString();
    }
}
