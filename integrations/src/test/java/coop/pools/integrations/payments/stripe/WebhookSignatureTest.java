package coop.pools.integrations.payments.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.net.Webhook;
import coop.pools.integrations.payments.SignatureMismatch;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final byte[] BODY = "{\"id\":\"evt_1\",\"name\":\"Zoë\"}".getBytes(UTF_8);

    @Test
    void signsAsTheSdkDoes() throws Exception {
        assertThat(WebhookSignature.sign(BODY, "whsec_a", NOW))
                .isEqualTo(Webhook.Signature.generateSignatureHeader(
                        new String(BODY, UTF_8), "whsec_a", NOW.getEpochSecond()));
    }

    @Test
    void anyOfSeveralSecretsWillDoWhileTheyRoll() {
        String header = WebhookSignature.sign(BODY, "whsec_old", NOW);
        assertThat(WebhookSignature.verify(BODY, header, List.of("whsec_new", "whsec_old"), NOW))
                .isEqualTo(NOW);
    }

    @Test
    void anyOfSeveralSignaturesInOneHeaderWillDo() {
        String old = WebhookSignature.sign(BODY, "whsec_old", NOW);
        String both = WebhookSignature.sign(BODY, "whsec_new", NOW) + old.substring(old.indexOf(",v1=")) + ",v0=abc";
        assertThat(WebhookSignature.verify(BODY, both, List.of("whsec_old"), NOW))
                .isEqualTo(NOW);
        assertThat(WebhookSignature.verify(BODY, both, List.of("whsec_new"), NOW))
                .isEqualTo(NOW);
    }

    @Test
    void changedBodyIsRefused() {
        String header = WebhookSignature.sign(BODY, "whsec_a", NOW);
        byte[] changed = BODY.clone();
        changed[8]++;
        refused(changed, header, NOW);
    }

    @Test
    void bytesThatAreNoTextAreNotConfusedWithOthersThatAreNone() {
        byte[] one = {'{', (byte) 0xff, '}'};
        byte[] other = {'{', (byte) 0xfe, '}'};
        refused(other, WebhookSignature.sign(one, "whsec_a", NOW), NOW);
    }

    @Test
    void changedTimeStampIsRefused() {
        String header = WebhookSignature.sign(BODY, "whsec_a", NOW)
                .replace("t=" + NOW.getEpochSecond(), "t=" + (NOW.getEpochSecond() + 1));
        refused(BODY, header, NOW);
    }

    @Test
    void fiveMinutesEitherWayAreTolerated() {
        String header = WebhookSignature.sign(BODY, "whsec_a", NOW);
        assertThat(WebhookSignature.verify(BODY, header, List.of("whsec_a"), NOW.plusSeconds(300)))
                .isEqualTo(NOW);
        assertThat(WebhookSignature.verify(BODY, header, List.of("whsec_a"), NOW.minusSeconds(300)))
                .isEqualTo(NOW);
    }

    @Test
    void staleTimeStampIsRefused() {
        refused(BODY, WebhookSignature.sign(BODY, "whsec_a", NOW), NOW.plusSeconds(301));
    }

    @Test
    void timeStampFromTheFutureIsRefusedThoughTheSdkTakesIt() throws Exception {
        Instant later = Instant.now().plusSeconds(100_000);
        String header = WebhookSignature.sign(BODY, "whsec_a", later);
        assertThat(Webhook.Signature.verifyHeader(new String(BODY, UTF_8), header, "whsec_a", 300))
                .isTrue();
        refused(BODY, header, later.minusSeconds(301));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "v1=",
                "t=,v1=",
                "t=x,v1=ab",
                "t=-1,v1=ab",
                "t=99999999999999999999,v1=ab",
                "t=1795348800",
                "t=1795348800,v1=",
                "t=1795348800,v1=é",
                ",,,,,,,,,,,,,,,,,,,,,,",
                "=",
                "t"
            })
    void headersThatAreNoSignatureAreRefused(String header) {
        refused(BODY, header, NOW);
    }

    @Test
    void withoutSecretsNothingIsAccepted() {
        String header = WebhookSignature.sign(BODY, "whsec_a", NOW);
        assertThatThrownBy(() -> WebhookSignature.verify(BODY, header, List.of(), NOW))
                .isInstanceOf(SignatureMismatch.class);
    }

    private static void refused(byte[] body, String header, Instant now) {
        assertThatThrownBy(() -> WebhookSignature.verify(body, header, List.of("whsec_a"), now))
                .isInstanceOf(SignatureMismatch.class);
    }
}
