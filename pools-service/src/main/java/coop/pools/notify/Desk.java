package coop.pools.notify;

import coop.pools.integrations.mail.Letter;
import java.time.ZoneId;
import java.util.Map;

/** Where a mail's words come from. */
public interface Desk {
    /** Fills the sentence of this name. */
    String sentence(String name, Map<String, Object> facts);

    /** The same text, with its moments as clocks show them in a time zone. */
    String timesIn(ZoneId zone, String text);

    /** Fills a mail's two templates. */
    Parts parts(String template, Map<String, Object> model);

    /** What {@link Letter} carries. */
    record Parts(String text, String html) {}
}
