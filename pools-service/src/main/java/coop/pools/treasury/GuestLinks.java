package coop.pools.treasury;

import coop.pools.kernel.Caller;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Secrets;
import coop.pools.treasury.domain.Contribution;
import coop.pools.treasury.domain.ContributionState;
import java.util.Optional;
import java.util.UUID;

/**
 * How a guest is known again who has given: by the browser that they gave from, and by the secret of a link that they
 * make there and keep. The link shows that one contribution and asks for it back, and does nothing else. Whoever has
 * lost both asks their bank, or the members.
 */
public final class GuestLinks {
    private final TreasuryDesk desk;
    private final GuestLinkStore store;
    private final IdSource ids;

    public GuestLinks(TreasuryDesk desk, GuestLinkStore store, IdSource ids) {
        this.desk = desk;
        this.store = store;
        this.ids = ids;
    }

    /** Keeps the guest's browser with what they have just begun to give; nothing for a person. */
    public void remember(Caller caller, Contribution contribution) {
        if (isGuests(contribution) && caller.person().isEmpty()) {
            desk.transactions()
                    .inTransaction(() -> store.insert(
                            contribution.id(),
                            Secrets.hash(caller.key()),
                            desk.clock().instant()));
        }
    }

    /** The secret of a link for a guest who has just begun to give with a program; empty for all others. */
    public Optional<String> issue(Caller caller, Contribution contribution) {
        boolean begun = contribution.state() == ContributionState.PENDING;
        if (!begun || !isGuests(contribution) || caller.person().isPresent()) {
            return Optional.empty();
        }
        remember(caller, contribution);
        return Optional.of(renewed(contribution));
    }

    /** The secret of a new link, for the browser that it was given from; an earlier link ends. Empty for all others. */
    public Optional<String> make(Caller caller, Contribution contribution) {
        return mayMake(caller, contribution) ? Optional.of(renewed(contribution)) : Optional.empty();
    }

    private String renewed(Contribution contribution) {
        String secret = ids.newSecret();
        desk.transactions()
                .inTransaction(() -> store.setSecret(
                        contribution.id(), Secrets.hash(secret), desk.clock().instant()));
        return secret;
    }

    /** Whether this browser gave it, as a guest. */
    public boolean mayMake(Caller caller, Contribution contribution) {
        return isGuests(contribution)
                && caller.person().isEmpty()
                && store.isBrowser(contribution.id(), Secrets.hash(caller.key()));
    }

    /** Whether the secret is that of the contribution's present link. */
    public boolean opens(UUID contribution, String secret) {
        return !secret.isEmpty() && store.isSecret(contribution, Secrets.hash(secret));
    }

    private static boolean isGuests(Contribution contribution) {
        return contribution.payer().person().isEmpty();
    }
}
