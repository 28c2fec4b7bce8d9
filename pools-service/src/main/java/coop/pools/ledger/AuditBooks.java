package coop.pools.ledger;

import coop.pools.kernel.DueWork;
import coop.pools.ledger.AuditStore.Watch;
import coop.pools.ledger.domain.Fault;
import coop.pools.ledger.domain.Freeze;
import coop.pools.ledger.domain.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running auditor: within five minutes of a change it verifies what was added to a book, and once a day the whole
 * book: chain, published heads, balances, and that contributions, refunds, disputes and payouts fit to it. What does not
 * hold stops the payouts of that book; a later clean audit does not let them go on, {@link LiftFreeze} does.
 */
public final class AuditBooks implements DueWork {
    private static final Logger LOG = LoggerFactory.getLogger(AuditBooks.class);
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final Duration WHOLE = Duration.ofDays(1);
    private static final int LONGEST = 500;

    private final VerifyBook verify;
    private final AuditStore audits;
    private final List<BookCheck> checks;
    private final Freezes freezes;
    private final Clock clock;

    public AuditBooks(VerifyBook verify, AuditStore audits, List<BookCheck> checks, Freezes freezes, Clock clock) {
        this.verify = verify;
        this.audits = audits;
        this.checks = List.copyOf(checks);
        this.freezes = freezes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "audit-books";
    }

    @Override
    public Lane lane() {
        return Lane.BOOKS;
    }

    @Override
    public int run(int atMost) {
        Instant now = clock.instant();
        List<UUID> due = audits.due(now.minus(PAUSE), now.minus(WHOLE), atMost);
        due.forEach(this::audit);
        return due.size();
    }

    private void audit(UUID book) {
        audits.startWatch(book);
        Watch watch = audits.watch(book).orElseThrow();
        Instant wholeSince = clock.instant().minus(WHOLE);
        boolean whole = watch.wholeAt().filter(wholeSince::isBefore).isEmpty();
        Optional<String> wrong = whole ? wholeBook(book) : whatWasAdded(book, watch);
        wrong.ifPresent(what -> breach(book, what));
    }

    /** Looks at the whole book now; answers what is wrong. */
    Optional<String> wholeBook(UUID book) {
        Verdict verdict = verify.verify(book);
        Optional<String> wrong = verdict.fault().map(Fault::words).or(() -> unfit(book, 0));
        if (wrong.isEmpty()) {
            audits.startWatch(book);
            good(book, verdict);
            audits.saveWhole(book, clock.instant());
        }
        return wrong;
    }

    private Optional<String> whatWasAdded(UUID book, Watch watch) {
        Verdict verdict = verify.verifyAfter(
                book, watch.auditedSeq(), watch.auditedHash().orElseThrow(), balances(watch.auditedBalances()));
        Optional<String> wrong = verdict.fault().map(Fault::words).or(() -> unfit(book, watch.auditedSeq()));
        if (wrong.isEmpty()) {
            good(book, verdict);
        }
        return wrong;
    }

    /** What looks wrong while others are at work is looked at again while nobody can book. */
    private Optional<String> unfit(UUID book, long afterSeq) {
        return checks.stream()
                .filter(check -> check.wrongWith(book, afterSeq).isPresent())
                .map(check -> verify.whileNobodyBooks(book, () -> check.wrongWith(book, afterSeq)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private void good(UUID book, Verdict verdict) {
        audits.saveGood(book, verdict.entries(), verdict.hash(), text(verdict.balances()), clock.instant());
    }

    private void breach(UUID book, String what) {
        String words = what.substring(0, Math.min(LONGEST, what.length()));
        LOG.error("the book {} is broken, its payouts are stopped: {}", book, words);
        audits.saveFault(book, words, clock.instant());
        freezes.freeze(book, Freeze.Reason.AUDIT, words);
    }

    private static String text(Map<String, Long> balances) {
        return new TreeMap<>(balances)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "\t" + entry.getValue())
                        .collect(Collectors.joining("\n"));
    }

    private static Map<String, Long> balances(String text) {
        return text.lines()
                .map(line -> line.split("\t", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Long.valueOf(pair[1])));
    }
}
