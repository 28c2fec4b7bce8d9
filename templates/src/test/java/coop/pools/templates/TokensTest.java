package coop.pools.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The colours of the tokens, light and dark, against the contrast that WCAG 2.2 AA asks for. */
class TokensTest {
    private static final Path STATIC = Path.of("src/main/resources/static");
    private static final Pattern COLOUR = Pattern.compile("--([a-z-]+): #([0-9a-f]{6});");

    @ParameterizedTest
    @CsvSource({
        "ink, ground, 4.5",
        "ink, surface, 4.5",
        "ink, sunken, 4.5",
        "ink-soft, ground, 4.5",
        "ink-soft, surface, 4.5",
        "ink-soft, sunken, 4.5",
        "lagoon, ground, 4.5",
        "lagoon, surface, 4.5",
        "lagoon, lagoon-wash, 4.5",
        "on-lagoon, lagoon, 4.5",
        "on-lagoon, lagoon-hover, 4.5",
        "on-sun, sun, 4.5",
        "on-sun, sun-hover, 4.5",
        "sun-ink, sun-wash, 4.5",
        "leaf, leaf-wash, 4.5",
        "leaf, surface, 4.5",
        "coral, coral-wash, 4.5",
        "coral, surface, 4.5",
        "coral, ground, 4.5",
        "on-coral, coral, 4.5",
        "on-deep, deep, 4.5",
        "on-deep-soft, deep, 4.5",
        "ink, stone-wash, 4.5",
        "line-strong, surface, 3.0",
        "line-strong, ground, 3.0",
        "focus, ground, 3.0",
        "sun, deep, 3.0"
    })
    void wordsAndEdgesStandOut(String front, String back, double least) throws IOException {
        for (Map<String, String> scheme : schemes()) {
            assertThat(contrast(scheme.get(front), scheme.get(back)))
                    .as("%s on %s", front, back)
                    .isGreaterThanOrEqualTo(least);
        }
    }

    @Test
    void everyTokenInUseIsDefined() throws IOException {
        Set<String> defined = found("--([a-z0-9-]+):", Files.readString(STATIC.resolve("tokens.css")));
        for (String sheet : List.of("tokens", "pools", "components", "forms", "print")) {
            assertThat(defined)
                    .containsAll(found("var\\(--([a-z0-9-]+)", Files.readString(STATIC.resolve(sheet + ".css"))));
        }
    }

    private static List<Map<String, String>> schemes() throws IOException {
        String[] parts = Files.readString(STATIC.resolve("tokens.css")).split("prefers-color-scheme: dark");
        Map<String, String> light = colours(parts[0]);
        Map<String, String> dark = new HashMap<>(light);
        dark.putAll(colours(parts[1]));
        return List.of(light, dark);
    }

    private static Map<String, String> colours(String css) {
        return COLOUR.matcher(css).results().collect(Collectors.toMap(m -> m.group(1), m -> m.group(2)));
    }

    private static Set<String> found(String pattern, String css) {
        return Pattern.compile(pattern)
                .matcher(css)
                .results()
                .map((MatchResult m) -> m.group(1))
                .collect(Collectors.toSet());
    }

    /** Source: WCAG 2.2, "contrast ratio". */
    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    /** Source: WCAG 2.2, "relative luminance". */
    private static double luminance(String colour) {
        double[] weights = {0.2126, 0.7152, 0.0722};
        double sum = 0;
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(2 * i, 2 * i + 2), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
