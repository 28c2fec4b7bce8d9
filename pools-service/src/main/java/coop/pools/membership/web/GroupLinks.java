package coop.pools.membership.web;

import coop.pools.membership.CsvRosters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Addresses and names of groups and their sources on pages. */
public final class GroupLinks {
    private GroupLinks() {}

    /** The page that shows what founding a Pool of a group would keep. */
    public static String path(String source, String groupId) {
        return "/groups/" + segment(source) + "/" + segment(groupId);
    }

    /** A source's name for people. */
    public static String label(String source) {
        return source.equals(CsvRosters.NAME)
                ? "Your uploaded lists"
                : source.substring(0, 1).toUpperCase(Locale.ROOT) + source.substring(1);
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
