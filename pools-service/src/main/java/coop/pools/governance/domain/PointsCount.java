package coop.pools.governance.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * Counts marks that add up: choose one, approval, score, dots, times to meet. What has the most points leads; people
 * who are for an option are those who chose or approved it, gave it a dot, scored it with at least half of the highest
 * score, or could come.
 */
final class PointsCount {
    private PointsCount() {}

    static Ranking count(BallotPaper paper, List<List<Integer>> marked) {
        int options = paper.options().size();
        long[] points = new long[options];
        long[] support = new long[options];
        for (List<Integer> marks : marked) {
            for (int place = 0; place < options; place++) {
                int mark = marks.get(place);
                points[place] += mark;
                support[place] += isFor(paper, mark) ? 1 : 0;
            }
        }
        List<Ranking.Line> lines = new ArrayList<>();
        for (int place = 0; place < options; place++) {
            lines.add(new Ranking.Line(points[place], support[place]));
        }
        List<Integer> first = leaders(paper.method() == Method.MEETING_TIME ? bySupport(points, support) : points);
        boolean tied = first.size() > 1;
        return new Ranking(lines, tied && paper.method().binds() ? List.of() : first, tied, List.of());
    }

    static boolean isFor(BallotPaper paper, int mark) {
        return paper.method() == Method.SCORE ? 2 * mark >= paper.most() && mark > 0 : mark > 0;
    }

    /** Times: those when most can come, among them those that suit best. */
    private static long[] bySupport(long[] points, long[] support) {
        long[] order = new long[points.length];
        long more = 1;
        for (long each : points) {
            more = Math.max(more, each + 1);
        }
        for (int place = 0; place < order.length; place++) {
            order[place] = support[place] * more + points[place];
        }
        return order;
    }

    /** The places with the most; empty when nobody marked anything. */
    private static List<Integer> leaders(long[] points) {
        long most = 0;
        List<Integer> first = new ArrayList<>();
        for (int place = 0; place < points.length; place++) {
            if (points[place] > most) {
                most = points[place];
                first.clear();
            }
            if (points[place] == most && most > 0) {
                first.add(place);
            }
        }
        return first;
    }
}
