package coop.pools.integrations.groups.csv;

import coop.pools.integrations.groups.PlainText;
import coop.pools.integrations.groups.csv.CsvReading.Column;
import coop.pools.integrations.groups.csv.CsvRows.Row;
import coop.pools.integrations.groups.csv.CsvUnreadable.Reason;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which column holds what: by the first row when it names at least one known column and holds no e-mail address, else
 * by what the rows look like - the column with most e-mail addresses, and the first one with words as the names.
 */
record CsvColumns(boolean header, Map<Column, Integer> positions, Map<Column, String> headings) {
    private static final int SAMPLE = 50;

    /** Throws {@link CsvUnreadable} when neither names nor e-mail addresses are found. */
    static CsvColumns find(List<Row> rows) {
        Row first = rows.get(0);
        boolean data = first.cells().stream()
                .anyMatch(cell -> EmailText.address(cell.strip()).isPresent());
        Map<Column, Integer> named = data ? Map.of() : byHeadings(first);
        if (!named.isEmpty()) {
            return withHeader(first, named);
        }
        return byLooks(rows.subList(0, Math.min(SAMPLE, rows.size())))
                .orElseThrow(() -> none(first, "The first row names no column that is known"));
    }

    Optional<Integer> position(Column column) {
        return Optional.ofNullable(positions.get(column));
    }

    private static CsvColumns withHeader(Row first, Map<Column, Integer> named) {
        Map<Column, Integer> columns = new EnumMap<>(named);
        Integer name = columns.get(Column.NAME);
        boolean oneHalf = columns.containsKey(Column.FIRST_NAME) != columns.containsKey(Column.LAST_NAME);
        if (name != null && oneHalf && ColumnNames.isAmbiguous(first.cell(name))) {
            Column half = ColumnNames.besidesOtherName(first.cell(name));
            Column other = columns.containsKey(Column.FIRST_NAME) ? Column.LAST_NAME : Column.FIRST_NAME;
            columns.remove(Column.NAME);
            columns.put(columns.containsKey(half) ? other : half, name);
        }
        boolean people = columns.keySet().stream()
                .anyMatch(column -> column == Column.NAME
                        || column == Column.EMAIL
                        || column == Column.FIRST_NAME
                        || column == Column.LAST_NAME);
        if (!people) {
            throw none(first, "No column for names or e-mail addresses");
        }
        Map<Column, String> headings = new EnumMap<>(Column.class);
        columns.forEach((column, position) -> headings.put(column, first.cell(position)));
        return new CsvColumns(true, columns, headings);
    }

    /** The first column of each kind. */
    private static Map<Column, Integer> byHeadings(Row first) {
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        for (int i = 0; i < first.cells().size(); i++) {
            int position = i;
            ColumnNames.known(first.cell(i)).ifPresent(column -> columns.putIfAbsent(column, position));
        }
        return columns;
    }

    private static Optional<CsvColumns> byLooks(List<Row> sample) {
        int width = sample.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
        int email = -1;
        long most = 0;
        for (int i = 0; i < width; i++) {
            int column = i;
            long emails = sample.stream()
                    .filter(row -> EmailText.address(row.cell(column)).isPresent())
                    .count();
            if (emails > most) {
                email = i;
                most = emails;
            }
        }
        if (email < 0) {
            return Optional.empty();
        }
        Map<Column, Integer> columns = new EnumMap<>(Column.class);
        columns.put(Column.EMAIL, email);
        int addresses = email;
        IntStream.range(0, width)
                .filter(i -> i != addresses && holdsWords(sample, i))
                .findFirst()
                .ifPresent(i -> columns.put(Column.NAME, i));
        Map<Column, String> headings = new EnumMap<>(Column.class);
        columns.forEach((column, position) -> headings.put(column, "column " + (position + 1)));
        return Optional.of(new CsvColumns(false, columns, headings));
    }

    private static boolean holdsWords(List<Row> sample, int column) {
        long words = sample.stream()
                .map(row -> row.cell(column))
                .filter(cell -> cell.codePoints().anyMatch(Character::isLetter)
                        && EmailText.address(cell).isEmpty()
                        && JoinedText.instant(cell).isEmpty())
                .count();
        return words * 2 >= sample.size();
    }

    private static CsvUnreadable none(Row first, String what) {
        String found = first.cells().stream().limit(8).map(CsvColumns::brief).collect(Collectors.joining(", "));
        return new CsvUnreadable(
                Reason.NO_NAME_OR_EMAIL_COLUMN,
                first.line(),
                what + ". Name a column \"Name\" or \"Email\". The first row is: " + found);
    }

    private static String brief(String cell) {
        String text = PlainText.oneLine(cell);
        return text.length() <= 30 ? text : text.substring(0, text.offsetByCodePoints(0, 15)) + "...";
    }
}
