package coop.pools.ledger.web;

import coop.pools.ledger.domain.Entry;
import coop.pools.platform.web.MoneyText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/**
 * A book as CSV for spreadsheets: RFC 4180, UTF-8, a header line, one entry a line. A text that a spreadsheet would
 * take for a formula gets an apostrophe in front (OWASP, "CSV Injection").
 */
public final class CsvBook {
    private static final List<String> HEADER =
            List.of("seq", "at", "cause", "cause_id", "debit", "credit", "amount", "currency", "memo", "actor", "hash");
    private static final String FORMULA_STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";

    private CsvBook() {}

    static void write(OutputStream out, Iterator<Entry> entries) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        line(writer, HEADER);
        while (entries.hasNext()) {
            line(writer, cells(entries.next()));
        }
        writer.flush();
    }

    private static List<String> cells(Entry entry) {
        return List.of(
                Long.toString(entry.seq()),
                entry.at().toString(),
                entry.cause().kind(),
                entry.cause().id().toString(),
                entry.debit(),
                entry.credit(),
                MoneyText.plain(entry.amount()),
                entry.amount().currency().getCurrencyCode(),
                entry.memoText(),
                entry.actor(),
                BookFile.HEX.formatHex(entry.hash()));
    }

    /** One line of a file of this form. */
    public static void line(Writer writer, List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            writer.write(i == 0 ? "" : ",");
            writer.write(cell(cells.get(i)));
        }
        writer.write("\r\n");
    }

    static String cell(String text) {
        String safe = isFormula(text) ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** Some spreadsheets pass over blanks and invisible letters in front, and read full-width signs like others. */
    private static boolean isFormula(String text) {
        if (!text.isEmpty() && text.charAt(0) < ' ') {
            return true;
        }
        return text.codePoints().filter(c -> !isBlank(c)).limit(1).anyMatch(c -> FORMULA_STARTS.indexOf(c) >= 0);
    }

    private static boolean isBlank(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }
}
