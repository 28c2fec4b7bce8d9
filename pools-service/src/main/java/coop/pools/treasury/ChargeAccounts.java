package coop.pools.treasury;

import java.util.Optional;
import java.util.UUID;

/** Whose account at the processor is charged for a Pool; implemented where the Pool's custody is kept. */
public interface ChargeAccounts {
    /** The Pool's own connected account; empty for the platform's. */
    Optional<String> of(UUID pool);
}
