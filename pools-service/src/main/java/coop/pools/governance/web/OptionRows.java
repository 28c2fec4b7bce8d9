package coop.pools.governance.web;

import coop.pools.bylaws.ReadBylaws;
import coop.pools.bylaws.web.RuleFields;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Method;
import coop.pools.governance.domain.Option;
import coop.pools.kernel.Refused;
import coop.pools.platform.web.Fields;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The options on the form of a proposal: a row each, with a text, what happens if it wins, and the fields for that. The
 * fields of row 2 are {@code option-2}, {@code option-2-does}, {@code option-2-amount} and so on.
 */
final class OptionRows {
    /** What an option does that has more to it than the row has fields for: as it is now. */
    static final String KEPT = "as-it-is";

    private static final String ROW = "option-";
    private static final String DOES = "does";
    private static final int FEWEST = 3;
    /** A rule of the bylaws or the compact; one for each option. */
    private static final Set<String> RULES = Set.of("change-rules", "change-compact");

    /** What is about one member. */
    private static final Set<String> OF_MEMBERS =
            Set.of("name-steward", "end-steward", "name-ombud", "end-ombud", "remove-member");

    /** Rounds with more buckets than these have no room in a row. */
    private static final int MOST_LINES = 3;
    /** Fields that have another name in a row, as another deed has one of that name there; by deed. */
    private static final Map<String, Map<String, String>> RENAMED = Map.of(
            "split-flood", Map.of("pool", "pools", "purpose", "aim"),
            "end-round", Map.of("round", "ending"),
            "wind-up", Map.of("payee", "heir"));

    private final ProposalForm form;
    private final ReadBylaws bylaws;

    OptionRows(ProposalForm form, ReadBylaws bylaws) {
        this.form = form;
        this.bylaws = bylaws;
    }

    /** The field of a row that says who. */
    static String person(int row) {
        return ROW + row + "-person";
    }

    /** Whether what happens if that row's option wins is about a member. */
    static boolean isAboutSomebody(int row, MultivaluedMap<String, String> sent) {
        return Optional.ofNullable(sent.getFirst(ROW + row + "-" + DOES))
                .filter(OF_MEMBERS::contains)
                .isPresent();
    }

    /** The options that the rows hold; rows without any text are left out. @param present what they were until now */
    List<Option> read(Bodies.Body body, Method method, MultivaluedMap<String, String> sent, List<Option> present) {
        List<Option> options = new ArrayList<>();
        for (int row = 1; row <= BallotPaper.MOST_OPTIONS; row++) {
            String name = ROW + row;
            String text = Fields.optionalText(name, sent.getFirst(name), 120);
            MultivaluedMap<String, String> fields = fields(sent, name + "-");
            String does = Optional.ofNullable(fields.getFirst(DOES)).orElse("");
            if (text.isEmpty() && does.isEmpty()) {
                continue;
            }
            if (text.isEmpty()) {
                throw Fields.invalid(name, "say what it is");
            }
            if (!does.isEmpty() && !method.binds()) {
                throw Fields.invalid(name + "-" + DOES, "looking for a time carries nothing out");
            }
            options.add(new Option(Option.keyAt(options.size()), text, action(body, name, fields, present)));
        }
        return options;
    }

    private Action action(Bodies.Body body, String name, MultivaluedMap<String, String> fields, List<Option> present) {
        String does = Optional.ofNullable(fields.getFirst(DOES)).orElse("");
        if (does.isEmpty()) {
            return new Action.Statement();
        }
        if (does.equals(KEPT)) {
            return present.stream()
                    .filter(option -> option.key().equals(fields.getFirst("was")))
                    .findFirst()
                    .map(Option::action)
                    .orElseThrow(() -> Fields.invalid(name + "-" + DOES, "choose one of the list"));
        }
        fields.putSingle("type", does);
        if (RULES.contains(does)) {
            String rule = Fields.text(name + "-rule", fields.getFirst("rule"), 100);
            fields.putSingle(
                    RuleFields.PREFIX + rule,
                    Optional.ofNullable(fields.getFirst("value")).orElse(""));
        }
        renamed(does).forEach((field, inRow) -> fields.put(field, values(fields, inRow)));
        try {
            return form.action(body, fields);
        } catch (Refused refused) {
            Map<String, Object> facts = new HashMap<>(refused.facts());
            facts.computeIfPresent("field", (key, field) -> name + "-" + here(does, String.valueOf(field)));
            throw new Refused(refused.code(), facts);
        }
    }

    private static Map<String, String> renamed(String deed) {
        return RENAMED.getOrDefault(deed, Map.of());
    }

    private static List<String> values(MultivaluedMap<String, String> fields, String name) {
        return Optional.ofNullable(fields.get(name)).orElse(List.of());
    }

    private static String here(String deed, String field) {
        if (field.startsWith(RuleFields.PREFIX)) {
            return "value";
        }
        return field.equals("type") ? DOES : renamed(deed).getOrDefault(field, field);
    }

    private static MultivaluedMap<String, String> fields(MultivaluedMap<String, String> sent, String prefix) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        sent.forEach((field, values) -> {
            if (field.startsWith(prefix)) {
                fields.put(field.substring(prefix.length()), values);
            }
        });
        return fields;
    }

    /** What the rows would have had to hold for these options. */
    Map<String, String> typed(BodyRef body, List<Option> options) {
        Map<String, String> typed = new HashMap<>();
        for (int place = 0; place < options.size(); place++) {
            Option option = options.get(place);
            String name = ROW + (place + 1);
            typed.put(name, option.text());
            if (!(option.action() instanceof Action.Statement)) {
                typed.put(name + "-was", option.key());
                does(body, option.action()).forEach((field, value) -> typed.put(name + "-" + field, value));
            }
        }
        return typed;
    }

    private Map<String, String> does(BodyRef body, Action action) {
        Map<String, String> fields = new HashMap<>(form.typed(body, action));
        List<String> rules = fields.keySet().stream()
                .filter(field -> field.startsWith(RuleFields.PREFIX))
                .toList();
        boolean several = RULES.contains(action.type()) && rules.size() != 1;
        if (several || isLong(action) || OptionDeeds.of(body, action.type()).isEmpty()) {
            return Map.of(DOES, KEPT);
        }
        renamed(action.type()).forEach((field, inRow) -> {
            String value = fields.remove(field);
            fields.put(inRow, value == null ? "" : value);
        });
        for (String rule : rules) {
            fields.put("rule", rule.substring(RuleFields.PREFIX.length()));
            fields.put("value", fields.remove(rule));
        }
        fields.put(DOES, action.type());
        return fields;
    }

    /** A round that says more than a row has fields for. */
    private static boolean isLong(Action action) {
        return action instanceof Action.Round round
                && round.order()
                        .fold(
                                open -> open.lines().size() > MOST_LINES
                                        || open.times().days() == 0
                                        || open.times().opensAt().isPresent()
                                        || open.lines().stream()
                                                .anyMatch(
                                                        line -> !line.purpose().isEmpty()),
                                end -> false);
    }

    /** The rows to show: those that have something, and some more where they were asked for. */
    List<Integer> rows(Map<String, String> typed) {
        int filled = 0;
        for (int row = 1; row <= BallotPaper.MOST_OPTIONS; row++) {
            boolean empty = typed.getOrDefault(ROW + row, "").isBlank()
                    && typed.getOrDefault(ROW + row + "-" + DOES, "").isEmpty();
            filled = empty ? filled : row;
        }
        int more = typed.containsKey("more") ? FEWEST : 0;
        int shown = Math.min(BallotPaper.MOST_OPTIONS, Math.max(FEWEST, filled) + more);
        return IntStream.rangeClosed(1, shown).boxed().toList();
    }

    /** Rules that an option can change, with their values as they are. */
    List<NewProposalPage.Option> rules(BodyRef body) {
        return RuleFields.of(bylaws.rules(body.id()), Map.of()).stream()
                .map(field -> new NewProposalPage.Option(
                        field.name().substring(RuleFields.PREFIX.length()),
                        field.label() + " (now " + field.value() + ")"))
                .toList();
    }
}
