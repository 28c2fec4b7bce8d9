package coop.pools.governance.web;

import coop.pools.governance.ActionSubjects;
import coop.pools.governance.Bodies;
import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.BodyRef;
import coop.pools.governance.domain.Method;
import coop.pools.governance.domain.Option;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Reasons;
import coop.pools.governance.domain.Shown;
import coop.pools.governance.domain.Template;
import coop.pools.platform.web.Fields;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The ballot paper on the form of a proposal: reads it, and says what the form would have had to hold for one. */
final class PaperForm {
    private final OptionRows rows;
    private final ActionSubjects subjects;
    private final Bodies bodies;

    PaperForm(OptionRows rows, ActionSubjects subjects, Bodies bodies) {
        this.rows = rows;
        this.subjects = subjects;
        this.bodies = bodies;
    }

    /** @param present the options until now; none for a new proposal */
    BallotPaper read(Bodies.Body body, MultivaluedMap<String, String> form, List<Option> present) {
        String type = text(form, "type");
        boolean unsaid = type.equals("sense-check") && text(form, "template").isEmpty();
        Template template = unsaid ? Template.ADVICE : PaperBody.template("template", text(form, "template"));
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
            case "choose" -> rows.read(body, method, form, present);
            case "elect" -> candidates(form, body.ref());
            default -> List.of();
        };
        boolean anonymous = form.getFirst("anonymous") != null;
        Shown shown = text(form, "shown").isEmpty()
                ? usual.shown()
                : PaperBody.word("shown", text(form, "shown"), Shown.values());
        return new BallotPaper(
                method,
                options,
                method == Method.ELECTION ? number(form, "seats", 1) : 1,
                method == Method.SCORE || method == Method.DOTS ? number(form, "most", PaperBody.mostOf(method)) : 1,
                text(form, "reasons").isEmpty()
                        ? usual.reasons()
                        : PaperBody.word("reasons", text(form, "reasons"), Reasons.values()),
                method == Method.AGREE ? number(form, "blocks", usual.blocksToStop()) : 0,
                anonymous ? Shown.AFTER_CLOSE : shown,
                anonymous,
                template);
    }

    /** Members who stand, by their ids; their names are the options. */
    private List<Option> candidates(MultivaluedMap<String, String> form, BodyRef body) {
        List<String> chosen = Optional.ofNullable(form.get("candidate")).orElse(List.of()).stream()
                .distinct()
                .toList();
        if (chosen.size() > BallotPaper.MOST_RANKED) {
            throw Fields.invalid("candidate", "at most " + BallotPaper.MOST_RANKED);
        }
        List<Option> options = new ArrayList<>();
        for (ActionSubjects.Subject subject : subjects.mayBeStewards(body)) {
            if (chosen.contains(subject.id().toString())) {
                options.add(
                        new Option(Option.keyAt(options.size()), subject.name(), new Action.NameSteward(subject.id())));
            }
        }
        List<UUID> listed = options.stream()
                .map(option -> ((Action.NameSteward) option.action()).person())
                .toList();
        for (String id : chosen) {
            UUID person = Fields.id("candidate", id);
            if (!listed.contains(person)) {
                if (!bodies.isMember(body, person)) {
                    throw Fields.invalid("candidate", "only members can stand");
                }
                options.add(new Option(
                        Option.keyAt(options.size()), subjects.person(person), new Action.NameSteward(person)));
            }
        }
        if (options.size() < 2) {
            throw Fields.invalid("candidate", "choose at least two");
        }
        return options;
    }

    /** What of the form says how a proposal is decided, with the type that the form has for it. */
    Map<String, String> typed(Proposal proposal) {
        BallotPaper paper = proposal.paper();
        BallotPaper usual = paper.template().paper();
        Map<String, String> typed = new HashMap<>();
        typed.put("type", type(proposal));
        typed.put("template", paper.template().word());
        typed.put("reasons", paper.reasons() == usual.reasons() ? "" : PaperBody.wordOf(paper.reasons()));
        typed.put("shown", paper.shown() == usual.shown() ? "" : PaperBody.wordOf(paper.shown()));
        if (paper.blocksToStop() != usual.blocksToStop()) {
            typed.put("blocks", String.valueOf(paper.blocksToStop()));
        }
        if (paper.anonymous()) {
            typed.put("anonymous", "true");
        }
        if (!paper.method().hasOptions()) {
            return typed;
        }
        typed.put("method", PaperBody.wordOf(paper.method()));
        typed.put("seats", String.valueOf(paper.seats()));
        typed.put("most", paper.most() == PaperBody.mostOf(paper.method()) ? "" : String.valueOf(paper.most()));
        if (typed.get("type").equals("elect")) {
            typed.put(
                    "candidate",
                    paper.options().stream()
                            .map(option -> ((Action.NameSteward) option.action())
                                    .person()
                                    .toString())
                            .collect(Collectors.joining(",")));
        } else {
            typed.putAll(rows.typed(proposal.body(), paper.options()));
        }
        return typed;
    }

    private static String type(Proposal proposal) {
        BallotPaper paper = proposal.paper();
        boolean stewards = paper.options().stream().allMatch(option -> option.action() instanceof Action.NameSteward);
        if (paper.method().hasOptions()) {
            return paper.method() == Method.ELECTION && stewards ? "elect" : "choose";
        }
        boolean advice = paper.template() == Template.ADVICE && proposal.action() instanceof Action.Statement;
        return paper.method() == Method.SENSE_CHECK && !advice
                ? "sense-check"
                : proposal.action().type();
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
