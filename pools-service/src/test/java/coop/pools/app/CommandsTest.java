package coop.pools.app;

import static org.assertj.core.api.Assertions.assertThat;

import coop.pools.kernel.IdSource;
import coop.pools.ledger.BookName;
import coop.pools.ledger.BooksInDatabase;
import coop.pools.ledger.KeySeal;
import coop.pools.ledger.ReadHeads;
import coop.pools.ledger.SampleBook;
import coop.pools.ledger.SigningKeys;
import coop.pools.ledger.domain.SignedHead;
import coop.pools.ledger.sql.SqlHeadStore;
import coop.pools.ledger.web.BookFile;
import coop.pools.ledger.web.BookFileWriter;
import coop.pools.platform.db.DatabaseUrl;
import coop.pools.platform.db.Durability;
import coop.pools.platform.db.JdbiTransactions;
import coop.pools.platform.db.PoolsJdbi;
import coop.pools.testing.TestDatabase;
import coop.pools.testing.TestDatabases;
import io.dropwizard.core.cli.Cli;
import io.dropwizard.core.setup.Bootstrap;
import io.dropwizard.util.JarLocation;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    Path folder;

    @Test
    void aDatabaseInAFileIsMigratedExportedAndVerified() throws Exception {
        String config = config("jdbc:h2:file:" + folder.resolve("pools"), "sa", "");
        assertThat(run("verify-ledger", config).failure()).contains("There is no database yet");
        assertThat(folder.resolve("pools.mv.db")).doesNotExist();

        assertThat(run("migrate", config).lines()).hasSize(1).allMatch(line -> line.matches("[0-9]+ migrations run"));
        assertThat(run("migrate", config).lines()).containsExactly("the schema is the newest already");
        assertThat(run("verify-ledger", config).lines()).isEmpty();

        SampleBook sample = SampleBook.of("EUR", 4);
        String head = fill("jdbc:h2:file:" + folder.resolve("pools"), sample);
        assertThat(run("verify-ledger", config).lines())
                .containsExactlyInAnyOrder(
                        "ok  sunday-readers  14 entries  head " + head,
                        "ok  river  0 entries  head " + genesis(config));

        Path file = folder.resolve("readers.jsonl");
        assertThat(run("export", config, "--pool", "sunday-readers", "--to", file.toString())
                        .lines())
                .containsExactly("wrote " + file + "  14 entries  head " + head);
        assertThat(run("verify-ledger", "--export", file.toString()).lines())
                .hasSize(3)
                .startsWith("ok  sunday-readers  14 entries  head " + head);
        assertThat(run("export", config, "--flood", "river", "--to", file.toString())
                        .lines())
                .hasSize(1);
        assertThat(run("verify-ledger", "--export", file.toString()).lines().get(0))
                .startsWith("ok  river  0 entries");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(path -> path.getFileName().toString())).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void aDatabaseInUseIsSaidToBe() throws Exception {
        String url = "jdbc:h2:file:" + folder.resolve("pools");
        String config = config(url, "sa", "");
        run("migrate", config);
        ProcessBuilder other = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HoldsDatabase.class.getName(),
                url);
        Process process = other.redirectErrorStream(true).start();
        try {
            assertThat(process.getInputStream().read()).isEqualTo('o');
            for (String command : List.of("verify-ledger", "migrate")) {
                assertThat(run(command, config).failure()).as(command).contains("a server is running on it");
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void aBadBookIsNamedAndTheOthersAreVerifiedAllTheSame() throws Exception {
        try (TestDatabase db = TestDatabases.postgresql()) {
            BooksInDatabase books = new BooksInDatabase(db, "EUR").post(SampleBook.of("EUR", 4));
            books.tamper("update transfer set amount = amount + 1 where book_id = BOOK and seq = 9");
            Ran ran = run("verify-ledger", config(db.url(), db.user(), db.password()));
            assertThat(ran.lines()).hasSize(2).anyMatch(line -> line.startsWith("BAD sunday-readers  entry 9: "));
            assertThat(ran.lines()).anyMatch(line -> line.startsWith("ok  river"));
            assertThat(ran.failure()).isEqualTo("1 of 2 books not whole.");
        }
    }

    @Test
    void keptHeadsAndTheirSignaturesAreChecked() throws Exception {
        try (TestDatabase db = TestDatabases.h2()) {
            BooksInDatabase books = new BooksInDatabase(db, "EUR").post(SampleBook.of("EUR", 4));
            IdSource ids = new IdSource(Clock.systemUTC(), new SecureRandom());
            SigningKeys keys = new SigningKeys(
                    db.transactions(), db.store(SqlHeadStore.class), new KeySeal("", ids), Clock.systemUTC());
            SignedHead signed = new ReadHeads(books.store, db.store(SqlHeadStore.class), keys).present(books.pool);
            String key = Base64.getEncoder().encodeToString(keys.all().get(0).publicKey());
            Path file = folder.resolve("book.jsonl");
            run(
                    "export",
                    config(db.url(), db.user(), db.password()),
                    "--pool",
                    "sunday-readers",
                    "--to",
                    file.toString());

            String head = headFile(signed, signed.signature());
            assertThat(verify(file, head, "--key", key).lines())
                    .hasSize(3)
                    .contains("ok  1 published head, signatures good");
            assertThat(verify(file, head).lines().get(1)).contains("signatures not checked");
            Path keyFile =
                    Files.writeString(folder.resolve("keys.json"), "{\"keys\":[{\"publicKey\":\"" + key + "\"}]}");
            assertThat(verify(file, head, "--key", keyFile.toString()).lines()).hasSize(3);

            byte[] forged = signed.signature().clone();
            forged[7] ^= 1;
            Ran caught = verify(file, headFile(signed, forged), "--key", key);
            assertThat(caught.failure()).contains("forged or altered");
            keys.renew();
            String newKey = Base64.getEncoder().encodeToString(keys.all().get(0).publicKey());
            assertThat(verify(file, head, "--key", newKey).failure()).contains("not signed with a key that was given");

            SampleBook other = SampleBook.of("EUR", 5);
            Path anew = folder.resolve("anew.jsonl");
            try (OutputStream out = Files.newOutputStream(anew)) {
                BookFile rewritten = new BookFile(other.name(), other.head(), SampleBook.OPENED);
                BookFileWriter.write(out, rewritten, other.entries().iterator());
            }
            assertThat(run("verify-ledger", "--export", anew.toString()).lines().get(0))
                    .startsWith("ok  sample");
            SignedHead published =
                    new SignedHead(other.id, 9, signed.hash(), signed.at(), signed.keyId(), signed.signature());
            Ran rewritten = verify(anew, headFile(published, published.signature()));
            assertThat(rewritten.lines().get(0))
                    .startsWith("BAD sample  entry 9: ")
                    .contains("written anew");
            assertThat(verify(anew, head).failure()).contains("None of the given heads is of the book");
        }
    }

    private Ran verify(Path file, String head, String... more) throws Exception {
        List<String> words = new ArrayList<>(List.of("verify-ledger", "--export", file.toString(), "--head", head));
        words.addAll(List.of(more));
        return run(words.toArray(String[]::new));
    }

    private String headFile(SignedHead head, byte[] signature) throws IOException {
        String json = String.format(
                "{\"book\":\"%s\",\"seq\":%d,\"hash\":\"%s\",\"at\":\"%s\",\"keyId\":\"%s\",\"signature\":\"%s\"}",
                head.book(),
                head.seq(),
                hex(head.hash()),
                head.at(),
                head.keyId(),
                Base64.getEncoder().encodeToString(signature));
        return Files.writeString(Files.createTempFile(folder, "head", ".json"), json)
                .toString();
    }

    @Test
    void aTamperedFileIsNamedAndACutOneIsCaughtByThePublishedHead() throws Exception {
        try (TestDatabase db = TestDatabases.h2()) {
            BooksInDatabase books = new BooksInDatabase(db, "JPY").post(SampleBook.of("JPY", 4));
            Path file = folder.resolve("book.jsonl");
            String config = config(db.url(), db.user(), db.password());
            run("export", config, "--pool", "sunday-readers", "--to", file.toString());
            String head = hex(books.store.book(books.pool).orElseThrow().hash());
            List<String> lines = Files.readAllLines(file);

            Path edited = folder.resolve("edited.jsonl");
            Files.writeString(edited, String.join("\n", lines).replace("\"amountMinor\":1003", "\"amountMinor\":9003"));
            Ran ran = run("verify-ledger", "--export", edited.toString());
            assertThat(ran.lines().get(0)).startsWith("BAD sunday-readers  entry 7: ");
            assertThat(ran.failure()).contains("not whole");

            String before = Pattern.compile("\"hash\":\"([0-9a-f]+)\"}$")
                    .matcher(lines.get(12))
                    .results()
                    .findFirst()
                    .orElseThrow()
                    .group(1);
            Path cut = folder.resolve("cut.jsonl");
            Files.writeString(
                    cut,
                    String.join("\n", lines.subList(0, 13))
                            .replace("{\"seq\":14,\"hash\":\"" + head, "{\"seq\":12,\"hash\":\"" + before));
            List<String> alone =
                    run("verify-ledger", "--export", cut.toString()).lines();
            assertThat(alone.get(0)).startsWith("ok  sunday-readers  12 entries");
            assertThat(alone.get(1)).as("what a file alone does not show").contains("whether the end was cut off");
            Ran caught = run("verify-ledger", "--export", cut.toString(), "--head", head);
            assertThat(caught.lines().get(0)).startsWith("BAD sunday-readers  entry 13: ");
            List<String> newer = run("verify-ledger", "--export", file.toString(), "--head", before)
                    .lines();
            assertThat(newer.get(0)).startsWith("ok  ");
            assertThat(newer.get(1)).contains("entries from 13 on are newer than any given head");
            assertThat(run("verify-ledger", "--export", file.toString(), "--head", head)
                            .lines())
                    .as("all of it was published")
                    .hasSize(2);
        }
    }

    @Test
    void aFilesNameIsOnlySaidAndAnotherPathThanThePublishedOneIsNamed() throws Exception {
        SampleBook book = SampleBook.of("EUR", 4);
        Path file = folder.resolve("renamed.jsonl");
        BookName renamed = new BookName(book.id, BookName.Kind.POOL, "sample", "Another\u001b[31m name");
        try (OutputStream out = Files.newOutputStream(file)) {
            BookFileWriter.write(
                    out,
                    new BookFile(renamed, book.head(), SampleBook.OPENED),
                    book.entries().iterator());
        }
        assertThat(run("verify-ledger", "--export", file.toString()).lines().get(2))
                .startsWith("but  the header is in no hash: that this is /pools/sample, \"Another")
                .endsWith("The book is " + book.id)
                .doesNotContain("\u001b");
        SignedHead head = new SignedHead(book.id, 14, book.head().hash(), SampleBook.OPENED, "k", new byte[64]);
        String one = Files.readString(Path.of(headFile(head, head.signature())));
        Path heads = Files.writeString(
                folder.resolve("heads.json"), "{\"heads\":[{\"path\":\"/pools/original\",\"head\":" + one + "}]}");
        assertThat(verify(file, heads.toString()).lines())
                .hasSize(4)
                .endsWith("but  the given heads say that this book is /pools/original");
    }

    @Test
    void whateverIsWrongIsSaidInOneLine() throws Exception {
        Path junk = Files.writeString(folder.resolve("junk"), "not a book\u001b[31m");
        Path config = Path.of(config("jdbc:postgresql://localhost:1/none", "sa", ""));
        Path broken = Files.writeString(folder.resolve("broken.yml"), "database: [");
        List<List<String>> wrong = List.of(
                List.of("verify-ledger"),
                List.of("verify-ledger", folder.resolve("no.yml").toString()),
                List.of("verify-ledger", "--export", folder.resolve("no.jsonl").toString()),
                List.of("verify-ledger", "--export", folder.toString()),
                List.of("verify-ledger", "--export", junk.toString()),
                List.of("verify-ledger", "--export", junk.toString(), "--head", "xyz"),
                List.of("verify-ledger", config.toString(), "--head", "00".repeat(32)),
                List.of("verify-ledger", config.toString()),
                List.of("migrate", config.toString()),
                List.of("export", config.toString(), "--pool", "x", "--to", "/no/such/folder/x"),
                List.of("export", config.toString(), "--pool", "x", "--to", folder.toString()));
        for (List<String> arguments : wrong) {
            Ran ran = run(arguments.toArray(new String[0]));
            assertThat(ran.failure()).as(arguments.toString()).isNotEmpty().doesNotContain("\n", "\tat ", "\u001b");
            assertThat(ran.lines()).isEmpty();
        }
        assertThat(run("verify-ledger", broken.toString()).failure())
                .isNotEmpty()
                .doesNotContain("\tat ");
        assertThat(run("export", config.toString(), "--to", "x").failure()).doesNotContain("\tat ");
    }

    @Test
    void aDatabaseWithoutASchemaAndAnUnknownPoolAreSaid() throws Exception {
        try (TestDatabase db = TestDatabases.h2()) {
            String config = config(db.url(), db.user(), db.password());
            String to = folder.resolve("x").toString();
            assertThat(run("export", config, "--pool", "nobody", "--to", to).failure())
                    .isEqualTo("There is no pool nobody.");
            db.jdbi().useHandle(handle -> handle.execute("drop all objects"));
            assertThat(run("verify-ledger", config).failure()).contains("run migrate first");
        }
    }

    private String fill(String address, SampleBook sample) throws SQLException {
        String url = DatabaseUrl.of(address).jdbc();
        Jdbi jdbi = PoolsJdbi.configure(Jdbi.create(url, "sa", ""));
        JdbiTransactions transactions = new JdbiTransactions(jdbi, Durability.byCommit());
        try (Connection kept = DriverManager.getConnection(url, "sa", "");
                TestDatabase db = new TestDatabase("H2", url, "sa", "", jdbi, transactions, () -> {})) {
            assertThat(kept.isValid(1)).isTrue();
            BooksInDatabase books = new BooksInDatabase(db, "EUR").post(sample);
            return hex(books.store.book(books.pool).orElseThrow().hash());
        }
    }

    private String genesis(String config) throws Exception {
        return run("verify-ledger", config).lines().stream()
                .filter(line -> line.contains("river"))
                .findFirst()
                .orElseThrow()
                .replaceFirst(".* ", "");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private String config(String url, String user, String password) throws IOException {
        String shipped = Files.readString(Path.of("..", "config.yml"));
        String text = shipped.replaceFirst("(?m)^  url: .*$", "  url: \"" + url + "\"")
                .replaceFirst("(?m)^  user: .*$", "  user: " + user)
                .replaceFirst("(?m)^  password: .*$", "  password: \"" + password + "\"");
        return Files.writeString(folder.resolve("config.yml"), text).toString();
    }

    private static Ran run(String... arguments) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream errors = new ByteArrayOutputStream();
        PoolsApplication application = new PoolsApplication(new PrintStream(out, true, StandardCharsets.UTF_8));
        Bootstrap<PoolsConfiguration> bootstrap = new Bootstrap<>(application);
        application.initialize(bootstrap);
        boolean failed = new Cli(new JarLocation(CommandsTest.class), bootstrap, out, errors)
                .run(arguments)
                .isPresent();
        String said = errors.toString(StandardCharsets.UTF_8).strip();
        assertThat(failed).as(said).isEqualTo(!said.isEmpty());
        return new Ran(out.toString(StandardCharsets.UTF_8).lines().toList(), said);
    }

    private record Ran(List<String> lines, String failure) {}
}
