package coop.pools.bylaws;

import coop.pools.bylaws.domain.ArticleClass;
import coop.pools.bylaws.domain.Edition;
import coop.pools.bylaws.domain.RuleKey;
import coop.pools.bylaws.domain.RuleSheet;
import coop.pools.bylaws.domain.RuleSpec;
import coop.pools.bylaws.domain.RuleType;
import coop.pools.bylaws.domain.RuleUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a rules.yml: two levels, {@code key:} and below it {@code field: value}. It is a small part of YAML, and
 * whatever lies outside of it is an error ({@link IllegalArgumentException}) and not a guess.
 */
final class RuleSheetReader {
    private static final Pattern KEY = Pattern.compile("([a-z_.]+):");
    private static final Pattern FIELD = Pattern.compile("  ([a-z_.]+): (?:\"([^\"\\\\]+)\"|([a-z0-9_-]+|[HEO]))");
    private static final String CHOICE = "choice.";
    private static final int NO_LIMIT = 0;

    private RuleSheetReader() {}

    static RuleSheet read(Edition.Kind kind, String yml) {
        Map<String, Map<String, String>> rules = new LinkedHashMap<>();
        String key = "";
        for (String line : yml.lines().toList()) {
            Matcher field = FIELD.matcher(line);
            Matcher start = KEY.matcher(line);
            boolean known = line.isBlank() || line.startsWith("#");
            if (start.matches()) {
                key = start.group(1);
                known = rules.putIfAbsent(key, new LinkedHashMap<>()) == null;
            } else if (field.matches() && rules.containsKey(key)) {
                String text = field.group(2) == null ? field.group(3) : field.group(2);
                known = rules.get(key).putIfAbsent(field.group(1), text) == null;
            }
            if (!known) {
                throw new IllegalArgumentException("cannot read this line of a rules.yml: " + line);
            }
        }
        List<RuleSpec> specs = new ArrayList<>();
        rules.forEach((word, fields) -> specs.add(spec(word, fields)));
        return new RuleSheet(kind, specs);
    }

    private static RuleSpec spec(String word, Map<String, String> fields) {
        RuleKey key = RuleKey.of(word).orElseThrow(() -> new IllegalArgumentException("no rule is called " + word));
        RuleType type = type(fields);
        return new RuleSpec(
                key,
                type,
                initial(type, required(fields, "default")),
                ArticleClass.valueOf(required(fields, "class")),
                required(fields, "article"),
                required(fields, "label"),
                required(fields, "says"));
    }

    private static RuleType type(Map<String, String> fields) {
        String type = required(fields, "type");
        return switch (type) {
            case "choice" -> choice(fields);
            case "share", "int", "optional-int" ->
                new RuleType.Whole(
                        Integer.parseInt(required(fields, "min")),
                        Integer.parseInt(required(fields, "max")),
                        RuleUnit.valueOf(required(fields, "unit").toUpperCase(Locale.ROOT)),
                        type.equals("optional-int"));
            default -> throw new IllegalArgumentException("no type is called " + type);
        };
    }

    private static RuleType choice(Map<String, String> fields) {
        Map<String, String> words = new LinkedHashMap<>();
        fields.forEach((name, text) -> {
            if (name.startsWith(CHOICE)) {
                words.put(name.substring(CHOICE.length()), text);
            }
        });
        return new RuleType.Choice(words);
    }

    private static Object initial(RuleType type, String text) {
        if (type instanceof RuleType.Choice) {
            return text;
        }
        return text.equals("none") ? NO_LIMIT : Integer.parseInt(text);
    }

    private static String required(Map<String, String> fields, String name) {
        String text = fields.get(name);
        if (text == null) {
            throw new IllegalArgumentException("a rule without " + name + ": " + fields);
        }
        return text;
    }
}
