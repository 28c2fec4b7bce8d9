package coop.pools.bylaws;

import coop.pools.bylaws.domain.Agreement;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The files of the bylaws jar as editions.lock names them: one line each, path, blank, SHA-256. A file whose bytes
 * differ from the lock is not read: people have accepted those very words.
 */
final class PublishedFiles {
    private static final String ROOT = "/bylaws/";

    private PublishedFiles() {}

    /** The texts by path, in the order of the lock. */
    static Map<String, String> read() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String line : text("editions.lock").lines().toList()) {
            String[] words = line.split(" ");
            String text = text(words[0]);
            if (words.length != 2 || !Agreement.fingerprint(text).equals(words[1])) {
                throw new IllegalStateException("not as published: " + words[0]);
            }
            texts.put(words[0], text);
        }
        return texts;
    }

    private static String text(String path) {
        try (InputStream in = PublishedFiles.class.getResourceAsStream(ROOT + path)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + ROOT + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
