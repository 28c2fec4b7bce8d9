package coop.pools.governance.domain;

import java.util.List;
import java.util.Optional;

/** Whether one marked paper speaks for what a vote came to, as the Pools of a Flood count their own people. */
final class Leaning {
    private Leaning() {}

    /**
     * True for, false against, empty for neither. Where there are options: whether it is for the one that leads; when
     * none leads alone, nobody is for it.
     */
    static Optional<Boolean> of(Mark mark, BallotPaper paper, Outcome people) {
        if (mark.choice() == Choice.ABSTAIN) {
            return Optional.empty();
        }
        if (!paper.method().hasOptions()) {
            return Optional.of(mark.choice() == Choice.AGREE);
        }
        Ranking ranking = people.ranking().orElseThrow();
        return Optional.of(ranking.winners().size() == 1
                && isFor(mark.marks(), paper, ranking, ranking.winners().get(0)));
    }

    private static boolean isFor(List<Integer> marks, BallotPaper paper, Ranking ranking, int winner) {
        if (!paper.method().ranks()) {
            return PointsCount.isFor(paper, marks.get(winner));
        }
        List<Long> last = ranking.rounds().get(ranking.rounds().size() - 1).votes();
        return TransferableVote.order(marks).stream()
                .filter(place -> last.get(place) >= 0)
                .findFirst()
                .filter(place -> place == winner)
                .isPresent();
    }
}
