package coop.pools.custody.web;

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
 * @param stewards who carry payments out, the founder first
 */
public record CustodyJson(
        String pool,
        String mode,
        String heldBy,
        Optional<String> account,
        Optional<Boolean> accountBegun,
        List<String> waitsFor,
        List<StewardJson> stewards) {

    /** A steward; who they are is public. */
    public record StewardJson(UUID id, String name) {}

    /** Where a steward opens the account. */
    public record OpeningJson(String onboardingUrl) {}
}
