package coop.pools.bylaws.sql;

import coop.pools.bylaws.BylawsVersion;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A row of {@code bylaws_version}; facts and rules are JSON. */
public record BylawsVersionRow(
        UUID bodyId,
        int version,
        String form,
        String edition,
        String facts,
        String rules,
        String text,
        String sha256,
        Instant adoptedAt,
        Optional<UUID> proposalId) {
    static BylawsVersionRow of(BylawsVersion version) {
        return new BylawsVersionRow(
                version.bodyId(),
                version.version(),
                version.edition().form(),
                version.edition().edition(),
                BylawsJson.write(version.facts()),
                BylawsJson.write(version.rules()),
                version.text(),
                version.sha256(),
                version.adoptedAt(),
                version.proposalId());
    }
}
