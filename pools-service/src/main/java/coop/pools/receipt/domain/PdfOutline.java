package coop.pools.receipt.domain;

import coop.pools.receipt.domain.ReceiptFile.NotWhole;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks that a PDF (ISO 32000) is one from its first byte to its last and is nothing else besides, and refuses those
 * that run scripts, start programs, send forms, carry files or are encrypted. Every byte is looked at, in texts, comments
 * and streams too, and what readers unpack into objects is unpacked: names that act are refused wherever they stand, so
 * it does not matter where a reader would begin. Only short names that appear by chance in pictures are not asked for
 * within streams; none of them acts without a long one. This is no proof against faults of readers: a PDF is never opened
 * in our pages, only saved.
 */
final class PdfOutline {
    private static final int HEAD = 4096;
    private static final int TAIL = 2048;
    /** A ZIP's last record stands within its longest comment of the file's end (APPNOTE 4.3.16). */
    private static final int ZIP_TAIL = 65_557;

    private static final Pattern VERSION = Pattern.compile("(?s)%PDF-[12]\\.[0-9][\\r\\n \\t%].*");
    private static final Pattern END = Pattern.compile("(?s).*startxref\\s+[0-9]{1,10}\\s+%%EOF[\\s\\x00]*");
    /** Long enough never to stand anywhere by chance. */
    private static final String LONG =
            "JavaScript|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData|GoToE|" + "Rendition|Encrypt";

    private static final Pattern ACTIVE = Pattern.compile("/(" + LONG + ")(?![A-Za-z0-9])");
    private static final Pattern ACTIVE_OBJECTS = Pattern.compile("/(" + LONG + "|JS|AA)(?![A-Za-z0-9])");
    /** What nobody has a reason to write with an escape. */
    private static final Pattern HIDDEN = Pattern.compile("/(" + LONG + "|ObjStm|First|Filter)(?![A-Za-z0-9])");

    private static final Pattern ESCAPED = Pattern.compile("/[A-Za-z0-9]*#[0-9A-Fa-f]{2}[A-Za-z0-9#]*");
    private static final Pattern CODE = Pattern.compile("#([0-9A-Fa-f]{2})");
    /** A stream as it is written: behind its dictionary, on a line of its own. */
    private static final Pattern STREAM = Pattern.compile(">>\\s*stream\r?\n");

    private static final List<String> PAGES = List.of("<html", "<!doctype", "<script", "<svg", "<body", "<?php");

    private PdfOutline() {}

    static byte[] checked(byte[] sent) {
        String text = new String(sent, StandardCharsets.ISO_8859_1);
        String head = text.substring(0, Math.min(HEAD, text.length()));
        String tail = text.substring(Math.max(0, text.length() - TAIL));
        if (!VERSION.matcher(head).matches() || !END.matcher(tail).matches()) {
            throw new NotWhole("no PDF to its end");
        }
        String small = head.toLowerCase(Locale.ROOT);
        if (PAGES.stream().anyMatch(small::contains)) {
            throw new NotWhole("also a page");
        }
        if (text.substring(Math.max(0, text.length() - ZIP_TAIL)).contains("PK\u0005\u0006")) {
            throw new NotWhole("also an archive");
        }
        requireQuiet(text, ACTIVE);
        requireQuiet(outsideStreams(text), ACTIVE_OBJECTS);
        new PdfStreams(text, sent).each(unpacked -> requireQuiet(unpacked, ACTIVE));
        return sent;
    }

    private static void requireQuiet(String text, Pattern names) {
        if (names.matcher(text).find()
                || ESCAPED.matcher(text).results().anyMatch(name -> hides(name.group(), names))) {
            throw new NotWhole("a PDF that acts");
        }
    }

    /** Packed parts hold any bytes by chance, and among a million some look like a short name. */
    private static String outsideStreams(String text) {
        StringBuilder outside = new StringBuilder();
        Matcher begin = STREAM.matcher(text);
        int at = 0;
        while (begin.find(at)) {
            int end = text.indexOf("endstream", begin.end());
            if (end < 0) {
                break;
            }
            outside.append(text, at, begin.end());
            at = end + "endstream".length();
        }
        return outside.append(text, at, text.length()).toString();
    }

    /** Names may be written with {@code #} and two digits for a letter. */
    private static boolean hides(String name, Pattern names) {
        String plain = CODE.matcher(name).replaceAll(code -> {
            char letter = (char) Integer.parseInt(code.group(1), 16);
            return Character.isLetterOrDigit(letter) && letter < 128 ? String.valueOf(letter) : "_";
        });
        return names.matcher(plain).find() || HIDDEN.matcher(plain).find();
    }
}
