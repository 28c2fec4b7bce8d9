package coop.pools.governance.web;

import coop.pools.governance.ActionSubjects;
import coop.pools.governance.Bodies;
import coop.pools.governance.GovernanceRefusal;
import coop.pools.governance.domain.BodyRef;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds members whose names are written in a form: its lists show no more than two hundred. A written name goes before
 * what is chosen in the list. Only members learn by it who else is one.
 */
final class NamedMembers {
    private static final int LONGEST = 100;

    private final Bodies bodies;
    private final ActionSubjects subjects;

    NamedMembers(Bodies bodies, ActionSubjects subjects) {
        this.bodies = bodies;
        this.subjects = subjects;
    }

    /** The form with ids for the names that {@code person-name} and, one in a line, {@code candidate-names} give. */
    MultivaluedMap<String, String> found(UUID reader, BodyRef body, MultivaluedMap<String, String> form) {
        MultivaluedMap<String, String> found = new MultivaluedHashMap<>(form);
        one(reader, body, "person-name", form.getFirst("person-name"))
                .ifPresent(person -> found.putSingle("person", person.toString()));
        List<String> chosen = new ArrayList<>(form.getOrDefault("candidate", List.of()));
        Optional.ofNullable(form.getFirst("candidate-names")).stream()
                .flatMap(String::lines)
                .limit(LONGEST)
                .flatMap(line -> one(reader, body, "candidate-names", line).stream())
                .map(UUID::toString)
                .filter(id -> !chosen.contains(id))
                .forEach(chosen::add);
        if (!chosen.isEmpty()) {
            found.put("candidate", chosen);
        }
        return found;
    }

    /** The only member of that name; empty where none is written. */
    Optional<UUID> one(UUID reader, BodyRef body, String field, String written) {
        if (written == null || written.isBlank()) {
            return Optional.empty();
        }
        if (!bodies.isMember(body, reader)) {
            throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
        }
        String name = Fields.text(field, written.strip(), LONGEST);
        List<ActionSubjects.Subject> members = subjects.membersNamed(body, name);
        if (members.size() != 1) {
            String why = members.isEmpty()
                    ? "no member has the name " + name + "; write it as the list of members does"
                    : "several members have the name " + name;
            throw Fields.invalid(field, why);
        }
        return Optional.of(members.get(0).id());
    }

    /** Writes the names of those whom the list of the form leaves out, so that nothing is lost when it is shown. */
    void write(Map<String, String> typed, List<NewProposalPage.Option> listed) {
        List<String> known = listed.stream().map(NewProposalPage.Option::value).toList();
        if (known.isEmpty()) {
            return;
        }
        names("person", typed, known).ifPresent(name -> typed.putIfAbsent("person-name", name));
        names("candidate", typed, known).ifPresent(names -> typed.putIfAbsent("candidate-names", names));
    }

    private Optional<String> names(String field, Map<String, String> typed, List<String> known) {
        List<String> names = new ArrayList<>();
        for (String id : typed.getOrDefault(field, "").split(",")) {
            if (!id.isEmpty() && !known.contains(id)) {
                names.add(subjects.person(UUID.fromString(id)));
            }
        }
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", names));
    }
}
