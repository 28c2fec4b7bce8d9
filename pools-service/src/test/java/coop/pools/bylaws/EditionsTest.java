package coop.pools.bylaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import coop.pools.bylaws.domain.BylawsRefusal;
import coop.pools.bylaws.domain.Edition;
import coop.pools.bylaws.domain.EditionId;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class EditionsTest {
    private static final Path SOURCES = Path.of("../bylaws/src/main/resources/bylaws");

    private final Editions editions = SampleBylaws.EDITIONS;

    @Test
    void thePublishedFormsAreKnown() {
        assertThat(editions.all())
                .extracting(Edition::id)
                .containsExactly(
                        new EditionId("una", "v1"),
                        new EditionId("de_llc", "v1"),
                        new EditionId("contract", "v1"),
                        new EditionId("commons", "v1"));
        assertThat(editions.poolForms()).containsExactly("una", "de_llc");
        assertThat(editions.forFlood().kind()).isEqualTo(Edition.Kind.COMPACT);
        assertThat(editions.forCommons().kind()).isEqualTo(Edition.Kind.COMMONS);
    }

    @Test
    void anUnknownFormIsRefusedAndACompactIsNoFormOfAPool() {
        for (String form : List.of("gmbh", "", "contract")) {
            Refused refused = catchThrowableOfType(Refused.class, () -> editions.forPool(form));
            assertThat(refused.code()).isEqualTo(BylawsRefusal.UNKNOWN_FORM);
            assertThat(refused.facts()).containsEntry("form", form).containsEntry("forms", "una, de_llc");
        }
    }

    /** To publish a new edition, add its files and their lines; lines that are there already must never change. */
    @Test
    void theLockNamesEveryFileAndItsFingerprint() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(SOURCES)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = SOURCES.relativize(path).toString().replace('\\', '/');
                files.put(name, HexFormat.of().formatHex(IdSource.sha256(Files.readAllBytes(path))));
            }
        }
        files.remove("editions.lock");
        Map<String, String> lock = new TreeMap<>();
        for (String line : Files.readAllLines(SOURCES.resolve("editions.lock"))) {
            lock.put(line.split(" ")[0], line.split(" ")[1]);
        }
        assertThat(lock).isEqualTo(files);
    }

    @Test
    void anotherReaderOfYamlReadsTheSameRules() throws IOException {
        for (Edition edition : editions.all()) {
            String folder = edition.kind() == Edition.Kind.AGREEMENT ? "editions" : "compacts";
            String yml =
                    Files.readString(SOURCES.resolve(folder + "/" + edition.id().form() + "/v1/rules.yml"));
            Map<String, Map<String, Object>> read = new Yaml().load(yml);
            assertThat(read.keySet())
                    .containsExactlyElementsOf(edition.defaults().asMap().keySet());
            edition.defaults().lines().forEach(line -> {
                Map<String, Object> fields = read.get(line.key());
                Object initial = fields.get("default");
                assertThat(line.value()).isEqualTo(initial.equals("none") ? 0 : initial);
                assertThat(line.label()).isEqualTo(fields.get("label"));
                assertThat(line.says()).isEqualTo(fields.get("says"));
                assertThat(line.article()).isEqualTo(fields.get("article"));
            });
        }
    }
}
