package coop.pools.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FieldsTest {
    @Test
    void aNameIsOneLineThatCannotTurnTheBookAround() {
        assertThat(Fields.text("name", "  Eve\n2026-01-01 * fake\u0007\t\u202Egpj ", 120))
                .isEqualTo("Eve 2026-01-01 * fake gpj");
        assertThat(Fields.optionalText("name", "Zo\u00EB  M\u00FCller", 120)).isEqualTo("Zo\u00EB M\u00FCller");
        assertThat(Fields.optionalText("name", null, 120)).isEmpty();
    }

    @Test
    void aNameOfNothingButMarksIsNone() {
        assertThatThrownBy(() -> Fields.text("name", "\u202E\n", 120)).hasMessage("INVALID_FIELD");
    }
}
