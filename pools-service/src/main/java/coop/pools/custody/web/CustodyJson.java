package coop.pools.custody.web;

import coop.pools.platform.web.MoneyJson;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Who holds a Pool's money, in the API.
 *
 * @param mode host or own
 * @param heldBy in words
 * @param account where the Pool's own account stands: onboarding, active or closing; missing when it has none
 * @param accountBegun whether a steward has begun to open it
 * @param waitsFor what a change that is decided waits for to be gone: money, payments (begun), recurring; may be empty
 * @param open what is owed between the Pool and who held its money before; may be empty
 * @param stewards who carry payments out, the founder first
 */
public record CustodyJson(
        String pool,
        String mode,
        String heldBy,
        Optional<String> account,
        Optional<Boolean> accountBegun,
        List<String> waitsFor,
        List<OpenJson> open,
        List<StewardJson> stewards) {

    /** A steward; who they are is public. */
    public record StewardJson(UUID id, String name) {}

    /**
     * What is open since a change of custody: payments from before it were taken back, or came back, where they were made.
     *
     * @param with who held the money: operator or own-account
     * @param owed by the Pool, and kept back for it
     * @param left of the Pool's money there
     */
    public record OpenJson(String with, MoneyJson owed, MoneyJson left) {}

    /** Where a steward opens the account. */
    public record OpeningJson(String onboardingUrl) {}
}
