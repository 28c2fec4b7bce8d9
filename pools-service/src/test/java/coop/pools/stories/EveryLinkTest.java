package coop.pools.stories;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.testing.Api;
import coop.pools.testing.OneDatabase;
import coop.pools.testing.RunningPools;
import coop.pools.testing.TestDatabase;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whoever reads a page can follow each of its links: none leads nowhere, or to what its reader may not see. */
class EveryLinkTest {
    private static final Pattern LINK = Pattern.compile("<a [^>]*href=\"([^\"#]+)");
    private static final Pattern ID =
            Pattern.compile("(?<=/pools/|/floods/)[^/?]+|[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}|[0-9]+");

    /** Pages of one kind that are looked at. */
    private static final int OF_ONE_KIND = 3;

    @OneDatabase
    void everyLinkOfTheDemoLeadsSomewhere(TestDatabase db) {
        try (RunningPools pools = RunningPools.withSamples(db)) {
            assertThat(deadLinks(pools.guest())).as("of a guest").isEmpty();
            assertThat(deadLinks(pools.as("ana"))).as("of a member").isEmpty();
            assertThat(deadLinks(pools.as("nora"))).as("of somebody new").isEmpty();
        }
    }

    /** Addresses that do not answer, each with the page that leads there. */
    private static Map<String, String> deadLinks(Api reader) {
        Map<String, String> dead = new TreeMap<>();
        Map<String, Integer> kinds = new HashMap<>();
        Map<String, String> ledFrom = new HashMap<>(Map.of("/", ""));
        Deque<String> open = new ArrayDeque<>(ledFrom.keySet());
        while (!open.isEmpty()) {
            String page = open.poll();
            Api.Answer answer = reader.get(page);
            if (answer.status() >= 400) {
                dead.put(page + " " + answer.status(), ledFrom.get(page));
            }
            Matcher link = LINK.matcher(answer.body());
            while (link.find()) {
                String to = address(page, link.group(1));
                boolean isNew = to.startsWith("/") && ledFrom.putIfAbsent(to, page) == null;
                if (isNew && kinds.merge(kind(to), 1, Integer::sum) <= OF_ONE_KIND) {
                    open.add(to);
                }
            }
        }
        assertThat(ledFrom).hasSizeGreaterThan(100);
        return dead;
    }

    private static String address(String page, String href) {
        return URI.create(page).resolve(href.replace("&amp;", "&")).toString();
    }

    private static String kind(String address) {
        return ID.matcher(address).replaceAll("*");
    }
}
