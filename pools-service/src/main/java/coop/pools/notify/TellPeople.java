package coop.pools.notify;

import coop.pools.kernel.Notices;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Leaves word for people in the transaction of what it is about, so that neither is there without the other. The
 * sentence is made when it is told: it says what was true then.
 */
public final class TellPeople implements Notices {
    static final int LONGEST = 600;

    private final NoticeStore store;
    private final Function<Notice, String> words;
    private final Clock clock;
    private final Optional<QueueMail> mail;

    /** Without mail. */
    public TellPeople(NoticeStore store, Function<Notice, String> words, Clock clock) {
        this(store, words, clock, Optional.empty());
    }

    /** @param words the sentence of a notice, with its gaps filled */
    public TellPeople(NoticeStore store, Function<Notice, String> words, Clock clock, Optional<QueueMail> mail) {
        this.store = store;
        this.words = words;
        this.clock = clock;
        this.mail = mail;
    }

    @Override
    public void tell(UUID id, UUID person, Notice notice) {
        String text = words.apply(notice);
        Instant now = clock.instant();
        if (store.insert(id, person, notice.kind(), shortened(text), notice.path(), now) == 1) {
            mail.ifPresent(queue -> queue.pass(id, person, notice, now));
        }
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
