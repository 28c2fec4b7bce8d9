package coop.pools.custody;

import java.util.UUID;

/** Whether anything of a Pool is held, promised or on its way in; implemented in the wiring. */
public interface HeldMoney {
    boolean isAny(UUID pool);
}
