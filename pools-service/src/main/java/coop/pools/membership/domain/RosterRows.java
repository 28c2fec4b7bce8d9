package coop.pools.membership.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Gives the rows of a CSV file what tells them apart, so that reading the same file again doubles nobody. */
public final class RosterRows {
    private RosterRows() {}

    /** A person in a file, before it is known what tells them apart. */
    public record Person(Optional<String> id, String name, Optional<String> email, String role) {}

    /** By id, else by e-mail address, else by name and, among the same names, by position. */
    public static List<RosterRow> keyed(List<Person> people) {
        Map<String, Integer> sameNames = new HashMap<>();
        List<RosterRow> rows = new ArrayList<>(people.size());
        for (Person person : people) {
            String subject = person.id()
                    .map(id -> "id:" + id)
                    .or(() -> person.email().map(email -> "email:" + email.toLowerCase(Locale.ROOT)))
                    .orElseGet(() -> byName(person.name(), sameNames));
            rows.add(new RosterRow(subject, person.name(), person.email(), person.role()));
        }
        return rows;
    }

    private static String byName(String name, Map<String, Integer> sameNames) {
        int position = sameNames.merge(name, 1, Integer::sum);
        return position == 1 ? "name:" + name : "name:" + name + "#" + position;
    }
}
