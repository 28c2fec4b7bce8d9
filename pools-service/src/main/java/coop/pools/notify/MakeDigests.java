package coop.pools.notify;

import coop.pools.kernel.DueWork;
import coop.pools.kernel.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Puts what waits for each person's digest into one mail, at most one a day; what they have read meanwhile is left out.
 * Also forgets old mail, whose links to end it have long been good.
 */
public final class MakeDigests implements DueWork {
    private static final Duration KEPT = Duration.ofDays(400);

    private final Transactions transactions;
    private final AddressStore addresses;
    private final MailStore mail;
    private final QueueMail queue;
    private final Clock clock;

    public MakeDigests(
            Transactions transactions, AddressStore addresses, MailStore mail, QueueMail queue, Clock clock) {
        this.transactions = transactions;
        this.addresses = addresses;
        this.mail = mail;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "make-digests";
    }

    @Override
    public Lane lane() {
        return Lane.NOTICES;
    }

    @Override
    public int run(int atMost) {
        Instant now = clock.instant();
        int made = 0;
        for (UUID person : addresses.digestsDue(now, atMost)) {
            made += transactions.inTransaction(() -> make(person, now));
        }
        if (made > 0) {
            transactions.inTransaction(() -> {
                mail.forgetItems(now.minus(KEPT));
                mail.forget(now.minus(KEPT));
            });
        }
        return made;
    }

    private int make(UUID person, Instant now) {
        if (addresses.takeDigest(person, now) == 0) {
            return 0;
        }
        UUID digest = queue.put(person, "digest", null, now);
        if (mail.fillDigest(person, digest) == 0) {
            mail.settle(digest, 0, "dropped", null, now);
        }
        mail.dropWaiting(person);
        return 1;
    }
}
