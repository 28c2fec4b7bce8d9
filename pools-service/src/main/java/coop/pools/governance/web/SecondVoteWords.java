package coop.pools.governance.web;

import coop.pools.bylaws.FirstVote;
import coop.pools.governance.ProposalView;
import coop.pools.platform.web.InstantText;
import java.time.Instant;
import java.util.Locale;

/** The second of two votes in words: when it can be proposed, and when that time is over. */
final class SecondVoteWords {
    private SecondVoteWords() {}

    /** A sentence for the page of the first one; empty where none is to come. */
    static String of(ProposalView view, Instant now) {
        return view.unfollowed()
                .map(first -> "The second one " + words(first, now))
                .orElse("");
    }

    /** The same after a title. */
    static String when(FirstVote first, Instant now) {
        String words = words(first, now);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1, words.length() - 1);
    }

    private static String words(FirstVote first, Instant now) {
        String until = InstantText.of(first.secondUntil());
        if (now.isAfter(first.secondUntil())) {
            return "had to open by " + until + ".";
        }
        return now.isBefore(first.secondFrom())
                ? "can be proposed from " + InstantText.of(first.secondFrom()) + ", and has to open by " + until + "."
                : "has to open by " + until + ".";
    }
}
