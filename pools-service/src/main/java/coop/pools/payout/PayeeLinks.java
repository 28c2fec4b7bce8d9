package coop.pools.payout;

import java.net.URI;
import java.util.UUID;

/** Addresses of our own that payees come to, with the secret of their invitation. */
public record PayeeLinks(URI publicUrl) {
    /** Where onboarding begins. */
    public String onboarding(UUID payee, String secret) {
        return address(payee, "onboarding", secret);
    }

    /** Where the processor sends a payee whose link was used or too old. */
    public String again(UUID payee, String secret) {
        return address(payee, "onboarding/again", secret);
    }

    /** Where the processor sends a payee who has finished, or given up. */
    public String back(UUID payee, String secret) {
        return address(payee, "onboarded", secret);
    }

    private String address(UUID payee, String step, String secret) {
        return publicUrl
                .resolve("/payees/" + payee + "/" + step + "?token=" + secret)
                .toString();
    }
}
