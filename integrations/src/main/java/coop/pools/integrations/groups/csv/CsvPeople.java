package coop.pools.integrations.groups.csv;

import coop.pools.integrations.groups.GroupMember;
import coop.pools.integrations.groups.GroupMember.Role;
import coop.pools.integrations.groups.PlainText;
import coop.pools.integrations.groups.csv.CsvReading.Column;
import coop.pools.integrations.groups.csv.CsvReading.Dialect;
import coop.pools.integrations.groups.csv.CsvReading.LineNote;
import coop.pools.integrations.groups.csv.CsvReading.Reason;
import coop.pools.integrations.groups.csv.CsvRows.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Collects the people of one file, row by row, and remembers by which line each of them was first seen. */
final class CsvPeople {
    /** What spreadsheets hold where there is nothing. */
    private static final Set<String> NOTHING = Set.of("-", "--", "n/a", "#n/a", "?");
    /** The same, but only where it cannot be somebody's name: there are people called Na and people called Null. */
    private static final Set<String> NOTHING_BUT_IN_NAMES = Set.of("na", "none", "null", "k.a.");

    private static final Set<Column> NAMES = Set.of(Column.NAME, Column.FIRST_NAME, Column.LAST_NAME);
    private static final Pattern ROUNDED = Pattern.compile("\\d+([.,]\\d+)?[eE]\\+?\\d+");
    /** Meetup's exports write ids as "user 12345". */
    private static final Pattern MEETUP_ID = Pattern.compile("(?i)user\\s+(\\d+)");

    private static final Pattern LEADER = Pattern.compile("organi[sz]|veranstalter|organisat|leiter|gründer");
    private static final Pattern DEPUTY = Pattern.compile("\\bco\\b|co-|coorg|assist|event|stellv|adjoint|vice");
    private static final int MAX_ID = 200;

    private final CsvColumns columns;
    private final Row first;
    private final List<GroupMember> members = new ArrayList<>();
    private final List<LineNote> skipped = new ArrayList<>();
    private final List<LineNote> notes = new ArrayList<>();
    private final Map<String, Integer> linesById = new HashMap<>();
    private final Map<String, Integer> linesByEmail = new HashMap<>();

    CsvPeople(CsvColumns columns, Row first) {
        this.columns = columns;
        this.first = first;
    }

    CsvReading reading(Dialect dialect) {
        return new CsvReading(members, skipped, notes, dialect);
    }

    void add(Row row) {
        if (columns.header() && row.cells().equals(first.cells())) {
            skip(row, Reason.REPEATED_HEADER, "the header once more");
            return;
        }
        String written = cell(row, Column.EMAIL);
        Optional<String> email = EmailText.address(written);
        String name = name(row);
        if (name.isEmpty() && email.isEmpty()) {
            skip(row, Reason.NO_NAME_OR_EMAIL, "neither a name nor a usable e-mail address");
            return;
        }
        Optional<String> id = id(row);
        Optional<String> key = email.map(address -> address.toLowerCase(Locale.ROOT));
        if (id.map(linesById::get).isPresent()) {
            skip(row, Reason.SAME_ID, "the same id as on line " + linesById.get(id.get()));
            return;
        }
        if (key.map(linesByEmail::get).isPresent()) {
            skip(row, Reason.SAME_EMAIL, "the same e-mail address as on line " + linesByEmail.get(key.get()));
            return;
        }
        id.ifPresent(known -> linesById.put(known, row.line()));
        key.ifPresent(known -> linesByEmail.put(known, row.line()));
        if (email.isEmpty() && !written.isEmpty()) {
            note(row, Reason.EMAIL_UNUSABLE, "kept without an e-mail address: \"" + brief(written) + "\" is none");
        }
        String writtenId = cell(row, Column.ID);
        if (id.isEmpty() && !writtenId.isEmpty()) {
            note(row, Reason.ID_UNUSABLE, "kept without an id: \"" + brief(writtenId) + "\" is rounded or too long");
        }
        String shown = name.isEmpty() ? "Member " + id.orElseGet(() -> Integer.toString(members.size() + 1)) : name;
        members.add(new GroupMember(id, shown, role(row), email, joinedAt(row)));
    }

    private String name(Row row) {
        String whole = PlainText.oneLine(cell(row, Column.NAME));
        if (!whole.isEmpty()) {
            return whole;
        }
        String given = cell(row, Column.FIRST_NAME);
        String family = cell(row, Column.LAST_NAME);
        // "Ana" beside "Ana Lopez": the second is the whole name already.
        boolean twice =
                !given.isEmpty() && family.toLowerCase(Locale.ROOT).startsWith(given.toLowerCase(Locale.ROOT) + " ");
        return PlainText.oneLine(twice ? family : given + " " + family);
    }

    private Optional<String> id(Row row) {
        String written = PlainText.oneLine(cell(row, Column.ID));
        if (written.isEmpty()) {
            return Optional.empty();
        }
        if (ROUNDED.matcher(written).matches() || cell(row, Column.ID).length() > MAX_ID) {
            return Optional.empty();
        }
        return Optional.of(MEETUP_ID.matcher(written).replaceFirst("$1"));
    }

    private Role role(Row row) {
        String title = cell(row, Column.ROLE).toLowerCase(Locale.ROOT);
        if (!LEADER.matcher(title).find()) {
            return Role.MEMBER;
        }
        return DEPUTY.matcher(title).find() ? Role.CO_ORGANISER : Role.ORGANISER;
    }

    private Optional<Instant> joinedAt(Row row) {
        String written = cell(row, Column.JOINED);
        if (written.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> joined = JoinedText.instant(written);
        if (joined.isEmpty()) {
            note(row, Reason.DATE_UNCLEAR, "kept without the day of joining: \"" + brief(written) + "\" is not clear");
        }
        return joined;
    }

    private String cell(Row row, Column column) {
        String cell = columns.position(column).map(row::cell).orElse("");
        String plain = cell.toLowerCase(Locale.ROOT);
        boolean nothing = NOTHING.contains(plain) || (!NAMES.contains(column) && NOTHING_BUT_IN_NAMES.contains(plain));
        return nothing ? "" : cell;
    }

    private void skip(Row row, Reason reason, String text) {
        skipped.add(new LineNote(row.line(), reason, text));
    }

    private void note(Row row, Reason reason, String text) {
        notes.add(new LineNote(row.line(), reason, text));
    }

    private static String brief(String text) {
        String line = PlainText.oneLine(text);
        return line.length() <= 60 ? line : line.substring(0, line.offsetByCodePoints(0, 30)) + "...";
    }
}
