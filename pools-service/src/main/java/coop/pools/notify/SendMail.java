package coop.pools.notify;

import coop.pools.integrations.mail.Letter;
import coop.pools.integrations.mail.MailFailure;
import coop.pools.integrations.mail.MailServer;
import coop.pools.kernel.DueWork;
import coop.pools.kernel.Transactions;
import coop.pools.notify.MailStore.Mail;
import coop.pools.notify.domain.Post;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outbox: leases one mail after the other, hands each to the mail server outside any transaction, and
 * writes down what came of it. A crash between the two sends the mail once more when its lease is over, with the same
 * message id, by which mail programs know it for the same. Mail that fails again and again is set aside.
 */
public final class SendMail implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(SendMail.class);
    /** Longer than all time limits of one hand-over together. */
    private static final Duration LEASE = Duration.ofMinutes(10);
    /** How long to leave a server alone that could not be reached. */
    private static final Duration REST = Duration.ofMinutes(1);

    private final Transactions transactions;
    private final MailStore mail;
    private final WriteLetter write;
    private final MailServer server;
    private final Clock clock;
    private volatile Instant restUntil = Instant.MIN;

    public SendMail(Transactions transactions, MailStore mail, WriteLetter write, MailServer server, Clock clock) {
        this.transactions = transactions;
        this.mail = mail;
        this.write = write;
        this.server = server;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "send-mail";
    }

    @Override
    public Lane lane() {
        return Lane.MAIL;
    }

    @Override
    public int run(int atMost) {
        int done = 0;
        while (done < atMost && !clock.instant().isBefore(restUntil) && sendOne()) {
            done++;
        }
        return done;
    }

    private boolean sendOne() {
        Optional<Mail> taken = transactions.inTransaction(this::take);
        taken.ifPresent(this::send);
        return taken.isPresent();
    }

    private Optional<Mail> take() {
        Instant now = clock.instant();
        Optional<Mail> due = mail.lockDue(now);
        due.ifPresent(each -> mail.lease(each.id(), now.plus(LEASE)));
        return due;
    }

    private void send(Mail taken) {
        int attempts = taken.attempts() + 1;
        try {
            handOver(taken, attempts);
        } catch (MailFailure e) {
            if (e.kind() == MailFailure.Kind.UNREACHABLE) {
                restUntil = clock.instant().plus(REST);
            }
            transactions.inTransaction(() -> failed(taken, attempts, e));
        }
    }

    private void handOver(Mail taken, int attempts) throws MailFailure {
        if (taken.attempts() >= Post.MOST_ATTEMPTS) {
            throw new MailFailure(MailFailure.Kind.REFUSED, "begun too often and never finished", null);
        }
        Optional<Letter> letter;
        try {
            letter = transactions.inTransaction(() -> write.write(taken, clock.instant()));
        } catch (RuntimeException e) {
            throw new MailFailure(MailFailure.Kind.LATER, "could not be written", e);
        }
        if (letter.isPresent()) {
            server.send(letter.get());
        }
        String state = letter.isPresent() ? "sent" : "dropped";
        transactions.inTransaction(() -> mail.settle(taken.id(), attempts, state, null, clock.instant()));
    }

    private int failed(Mail failed, int attempts, MailFailure why) {
        Instant now = clock.instant();
        Optional<Duration> pause =
                why.kind() == MailFailure.Kind.REFUSED ? Optional.empty() : Post.pauseAfter(attempts);
        if (pause.isPresent()) {
            LOG.info("mail {}: {}; tried again later", failed.id(), why.getMessage());
            return mail.postpone(failed.id(), attempts, now.plus(pause.get()), why.getMessage());
        }
        LOG.warn("mail {} is set aside: {}", failed.id(), why.getMessage(), why.getCause());
        return mail.settle(failed.id(), attempts, "aside", why.getMessage(), now);
    }
}
