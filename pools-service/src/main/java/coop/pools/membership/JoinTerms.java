package coop.pools.membership;

import coop.pools.bylaws.AcceptBylaws;
import coop.pools.bylaws.Acceptance;
import coop.pools.bylaws.BylawsVersion;
import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.domain.RuleKey;
import coop.pools.kernel.Refused;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Consumer;

/** What the bylaws ask of everybody who joins: a yes to the text in force, and a place that is free. */
public final class JoinTerms {
    /** The members vote on everybody who asks. */
    public static final String BY_VOTE = "vote";

    static final String BY_INVITATION = "sponsor";

    private final ReadBylaws read;
    private final AcceptBylaws accept;
    private final Consumer<UUID> open;

    /** @param open refuses for a Pool that takes in nobody any more */
    public JoinTerms(ReadBylaws read, AcceptBylaws accept, Consumer<UUID> open) {
        this.read = read;
        this.accept = accept;
        this.open = open;
    }

    /**
     * Keeps the person's yes; inside the caller's transaction.
     *
     * @param sha256 of the text that was read; empty: the text in force
     * @throws Refused BYLAWS_CHANGED when that is not the text in force; what {@code open} refuses
     */
    public Acceptance accept(UUID pool, UUID person, Optional<String> sha256) {
        open.accept(pool);
        BylawsVersion current = read.current(pool);
        return accept.accept(pool, person, sha256.orElse(current.sha256()));
    }

    /** The yes that was kept; empty for someone who never gave one. */
    public Optional<Acceptance> accepted(UUID pool, UUID person) {
        return read.acceptance(pool, person);
    }

    /** How people come in: open, sponsor or vote. */
    public String admission(UUID pool) {
        return read.rules(pool).word(RuleKey.ADMISSION);
    }

    public OptionalInt memberCap(UUID pool) {
        return read.rules(pool).memberCap();
    }
}
