package coop.pools.integrations.groups.sandbox;

import coop.pools.integrations.groups.GroupMember;
import coop.pools.integrations.groups.GroupRef;
import coop.pools.integrations.groups.GroupSource;
import coop.pools.integrations.groups.RosterPage;
import coop.pools.integrations.groups.SourceFailure;
import coop.pools.integrations.groups.SourceFailure.Kind;
import coop.pools.integrations.groups.SourceToken;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Groups that exist only here, always the same: {@code ana} leads three (12, 300 and 50,000 people), {@code ben} and
 * {@code chi} lead a small one each, with people in common. Members are made page by page, never kept.
 */
public final class SandboxGroupSource implements GroupSource {
    /** The word in config.yml and in the API. */
    public static final String NAME = "sandbox";

    private static final int PAGE = 100;
    /** So that fifty thousand come in fifty pages and not in five hundred. */
    private static final int LARGE_PAGE = 1_000;

    private final Function<String, Optional<String>> subjectOfToken;

    /** @param subjectOfToken from an access token to the person's subject; empty when it is expired or unknown */
    public SandboxGroupSource(Function<String, Optional<String>> subjectOfToken) {
        this.subjectOfToken = subjectOfToken;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<GroupRef> groupsLedBy(SourceToken token) {
        String subject = subject(token);
        return SandboxGroup.ALL.stream()
                .filter(group -> group.isLedBy(subject))
                .map(SandboxGroup::ref)
                .sorted(Comparator.comparing(GroupRef::name))
                .toList();
    }

    @Override
    public Optional<GroupRef> groupLedBy(SourceToken token, String groupId) {
        String subject = subject(token);
        return SandboxGroup.withId(groupId)
                .filter(group -> group.isLedBy(subject))
                .map(SandboxGroup::ref);
    }

    /** Refused with {@code REFUSED} to people who are not in the group. */
    @Override
    public RosterPage roster(SourceToken token, String groupId, Optional<String> cursor) {
        String subject = subject(token);
        SandboxGroup group = SandboxGroup.withId(groupId)
                .filter(found -> found.includes(subject))
                .orElseThrow(() -> new SourceFailure(Kind.REFUSED, "the sandbox does not show this group"));
        int from = cursor.map(SandboxGroupSource::position).orElse(0);
        int to = Math.min(group.size(), from + (group.size() > LARGE_PAGE ? LARGE_PAGE : PAGE));
        List<GroupMember> members =
                IntStream.range(from, to).mapToObj(group::member).toList();
        Optional<String> next = to < group.size() ? Optional.of(Integer.toString(to)) : Optional.empty();
        return new RosterPage(members, Optional.of(group.size()), next);
    }

    private String subject(SourceToken token) {
        return subjectOfToken
                .apply(token.accessToken())
                .orElseThrow(() -> new SourceFailure(Kind.TOKEN_REFUSED, "the sandbox refuses the token"));
    }

    private static int position(String cursor) {
        if (!cursor.matches("\\d{1,6}")) {
            throw new SourceFailure(Kind.REFUSED, "not a cursor of a sandbox roster");
        }
        return Integer.parseInt(cursor);
    }
}
