package coop.pools.membership;

import coop.pools.identity.SourceTokens;
import coop.pools.integrations.groups.GroupMember;
import coop.pools.integrations.groups.GroupRef;
import coop.pools.integrations.groups.GroupSource;
import coop.pools.integrations.groups.RosterPage;
import coop.pools.integrations.groups.SourceFailure;
import coop.pools.integrations.groups.SourceToken;
import coop.pools.membership.domain.RosterChunk;
import coop.pools.membership.domain.RosterRow;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The rosters of one online source, asked in the person's name. A refused token is refreshed once. */
public final class OnlineRosters implements RosterSource {
    private final GroupSource source;
    private final SourceTokens tokens;

    public OnlineRosters(GroupSource source, SourceTokens tokens) {
        this.source = source;
        this.tokens = tokens;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public List<GroupRef> ledBy(UUID person) {
        return asked(person, source::groupsLedBy);
    }

    @Override
    public Optional<GroupRef> ledBy(UUID person, String groupId) {
        return asked(person, token -> source.groupLedBy(token, groupId));
    }

    @Override
    public RosterChunk read(UUID person, String groupId, Optional<String> cursor) {
        RosterPage page = asked(person, token -> source.roster(token, groupId, cursor));
        List<RosterRow> rows =
                page.members().stream().flatMap(member -> row(member).stream()).toList();
        return new RosterChunk(rows, page.total(), page.next());
    }

    private <T> T asked(UUID person, Function<SourceToken, T> question) {
        SourceToken token = tokens.tokenFor(person, source.name());
        try {
            return question.apply(token);
        } catch (SourceFailure refused) {
            if (refused.kind() != SourceFailure.Kind.TOKEN_REFUSED) {
                throw refused;
            }
            return question.apply(tokens.refreshed(person, source.name(), token));
        }
    }

    /** Somebody without an id could never find the invitation: they are left out. */
    private static Optional<RosterRow> row(GroupMember member) {
        return member.subject()
                .map(subject -> new RosterRow(subject, member.name(), member.email(), role(member.role())));
    }

    static String role(GroupMember.Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
