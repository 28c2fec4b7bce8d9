package coop.pools.integrations.groups.csv;

/** A file that cannot be read as a list of people. Nothing of it is used. The message is for people, in English. */
public final class CsvUnreadable extends RuntimeException {
    private final Reason reason;
    private final int line;

    CsvUnreadable(Reason reason, int line, String message) {
        super(message);
        this.reason = reason;
        this.line = line;
    }

    /** Stable code. */
    public Reason reason() {
        return reason;
    }

    /** The physical line, from 1; 0 when it is about the whole file. */
    public int line() {
        return line;
    }

    /** Why. */
    public enum Reason {
        /** No row at all. */
        EMPTY,
        /** More than 20 MB. */
        TOO_LARGE,
        /** More than 100,000 people. */
        TOO_MANY_ROWS,
        /** More than 500 columns. */
        TOO_MANY_COLUMNS,
        /** A field of more than 10,000 characters. */
        FIELD_TOO_LARGE,
        /** An Excel or OpenDocument workbook: save it as CSV first. */
        WORKBOOK,
        /** A web page under another name, as some sites export. */
        WEB_PAGE,
        /** Not text. */
        BINARY,
        /** A quotation mark that is opened and not closed. */
        UNCLOSED_QUOTE,
        /** No column that holds names or e-mail addresses could be found. */
        NO_NAME_OR_EMAIL_COLUMN
    }
}
