package coop.pools.templates;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.Version;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The style page shows every component, so rendering it tries every macro with the settings of the server. */
class StylePageTest {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern INLINE = Pattern.compile("\\s(style|on[a-z]+)=\"|<script>|<style|javascript:");

    @Test
    void everyComponentRenders() {
        String page = render("templates/layout/style.ftlh", shell(true), Map.of());
        assertThat(page).contains("How Pools looks", "Cast my vote", "</html>");
    }

    @Test
    void everyMacroIsInTheCatalogue() {
        String catalogue = read(TEMPLATES.resolve("layout/components.ftlh"));
        List<String> internal = List.of("wiring", "fieldFrame", "hintAndError", "strata", "scale", "legend");
        Stream.of("basics", "figures", "forms")
                .map(part -> read(TEMPLATES.resolve("layout/parts/" + part + ".ftlh")))
                .flatMap(text -> Pattern.compile("<#(?:macro|function) (\\w+)")
                        .matcher(text)
                        .results())
                .map(found -> found.group(1))
                .filter(name -> !internal.contains(name))
                .forEach(name -> assertThat(catalogue).containsPattern("\\b" + name + "\\b"));
    }

    @Test
    void whatPeopleWroteStaysText() {
        Map<String, Object> pool = Map.of(
                "slug", "a", "name", "<script>alert(1)</script>", "members", 1, "available", "€1", "openVotes", 0);
        String page = render("templates/overview/home.ftlh", shell(true), Map.of("pools", List.of(pool)));
        assertThat(page).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    }

    @Test
    void signedOutPagesOfferSigningInAndNoAccount() {
        String page = render("templates/overview/home.ftlh", shell(false), Map.of());
        assertThat(page).contains("href=\"/sign-in\"").doesNotContain("/sign-out");
    }

    @Test
    void refusedFormsSaySoFirst() {
        Map<String, Object> shell = new HashMap<>(shell(true));
        shell.put("errors", List.of(Map.of("field", "title", "text", "Write a title")));
        String page = render("templates/overview/home.ftlh", shell, Map.of());
        assertThat(page).contains("<title>Error: Home", "href=\"#f-title\"");
    }

    @Test
    void noPageNeedsALaxContentPolicy() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            // Mail has no style sheet: its styles stand beside what they are for.
            files.filter(file -> file.toString().endsWith(".ftlh"))
                    .filter(file -> !file.startsWith(TEMPLATES.resolve("mail")))
                    .forEach(file -> assertThat(INLINE.matcher(read(file)).find())
                            .as("inline style or script in %s", file)
                            .isFalse());
        }
    }

    private static Map<String, Object> shell(boolean signedIn) {
        Map<String, Object> shell = new HashMap<>();
        shell.putAll(Map.of("signedIn", signedIn, "personName", "Ana", "csrf", "t", "formId", "f", "sandbox", true));
        shell.putAll(Map.of(
                "demoClock",
                true,
                "commons",
                true,
                "nowText",
                "1 May 2026, 10:00 UTC",
                "custodian",
                "Nobody",
                "lang",
                "en"));
        shell.putAll(Map.of("notice", Optional.empty(), "errors", List.of(), "path", "/", "assetVersion", "1"));
        return shell;
    }

    private static String render(String template, Object shell, Object model) {
        Configuration configuration = new Configuration(new Version(2, 3, 34));
        configuration.setClassForTemplateLoading(StylePageTest.class, "/");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        StringWriter page = new StringWriter();
        try {
            configuration.setSetting("number_format", "computer");
            configuration
                    .getTemplate(template, Locale.ENGLISH, "UTF-8")
                    .process(Map.of("shell", shell, "model", model), page);
        } catch (IOException | TemplateException e) {
            throw new AssertionError(template, e);
        }
        return page.toString();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
