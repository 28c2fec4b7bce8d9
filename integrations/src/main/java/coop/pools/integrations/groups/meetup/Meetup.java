package coop.pools.integrations.groups.meetup;

import coop.pools.integrations.groups.BoundedHttp;
import coop.pools.integrations.groups.GroupSource;
import coop.pools.integrations.groups.OAuthSettings;
import coop.pools.integrations.groups.OAuthSignIn;
import coop.pools.integrations.groups.Pause;
import coop.pools.integrations.groups.SignIn;
import java.time.Clock;
import java.util.Optional;

/** Meetup, put together: signing in with it and reading the groups that exist there. */
public final class Meetup {
    /** The word in config.yml and in the API. */
    public static final String NAME = "meetup";

    private final SignIn signIn;
    private final GroupSource groups;

    public Meetup(MeetupSettings settings, BoundedHttp http, Pause pause, Clock clock) {
        MeetupGraphQl api = new MeetupGraphQl(settings.api(), http, pause, clock);
        OAuthSettings oauth = new OAuthSettings(
                NAME,
                settings.clientId(),
                settings.clientSecret(),
                Optional.empty(),
                () -> OAuthSettings.under(settings.oauthBase(), "/oauth2/authorize"),
                () -> OAuthSettings.under(settings.oauthBase(), "/oauth2/access"));
        this.signIn = new OAuthSignIn(oauth, new MeetupProfile(api), http, clock);
        this.groups = new MeetupGroupSource(api);
    }

    public SignIn signIn() {
        return signIn;
    }

    public GroupSource groups() {
        return groups;
    }
}
