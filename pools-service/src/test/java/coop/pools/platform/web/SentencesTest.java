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
    @Test
    void everyRefusalOfTheProductHasItsSentence() {
        Sentences sentences = new Sentences();
        List<RefusalCode> codes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("coop.pools").stream()
                        .filter(type -> type.isAssignableTo(RefusalCode.class) && type.isEnum())
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .map(RefusalCode.class::cast)
                        .toList();
        assertThat(codes).hasSizeGreaterThan(50);
        assertThat(codes)
                .allSatisfy(code -> assertThat(sentences.hasRefusal(code.name()))
                        .as(code.name())
                        .isTrue());
    }
}
