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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Currency;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * G14: verifying a book's file - chain, commitments, balances - against bare chaining of entries of 200 bytes on one core.
 */
final class LongFile implements Scenario {
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
        head = write(file, entries);
        bare(Math.min(entries, 1_000_000));
        verify(file, head);
    }

    /** Writes a book and answers its head. */
    private byte[] write(Path to, int count) throws IOException {
        byte[] end = new Made(count).end();
        BookName name = new BookName(book, BookName.Kind.POOL, "long", "A long book");
        BookFile made = new BookFile(name, new Head(book, EUR, count, end, START), START);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(to), 1 << 16)) {
            BookFileWriter.write(out, made, new Made(count));
        }
        return end;
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
        double cpu = CpuTime.own();
        long begun = System.nanoTime();
        bare(bareEntries);
        double bare = bareEntries * 1e9 / (System.nanoTime() - begun);
        double bareCpu = (CpuTime.own() - cpu) / bareEntries;
        cpu = CpuTime.own();
        begun = System.nanoTime();
        Verdict verdict = verify(file, head);
        double verified = verdict.entries() * 1e9 / (System.nanoTime() - begun);
        double verifiedCpu = (CpuTime.own() - cpu) / verdict.entries();
        round.say("bare chaining %,.0f/s (processor: %.2f us each)", bare, bareCpu);
        round.say(
                "verification %,.0f entries/s (processor: %.2f us each; with two free cores %.3f of bare chaining)",
                verified, verifiedCpu, 2 * bareCpu / verifiedCpu);
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

    private static Verdict verify(Path file, byte[] head) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            Verdict verdict =
                    BookFileVerifier.verify(in, header -> KnownHeads.hash(head)).verdict();
            verdict.fault().ifPresent(fault -> {
                throw new IllegalStateException(fault.words());
            });
            return verdict;
        }
    }

    /** Verifies the file with the head, as a process of its own. */
    public static void main(String[] fileAndHead) throws IOException {
        verify(Path.of(fileAndHead[0]), HexFormat.of().parseHex(fileAndHead[1]));
        PeakMemory.tell();
    }

    @Override
    public Optional<Long> megabytes() throws IOException, InterruptedException {
        Path small = Files.createTempFile("pools-bench", ".jsonl");
        try {
            byte[] end = write(small, 1000);
            return PeakMemory.beyondBare(
                    LongFile.class,
                    List.of(file.toString(), HexFormat.of().formatHex(head)),
                    List.of(small.toString(), HexFormat.of().formatHex(end)));
        } finally {
            Files.delete(small);
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
