package coop.pools.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The source, read as text: sizes, left-overs and words that do not belong. */
class TidinessTest {
    private static final int MOST_LINES = 400;
    private static final Pattern LEFT_OVER = Pattern.compile(
            "\\b(TODO|FIXME|XXX)\\b|System\\.(out|err)\\.|printStackTrace|Thread\\.sleep|@Disabled|new Random\\(");
    private static final Pattern PUBLIC_TYPE = Pattern.compile(
            "(?m)^public (final |abstract |sealed |non-sealed )*(class|record|interface|enum|@interface) ");

    @Test
    void noFileOutgrowsItsRoom() throws IOException {
        List<String> large = new ArrayList<>();
        for (Path file : sources("java", "ftlh", "css", "sql", "md", "properties")) {
            long lines = Files.readString(file).lines().count();
            if (lines > MOST_LINES && !file.toString().contains("bylaws")) {
                large.add(file + ": " + lines);
            }
        }
        assertThat(large).isEmpty();
    }

    @Test
    void nothingIsLeftOver() throws IOException {
        List<String> found = new ArrayList<>();
        for (Path file : sources("java")) {
            if (file.toString().contains("/src/main/")
                    && LEFT_OVER.matcher(Files.readString(file)).find()) {
                found.add(file.toString());
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void everyPublicTypeSaysWhatItIsFor() throws IOException {
        List<String> silent = new ArrayList<>();
        for (Path file : sources("java")) {
            String text = Files.readString(file);
            var type = PUBLIC_TYPE.matcher(text);
            if (file.toString().contains("/src/main/")
                    && type.find()
                    && !text.substring(0, type.start()).contains("/**")) {
                silent.add(file.toString());
            }
        }
        assertThat(silent).isEmpty();
    }

    /** Words are erased in one place, after the erasure has been recorded; the database refuses anything else. */
    @Test
    void ledgerAndBallotsAreOnlyEverInserted() throws IOException {
        Pattern change = Pattern.compile(
                "(?is)(update|delete from|truncate)\\s+(transfer|ballot|memo|memo_erasure|published_head)\\b");
        List<String> found = new ArrayList<>();
        for (Path file : sources("java")) {
            if (file.toString().contains("/src/main/")
                    && change.matcher(Files.readString(file)).find()) {
                found.add(file.getFileName().toString());
            }
        }
        assertThat(found).containsExactly("SqlMemoStore.java");
    }

    private static List<Path> sources(String... extensions) throws IOException {
        Path top = Path.of("..").toAbsolutePath().normalize();
        List<Path> files = new ArrayList<>();
        for (String module : List.of("bylaws", "templates", "integrations", "pools-service")) {
            try (Stream<Path> tree = Files.walk(top.resolve(module))) {
                tree.filter(Files::isRegularFile)
                        .filter(file -> !file.toString().contains("/target/"))
                        .filter(file -> Stream.of(extensions)
                                .anyMatch(e -> file.toString().endsWith("." + e)))
                        .forEach(files::add);
            }
        }
        return files;
    }
}
