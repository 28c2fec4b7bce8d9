package coop.pools.treasury;

import java.time.Instant;
import java.util.UUID;

/** What guests have by which they are known again; hashes only. */
public interface GuestLinkStore {
    /** Keeps from which browser it was given; nothing changes when something is kept already. */
    int insert(UUID contribution, byte[] browserHash, Instant at);

    /** Puts the secret of a new link in the place of an earlier one; 0 when nothing is kept. */
    int setSecret(UUID contribution, byte[] secretHash, Instant at);

    boolean isBrowser(UUID contribution, byte[] browserHash);

    boolean isSecret(UUID contribution, byte[] secretHash);
}
