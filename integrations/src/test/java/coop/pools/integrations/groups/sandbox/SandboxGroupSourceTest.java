package coop.pools.integrations.groups.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import coop.pools.integrations.groups.GroupMember;
import coop.pools.integrations.groups.GroupRef;
import coop.pools.integrations.groups.RosterPage;
import coop.pools.integrations.groups.SourceFailure;
import coop.pools.integrations.groups.SourceFailure.Kind;
import coop.pools.integrations.groups.SourceToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SandboxGroupSourceTest {
    private final SandboxGroupSource groups = new SandboxGroupSource(
            token -> token.startsWith("token-of-") ? Optional.of(token.substring(9)) : Optional.empty());

    @Test
    void anaLeadsThreeGroupsBenAndChiOneEach() {
        assertThat(groups.groupsLedBy(token("ana")))
                .extracting(GroupRef::members)
                .containsExactlyInAnyOrder(12, 300, 50_000);
        assertThat(groups.groupsLedBy(token("ben")))
                .extracting(GroupRef::members)
                .containsExactly(8);
        assertThat(groups.groupsLedBy(token("chi")))
                .extracting(GroupRef::members)
                .containsExactly(6);
        assertThat(groups.groupsLedBy(token("dee"))).isEmpty();
    }

    @Test
    void smallestOfAnasGroupsIsTheTwelve() {
        assertThat(members("ana", "board-games"))
                .extracting(member -> member.subject().orElseThrow())
                .containsExactly("ana", "ben", "chi", "dee", "eli", "fay", "gus", "hal", "ivy", "jon", "kim", "leo");
    }

    @Test
    void groupsHavePeopleInCommon() {
        Set<String> anas = subjects(members("ana", "board-games"));
        for (String other : List.of("corner-garden", "sunday-kitchen")) {
            Set<String> shared = subjects(members(other.equals("corner-garden") ? "ben" : "chi", other));
            int all = shared.size();
            shared.retainAll(anas);
            assertThat(shared).hasSizeBetween(2, all - 1);
        }
    }

    @Test
    void rostersAreWholeAndEverybodyIsThereOnce() {
        for (GroupRef group : groups.groupsLedBy(token("ana"))) {
            List<GroupMember> members = members("ana", group.id());
            assertThat(subjects(members)).hasSize(group.members());
            assertThat(members)
                    .hasSize(group.members())
                    .allMatch(member -> member.name().matches("[A-Z][a-z]{2,5}"));
            assertThat(new HashSet<>(members.stream().map(GroupMember::name).toList()))
                    .hasSize(group.members());
            assertThat(members)
                    .filteredOn(member -> member.role() == GroupMember.Role.ORGANISER)
                    .extracting(GroupMember::name)
                    .containsExactly("Ana");
        }
    }

    @Test
    void pagesAreOfAHundredOrAThousand() {
        assertThat(groups.roster(token("ana"), "riverside-runners", Optional.empty())
                        .members())
                .hasSize(100);
        RosterPage page = groups.roster(token("ana"), "city-makers", Optional.empty());
        assertThat(page.members()).hasSize(1_000);
        assertThat(page.total()).contains(50_000);
        assertThat(groups.roster(token("ana"), "city-makers", Optional.of("50000"))
                        .members())
                .isEmpty();
        assertThat(groups.roster(token("ana"), "city-makers", Optional.of("999999"))
                        .members())
                .isEmpty();
    }

    @Test
    void idOfSomebodyElsesGroupIsEmptyAndItsRosterRefusedToStrangers() {
        assertThat(groups.groupLedBy(token("ben"), "board-games")).isEmpty();
        assertThat(groups.groupLedBy(token("ana"), "board-games")).isPresent();
        assertThat(groups.groupLedBy(token("ana"), "none")).isEmpty();
        assertThat(failure("uma", "board-games", Optional.empty())).isEqualTo(Kind.REFUSED);
        assertThat(failure("crowd-00001", "board-games", Optional.empty())).isEqualTo(Kind.REFUSED);
        assertThat(failure("ana", "none", Optional.empty())).isEqualTo(Kind.REFUSED);
        assertThat(failure("ana", "board-games", Optional.of("p"))).isEqualTo(Kind.REFUSED);
        assertThat(groups.roster(token("crowd-00292"), "riverside-runners", Optional.empty())
                        .members())
                .isNotEmpty();
    }

    @Test
    void unknownTokensAreRefused() {
        SourceToken unknown = new SourceToken("nonsense", Optional.empty(), Instant.EPOCH);
        assertThat(catchThrowableOfType(SourceFailure.class, () -> groups.groupsLedBy(unknown))
                        .kind())
                .isEqualTo(Kind.TOKEN_REFUSED);
    }

    @Test
    void peopleAreKnownByTheirSubject() {
        assertThat(SandboxPeople.named()).containsEntry("ana", "Ana").containsEntry("leo", "Leo");
        assertThat(SandboxPeople.nameOf("ana")).contains("Ana");
        assertThat(SandboxPeople.nameOf("crowd-49988")).isPresent();
        assertThat(List.of("Ana", "crowd-49989", "crowd-00000", "crowd-1", "nobody"))
                .allMatch(subject -> SandboxPeople.nameOf(subject).isEmpty());
        assertThat(members("ana", "city-makers").get(20))
                .extracting(GroupMember::subject, GroupMember::email)
                .isEqualTo(tuple(Optional.of("crowd-00009"), Optional.empty()).toList());
    }

    private Kind failure(String person, String group, Optional<String> cursor) {
        return catchThrowableOfType(SourceFailure.class, () -> groups.roster(token(person), group, cursor))
                .kind();
    }

    private List<GroupMember> members(String person, String group) {
        List<GroupMember> members = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        do {
            RosterPage page = groups.roster(token(person), group, cursor);
            members.addAll(page.members());
            cursor = page.next();
        } while (cursor.isPresent());
        return members;
    }

    private static Set<String> subjects(List<GroupMember> members) {
        Set<String> subjects = new HashSet<>();
        members.forEach(member -> subjects.add(member.subject().orElseThrow()));
        return subjects;
    }

    private static SourceToken token(String person) {
        return new SourceToken("token-of-" + person, Optional.empty(), Instant.EPOCH);
    }
}
