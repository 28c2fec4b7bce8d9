package coop.pools.governance.web;

import coop.pools.governance.ActionSubjects;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Method;
import coop.pools.governance.domain.Option;
import coop.pools.governance.domain.Reasons;
import coop.pools.governance.domain.Shown;
import coop.pools.governance.domain.Template;
import coop.pools.platform.web.Fields;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the ballot paper from the form of a new proposal. */
final class PaperForm {
    private PaperForm() {}

    static BallotPaper read(MultivaluedMap<String, String> form, ActionSubjects subjects, BodyRef body) {
        String type = text(form, "type");
        Template template =
                type.equals("sense-check") ? Template.ADVICE : PaperBody.template("template", text(form, "template"));
        BallotPaper usual = template.paper();
        Method method = switch (type) {
            case "choose" ->
                Method.ofWord(text(form, "method"))
                        .filter(Method::hasOptions)
                        .orElseThrow(() -> Fields.invalid("method", "choose one of the list"));
            case "elect" -> Method.ELECTION;
            case "sense-check" -> Method.SENSE_CHECK;
            default -> usual.method();
        };
        List<Option> options = switch (type) {
            case "choose" -> lines(form);
            case "elect" -> candidates(form, subjects, body);
            default -> List.of();
        };
        boolean anonymous = form.getFirst("anonymous") != null;
        Shown shown = text(form, "shown").isEmpty()
                ? usual.shown()
                : PaperBody.word("shown", text(form, "shown"), Shown.values());
        return new BallotPaper(
                method,
                options,
                type.equals("elect") ? number(form, "seats", 1) : 1,
                method == Method.SCORE || method == Method.DOTS ? number(form, "most", PaperBody.mostOf(method)) : 1,
                text(form, "reasons").isEmpty()
                        ? usual.reasons()
                        : PaperBody.word("reasons", text(form, "reasons"), Reasons.values()),
                method == Method.AGREE ? number(form, "blocks", usual.blocksToStop()) : 0,
                anonymous ? Shown.AFTER_CLOSE : shown,
                anonymous,
                template);
    }

    private static List<Option> lines(MultivaluedMap<String, String> form) {
        List<Option> options = new ArrayList<>();
        for (String line : text(form, "options").lines().map(String::strip).toList()) {
            if (!line.isEmpty()) {
                options.add(new Option(
                        Option.keyAt(options.size()), Fields.text("options", line, 120), new Action.Statement()));
            }
            if (options.size() > BallotPaper.MOST_OPTIONS) {
                throw Fields.invalid("options", "at most " + BallotPaper.MOST_OPTIONS);
            }
        }
        return options;
    }

    /** Members who stand, by their ids; their names are the options. */
    private static List<Option> candidates(MultivaluedMap<String, String> form, ActionSubjects subjects, BodyRef body) {
        List<String> chosen = Optional.ofNullable(form.get("candidate")).orElse(List.of());
        List<Option> options = new ArrayList<>();
        for (ActionSubjects.Subject subject : subjects.mayBeStewards(body)) {
            if (chosen.contains(subject.id().toString())) {
                options.add(
                        new Option(Option.keyAt(options.size()), subject.name(), new Action.NameSteward(subject.id())));
            }
        }
        if (options.size() > BallotPaper.MOST_RANKED) {
            throw Fields.invalid("candidate", "at most " + BallotPaper.MOST_RANKED);
        }
        return options;
    }

    private static int number(MultivaluedMap<String, String> form, String field, int usual) {
        String typed = text(form, field).strip();
        try {
            return typed.isEmpty() ? usual : Integer.parseInt(typed);
        } catch (NumberFormatException e) {
            throw Fields.invalid(field, "a whole number");
        }
    }

    private static String text(MultivaluedMap<String, String> form, String field) {
        return Optional.ofNullable(form.getFirst(field)).orElse("");
    }
}
