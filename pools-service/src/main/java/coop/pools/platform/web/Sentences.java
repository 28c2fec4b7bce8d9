package coop.pools.platform.web;

import coop.pools.kernel.Money;
import coop.pools.kernel.Refused;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentences of {@code messages/*.properties}: {@code refusal.CODE} with {@code {fact}} places. */
public final class Sentences {
    private static final List<String> FILES = List.of(
            "platform",
            "identity",
            "bylaws",
            "governance",
            "membership",
            "ledger",
            "treasury",
            "custody",
            "receipt",
            "bucket",
            "round",
            "payout",
            "expense",
            "exit",
            "flood",
            "commons",
            "recurring",
            "notify");

    private static final long KILOBYTE = 1024;
    private static final long MEGABYTE = 1024 * KILOBYTE;

    /** A field of an option's row on the form of a proposal. */
    private static final Pattern OPTION = Pattern.compile("option-([0-9]+)(?:-([a-z]+))?");

    private final Properties texts = new Properties();

    public Sentences() {
        for (String file : FILES) {
            URL url = Sentences.class.getResource("/messages/" + file + ".properties");
            if (url != null) {
                load(url);
            }
        }
    }

    private void load(URL url) {
        try (Reader reader = new InputStreamReader(url.openStream(), StandardCharsets.UTF_8)) {
            texts.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sentence for a refusal; its code in plain words where none was written. */
    public String of(Refused refused) {
        return filled("refusal." + refused.code().name(), refused.code().name(), refused.facts());
    }

    /** The sentence for a refusal on a form: a field goes by the word beside it, not by its name in the request. */
    public String onForm(Refused refused) {
        Map<String, Object> facts = new HashMap<>(refused.facts());
        facts.computeIfPresent("field", (name, field) -> label(String.valueOf(field)));
        return filled("refusal." + refused.code().name(), refused.code().name(), facts);
    }

    private String label(String field) {
        Matcher row = OPTION.matcher(field);
        if (row.matches()) {
            return "Option " + row.group(1) + (row.group(2) == null ? "" : ", " + label(row.group(2)));
        }
        int dot = field.indexOf('.');
        String whole = dot < 0 ? field : field.substring(0, dot);
        // Where a form has many of a kind, each ends in its number, or in what it is about after a hyphen.
        String kind = whole.replaceFirst("-.*|[0-9]+$", "");
        return texts.getProperty("field." + whole, texts.getProperty("field." + kind, field));
    }

    /** Whether a sentence was written for this code. */
    public boolean hasRefusal(String code) {
        return texts.containsKey("refusal." + code);
    }

    /** A sentence by its key, with its places filled. */
    public String filled(String name, String otherwise, Map<String, Object> facts) {
        String text = texts.getProperty(name, otherwise.replace('_', ' ').toLowerCase(java.util.Locale.ROOT));
        for (Map.Entry<String, Object> fact : facts.entrySet()) {
            boolean size = fact.getKey().endsWith("Bytes") && fact.getValue() instanceof Number;
            String words = size ? size(((Number) fact.getValue()).longValue()) : words(fact.getValue());
            text = text.replace(
                    "{" + fact.getKey() + "}", fact.getKey().equals("quarter") ? InstantText.quarter(words) : words);
        }
        return text;
    }

    /** Limits are whole megabytes or kilobytes; 20 MB for 20971520. */
    private static String size(long bytes) {
        if (bytes >= MEGABYTE) {
            return bytes / MEGABYTE + " MB";
        }
        return bytes >= KILOBYTE ? bytes / KILOBYTE + " kB" : bytes + " bytes";
    }

    private static String words(Object fact) {
        if (fact instanceof Money money) {
            return MoneyText.of(money);
        }
        if (fact instanceof Map<?, ?> kept
                && kept.get("amountMinor") instanceof Number amount
                && kept.get("currency") instanceof String currency) {
            return MoneyText.of(Money.of(amount.longValue(), currency));
        }
        return fact instanceof Instant instant ? InstantText.of(instant) : String.valueOf(fact);
    }
}
