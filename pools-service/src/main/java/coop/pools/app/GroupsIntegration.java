package coop.pools.app;

import coop.pools.integrations.groups.BoundedHttp;
import coop.pools.integrations.groups.GroupSource;
import coop.pools.integrations.groups.Pause;
import coop.pools.integrations.groups.SignIn;
import coop.pools.integrations.groups.meetup.Meetup;
import coop.pools.integrations.groups.meetup.MeetupSettings;
import coop.pools.platform.db.OutsideCalls;
import io.dropwizard.jersey.setup.JerseyEnvironment;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The group source that config.yml chose, guarded against calls inside transactions. */
final class GroupsIntegration {
    final List<SignIn> signIns;
    final List<GroupSource> sources;

    /** What the key for stored access tokens is derived from. */
    final String sealSecret;

    final Optional<SandboxGroupsRoom> sandbox;

    private GroupsIntegration(SignIn signIn, GroupSource source, String sealSecret, Optional<SandboxGroupsRoom> room) {
        this.signIns = List.of(signIn);
        this.sources = List.of(source);
        this.sealSecret = sealSecret;
        this.sandbox = room;
    }

    static GroupsIntegration of(
            PoolsConfiguration.Groups settings, Foundation foundation, OutsideCalls guard, Supplier<URI> ownAddress) {
        if (settings.isSandbox()) {
            SandboxGroupsRoom room = new SandboxGroupsRoom(foundation, ownAddress);
            return new GroupsIntegration(
                    guard.guarded(SignIn.class, room.signIn),
                    guard.guarded(GroupSource.class, room.groups),
                    SandboxGroupsRoom.CLIENT_SECRET,
                    Optional.of(room));
        }
        Meetup meetup = new Meetup(
                new MeetupSettings(
                        settings.clientId(),
                        settings.clientSecret(),
                        settings.oauthBase() == null ? MeetupSettings.OAUTH_BASE : URI.create(settings.oauthBase()),
                        settings.apiUrl() == null ? MeetupSettings.API : URI.create(settings.apiUrl())),
                new BoundedHttp(),
                Pause.sleeping(),
                foundation.clock());
        return new GroupsIntegration(
                guard.guarded(SignIn.class, meetup.signIn()),
                guard.guarded(GroupSource.class, meetup.groups()),
                settings.clientSecret(),
                Optional.empty());
    }

    void register(JerseyEnvironment jersey, IdentityRoom identity) {
        sandbox.ifPresent(room -> room.register(jersey, identity));
    }
}
