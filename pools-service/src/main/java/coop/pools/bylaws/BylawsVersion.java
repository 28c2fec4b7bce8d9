package coop.pools.bylaws;

import coop.pools.bylaws.domain.AgreementFacts;
import coop.pools.bylaws.domain.EditionId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One version of one body's bylaws, as adopted; never altered.
 *
 * @param bodyId the Pool or the Flood
 * @param version from 1, without gaps
 * @param rules every rule of the edition by key, as in the API
 * @param text the Markdown that people accept
 * @param sha256 of the text, 64 small hexadecimal digits
 * @param proposalId the passed proposal that made it; empty for the first version
 */
public record BylawsVersion(
        UUID bodyId,
        int version,
        EditionId edition,
        AgreementFacts facts,
        Map<String, Object> rules,
        String text,
        String sha256,
        Instant adoptedAt,
        Optional<UUID> proposalId) {}
