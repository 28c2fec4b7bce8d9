package coop.pools.ledger.domain;

import java.util.UUID;

/** Why transfers were made: a kind, such as {@code contribution}, and the object. Each cause is booked once a book. */
public record Cause(String kind, UUID id) {
    /** The card fee of a contribution. */
    public static final String SETTLEMENT = "settlement";
    /** Money of a contribution that can be spent from now on. */
    public static final String AVAILABLE = "available";

    /** What an entry says that was written without words of its own. */
    public String words() {
        return switch (kind) {
            case SETTLEMENT -> "Card fee";
            case AVAILABLE -> "Can be spent";
            default -> kind.replace('-', ' ');
        };
    }
}
