package coop.pools.integrations.groups.csv;

import coop.pools.integrations.groups.csv.CsvUnreadable.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Splits text into rows: quotes are doubled inside quotes, may hold delimiters and line breaks, and may be followed
 * by stray text; lines end with CR LF, LF or CR, also mixed. Blank rows are left out but counted.
 */
final class CsvRows {
    private static final int MAX_COLUMNS = 500;
    private static final int MAX_FIELD = 10_000;
    /** A field with more line breaks than this is a quotation mark that somebody forgot to close. */
    private static final int MAX_LINES_PER_ROW = 300;

    private CsvRows() {}

    /** The first rows that are not blank, at most {@code limit}. {@code linesBefore} were cut off the text. */
    static List<Row> read(String text, char delimiter, int linesBefore, int limit) {
        List<Row> rows = new ArrayList<>();
        collect(rows, text, delimiter, linesBefore, limit);
        return rows;
    }

    /** The same, but only up to the first row that cannot be read: for finding out about a file. */
    static List<Row> sample(String text, char delimiter, int limit) {
        List<Row> rows = new ArrayList<>();
        try {
            collect(rows, text, delimiter, 0, limit);
        } catch (CsvUnreadable toBeToldLater) {
            return rows;
        }
        return rows;
    }

    private static void collect(List<Row> rows, String text, char delimiter, int linesBefore, int limit) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .setTrailingData(true)
                .get();
        long line = linesBefore;
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            Iterator<CSVRecord> records = parser.iterator();
            while (rows.size() < limit) {
                // Asking whether there is another record reads it, so the line is looked up before.
                line = linesBefore + parser.getCurrentLineNumber() + 1;
                if (!records.hasNext()) {
                    break;
                }
                long lines = linesBefore + parser.getCurrentLineNumber() + 1 - line;
                Row row = new Row((int) line, checked(records.next().values(), (int) line, lines));
                if (!row.isBlank()) {
                    rows.add(row);
                }
            }
        } catch (IOException | UncheckedIOException unclosed) {
            throw unclosed((int) line);
        }
    }

    private static List<String> checked(String[] values, int line, long lines) {
        if (lines > MAX_LINES_PER_ROW) {
            throw unclosed(line);
        }
        if (values.length > MAX_COLUMNS) {
            throw new CsvUnreadable(
                    Reason.TOO_MANY_COLUMNS, line, "Line " + line + " has more than " + MAX_COLUMNS + " columns.");
        }
        for (String value : values) {
            if (value.length() > MAX_FIELD) {
                throw new CsvUnreadable(
                        Reason.FIELD_TOO_LARGE,
                        line,
                        "The row on line " + line + " has a field of more than " + MAX_FIELD + " characters.");
            }
        }
        return Arrays.asList(values);
    }

    private static CsvUnreadable unclosed(int line) {
        return new CsvUnreadable(
                Reason.UNCLOSED_QUOTE,
                line,
                "The row on line " + line + " opens a quotation mark and never closes it.");
    }

    /** One row; {@code line} is where it begins. */
    record Row(int line, List<String> cells) {
        /** The cell without spaces around it; empty when the row is too short. */
        String cell(int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isBlank);
        }
    }
}
