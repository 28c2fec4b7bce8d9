package coop.pools.exit;

import java.util.UUID;

/** Payments that have passed and are still to be made, by who agreed to them; implemented in the wiring. */
public interface AgreedPayments {
    /** What those come to that this person agreed to, in the Pool's smallest unit; zero or more. */
    long of(UUID pool, UUID person);

    /** Whether any payment has passed and is still to be made. */
    boolean isAnyWaiting(UUID pool);
}
