package coop.pools.governance.web;

import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.Option;
import coop.pools.governance.domain.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What people are asked, as the API gives it. {@code binds} tells whether its result decides, {@code template} which way to decide it was made by. */
public record PaperJson(
        String method,
        boolean binds,
        List<OptionJson> options,
        int seats,
        int most,
        String reasons,
        int blocksToStop,
        String shown,
        boolean anonymous,
        String template) {

    /** An option with its key in ballots, and what happens if it wins. */
    public record OptionJson(String key, String text, ActionJson action) {}

    static PaperJson of(BallotPaper paper, Function<coop.pools.governance.domain.Action, ActionJson> actions) {
        return new PaperJson(
                paper.method().word(),
                paper.method().binds(),
                paper.options().stream()
                        .map(option -> new OptionJson(option.key(), option.text(), actions.apply(option.action())))
                        .toList(),
                paper.seats(),
                paper.most(),
                paper.reasons().word(),
                paper.blocksToStop(),
                paper.shown().word(),
                paper.anonymous(),
                paper.template().word());
    }

    /**
     * What the options came to.
     *
     * @param winners keys; empty when nothing won
     * @param tied whether several led alike, so that nothing won
     * @param rounds of ranked options; votes in hundred-thousandths, -1 for who is out
     */
    public record RankingJson(List<LineJson> options, List<String> winners, boolean tied, List<RoundJson> rounds) {
        static RankingJson of(Ranking ranking) {
            List<LineJson> lines = new ArrayList<>();
            for (Ranking.Line line : ranking.lines()) {
                lines.add(new LineJson(Option.keyAt(lines.size()), line.points(), line.support()));
            }
            return new RankingJson(
                    lines,
                    keys(ranking.winners()),
                    ranking.tied(),
                    ranking.rounds().stream()
                            .map(round -> new RoundJson(
                                    round.votes(), keys(round.elected()), keys(round.excluded()), round.exhausted()))
                            .toList());
        }

        static Optional<RankingJson> of(Optional<Ranking> ranking) {
            return ranking.map(RankingJson::of);
        }
    }

    /** An option: what decides who leads, and people who are for it. */
    public record LineJson(String key, long points, long support) {}

    /** A round of a count of ranked ballots. */
    public record RoundJson(List<Long> votes, List<String> elected, List<String> excluded, long exhausted) {}

    private static List<String> keys(List<Integer> places) {
        return places.stream().map(Option::keyAt).toList();
    }
}
