package coop.pools.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import coop.pools.ledger.BookName;
import coop.pools.ledger.SigningKeys;
import coop.pools.ledger.domain.KnownHeads;
import coop.pools.ledger.domain.SignedHead;
import coop.pools.ledger.web.BookFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Heads that somebody kept, as given on the command line: a hash; or a file as {@code /ledger/head},
 * {@code /ledger/heads} or {@code /.well-known/pools-heads.json} answer it, whose signatures are checked against the
 * keys that were given too.
 */
final class KeptHeads {
    private static final long MOST_BYTES = 64L << 20;

    private final Optional<byte[]> hash;
    private final List<SignedHead> heads;
    private final Optional<Map<String, byte[]>> keys;
    private final Map<UUID, String> paths;
    private KnownHeads known = KnownHeads.none();
    private int checked;

    /** @param paths what the published list calls each book; may lack any */
    private KeptHeads(
            Optional<byte[]> hash,
            List<SignedHead> heads,
            Map<UUID, String> paths,
            Optional<Map<String, byte[]>> keys) {
        this.hash = hash;
        this.heads = heads;
        this.paths = paths;
        this.keys = keys;
    }

    /** What was given cannot be read, or a signature is wrong. */
    static final class Wrong extends RuntimeException {
        Wrong(String message) {
            super(message, null, false, false);
        }
    }

    /** @throws CommandFailed when head or key cannot be read */
    static KeptHeads of(Optional<String> head, Optional<String> key) throws CommandFailed {
        Optional<byte[]> hash =
                head.filter(given -> given.matches("[0-9A-Fa-f]{64}")).map(HexFormat.of()::parseHex);
        if (key.isPresent() && (head.isEmpty() || hash.isPresent())) {
            throw new CommandFailed("--key goes with --head FILE: a bare hash is not signed.");
        }
        List<SignedHead> heads = new ArrayList<>();
        Map<UUID, String> paths = new HashMap<>();
        if (head.isPresent() && hash.isEmpty()) {
            JsonNode file = json(head.get(), "--head takes the 64 hexadecimal digits of a hash, or a file.");
            collect(file, heads);
            for (JsonNode one : file.path("heads")) {
                paths.put(head(one.path("head")).book(), one.path("path").asText());
            }
            if (heads.isEmpty()) {
                throw new CommandFailed(head.get() + " holds no head of a book.");
            }
        }
        return new KeptHeads(hash, heads, paths, key.isEmpty() ? Optional.empty() : Optional.of(keys(key.get())));
    }

    /** Those of this book; throws {@link Wrong} when there are none, or when one is not signed as it should be. */
    KnownHeads of(BookFile file) {
        if (hash.isPresent()) {
            known = KnownHeads.hash(hash.get());
            return known;
        }
        List<SignedHead> ofBook = heads.stream()
                .filter(head -> head.book().equals(file.head().book()))
                .toList();
        if (ofBook.isEmpty() && !heads.isEmpty()) {
            throw new Wrong(
                    "None of the given heads is of the book " + file.head().book() + ".");
        }
        keys.ifPresent(known -> ofBook.forEach(head -> check(head, known)));
        checked = ofBook.size();
        known = KnownHeads.of(ofBook);
        return known;
    }

    private static void check(SignedHead head, Map<String, byte[]> keys) {
        byte[] key = keys.get(head.keyId());
        if (key == null || !SigningKeys.isSignedBy(key, head)) {
            throw new Wrong("The head of " + head.seq() + " entries is not signed with "
                    + (key == null ? "a key that was given" : "the key " + head.keyId())
                    + ": it is forged or altered.");
        }
    }

    /** What to say when all is well: what has been looked at besides, and then what nothing here can vouch for. */
    List<String> words(BookFile file) {
        List<String> words = new ArrayList<>();
        if (checked > 0) {
            String signatures =
                    keys.isPresent() ? "signatures good" : "signatures not checked: name the key with --key";
            words.add("ok  " + checked + (checked == 1 ? " published head, " : " published heads, ") + signatures);
        }
        long entries = file.head().seq();
        if (hash.isEmpty() && heads.isEmpty()) {
            words.add("but  whether the end was cut off, or all written anew, does not show without a head that was"
                    + " published earlier: --head");
        } else if (known.reached() < entries) {
            words.add("but  entries from " + (known.reached() + 1) + " on are newer than any given head: whether they"
                    + " were written anew, or more of them cut off, does not show");
        }
        BookName name = file.name();
        words.add("but  the header is in no hash: that this is " + name.path() + ", \"" + name.name()
                + "\", is only said. The book is " + name.book());
        Optional.ofNullable(paths.get(name.book()))
                .filter(path -> !path.isEmpty() && !path.equals(name.path()))
                .ifPresent(path -> words.add("but  the given heads say that this book is " + path));
        return words;
    }

    private static JsonNode json(String file, String otherwise) throws CommandFailed {
        try {
            Path path = Path.of(file);
            if (!Files.isRegularFile(path) || Files.size(path) > MOST_BYTES) {
                throw new CommandFailed(otherwise);
            }
            return new ObjectMapper().readTree(path.toFile());
        } catch (IOException e) {
            throw new CommandFailed(file + " is not JSON.");
        }
    }

    private static void collect(JsonNode node, List<SignedHead> heads) throws CommandFailed {
        if (node.has("book") && node.has("seq") && node.has("hash")) {
            heads.add(head(node));
        }
        for (JsonNode child : node) {
            collect(child, heads);
        }
    }

    private static SignedHead head(JsonNode node) throws CommandFailed {
        try {
            return new SignedHead(
                    UUID.fromString(node.path("book").asText()),
                    node.path("seq").longValue(),
                    HexFormat.of().parseHex(node.path("hash").asText()),
                    Instant.parse(node.path("at").asText()),
                    node.path("keyId").asText(),
                    Base64.getDecoder().decode(node.path("signature").asText()));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new CommandFailed("A head in the file cannot be read.");
        }
    }

    private static Map<String, byte[]> keys(String given) throws CommandFailed {
        Map<String, byte[]> keys = new HashMap<>();
        try {
            if (!Files.isRegularFile(Path.of(given))) {
                add(keys, given);
            } else if (Files.readString(Path.of(given)).stripLeading().startsWith("{")) {
                for (JsonNode key : json(given, "").path("keys")) {
                    add(keys, key.path("publicKey").asText());
                }
            } else {
                add(keys, Files.readString(Path.of(given)).replaceAll("-----[A-Z ]+-----|\\s", ""));
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new CommandFailed("--key takes a public key in Base64, or a file with one or with a list of them.");
        }
        return keys;
    }

    private static void add(Map<String, byte[]> keys, String base64) {
        byte[] key = Base64.getDecoder().decode(base64);
        keys.put(SigningKeys.idOf(key), key);
    }
}
