package coop.pools.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RosterRowsTest {
    @Test
    void peopleAreToldApartByIdThenEmailThenNameAndPosition() {
        List<RosterRow> rows = RosterRows.keyed(List.of(
                person(Optional.of("17"), "Ana", Optional.of("ana@example.org")),
                person(Optional.empty(), "Ben", Optional.of("Ben@Example.org")),
                person(Optional.empty(), "Chi", Optional.empty()),
                person(Optional.empty(), "Chi", Optional.empty())));
        assertThat(rows)
                .extracting(RosterRow::subject)
                .containsExactly("id:17", "email:ben@example.org", "name:Chi", "name:Chi#2");
    }

    @Test
    void theSameFileGivesTheSameKeysAgain() {
        List<RosterRows.Person> people = List.of(
                person(Optional.empty(), "Chi", Optional.empty()), person(Optional.empty(), "Chi", Optional.empty()));
        assertThat(RosterRows.keyed(people)).isEqualTo(RosterRows.keyed(people));
    }

    private static RosterRows.Person person(Optional<String> id, String name, Optional<String> email) {
        return new RosterRows.Person(id, name, email, "member");
    }
}
