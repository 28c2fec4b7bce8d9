package coop.pools.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import coop.pools.kernel.RefusalCode;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SentencesTest {
    /** {@code ImportRulesTest.refusalsAreNamedSo} sees to it that these are all; the others take seconds to read. */
    private static final ImportOption REFUSALS = file -> file.contains("Refusal");

    @Test
    void everyRefusalOfTheProductHasItsSentence() {
        Sentences sentences = new Sentences();
        List<RefusalCode> codes = new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .withImportOption(REFUSALS)
                        .importPackages("coop.pools")
                        .stream()
                        .filter(type -> type.isAssignableTo(RefusalCode.class) && type.isEnum())
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .map(RefusalCode.class::cast)
                        .toList();
        assertThat(codes).hasSizeGreaterThan(200);
        assertThat(codes)
                .allSatisfy(code -> assertThat(sentences.hasRefusal(code.name()))
                        .as(code.name())
                        .isTrue());
    }
}
