package coop.pools.notify;

import coop.pools.kernel.DueWork;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Notices;
import coop.pools.kernel.Transactions;
import coop.pools.notify.RoundWordStore.Word;
import coop.pools.round.ReadRounds;
import coop.pools.round.RoundView;
import coop.pools.round.domain.Round;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells people about rounds, each word once: who can be reached by mail learns that one has opened and what came of it;
 * who has something left to give is reminded once before the close. Page by page, each in a transaction.
 */
public final class TellOfRounds implements DueWork {
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 5;
    private static final Duration REMINDED_BEFORE = Duration.ofHours(48);

    private final Transactions transactions;
    private final RoundWordStore words;
    private final ReadRounds rounds;
    private final TellOfVotes.Telling telling;
    private final Clock clock;

    public TellOfRounds(
            Transactions transactions,
            RoundWordStore words,
            ReadRounds rounds,
            TellOfVotes.Telling telling,
            Clock clock) {
        this.transactions = transactions;
        this.words = words;
        this.rounds = rounds;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "tell-of-rounds";
    }

    @Override
    public int run(int atMost) {
        Instant now = clock.instant();
        int done = 0;
        for (UUID id : words.unplanned(atMost)) {
            done += transactions.inTransaction(() -> plan(rounds.find(id).orElseThrow()));
        }
        for (Word word : words.due(now, MOST_PAGES)) {
            done += transactions.inTransaction(() -> tellPage(word, now)) ? 1 : 0;
        }
        return done;
    }

    private int plan(Round round) {
        Duration half = Duration.between(round.opensAt(), round.closesAt()).dividedBy(2);
        Duration before = half.compareTo(REMINDED_BEFORE) < 0 ? half : REMINDED_BEFORE;
        return words.plan(round.id(), "opened", round.opensAt())
                + words.plan(round.id(), "reminder", round.closesAt().minus(before))
                + words.plan(round.id(), "ended", round.closesAt());
    }

    private boolean tellPage(Word due, Instant now) {
        Optional<Word> held = words.lock(due.roundId(), due.kind());
        if (held.isEmpty()) {
            return false;
        }
        Word word = held.get();
        Round round = rounds.find(word.roundId()).orElseThrow();
        boolean late = !word.kind().equals("ended") && (round.end().isPresent() || !now.isBefore(round.closesAt()));
        List<UUID> page = late ? List.of() : rounds.people(round, word.afterPerson(), PAGE);
        List<UUID> told = word.kind().equals("reminder")
                ? rounds.withSomethingLeft(round, page)
                : telling.addresses().reachable(page);
        if (!told.isEmpty()) {
            Notices.Notice notice = notice(word, rounds.one(round));
            told.forEach(person -> telling.notices().tell(idOf(word, person), person, notice));
        }
        if (page.size() < PAGE) {
            words.finish(word.roundId(), word.kind(), now);
        } else {
            words.advance(word.roundId(), word.kind(), page.get(PAGE - 1));
        }
        return true;
    }

    private static UUID idOf(Word word, UUID person) {
        return IdSource.derivedId("round-" + word.kind(), word.roundId().toString(), person.toString());
    }

    private static Notices.Notice notice(Word word, RoundView view) {
        Round round = view.round();
        return new Notices.Notice(
                kind(word, round),
                Map.of(
                        "body",
                        round.body(),
                        "title",
                        round.name(),
                        "share",
                        round.share(),
                        "funded",
                        view.funded(),
                        "closesAt",
                        round.closesAt()),
                "/rounds/" + round.id());
    }

    private static String kind(Word word, Round round) {
        return switch (word.kind()) {
            case "opened" -> "ROUND_OPENED";
            case "reminder" -> "ROUND_REMINDER";
            default -> round.end().orElseThrow().funded() ? "ROUND_FUNDED" : "ROUND_RETURNED";
        };
    }
}
