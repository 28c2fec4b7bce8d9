package coop.pools.bench;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.ledger.BookName;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Cause;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.HashChain;
import coop.pools.ledger.domain.Head;
import coop.pools.ledger.domain.KnownHeads;
import coop.pools.ledger.domain.Verdict;
import coop.pools.ledger.web.BookFile;
import coop.pools.ledger.web.BookFileVerifier;
import coop.pools.ledger.web.BookFileWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * G14: verifying a book's file - chain, commitments, balances - against bare chaining of entries of 200 bytes on one core.
 */
final class LongFile implements Scenario {
    private static final ThreadMXBean CORE = ManagementFactory.getThreadMXBean();
    private static final int BARE = 200;
    private static final Instant START = Instant.parse("2026-01-01T00:00:00.000001Z");
    private static final Currency EUR = Currency.getInstance("EUR");

    private final UUID book = IdSource.derivedId("a long book");
    private Path file;
    private int entries;
    private byte[] head;

    @Override
    public String name() {
        return "G14: a long book in a file";
    }

    @Override
    public void open(Settings settings) throws IOException, GeneralSecurityException {
        entries = settings.entries();
        file = Files.createTempFile("pools-bench", ".jsonl");
        head = new Made(entries).end();
        Head stated = new Head(book, EUR, entries, head, START);
        BookName name = new BookName(book, BookName.Kind.POOL, "long", "A long book");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
            BookFileWriter.write(out, new BookFile(name, stated, START), new Made(entries));
        }
        bare(Math.min(entries, 1_000_000));
        verify();
    }

    /** The entries of a busy book: each contribution is booked and settled. */
    private final class Made implements Iterator<Entry> {
        private final int count;
        private int seq;
        private byte[] hash = HashChain.genesis(book, EUR);
        private UUID cause = new UUID(0, 0);

        Made(int count) {
            this.count = count;
        }

        byte[] end() {
            while (hasNext()) {
                next();
            }
            return hash;
        }

        @Override
        public boolean hasNext() {
            return seq < count;
        }

        @Override
        public Entry next() {
            int step = seq % 3;
            seq++;
            if (step == 0) {
                cause = new UUID(0x0199_0000_0000_7000L + seq, 0x8000_0000_0000_0000L + seq * 7L);
            }
            byte[] salt = new byte[16];
            salt[0] = (byte) seq;
            Entry.Memo memo = new Entry.Memo(salt, "Contribution of a member, number " + seq);
            Entry unhashed = new Entry(
                    book,
                    seq,
                    new Cause(step == 0 ? "contribution" : "settlement", cause),
                    step == 2 ? 1 : 0,
                    step == 0 ? Accounts.PENDING : step == 1 ? Accounts.CARD_FEES : Accounts.AVAILABLE,
                    step == 0 ? Accounts.CONTRIBUTIONS : Accounts.PENDING,
                    new Money(step == 0 ? 2500 : step == 1 ? 75 : 2425, EUR),
                    START.plusMillis(seq / 3),
                    "person:" + cause,
                    HashChain.commitment(salt, memo.text()),
                    new byte[0],
                    Optional.of(memo));
            hash = HashChain.hash(hash, unhashed);
            return unhashed.withHash(hash);
        }
    }

    @Override
    public void round(int number, Round round) throws IOException, GeneralSecurityException {
        int bareEntries = Math.max(1_000_000, entries);
        long begun = System.nanoTime();
        bare(bareEntries);
        double bare = bareEntries * 1e9 / (System.nanoTime() - begun);
        begun = System.nanoTime();
        long core = CORE.getCurrentThreadCpuTime();
        Verdict verdict = verify();
        double reading = verdict.entries() * 1e9 / (CORE.getCurrentThreadCpuTime() - core);
        double verified = verdict.entries() * 1e9 / (System.nanoTime() - begun);
        if (!verdict.isWhole()) {
            throw new IllegalStateException(verdict.fault().orElseThrow().words());
        }
        round.say(
                "bare chaining %,.0f/s, verification %,.0f entries/s (its reading core alone %,.0f)",
                bare, verified, reading);
        round.ratio(Goal.G14, verified / bare);
    }

    private static void bare(int count) throws GeneralSecurityException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        byte[] entry = "x".repeat(BARE).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < count; i++) {
            sha256.update(entry, 0, BARE);
            sha256.digest(entry, 0, 32);
        }
    }

    private Verdict verify() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return BookFileVerifier.verify(in, header -> KnownHeads.hash(head)).verdict();
        }
    }

    @Override
    public List<String> broken() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
