package coop.pools.governance.web;

import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.Proposal;
import coop.pools.governance.domain.Wordings;
import coop.pools.platform.web.InstantText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What the page about the wordings of a proposal shows: each change, the latest first. */
public record VersionsPage(BodyLink body, String url, String title, List<Change> changes, Change first) {

    /**
     * What one version changed.
     *
     * @param lines of title, action and text; of the first version all of them
     */
    public record Change(int version, String atIso, String atText, List<Line> lines) {}

    /** One line; {@code fate} is kept, removed or added. */
    public record Line(String fate, String text) {}

    /** @param shown what of a text the reader may know */
    static VersionsPage of(
            BodyLink body,
            Proposal proposal,
            List<Wordings.Earlier> earlier,
            Actions actions,
            UnaryOperator<String> shown) {
        List<Wordings.Earlier> all = new ArrayList<>(earlier);
        Instant written = proposal.progress().preparation().changedAt().orElse(proposal.createdAt());
        all.add(new Wordings.Earlier(
                proposal.progress().preparation().version(),
                proposal.title(),
                proposal.text(),
                proposal.action(),
                proposal.paper(),
                written));
        List<Change> changes = new ArrayList<>();
        for (int i = all.size() - 1; i > 0; i--) {
            String before = words(proposal, all.get(i - 1), actions, shown);
            changes.add(change(all.get(i), Wordings.compare(before, words(proposal, all.get(i), actions, shown))));
        }
        Change first = change(all.get(0), Wordings.compare("", words(proposal, all.get(0), actions, shown)));
        return new VersionsPage(body, "/proposals/" + proposal.id(), proposal.title(), changes, first);
    }

    private static Change change(Wordings.Earlier version, List<Wordings.Line> lines) {
        return new Change(
                version.version(),
                version.writtenAt().toString(),
                InstantText.of(version.writtenAt()),
                lines.stream()
                        .map(line -> new Line(line.fate().name().toLowerCase(Locale.ROOT), line.text()))
                        .toList());
    }

    private static String words(
            Proposal proposal, Wordings.Earlier version, Actions actions, UnaryOperator<String> shown) {
        String facts = actions.facts(proposal.body(), version.action()).stream()
                .map(fact -> fact.label() + ": " + fact.text())
                .collect(Collectors.joining("\n"));
        String options = version.paper().options().stream()
                .map(option ->
                        "Option: " + option.text() + " (" + actions.line(proposal.body(), option.action()) + ")\n")
                .collect(Collectors.joining());
        return version.title() + "\n" + (facts.isEmpty() ? "" : facts + "\n") + options + how(version.paper())
                + shown.apply(version.text());
    }

    /** How it is voted on: who stood behind a hidden vote may not want an open one. */
    private static String how(BallotPaper paper) {
        String reasons = switch (paper.reasons()) {
            case OPTIONAL -> "who likes says why";
            case REQUIRED -> "everybody says why";
            case OFF -> "nobody is asked why";
            case DISAGREEING -> "who disagrees says why";
        };
        String shown = switch (paper.shown()) {
            case LIVE -> "it is seen at any time how it stands";
            case AFTER_VOTING -> "whoever has voted sees how it stands";
            case AFTER_CLOSE -> "how it stands is seen when it has closed";
        };
        String blocks = paper.blocksToStop() == 0 ? "" : "; blocks that stop it: " + paper.blocksToStop();
        return "Vote: " + paper.template().label().toLowerCase(Locale.ROOT) + "; " + reasons + "; " + shown + blocks
                + (paper.anonymous() ? "; nobody sees who voted how" : "") + "\n";
    }
}
