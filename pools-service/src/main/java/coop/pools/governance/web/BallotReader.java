package coop.pools.governance.web;

import coop.pools.governance.NewBallot;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.Choice;
import coop.pools.governance.domain.Mark;
import coop.pools.governance.domain.Option;
import coop.pools.platform.web.Fields;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads ballots from the API and from forms; every refusal names the field. */
final class BallotReader {
    private BallotReader() {}

    static NewBallot read(BallotPaper paper, ProposalApi.BallotBody sent) {
        ProposalApi.BallotBody asked = Fields.required("body", sent);
        boolean marked = asked.marks() != null && !asked.marks().isEmpty();
        if (!marked || asked.choice() != null) {
            String word = Fields.required("choice", asked.choice());
            Choice choice = Choice.ofWord(word).orElseThrow(() -> Fields.invalid("choice", choices(paper)));
            boolean offered = choice != Choice.BLOCK || paper.blocksToStop() > 0;
            if (!offered || paper.method().hasOptions() && choice != Choice.ABSTAIN) {
                throw Fields.invalid("choice", choices(paper));
            }
            if (marked) {
                throw Fields.invalid("marks", "does not go with " + word);
            }
            return new NewBallot(Mark.of(choice), text(asked.reason()), Boolean.TRUE.equals(asked.interest()));
        }
        return new NewBallot(
                Mark.of(marks(paper, asked.marks())), text(asked.reason()), Boolean.TRUE.equals(asked.interest()));
    }

    /** From the form on the page: choice, or a field for each option. */
    static NewBallot read(BallotPaper paper, MultivaluedMap<String, String> form) {
        String choice = text(form.getFirst("choice"));
        Map<String, Integer> marks = new HashMap<>();
        if (paper.method().hasOptions() && choice.isEmpty()) {
            for (Option option : paper.options()) {
                String typed = text(form.getFirst(Voting.MARK + option.key())).strip();
                if (!typed.isEmpty() && !typed.equals("0")) {
                    marks.put(option.key(), number("mark-" + option.key(), typed));
                }
            }
            String chosen = text(form.getFirst("option"));
            if (!chosen.isEmpty()) {
                marks.put(chosen, 1);
            }
            if (marks.isEmpty()) {
                throw Fields.invalid("choice", "mark at least one option, or abstain");
            }
        }
        boolean interest = form.getFirst("interest") != null;
        String word = marks.isEmpty() ? choice : null;
        return read(paper, new ProposalApi.BallotBody(word, marks, text(form.getFirst("reason")), interest));
    }

    private static List<Integer> marks(BallotPaper paper, Map<String, Integer> sent) {
        if (!paper.method().hasOptions()) {
            throw Fields.invalid("marks", "there are no options to mark");
        }
        List<Integer> marks = new ArrayList<>();
        for (Option option : paper.options()) {
            marks.add(Optional.ofNullable(sent.get(option.key())).orElse(0));
        }
        long known = paper.options().stream()
                .map(Option::key)
                .filter(sent::containsKey)
                .count();
        if (known != sent.size()) {
            throw Fields.invalid("marks", "use the keys of the options");
        }
        return marks;
    }

    private static String choices(BallotPaper paper) {
        return paper.method().hasOptions()
                ? "abstain, or mark options"
                : paper.blocksToStop() > 0 ? "agree, disagree, abstain or block" : "agree, disagree or abstain";
    }

    private static int number(String field, String typed) {
        try {
            return Integer.parseInt(typed);
        } catch (NumberFormatException e) {
            throw Fields.invalid(field, "a whole number");
        }
    }

    private static String text(String sent) {
        return sent == null ? "" : sent;
    }
}
