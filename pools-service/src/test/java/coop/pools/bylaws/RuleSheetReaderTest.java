package coop.pools.bylaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.pools.bylaws.domain.Edition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleSheetReaderTest {
    private String compact;

    @BeforeEach
    void readThePublishedOne() throws IOException {
        compact = Files.readString(Path.of("../bylaws/src/main/resources/bylaws/compacts/contract/v1/rules.yml"));
    }

    @Test
    void thePublishedSheetIsRead() {
        assertThat(RuleSheetReader.read(Edition.Kind.COMPACT, compact).specs()).hasSize(29);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "flood.weight:", // no such rule
                "flood.threshold:", // twice
                "  default: 1", // twice in the last rule
                "  other: [1, 2]",
                "\ttab: 1",
                "nonsense",
                "    deeper: 1"
            })
    void aLineThatDoesNotBelongIsAnError(String line) {
        assertThatThrownBy(() -> RuleSheetReader.read(Edition.Kind.COMPACT, compact + line + "\n"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMissingRuleOrFieldAndAWrongDefaultAreErrors() {
        String withoutQuorum = compact.replaceFirst("(?s)flood\\.quorum:.*?(?=flood\\.quorum_people:)", "");
        String withoutLabel = compact.replaceFirst("  label: .*\n", "");
        String wrongDefault = compact.replaceFirst("default: 5000", "default: 4999");
        String wrongKind = compact.replace("type: share", "type: weight");
        for (String wrong : new String[] {withoutQuorum, withoutLabel, wrongDefault, wrongKind}) {
            assertThat(wrong).isNotEqualTo(compact);
            assertThatThrownBy(() -> RuleSheetReader.read(Edition.Kind.COMPACT, wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> RuleSheetReader.read(Edition.Kind.AGREEMENT, compact))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
