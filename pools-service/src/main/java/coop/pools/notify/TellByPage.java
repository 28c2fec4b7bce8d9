package coop.pools.notify;

import coop.pools.kernel.DueWork;
import coop.pools.kernel.IdSource;
import coop.pools.kernel.Notices;
import coop.pools.kernel.Transactions;
import coop.pools.notify.WordStore.Word;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Tells people about votes or rounds, each word once, page by page, each page in a transaction. */
public final class TellByPage implements DueWork {
    private static final String FIRST = "opened";
    private static final int PAGE = 200;
    private static final int MOST_PAGES = 5;
    /** A digest lies in between, mostly with a day to spare. */
    private static final Duration REMINDED_BEFORE = Duration.ofHours(48);

    private final Transactions transactions;
    private final WordStore words;
    private final Occasion occasion;
    private final Notices notices;
    private final Clock clock;

    TellByPage(Transactions transactions, WordStore words, Occasion occasion, Notices notices, Clock clock) {
        this.transactions = transactions;
        this.words = words;
        this.occasion = occasion;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "tell-of-" + occasion.word() + "s";
    }

    @Override
    public Lane lane() {
        return Lane.NOTICES;
    }

    @Override
    public int run(int atMost) {
        Instant now = clock.instant();
        int done = 0;
        for (UUID id : words.unplanned(atMost)) {
            done += transactions.inTransaction(() -> plan(id));
        }
        for (Word word : words.due(now, MOST_PAGES)) {
            done += transactions.inTransaction(() -> tellPage(word, now)) ? 1 : 0;
        }
        return done;
    }

    private int plan(UUID id) {
        Optional<Occasion.Span> span = occasion.span(id);
        if (span.isEmpty()) {
            return 0;
        }
        Instant opensAt = span.get().opensAt();
        Instant closesAt = span.get().closesAt();
        Duration half = Duration.between(opensAt, closesAt).dividedBy(2);
        Duration before = half.compareTo(REMINDED_BEFORE) < 0 ? half : REMINDED_BEFORE;
        return words.plan(id, FIRST, opensAt)
                + words.plan(id, "reminder", closesAt.minus(before))
                + words.plan(id, occasion.end(), closesAt);
    }

    private boolean tellPage(Word due, Instant now) {
        Optional<Word> held = words.lock(due.about(), due.kind());
        if (held.isEmpty()) {
            return false;
        }
        Word word = held.get();
        Occasion.Page page = occasion.page(word, PAGE, now);
        if (!page.told().isEmpty()) {
            List<Notices.Notice> told = page.notices().get();
            page.told()
                    .forEach(person -> told.forEach(notice -> notices.tell(
                            notice == told.get(0) ? idOf(word, person) : idOf(word, person, notice), person, notice)));
        }
        List<UUID> people = page.people();
        if (people.size() < PAGE) {
            words.finish(word.about(), word.kind(), now);
            if (word.kind().equals(FIRST)
                    && page.told().isEmpty()
                    && word.afterPerson().isEmpty()) {
                words.leaveOut(word.about(), now);
            }
        } else {
            words.advance(word.about(), word.kind(), people.get(PAGE - 1));
        }
        return true;
    }

    private UUID idOf(Word word, UUID person, Notices.Notice notice) {
        return IdSource.derivedId(
                occasion.word() + "-" + word.kind() + "-" + notice.kind(),
                word.about().toString(),
                person.toString());
    }

    private UUID idOf(Word word, UUID person) {
        return IdSource.derivedId(
                occasion.word() + "-" + word.kind(), word.about().toString(), person.toString());
    }
}
