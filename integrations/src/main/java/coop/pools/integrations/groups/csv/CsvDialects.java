package coop.pools.integrations.groups.csv;

import coop.pools.integrations.groups.csv.CsvRows.Row;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds out which delimiter a file uses, from what its first rows look like with each. */
final class CsvDialects {
    /** Excel's own line, obeyed when it is there: {@code sep=;}, also in quotes. */
    private static final Pattern SEP =
            Pattern.compile("\"?sep=([^\"\\r\\n])\"?[,;\\t|]*(?:\\r\\n|\\r|\\n|$)", Pattern.CASE_INSENSITIVE);

    private static final char[] CANDIDATES = {',', ';', '\t', '|'};
    private static final int SAMPLE = 30;

    private CsvDialects() {}

    static Split split(String text) {
        Matcher sep = SEP.matcher(text);
        if (sep.lookingAt()) {
            char delimiter = sep.group(1).charAt(0);
            return new Split(text.substring(sep.end()), "\"".indexOf(delimiter) < 0 ? delimiter : ',', 1);
        }
        char best = CANDIDATES[0];
        int bestScore = -1;
        for (char candidate : CANDIDATES) {
            int score = score(text, candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return new Split(text, best, 0);
    }

    /** Known headings weigh most, then cells that are e-mail addresses, then rows of one common width. */
    private static int score(String text, char delimiter) {
        List<Row> sample = CsvRows.sample(text, delimiter, SAMPLE);
        if (sample.isEmpty()) {
            return 0;
        }
        Row first = sample.get(0);
        long headings = first.cells().stream()
                .filter(cell -> ColumnNames.known(cell).isPresent())
                .count();
        long emails = sample.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> EmailText.address(cell.strip()).isPresent())
                .count();
        int width = first.cells().size();
        long even = width < 2
                ? 0
                : sample.stream().filter(row -> row.cells().size() == width).count();
        return (int) (headings * 1000 + emails * 20 + even);
    }

    /** The text to read, without a {@code sep=} line, and how. */
    record Split(String text, char delimiter, int linesBefore) {}
}
