package coop.pools.governance.web;

import coop.pools.governance.ActionSubjects;
import coop.pools.governance.Bodies;
import coop.pools.governance.GovernanceRefusal;
import coop.pools.governance.domain.BallotPaper;
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
import java.util.stream.Collectors;

/**
 * Finds members whose names are written in a form: its lists show no more than two hundred. Either is said, or
 * both say the same. Where several members have a name, it is written with what tells them apart. Only members learn by
 * it who else is one.
 */
final class NamedMembers {
    private static final int LONGEST = 100;
    private static final int LISTED = 20;

    private final Bodies bodies;
    private final ActionSubjects subjects;

    NamedMembers(Bodies bodies, ActionSubjects subjects) {
        this.bodies = bodies;
        this.subjects = subjects;
    }

    /** The form with ids for the names that {@code person-name} and, one in a line, {@code candidate-names} give. */
    MultivaluedMap<String, String> found(UUID reader, BodyRef body, MultivaluedMap<String, String> form) {
        MultivaluedMap<String, String> found = new MultivaluedHashMap<>(form);
        one(reader, body, "person-name", new Said(form.getFirst("person"), form.getFirst("person-name")))
                .ifPresent(person -> found.putSingle("person", person.toString()));
        options(reader, body, form, found);
        List<String> chosen = new ArrayList<>(form.getOrDefault("candidate", List.of()));
        List<String> written = Optional.ofNullable(form.getFirst("candidate-names")).stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
        if (written.size() > BallotPaper.MOST_RANKED) {
            throw Fields.invalid("candidate-names", "at most " + BallotPaper.MOST_RANKED);
        }
        written.stream()
                .flatMap(line -> one(reader, body, "candidate-names", new Said("", line)).stream())
                .map(UUID::toString)
                .filter(id -> !chosen.contains(id))
                .forEach(chosen::add);
        if (!chosen.isEmpty()) {
            found.put("candidate", chosen);
        }
        return found;
    }

    /** The same for the rows of options, of those that are about somebody. */
    private void options(
            UUID reader, BodyRef body, MultivaluedMap<String, String> form, MultivaluedMap<String, String> found) {
        for (int row = 1; row <= BallotPaper.MOST_OPTIONS; row++) {
            String person = OptionRows.person(row);
            String written = person + "-name";
            if (OptionRows.isAboutSomebody(row, form)) {
                one(reader, body, written, new Said(form.getFirst(person), form.getFirst(written)))
                        .ifPresent(id -> found.putSingle(person, id.toString()));
            }
        }
    }

    /**
     * Whom a form names.
     *
     * @param chosen the id in the list; may be missing
     * @param written the name beside it; may be missing
     */
    record Said(String chosen, String written) {}

    /** The only member of that name; empty where none is written. */
    Optional<UUID> one(UUID reader, BodyRef body, String field, Said said) {
        if (said.written() == null || said.written().isBlank()) {
            return Optional.empty();
        }
        if (!bodies.isMember(body, reader)) {
            throw new Refused(GovernanceRefusal.MEMBERS_ONLY);
        }
        String name = Fields.text(field, said.written().strip(), LONGEST);
        List<ActionSubjects.Subject> members = toldApart(body, name);
        if (members.size() != 1) {
            throw Fields.invalid(field, members.isEmpty() ? none(name) : several(name, members));
        }
        String found = members.get(0).id().toString();
        if (said.chosen() != null
                && !said.chosen().isBlank()
                && !said.chosen().strip().equals(found)) {
            throw Fields.invalid(field, "choose somebody in the list or write a name, not both");
        }
        return Optional.of(members.get(0).id());
    }

    /** Those of that name, or the one who has it with this mark. */
    private List<ActionSubjects.Subject> toldApart(BodyRef body, String name) {
        List<ActionSubjects.Subject> members = subjects.membersNamed(body, name);
        int mark = name.lastIndexOf(" #");
        return !members.isEmpty() || mark < 1
                ? members
                : subjects.membersNamed(body, name.substring(0, mark)).stream()
                        .filter(member -> member.note().equals(name.substring(mark + 1)))
                        .toList();
    }

    private static String none(String name) {
        return "no member has the name " + name + "; write it as the list of members does";
    }

    private static String several(String name, List<ActionSubjects.Subject> members) {
        return "several members have the name " + name
                + ", by their numbers in the list of members; write one of these: "
                + members.stream()
                        .limit(LISTED)
                        .map(member -> member.name() + " " + member.note())
                        .collect(Collectors.joining(", "));
    }

    /** Writes the names of those whom the list of the form leaves out, so that nothing is lost when it is shown. */
    void write(Map<String, String> typed, List<NewProposalPage.Option> listed) {
        List<String> known = listed.stream().map(NewProposalPage.Option::value).toList();
        if (known.isEmpty()) {
            return;
        }
        names("person", typed, known).ifPresent(name -> typed.putIfAbsent("person-name", name));
        for (int row = 1; row <= BallotPaper.MOST_OPTIONS; row++) {
            String person = OptionRows.person(row);
            names(person, typed, known).ifPresent(name -> typed.putIfAbsent(person + "-name", name));
        }
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
