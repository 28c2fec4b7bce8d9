package coop.pools.ledger.web;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.IdSource;
import coop.pools.kernel.Money;
import coop.pools.ledger.BookName;
import coop.pools.ledger.SampleBook;
import coop.pools.ledger.domain.Accounts;
import coop.pools.ledger.domain.Entry;
import coop.pools.ledger.domain.Verification;
import coop.pools.platform.web.MoneyText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookExportsTest {
    @TempDir
    Path folder;

    @Test
    void theJournalIsAsHledgerWantsIt() throws IOException {
        SampleBook book = SampleBook.of("EUR", 1);
        String hash3 = BookFile.HEX.formatHex(book.entries().get(2).hash());
        String text = journal(book, book.entries());
        assertThat(text).startsWith("; The book of Sample Pool, /pools/sample\n; 3 entries, head " + hash3 + "\n");
        assertThat(text).contains("\ncommodity 1000.00 EUR\n").contains("\naccount assets:held:available\n");
        assertThat(text)
                .contains("\n2026-03-01 * (2) settlement no. 2, \"quoted\", ü, =1+1"
                        + " / Card fee\n    ; seq:2-3, cause:settlement, id:"
                        + book.entries().get(1).cause().id() + ", actor:processor, hash:" + hash3 + "\n");
        assertThat(text)
                .containsPattern("\n    expenses:card-fees +0\\.30 EUR\n    assets:held:pending +-0\\.30 EUR\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "JPY", "KWD"})
    void hledgerAcceptsTheJournalAndComesToTheSameBalances(String currency) throws Exception {
        assumeHledger();
        SampleBook book = SampleBook.of(currency, 40);
        Path file = Files.writeString(folder.resolve("x.journal"), journal(book, book.entries()));
        assertThat(hledger("check", "--strict", "-f", file.toString())).isEmpty();
        Map<String, String> expected = new TreeMap<>();
        Verification.of(book.head(), book.entries().iterator()).balances().forEach((account, balance) -> {
            boolean debit = account.startsWith("assets") || account.startsWith("expenses");
            Money money = new Money(debit ? balance : -balance, book.currency);
            expected.put(account, money.isZero() ? "0" : MoneyText.plain(money) + " " + currency);
        });
        Map<String, String> answered = new TreeMap<>();
        String csv = hledger("balance", "--empty", "--no-total", "--output-format=csv", "-f", file.toString());
        csv.lines().skip(1).map(line -> line.replace("\"", "").split(",", 2)).forEach(cells -> {
            answered.put(cells[0], cells[1]);
        });
        assertThat(answered).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR", "JPY", "KWD"})
    void theBeancountFileOpensItsAccountsBalancesAndAsserts(String currency) throws Exception {
        SampleBook book = SampleBook.of(currency, 40);
        book.add("shortfall", IdSource.derivedId("s"), 0, Accounts.SHORTFALL, Accounts.AVAILABLE, 1);
        book.add("bucket", IdSource.derivedId("b"), 0, Accounts.bucket("trip-2026"), Accounts.AVAILABLE, 5);
        book.add("bucket", IdSource.derivedId("c"), 0, Accounts.stakeOf("9-lives"), Accounts.SHORTFALL, 5);
        String text = beancount(book, book.entries());
        assertThat(text).contains(" open Assets:Held:Bucket:Trip-2026 " + currency + "\n");
        assertThat(text).contains(" open Equity:Stakes:9-lives ").contains(" open Liabilities:Shortfall ");
        List<String> opened = names(text, " open ");
        assertThat(names(text, " balance ")).containsExactlyInAnyOrderElementsOf(opened);
        BigDecimal sum = text.lines()
                .filter(line -> line.startsWith("  ") && line.contains("  "))
                .filter(line -> line.matches("  [A-Z][A-Za-z0-9:-]+ {2}-?[0-9.]+ [A-Z]{3}"))
                .map(line -> new BigDecimal(line.strip().split(" +")[1]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isZero();
        assertThat(beanCheck(text)).isEmpty();
        String last = text.strip().lines().reduce((a, b) -> b).orElseThrow();
        if (isInstalled("bean-check")) {
            assertThat(beanCheck(text.replace(last, last.replaceFirst("  -?[0-9]", "  77"))))
                    .contains("Balance failed");
        }
    }

    @Test
    void wordsCannotBreakOutOfABeancountLine() throws Exception {
        SampleBook book = SampleBook.of("EUR", 12);
        List<String> nasty = List.of(
                "two\nlines\r\n2026-01-01 open Assets:Mine",
                "quote \" and backslash \\ and \\\"",
                "ends with a backslash \\",
                "#tag ^link ; comment {cost} @ price",
                "\u2028line\u2029separators\u0085",
                "",
                "emoji \uD83C\uDF0A and \u202Eright to left");
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : book.entries()) {
            entries.add(withWords(entry, nasty.get((int) (entry.seq() % nasty.size()))));
        }
        String text = beancount(book, entries);
        assertThat(text.lines().filter(line -> line.matches("2026-.* \\* .*")))
                .hasSize((int) entries.stream().map(Entry::cause).distinct().count());
        assertThat(beanCheck(text)).isEmpty();
    }

    @Test
    void anEmptyBookIsAGoodBeancountFile() throws Exception {
        SampleBook empty = new SampleBook("EUR");
        assertThat(beanCheck(beancount(empty, List.of()))).isEmpty();
    }

    private static List<String> names(String text, String word) {
        return text.lines()
                .filter(line -> line.startsWith("2026-") && line.contains(word))
                .map(line -> line.split(" +")[2])
                .toList();
    }

    private String beanCheck(String text) throws Exception {
        if (!isInstalled("bean-check")) {
            return "";
        }
        Path file = Files.writeString(folder.resolve("x.beancount"), text);
        return ran("bean-check", "--no-cache", file.toString());
    }

    private static String beancount(SampleBook book, List<Entry> entries) throws IOException {
        List<String> accounts = entries.stream()
                .flatMap(e -> java.util.stream.Stream.of(e.debit(), e.credit()))
                .distinct()
                .sorted()
                .toList();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BookFile file = new BookFile(book.name(), book.head(), SampleBook.OPENED);
        BeancountBook.write(out, file, accounts, entries.iterator());
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void wordsCannotBreakOutOfAJournalLine() throws Exception {
        SampleBook book = SampleBook.of("EUR", 12);
        List<String> nasty = List.of(
                "two\nlines\r\n2026-01-01 made up\n    assets:held:available  1000000.00 EUR\n    income:x",
                "; a comment",
                "date:nonsense, date2:2026-13-13",
                "[2026-99-99] [=1/1]",
                "(code) ! * =",
                "payee | note",
                "\t\t  tabs and  two spaces",
                "\u2028line\u2029separators\u0085",
                "",
                "@ 5 USD @@ {3} (= 7",
                "comment\nend comment\ninclude /etc/passwd",
                "emoji \uD83C\uDF0A and \u202Eright to left");
        List<Entry> entries = new ArrayList<>();
        for (Entry entry : book.entries()) {
            String words = nasty.get((int) (entry.seq() % nasty.size()));
            entries.add(withWords(entry, words));
        }
        String text = journal(book, entries);
        assertThat(text.lines().filter(line -> line.startsWith("2026-")))
                .as("one transaction a cause")
                .hasSize((int) entries.stream().map(Entry::cause).distinct().count());
        assumeHledger();
        Path file = Files.writeString(folder.resolve("nasty.journal"), text);
        assertThat(hledger("check", "--strict", "-f", file.toString())).isEmpty();
    }

    @Test
    void anErasedMemoIsSaidToBe() throws IOException {
        SampleBook book = SampleBook.of("EUR", 1);
        List<Entry> entries =
                book.entries().stream().map(e -> withMemo(e, Optional.empty())).toList();
        assertThat(journal(book, entries)).contains("(1) (words erased)\n");
    }

    @Test
    void theCsvIsQuotedAndSafeForSpreadsheets() throws IOException {
        SampleBook book = SampleBook.of("EUR", 1);
        List<Entry> entries = new ArrayList<>(book.entries());
        entries.set(1, withWords(entries.get(1), "=HYPERLINK(\"http://x\")"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CsvBook.write(out, entries.iterator());
        String[] lines = out.toString(StandardCharsets.UTF_8).split("\r\n", -1);
        assertThat(lines[0]).isEqualTo("seq,at,cause,cause_id,debit,credit,amount,currency,memo,actor,hash");
        assertThat(lines[1])
                .startsWith("1,2026-03-01T12:00:01.000001Z,contribution,")
                .contains(",assets:held:pending,income:contributions,10.01,EUR,"
                        + "\"contribution no. 1, \"\"quoted\"\", ü; =1+1\",processor,");
        assertThat(lines[2]).contains(",\"'=HYPERLINK(\"\"http://x\"\")\",");
        assertThat(lines).hasSize(5);
        assertThat(lines[4]).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1",
                "+1",
                "-1",
                "@x",
                "\tx",
                "\rx",
                "\nx",
                "  =1",
                "\u00a0=1",
                "\u200b@x",
                "\uff1d1",
                " \uff0b1",
                "\ufeff-1"
            })
    void whatASpreadsheetWouldCalculateGetsAnApostrophe(String text) {
        assertThat(CsvBook.cell(text)).matches("(?s)\"?'" + java.util.regex.Pattern.quote(text) + "\"?");
    }

    private static String journal(SampleBook book, List<Entry> entries) throws IOException {
        List<String> accounts = entries.stream()
                .flatMap(e -> java.util.stream.Stream.of(e.debit(), e.credit()))
                .distinct()
                .sorted()
                .collect(Collectors.toList());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BookName name = book.name();
        JournalBook.write(out, new BookFile(name, book.head(), SampleBook.OPENED), accounts, entries.iterator());
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Entry withWords(Entry e, String words) {
        return withMemo(e, Optional.of(new Entry.Memo(new byte[16], words)));
    }

    private static Entry withMemo(Entry e, Optional<Entry.Memo> memo) {
        return new Entry(
                e.book(),
                e.seq(),
                e.cause(),
                e.leg(),
                e.debit(),
                e.credit(),
                e.amount(),
                e.at(),
                e.actor(),
                e.memoHash(),
                e.hash(),
                memo);
    }

    private static void assumeHledger() {
        Assumptions.assumeTrue(isInstalled("hledger"), "hledger is not installed here");
    }

    private static boolean isInstalled(String program) {
        String[] folders = System.getenv("PATH").split(java.io.File.pathSeparator);
        return java.util.Arrays.stream(folders)
                .anyMatch(place -> Files.isExecutable(Path.of(place).resolve(program)));
    }

    private String hledger(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("hledger"));
        command.addAll(List.of(arguments));
        return ran(command.toArray(String[]::new));
    }

    private String ran(String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().put("HOME", folder.toString());
        Process process = builder.start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
