package coop.pools.platform.web;

import coop.pools.kernel.CommonRefusal;
import coop.pools.kernel.Refused;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Reads what a request sends; every refusal is INVALID_FIELD or NOT_FOUND and names the field. */
public final class Fields {
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");
    private static final Pattern TURNING = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

    private Fields() {}

    /** What must be there. */
    public static <T> T required(String field, T sent) {
        if (sent == null) {
            throw invalid(field, "is missing");
        }
        return sent;
    }

    /** One line that must be there, without the space around it, from 1 to {@code most} characters. */
    public static String text(String field, String sent, int most) {
        String text = oneLine(required(field, sent));
        if (text.isEmpty() || text.length() > most) {
            throw invalid(field, "1 to " + most + " characters");
        }
        return text;
    }

    /** One line that may be missing: then empty. */
    public static String optionalText(String field, String sent, int most) {
        String text = sent == null ? "" : oneLine(sent);
        if (text.length() > most) {
            throw invalid(field, "at most " + most + " characters");
        }
        return text;
    }

    /**
     * Names and purposes stand in the public book: line breaks and other control characters become blanks, and marks
     * that turn the writing direction around are left out.
     */
    private static String oneLine(String sent) {
        return SPACES.matcher(TURNING.matcher(sent).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** An id in an address: what is not one does not exist. */
    public static UUID pathId(String sent) {
        try {
            return checkedId(sent);
        } catch (IllegalArgumentException e) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
    }

    /** A moment, which may be missing; far beyond these moments can neither be reckoned with, stored nor shown. */
    public static Optional<Instant> moment(String field, Instant sent) {
        if (sent != null && (sent.isBefore(Instant.EPOCH) || sent.isAfter(LAST))) {
            throw invalid(field, "a moment from 1970 to 9999");
        }
        return Optional.ofNullable(sent);
    }

    /** An id in a body. */
    public static UUID id(String field, String sent) {
        try {
            return checkedId(required(field, sent));
        } catch (IllegalArgumentException e) {
            throw invalid(field, "is not an id");
        }
    }

    private static UUID checkedId(String sent) {
        if (sent.length() != 36) {
            throw new IllegalArgumentException(sent);
        }
        return UUID.fromString(sent);
    }

    /** The {@code limit} of a list: 1 to 200, 50 when it is not given. */
    public static int limit(String sent) {
        if (sent == null) {
            return 50;
        }
        if (!sent.matches("[0-9]{1,3}") || Integer.parseInt(sent) < 1 || Integer.parseInt(sent) > 200) {
            throw invalid("limit", "1 to 200");
        }
        return Integer.parseInt(sent);
    }

    /** A sequence number to go on after; 0 when it is not given. */
    public static long afterSeq(String sent) {
        if (sent == null) {
            return 0;
        }
        if (!sent.matches("[0-9]{1,18}")) {
            throw invalid("after", "a sequence number");
        }
        return Long.parseLong(sent);
    }

    public static Refused invalid(String field, String reason) {
        return new Refused(CommonRefusal.INVALID_FIELD, Map.of("field", field, "reason", reason));
    }
}
