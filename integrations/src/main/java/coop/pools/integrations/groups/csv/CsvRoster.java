package coop.pools.integrations.groups.csv;

import coop.pools.integrations.groups.csv.CsvReading.Dialect;
import coop.pools.integrations.groups.csv.CsvRows.Row;
import coop.pools.integrations.groups.csv.CsvUnreadable.Reason;
import java.util.List;

/**
 * Reads a group's members from a CSV file as people have them: from Meetup, from a club's spreadsheet, from a
 * newsletter tool, in any of their dialects. A pure function of the bytes.
 *
 * <p>People are told apart by id and by e-mail address, never by name: two may share one. An e-mail address that is
 * none is left out and noted; a row is skipped only if nothing is left of it. Text stays text: {@code =1+1} is an odd
 * name, and whoever writes it into a spreadsheet again has to mind it.
 */
public final class CsvRoster {
    private static final int MAX_PEOPLE = 100_000;

    /** Everything in the file. Throws {@link CsvUnreadable} when it is no list of people. */
    public CsvReading read(byte[] bytes) {
        CsvText decoded = CsvText.decode(bytes);
        CsvDialects.Split split = CsvDialects.split(decoded.text());
        // One for the header and one to notice that there are more.
        List<Row> rows = CsvRows.read(split.text(), split.delimiter(), split.linesBefore(), MAX_PEOPLE + 2);
        if (rows.isEmpty()) {
            throw new CsvUnreadable(Reason.EMPTY, 0, "The file is empty.");
        }
        CsvColumns columns = CsvColumns.find(rows);
        List<Row> people = columns.header() ? rows.subList(1, rows.size()) : rows;
        if (people.size() > MAX_PEOPLE) {
            throw new CsvUnreadable(
                    Reason.TOO_MANY_ROWS, people.get(MAX_PEOPLE).line(), "The file has more than 100,000 people.");
        }
        CsvPeople found = new CsvPeople(columns, rows.get(0));
        people.forEach(found::add);
        Dialect dialect = new Dialect(
                decoded.encoding(), Character.toString(split.delimiter()), columns.header(), columns.headings());
        return found.reading(dialect);
    }
}
