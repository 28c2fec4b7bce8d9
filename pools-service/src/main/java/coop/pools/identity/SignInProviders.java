package coop.pools.identity;

import coop.pools.integrations.groups.SignIn;
import coop.pools.kernel.Refused;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The sign-in providers that are switched on, and the one exact redirect address of each. */
public final class SignInProviders {
    private final Map<String, SignIn> byName = new TreeMap<>();
    private final URI publicUrl;

    public SignInProviders(List<SignIn> providers, URI publicUrl) {
        providers.forEach(provider -> byName.put(provider.provider(), provider));
        this.publicUrl = publicUrl;
    }

    /** @throws Refused {@link IdentityRefusal#UNKNOWN_PROVIDER} */
    public SignIn get(String provider) {
        SignIn found = byName.get(provider);
        if (found == null) {
            throw new Refused(IdentityRefusal.UNKNOWN_PROVIDER, Map.of("provider", provider));
        }
        return found;
    }

    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    public String redirectUri(String provider) {
        return publicUrl.resolve("/sign-in/" + provider + "/callback").toString();
    }
}
