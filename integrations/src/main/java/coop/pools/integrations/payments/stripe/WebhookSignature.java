package coop.pools.integrations.payments.stripe;

import coop.pools.integrations.payments.SignatureMismatch;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Stripe's scheme {@code t=SECONDS,v1=HEX[,v1=HEX]}: HMAC-SHA256 over the seconds, a dot and the raw body. Unlike the
 * SDK it works on bytes, never on text, and refuses time stamps from the future too. Other schemes are ignored.
 *
 * <p>Source: docs.stripe.com/webhooks#verify-manually.
 */
final class WebhookSignature {
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    /** One for each secret that is rolling, and room to spare; bounds the work that a stranger can cause. */
    private static final int MOST_PARTS = 16;

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private WebhookSignature() {}

    static String sign(byte[] body, String secret, Instant at) {
        long seconds = at.getEpochSecond();
        return "t=" + seconds + ",v1=" + hmac(body, secret, Long.toString(seconds));
    }

    /** When it was signed. */
    static Instant verify(byte[] body, String header, List<String> secrets, Instant now) {
        List<String> parts =
                Stream.of(header.split(",", MOST_PARTS)).map(String::strip).toList();
        String seconds = parts.stream()
                .filter(part -> part.startsWith("t="))
                .map(part -> part.substring(2))
                .findFirst()
                .filter(text -> SECONDS.matcher(text).matches())
                .orElseThrow(() -> new SignatureMismatch("the signature header has no time stamp"));
        List<byte[]> given = parts.stream()
                .filter(part -> part.startsWith("v1="))
                .map(part -> part.substring(3).getBytes(StandardCharsets.UTF_8))
                .toList();
        if (secrets.stream()
                .map(secret -> hmac(body, secret, seconds).getBytes(StandardCharsets.UTF_8))
                .noneMatch(expected -> given.stream().anyMatch(one -> MessageDigest.isEqual(expected, one)))) {
            throw new SignatureMismatch("no known secret matches the signature");
        }
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(seconds));
        if (Duration.between(signedAt, now).abs().compareTo(TOLERANCE) > 0) {
            throw new SignatureMismatch("the signature's time stamp is too far off");
        }
        return signedAt;
    }

    private static String hmac(byte[] body, String secret, String seconds) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((seconds + ".").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }
}
