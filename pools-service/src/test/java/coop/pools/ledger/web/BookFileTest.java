package coop.pools.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import coop.pools.ledger.SampleBook;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.Fault;
import coop.pools.ledger.domain.KnownHeads;
import coop.pools.ledger.domain.SignedHead;
import coop.pools.ledger.domain.UnreadableEntry;
import coop.pools.ledger.domain.Verdict;
import coop.pools.ledger.domain.Verification;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BookFileTest {
    private final SampleBook book = SampleBook.of("EUR", 4);

    @Test
    void aWrittenBookReadsBackAndVerifies() throws IOException {
        byte[] bytes = written(book);
        try (BookFileReader reader = new BookFileReader(new ByteArrayInputStream(bytes))) {
            assertThat(reader.file().name()).isEqualTo(book.name());
            assertThat(reader.file().head()).usingRecursiveComparison().isEqualTo(book.head());
            for (Entry entry : book.entries()) {
                assertThat(reader.next()).usingRecursiveComparison().isEqualTo(entry);
            }
            assertThat(reader.hasNext()).isFalse();
        }
        assertThat(verify(bytes).fault()).isEmpty();
        assertThat(new String(bytes, StandardCharsets.UTF_8).lines())
                .hasSize(1 + book.entries().size());
    }

    @Property(tries = 400)
    void anyChangedByteOfAnEntryIsFoundAndItsEntryNamed(
            @ForAll @IntRange(max = 1_000_000) int where, @ForAll @IntRange(min = 1, max = 127) int change)
            throws IOException {
        byte[] bytes = written(book);
        int start = Arrays.asList(boxed(bytes)).indexOf((byte) '\n') + 1;
        int at = start + where % (bytes.length - start);
        if (bytes[at] == '\n') {
            return;
        }
        long line = 1 + newlines(bytes, start, at);
        bytes[at] ^= (byte) change;
        assertThat(verify(bytes).fault().orElseThrow().seq()).isEqualTo(line);
    }

    @Property(tries = 100)
    void aFileCutAnywhereIsFoundAndTheFirstMissingEntryNamed(@ForAll @IntRange(max = 1_000_000) int where)
            throws IOException {
        byte[] bytes = written(book);
        int start = Arrays.asList(boxed(bytes)).indexOf((byte) '\n') + 1;
        int length = start + where % (bytes.length - start - 1);
        long whole = newlines(bytes, start, length) + (bytes[length] == '\n' ? 1 : 0);
        assertThat(verify(Arrays.copyOf(bytes, length)).fault().orElseThrow().seq())
                .isEqualTo(whole + 1);
    }

    @Test
    void theBytesAreThoseThatAJsonLibraryWouldWrite() throws IOException {
        List<Instant> moments = List.of(
                Instant.EPOCH,
                Instant.parse("2026-03-01T00:00:00.120Z"),
                Instant.parse("2026-03-01T00:00:00.000001Z"),
                Instant.parse("2026-03-01T00:00:00.100000009Z"),
                Instant.parse("2026-03-01T23:59:59Z"));
        List<String> texts = List.of("plain", "\"q\" \\ /", "tab\t\n\u0001", "\u00e4\u20ac\ud83c\udf0a", "\u007f");
        for (int i = 0; i < moments.size(); i++) {
            Entry e = book.entries().get(i);
            Entry entry = new Entry(
                    e.book(),
                    e.seq(),
                    e.cause(),
                    e.leg(),
                    e.debit(),
                    e.credit(),
                    e.amount(),
                    moments.get(i),
                    e.actor(),
                    e.memoHash(),
                    e.hash(),
                    Optional.of(new Entry.Memo(new byte[16], texts.get(i))));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            EntryBytes bytes = new EntryBytes(out);
            bytes.write(entry);
            bytes.flush();
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("seq", entry.seq());
            fields.put("causeKind", entry.cause().kind());
            fields.put("causeId", entry.cause().id().toString());
            fields.put("leg", entry.leg());
            fields.put("debit", entry.debit());
            fields.put("credit", entry.credit());
            fields.put("amountMinor", entry.amount().minorUnits());
            fields.put("at", entry.at().toString());
            fields.put("actor", entry.actor());
            fields.put("memoHash", BookFile.HEX.formatHex(entry.memoHash()));
            fields.put("salt", BookFile.HEX.formatHex(new byte[16]));
            fields.put("memo", texts.get(i));
            fields.put("hash", BookFile.HEX.formatHex(entry.hash()));
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .isEqualTo("\n" + new ObjectMapper().writeValueAsString(fields));
        }
    }

    @Test
    void unusualLinesAreReadPatientlyAndAreAsGood() throws IOException {
        List<String> lines =
                new String(written(book), StandardCharsets.UTF_8).lines().toList();
        String spaced = lines.get(5).replace("\"leg\":", "\"leg\" : ");
        String escaped = lines.get(7).replace("\"memo\":\"c", "\"memo\":\"\\u0063");
        assertThat(spaced).isNotEqualTo(lines.get(5));
        for (String odd : List.of(spaced, escaped)) {
            List<String> changed = new ArrayList<>(lines);
            changed.set(odd.equals(spaced) ? 5 : 7, odd);
            byte[] bytes = String.join("\n", changed).getBytes(StandardCharsets.UTF_8);
            assertThat(verify(bytes).fault()).as(odd).isEmpty();
        }
        byte[] pretty = new String(written(book), StandardCharsets.UTF_8)
                .replace(",\"name\"", ",\n\"name\"")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(verify(pretty).fault()).isEmpty();
    }

    @Test
    void aBookLongerThanTheBufferIsVerifiedOnItsBytes() throws IOException {
        SampleBook large = SampleBook.of("EUR", 2000);
        Verdict verdict = verify(written(large));
        assertThat(verdict.fault()).isEmpty();
        assertThat(verdict.entries()).isEqualTo(large.entries().size());
    }

    @Test
    void aWrongHashFarInALongBookIsNamed() throws IOException {
        SampleBook large = SampleBook.of("EUR", 3000);
        byte[] good = written(large);
        assertThat(good.length).isGreaterThan(4 << 20);
        for (long seq : new long[] {2, 1500, 2200, 5000, large.entries().size()}) {
            byte[] bytes = good.clone();
            int line = 0;
            int at = 0;
            while (line < seq) {
                line += bytes[at++] == '\n' ? 1 : 0;
            }
            int actor = new String(bytes, at, Math.min(600, bytes.length - at), StandardCharsets.ISO_8859_1)
                    .indexOf("processor");
            bytes[at + actor] = 'P';
            assertThat(verify(bytes).fault().orElseThrow().seq()).isEqualTo(seq);
        }
    }

    @Test
    void linesTakenOutDoubledOrSwappedWhereTwoPartsOfAFileMeetAreNamed() throws IOException {
        byte[] good = written(SampleBook.of("EUR", 200));
        assertThat(good.length).isGreaterThan(2 * FilePart.SIZE);
        List<String> lines = new String(good, StandardCharsets.UTF_8).lines().toList();
        int last = (int) newlines(good, 0, FilePart.SIZE) - 1;
        for (int seq = last - 1; seq <= last + 2; seq++) {
            List<String> without = new ArrayList<>(lines);
            without.remove(seq);
            assertThat(faultIn(without)).isEqualTo(seq);
            List<String> doubled = new ArrayList<>(lines);
            doubled.add(seq, lines.get(seq));
            assertThat(faultIn(doubled)).isEqualTo(seq + 1);
            List<String> swapped = new ArrayList<>(lines);
            Collections.swap(swapped, seq, seq + 1);
            assertThat(faultIn(swapped)).isEqualTo(seq);
        }
        assertThat(faultIn(lines.subList(0, last + 1))).isEqualTo(last + 1);
    }

    private static long faultIn(List<String> lines) throws IOException {
        byte[] bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        return verify(bytes).fault().orElseThrow().seq();
    }

    @Test
    void keptHeadsAreFoundOrMissedWhereverTheyStand() throws IOException {
        SampleBook large = SampleBook.of("EUR", 200);
        byte[] bytes = written(large);
        int last = (int) newlines(bytes, 0, FilePart.SIZE) - 1;
        for (int seq : new int[] {1, last, last + 1, large.entries().size()}) {
            byte[] hash = large.entries().get(seq - 1).hash();
            byte[] other = hash.clone();
            other[31] ^= 1;
            assertThat(faultWith(bytes, KnownHeads.hash(hash))).isEmpty();
            assertThat(faultWith(bytes, KnownHeads.hash(other)))
                    .contains(large.entries().size() + 1L);
            assertThat(faultWith(bytes, KnownHeads.of(List.of(kept(large, seq, hash)))))
                    .isEmpty();
            assertThat(faultWith(bytes, KnownHeads.of(List.of(kept(large, seq, other)))))
                    .contains((long) seq);
        }
    }

    private static SignedHead kept(SampleBook book, int seq, byte[] hash) {
        return new SignedHead(book.id, seq, hash, SampleBook.OPENED, "key", new byte[64]);
    }

    private static Optional<Long> faultWith(byte[] bytes, KnownHeads known) throws IOException {
        return BookFileVerifier.verify(new ByteArrayInputStream(bytes), file -> known)
                .verdict()
                .fault()
                .map(Fault::seq);
    }

    @Test
    void linesThatAreNotEntriesAreNamedAndNeverAnAccident() throws IOException {
        List<String> lines =
                new String(written(book), StandardCharsets.UTF_8).lines().toList();
        for (String odd : List.of(
                "[]",
                "1",
                "null",
                "{}",
                "{\"seq\":",
                "{\"seq\":2,\"seq\":2}",
                "\u0000",
                lines.get(2).replace("\"leg\":", "\"more\":1,\"leg\":"),
                lines.get(2).replace("\"seq\":2", "\"seq\":\"2\""),
                lines.get(2).replace("\"seq\":2", "\"seq\":99999999999999999999"),
                lines.get(2).replace("\"seq\":2", "\"seq\":2.0"),
                lines.get(2).replaceAll("\"salt\":\"[^\"]*\",", ""))) {
            String text = lines.get(0) + "\n" + lines.get(1) + "\n" + odd + "\n" + lines.get(3);
            Fault fault = verify(text.getBytes(StandardCharsets.UTF_8)).fault().orElseThrow();
            assertThat(fault.seq()).as(odd).isEqualTo(2);
        }
    }

    @Test
    void aFileThatIsNotABookIsRefused() {
        for (String odd : List.of("", "hello", "{}", "[1]", "{\"format\":\"pools-book-9\"}", "\u00ff\u0000")) {
            assertThatThrownBy(() -> new BookFileReader(new ByteArrayInputStream(odd.getBytes(StandardCharsets.UTF_8))))
                    .as(odd)
                    .isInstanceOf(UnreadableEntry.class);
        }
    }

    static byte[] written(SampleBook book) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BookFile file = new BookFile(book.name(), book.head(), SampleBook.OPENED);
        BookFileWriter.write(out, file, book.entries().iterator());
        return out.toByteArray();
    }

    private static Verdict verify(byte[] bytes) throws IOException {
        Verdict fast = verdictOfVerifier(bytes);
        try (BookFileReader reader = new BookFileReader(new ByteArrayInputStream(bytes))) {
            Verdict patient = Verification.of(reader.file().head(), reader);
            assertThat(fast).usingRecursiveComparison().ignoringFields("fault").isEqualTo(patient);
            assertThat(fast.fault().map(Fault::seq)).isEqualTo(patient.fault().map(Fault::seq));
            return patient;
        }
    }

    private static Verdict verdictOfVerifier(byte[] bytes) throws IOException {
        return BookFileVerifier.verify(new ByteArrayInputStream(bytes), file -> KnownHeads.none())
                .verdict();
    }

    private static long newlines(byte[] bytes, int from, int to) {
        long count = 0;
        for (int i = from; i < to; i++) {
            count += bytes[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    private static Byte[] boxed(byte[] bytes) {
        Byte[] result = new Byte[bytes.length];
        Arrays.setAll(result, i -> bytes[i]);
        return result;
    }
}
