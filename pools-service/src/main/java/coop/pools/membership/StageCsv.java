package coop.pools.membership;

import coop.pools.integrations.groups.GroupRef;
import coop.pools.integrations.groups.PlainText;
import coop.pools.integrations.groups.csv.CsvReading;
import coop.pools.integrations.groups.csv.CsvRoster;
import coop.pools.integrations.groups.csv.CsvUnreadable;
import coop.pools.kernel.Caller;
import coop.pools.kernel.Refused;
import coop.pools.kernel.Scope;
import coop.pools.kernel.Transactions;
import coop.pools.membership.CsvUploadStore.Note;
import coop.pools.membership.CsvUploadStore.Upload;
import coop.pools.membership.domain.RosterRow;
import coop.pools.membership.domain.RosterRows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes in a roster as CSV and keeps it for a day, for its uploader alone, until a Pool is founded from it. */
public final class StageCsv {
    private static final Duration LIFE = Duration.ofHours(24);
    private static final int MOST_UPLOADS = 10;
    private static final int MOST_NOTES = 500;
    private static final int LONGEST_NAME = 120;

    private final Transactions transactions;
    private final CsvUploadStore store;
    private final CsvRoster reader;
    private final Clock clock;

    public StageCsv(Transactions transactions, CsvUploadStore store, CsvRoster reader, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * What was read. Sent again with the same id, the first upload is answered.
     *
     * @param name what the group is called; blank: "My group"
     * @throws Refused {@link MembershipRefusal#CSV_UNREADABLE}, {@link MembershipRefusal#CSV_EMPTY} or
     *     {@link MembershipRefusal#TOO_MANY_UPLOADS}
     */
    public Staged stage(Caller caller, UUID id, String name, byte[] file) {
        UUID person = caller.require(Scope.ORGANISE);
        CsvReading reading = read(file);
        if (reading.members().isEmpty()) {
            throw new Refused(MembershipRefusal.CSV_EMPTY);
        }
        List<RosterRow> rows = rows(reading);
        List<Note> notes = notes(reading);
        Instant now = clock.instant();
        Upload upload = new Upload(
                id,
                person,
                groupName(name),
                rows.size(),
                reading.skipped().size(),
                columns(reading.dialect()),
                now,
                now.plus(LIFE));
        transactions.inTurn(person, () -> {
            if (store.of(person, now).size() >= MOST_UPLOADS) {
                throw new Refused(MembershipRefusal.TOO_MANY_UPLOADS);
            }
            if (store.insert(upload) == 1) {
                store.insertRows(id, rows);
                store.insertNotes(id, notes);
            }
        });
        return new Staged(CsvRosters.ref(upload), rows, notes);
    }

    private CsvReading read(byte[] file) {
        try {
            return reader.read(file);
        } catch (CsvUnreadable e) {
            throw new Refused(
                    MembershipRefusal.CSV_UNREADABLE,
                    Map.of("reason", e.reason().name(), "line", e.line(), "text", e.getMessage()));
        }
    }

    private static List<RosterRow> rows(CsvReading reading) {
        return RosterRows.keyed(reading.members().stream()
                .map(member -> new RosterRows.Person(
                        member.subject(), member.name(), member.email(), OnlineRosters.role(member.role())))
                .toList());
    }

    private static List<Note> notes(CsvReading reading) {
        List<Note> notes = new ArrayList<>();
        reading.skipped().forEach(line -> notes.add(note(line, true)));
        reading.notes().forEach(line -> notes.add(note(line, false)));
        return notes.stream().limit(MOST_NOTES).toList();
    }

    private static Note note(CsvReading.LineNote line, boolean skipped) {
        String text = PlainText.oneLine(line.text());
        return new Note(line.line(), line.reason().name(), skipped, text);
    }

    /** For example {@code name from "Mitglied", e-mail from "E-Mail"}. */
    private static String columns(CsvReading.Dialect dialect) {
        return dialect.columns().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> columnWord(entry.getKey()) + " from " + heading(dialect, entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String columnWord(CsvReading.Column column) {
        return switch (column) {
            case ID -> "number";
            case NAME -> "name";
            case FIRST_NAME -> "first name";
            case LAST_NAME -> "last name";
            case EMAIL -> "e-mail";
            case ROLE -> "role";
            case JOINED -> "day of joining";
        };
    }

    private static String heading(CsvReading.Dialect dialect, String named) {
        return dialect.header() ? "\"" + groupName(named) + "\"" : named;
    }

    /** One line of at most 120 characters. */
    public static String groupName(String written) {
        String line = PlainText.oneLineOr(written, "My group");
        return line.codePointCount(0, line.length()) <= LONGEST_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME)).strip();
    }

    /**
     * An upload as it was read.
     *
     * @param rows everybody in it, in the file's order
     * @param notes what was skipped, then remarks on what was kept; at most 500
     */
    public record Staged(GroupRef group, List<RosterRow> rows, List<Note> notes) {}
}
