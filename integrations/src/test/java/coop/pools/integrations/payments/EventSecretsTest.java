package coop.pools.integrations.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EventSecretsTest {
    @Test
    void listsAreCommaSeparatedAndBlanksAreSkipped() {
        EventSecrets secrets = EventSecrets.parse(" whsec_new, whsec_old ,", "");
        assertThat(secrets.of(false)).containsExactly("whsec_new", "whsec_old");
        assertThat(secrets.of(true)).isEmpty();
    }

    @Test
    void secretsAreNeverPrinted() {
        assertThat(EventSecrets.parse("whsec_a", "whsec_b")).hasToString("EventSecrets[platform=1, connect=1]");
    }

    @Test
    void blankSecretIsRefusedSinceAnyoneCouldSignWithIt() {
        assertThatThrownBy(() -> new EventSecrets(List.of(" "), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
