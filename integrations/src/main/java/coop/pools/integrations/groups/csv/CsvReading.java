package coop.pools.integrations.groups.csv;

import coop.pools.integrations.groups.GroupMember;
import java.util.List;
import java.util.Map;

/**
 * What a CSV file said.
 *
 * @param members in the file's order, at most 100,000, no two with the same id or e-mail; may be empty
 * @param skipped rows that are not among the members, by line
 * @param notes rows that are members although something in them could not be used, by line
 */
public record CsvReading(List<GroupMember> members, List<LineNote> skipped, List<LineNote> notes, Dialect dialect) {
    public CsvReading {
        members = List.copyOf(members);
        skipped = List.copyOf(skipped);
        notes = List.copyOf(notes);
    }

    /**
     * Something about one row.
     *
     * @param line the physical line in the file on which the row begins, from 1
     * @param reason stable code
     * @param text the same for people, in English, with the value in question
     */
    public record LineNote(int line, Reason reason, String text) {}

    /** Why a row was skipped or needs a note. */
    public enum Reason {
        /** Skipped: neither a name nor a usable e-mail address. */
        NO_NAME_OR_EMAIL,
        /** Skipped: an earlier row has the same id. */
        SAME_ID,
        /** Skipped: an earlier row has the same e-mail address. */
        SAME_EMAIL,
        /** Skipped: the header once more, as in files that were put together. */
        REPEATED_HEADER,
        /** Note: kept without its e-mail address, which is none. */
        EMAIL_UNUSABLE,
        /** Note: kept without its id, which a spreadsheet has rounded (1.23E+08) or which is too long. */
        ID_UNUSABLE,
        /** Note: kept without the day of joining, which cannot be told for sure (03/04/2025). */
        DATE_UNCLEAR
    }

    /**
     * How the file was written.
     *
     * @param encoding {@code UTF-8}, {@code UTF-16LE}, {@code UTF-16BE} or {@code windows-1252}; the last is a guess
     * @param delimiter one of {@code , ; TAB |}, or what a {@code sep=} line says
     * @param header whether the first row names the columns
     * @param columns which column was used for what, as the file names it, or "column 2" without a header
     */
    public record Dialect(String encoding, String delimiter, boolean header, Map<Column, String> columns) {
        public Dialect {
            columns = Map.copyOf(columns);
        }
    }

    /** What a column is used for. */
    public enum Column {
        ID,
        NAME,
        FIRST_NAME,
        LAST_NAME,
        EMAIL,
        ROLE,
        JOINED
    }
}
