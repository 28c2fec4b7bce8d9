package coop.pools.integrations.groups.meetup;

import coop.pools.integrations.groups.SourceFailure;
import coop.pools.integrations.groups.SourceFailure.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the next page of a roster begins, and what is needed to notice that Meetup sends us in circles - its last
 * page sometimes says that there is another. It travels as text between calls, so nothing is remembered here.
 *
 * <p>Circles are found with Brent's algorithm: one earlier cursor is kept as a mark, and the mark moves forward
 * whenever the page number has doubled. Any circle of cursors is noticed within about twice its length.
 *
 * @param pages how many pages have been read
 * @param edges how many entries they had
 * @param markedPage after which page the mark was taken
 * @param mark a hash of the cursor that followed that page
 * @param after Meetup's own cursor, opaque
 */
record RosterCursor(int pages, int edges, int markedPage, String mark, String after) {
    private static final Pattern TEXT =
            Pattern.compile("(\\d{1,6})~(\\d{1,9})~(\\d{1,6})~([0-9a-f]{0,16})~(.{1,2000})", Pattern.DOTALL);
    /** 200,000 members: twice the largest group that is known. */
    private static final int MAX_PAGES = 2_000;

    static RosterCursor start() {
        return new RosterCursor(0, 0, 1, "", "");
    }

    static RosterCursor parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new SourceFailure(Kind.REFUSED, "not a cursor of a Meetup roster");
        }
        return new RosterCursor(
                Integer.parseInt(parts.group(1)),
                Integer.parseInt(parts.group(2)),
                Integer.parseInt(parts.group(3)),
                parts.group(4),
                parts.group(5));
    }

    String text() {
        return pages + "~" + edges + "~" + markedPage + "~" + mark + "~" + after;
    }

    /**
     * The cursor for the page after this one; empty when {@code endCursor} leads back to where we have been, or far
     * past the number of members Meetup itself counts.
     */
    Optional<RosterCursor> next(String endCursor, int edgesOnPage, Optional<Integer> total) {
        int read = edges + edgesOnPage;
        String hash = hash(endCursor);
        if (endCursor.equals(after)
                || hash.equals(mark)
                || total.filter(all -> read > 2L * all + 200).isPresent()) {
            return Optional.empty();
        }
        int page = pages + 1;
        if (page >= MAX_PAGES) {
            throw new SourceFailure(Kind.REFUSED, "a roster of more than " + MAX_PAGES + " pages");
        }
        boolean moveMark = mark.isEmpty() || page >= 2 * markedPage;
        return Optional.of(
                new RosterCursor(page, read, moveMark ? page : markedPage, moveMark ? hash : mark, endCursor));
    }

    private static String hash(String cursor) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(cursor.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
