package coop.pools.integrations.groups.sandbox;

import coop.pools.integrations.groups.GroupMember;
import coop.pools.integrations.groups.GroupMember.Role;
import coop.pools.integrations.groups.GroupRef;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * One group of the sandbox: some people with names of their own, the first of whom leads it, and then the first so
 * many of the crowd.
 *
 * @param named subjects; the first leads, the second helps
 * @param crowd how many of the crowd follow, from number one
 */
record SandboxGroup(String id, String name, List<String> named, int crowd) {
    private static final Instant FOUNDED = Instant.parse("2024-01-06T18:00:00Z");

    static final List<SandboxGroup> ALL = List.of(
            new SandboxGroup(
                    "board-games",
                    "Tuesday Board Games",
                    List.of("ana", "ben", "chi", "dee", "eli", "fay", "gus", "hal", "ivy", "jon", "kim", "leo"),
                    0),
            new SandboxGroup(
                    "riverside-runners",
                    "Riverside Runners",
                    List.of("ana", "dee", "ben", "eli", "fay", "ivy", "mia", "nia"),
                    292),
            new SandboxGroup(
                    "city-makers",
                    "City Makers",
                    List.of("ana", "chi", "ben", "dee", "eli", "fay", "gus", "hal", "ivy", "jon", "kim", "leo"),
                    SandboxPeople.CROWD),
            new SandboxGroup(
                    "corner-garden",
                    "Corner Garden",
                    List.of("ben", "dee", "ana", "gus", "kim", "oto", "pia", "rex"),
                    0),
            new SandboxGroup("sunday-kitchen", "Sunday Kitchen", List.of("chi", "eli", "ben", "hal", "sol", "tam"), 0));

    static Optional<SandboxGroup> withId(String id) {
        return ALL.stream().filter(group -> group.id().equals(id)).findFirst();
    }

    int size() {
        return named.size() + crowd;
    }

    boolean isLedBy(String subject) {
        return named.get(0).equals(subject);
    }

    boolean includes(String subject) {
        return named.contains(subject)
                || SandboxPeople.crowdNumber(subject).filter(n -> n <= crowd).isPresent();
    }

    GroupRef ref() {
        return new GroupRef(SandboxGroupSource.NAME, id, name, size(), Optional.empty());
    }

    /** The member at a position from 0 up to {@link #size()}, in the order in which they joined. */
    GroupMember member(int position) {
        String subject =
                position < named.size() ? named.get(position) : SandboxPeople.crowdSubject(position - named.size() + 1);
        Role role = position == 0 ? Role.ORGANISER : position == 1 ? Role.CO_ORGANISER : Role.MEMBER;
        return new GroupMember(
                Optional.of(subject),
                SandboxPeople.nameOf(subject).orElseThrow(),
                role,
                Optional.empty(),
                Optional.of(FOUNDED.plus(position * 17L, ChronoUnit.MINUTES)));
    }
}
