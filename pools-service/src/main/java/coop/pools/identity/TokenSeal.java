package coop.pools.identity;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Seal;
import java.nio.charset.StandardCharsets;

/**
 * Seals access tokens before they are stored. The key is derived from the provider's client secret, which every node
 * has and the database has not; a new client secret makes old tokens unreadable, and people sign in again.
 */
public final class TokenSeal {
    private final Seal seal;
    private final IdSource ids;

    public TokenSeal(String clientSecret, IdSource ids) {
        this.seal = Seal.of("pools-source-token-1", clientSecret);
        this.ids = ids;
    }

    public byte[] seal(String token) {
        return seal.seal(token.getBytes(StandardCharsets.UTF_8), ids);
    }

    /** @throws IllegalStateException when it was sealed with another key or altered */
    public String open(byte[] sealed) {
        return new String(seal.open(sealed), StandardCharsets.UTF_8);
    }
}
