package coop.pools.platform.web;

import jakarta.ws.rs.core.NewCookie;
import java.net.URI;

/**
 * The one cookie: a random secret that is a session's when someone is signed in, and otherwise only ties forms and
 * sign-ins to a browser. Over https it is a {@code __Host-} cookie; plain http, as on one's own machine, cannot have
 * those.
 */
public record BrowserCookie(boolean secure) {
    private static final int THIRTY_DAYS = 30 * 24 * 60 * 60;

    public static BrowserCookie forSite(URI publicUrl) {
        return new BrowserCookie("https".equals(publicUrl.getScheme()));
    }

    public String name() {
        return secure ? "__Host-pools" : "pools";
    }

    /** A cookie that scripts cannot read and other sites' forms do not send. */
    public NewCookie with(String secret) {
        return new NewCookie.Builder(name())
                .value(secret)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(THIRTY_DAYS)
                .build();
    }
}
