package coop.pools.governance;

import coop.pools.governance.domain.Action;
import coop.pools.governance.domain.BallotPaper;
import coop.pools.governance.domain.Option;
import coop.pools.kernel.Refused;
import java.util.Map;

/** Refuses ballot papers that cannot be voted on. */
final class PaperCheck {
    private PaperCheck() {}

    static void check(BallotPaper paper, Action action) {
        paper.fault().ifPresent(PaperCheck::refuse);
        for (Option option : paper.options()) {
            Wording.line("options", option.text(), 1, 120);
        }
        boolean carries = !(action instanceof Action.Statement);
        if (carries && (paper.method().hasOptions() || !paper.method().binds())) {
            refuse("action");
        }
    }

    private static void refuse(String field) {
        throw new Refused(GovernanceRefusal.PAPER_NOT_SOUND, Map.of("field", field));
    }
}
