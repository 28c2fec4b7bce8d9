package coop.pools.governance.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The wordings that a proposal has had, and what changed between them. */
public final class Wordings {
    private static final int LONGEST = 2_000;

    private Wordings() {}

    /** A wording that was replaced. @param version from 1 */
    public record Earlier(
            int version, String title, String text, Action action, BallotPaper paper, Instant writtenAt) {}

    /** What became of a line. */
    public enum Fate {
        KEPT,
        REMOVED,
        ADDED
    }

    /** One line of a comparison. */
    public record Line(Fate fate, String text) {}

    /**
     * Compares line by line by the longest common run; texts of thousands of lines are shown as removed and added whole.
     */
    public static List<Line> compare(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        List<Line> lines = new ArrayList<>();
        if (old.size() > LONGEST || now.size() > LONGEST) {
            old.forEach(line -> lines.add(new Line(Fate.REMOVED, line)));
            now.forEach(line -> lines.add(new Line(Fate.ADDED, line)));
            return lines;
        }
        int[][] common = common(old, now);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                lines.add(new Line(Fate.KEPT, old.get(i)));
                i++;
                j++;
            } else if (j == now.size() || i < old.size() && common[i + 1][j] >= common[i][j + 1]) {
                lines.add(new Line(Fate.REMOVED, old.get(i++)));
            } else {
                lines.add(new Line(Fate.ADDED, now.get(j++)));
            }
        }
        return lines;
    }

    /** At [i][j] the length of the longest common sequence of what follows. */
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
