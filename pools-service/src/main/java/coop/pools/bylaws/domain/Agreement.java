package coop.pools.bylaws.domain;

import coop.pools.kernel.IdSource;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * A text with everything filled in: what people read and accept.
 *
 * @param text canonical Markdown; the same edition, facts and rules always give the same characters
 */
public record Agreement(EditionId edition, AgreementFacts facts, Rules rules, String text) {
    /** SHA-256 of the text's UTF-8 bytes, 64 small hexadecimal digits: what an acceptance names. */
    public String sha256() {
        return fingerprint(text);
    }

    /** {@link #sha256()} of a text as it was stored. */
    public static String fingerprint(String text) {
        return HexFormat.of().formatHex(IdSource.sha256(text.getBytes(StandardCharsets.UTF_8)));
    }

    public List<Article> articles() {
        return Article.in(text);
    }
}
