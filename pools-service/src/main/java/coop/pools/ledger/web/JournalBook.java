package coop.pools.ledger.web;

import coop.pools.kernel.Money;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.Head;
import coop.pools.platform.web.MoneyText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A book as an hledger journal (hledger.org, "hledger manual", Journal): accounts and the commodity are declared, so
 * {@code hledger check --strict} accepts it; each cause is one transaction with two postings for each of its transfers,
 * debits positive. What people wrote stands in the description only, never in a comment, where {@code date:} and
 * brackets would be taken for tags.
 */
final class JournalBook {
    /** More are left out of a transaction's description; they are in the other exports. */
    private static final int MOST_MEMOS = 3;

    private final Writer out;

    private JournalBook(Writer out) {
        this.out = out;
    }

    /** @param entries all entries up to the head, ascending */
    static void write(OutputStream stream, BookFile book, List<String> accounts, Iterator<Entry> entries)
            throws IOException {
        JournalBook journal = new JournalBook(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        journal.declare(book, accounts);
        List<Entry> cause = new ArrayList<>();
        while (entries.hasNext()) {
            Entry entry = entries.next();
            if (!cause.isEmpty() && !cause.get(0).cause().equals(entry.cause())) {
                journal.transaction(cause);
                cause.clear();
            }
            cause.add(entry);
        }
        if (!cause.isEmpty()) {
            journal.transaction(cause);
        }
        journal.out.flush();
    }

    private void declare(BookFile book, List<String> accounts) throws IOException {
        Head head = book.head();
        out.write("; The book of " + plain(book.name().name()) + ", "
                + book.name().path() + "\n");
        out.write("; " + head.seq() + " entries, head " + BookFile.HEX.formatHex(head.hash()) + "\n\n");
        out.write("commodity " + sample(head.currency()) + "\n\n");
        for (String account : accounts) {
            out.write("account " + account + "\n");
        }
    }

    /** A thousand of the currency, always with a decimal point: how hledger learns its style. */
    private static String sample(Currency currency) {
        String decimals = "0".repeat(Math.max(0, currency.getDefaultFractionDigits()));
        return "1000." + decimals + " " + currency.getCurrencyCode();
    }

    private void transaction(List<Entry> entries) throws IOException {
        Entry first = entries.get(0);
        Entry last = entries.get(entries.size() - 1);
        Cause cause = first.cause();
        String day = first.at().atZone(ZoneOffset.UTC).toLocalDate().toString();
        out.write("\n" + day + " * (" + first.seq() + ") " + description(entries) + "\n");
        out.write("    ; seq:" + first.seq() + (entries.size() == 1 ? "" : "-" + last.seq()) + ", cause:" + cause.kind()
                + ", id:" + cause.id() + ", actor:" + first.actor() + ", hash:" + BookFile.HEX.formatHex(last.hash())
                + "\n");
        for (Entry entry : entries) {
            posting(entry.debit(), entry.amount());
            posting(entry.credit(), entry.amount().negated());
        }
    }

    private void posting(String account, Money amount) throws IOException {
        String figure = MoneyText.plain(amount) + " " + amount.currency().getCurrencyCode();
        out.write("    " + account + "  " + " ".repeat(Math.max(0, 60 - account.length() - figure.length())) + figure
                + "\n");
    }

    static String description(List<Entry> entries) {
        List<String> memos = entries.stream()
                .map(entry -> plain(entry.memoText()))
                .filter(memo -> !memo.isEmpty())
                .distinct()
                .toList();
        String shown = memos.stream().limit(MOST_MEMOS).collect(Collectors.joining(" / "));
        if (memos.isEmpty()) {
            return "(words erased)";
        }
        return memos.size() > MOST_MEMOS ? shown + " / and " + (memos.size() - MOST_MEMOS) + " more" : shown;
    }

    /** One line without control characters, and without the semicolon that would begin a comment. */
    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\u0085]+", " ")
                .replace(';', ',')
                .strip();
    }
}
