package coop.pools.bylaws.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A published text with the rules it offers. The text is Markdown with placeholders such as {@code {{vote.hours}}}.
 *
 * @param template as published
 */
public record Edition(EditionId id, RuleSheet sheet, String template) {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z0-9_.]+)}}");

    /** AGREEMENT: between the members of a Pool. COMPACT: between the Pools of a Flood. COMMONS: of all Pools. */
    public enum Kind {
        AGREEMENT,
        COMPACT,
        COMMONS
    }

    public Kind kind() {
        return sheet.kind();
    }

    public Rules defaults() {
        return sheet.defaults();
    }

    public List<Article> articles() {
        return Article.in(template);
    }

    /**
     * The text for these facts and rules.
     *
     * @throws IllegalArgumentException when a placeholder stays blank: the edition itself is wrong
     */
    public Agreement render(AgreementFacts facts, Rules rules) {
        Map<String, String> fillings = new HashMap<>(facts.placeholders());
        rules.lines().forEach(line -> fillings.put(line.key(), line.inWords()));
        fillings.put("schedule", schedule(rules));
        String text = PLACEHOLDER.matcher(template).replaceAll(blank -> filling(fillings, blank.group(1)));
        if (text.contains("{{") || text.contains("}}")) {
            throw new IllegalArgumentException("a blank is not well written in " + id);
        }
        return new Agreement(id, facts, rules, text);
    }

    private String filling(Map<String, String> fillings, String name) {
        String filling = fillings.get(name);
        if (filling == null) {
            throw new IllegalArgumentException("nothing fills " + name + " in " + id);
        }
        return Matcher.quoteReplacement(filling);
    }

    private static String schedule(Rules rules) {
        return rules.lines().stream()
                .map(line -> "- **%s** (`%s`, article %s): %s. Allowed: %s."
                        .formatted(line.label(), line.key(), line.article(), line.inWords(), line.allowed()))
                .collect(Collectors.joining("\n"));
    }
}
