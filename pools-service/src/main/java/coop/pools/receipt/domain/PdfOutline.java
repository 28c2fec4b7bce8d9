package coop.pools.receipt.domain;

import coop.pools.receipt.domain.ReceiptFile.NotWhole;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Checks that a PDF (ISO 32000) is one from its first byte to its last and is nothing else besides, and refuses those
 * that openly run scripts, start programs or carry files. What is hidden in compressed parts is not looked for: a PDF is
 * never opened in our pages, only saved.
 */
final class PdfOutline {
    private static final int HEAD = 4096;
    private static final int TAIL = 2048;
    /** A ZIP's last record stands within its longest comment of the file's end (APPNOTE 4.3.16). */
    private static final int ZIP_TAIL = 65_557;

    private static final Pattern VERSION = Pattern.compile("(?s)%PDF-[12]\\.[0-9][\\r\\n \\t%].*");
    private static final Pattern END = Pattern.compile("(?s).*startxref\\s+[0-9]{1,10}\\s+%%EOF[\\s\\x00]*");
    private static final Pattern ACTIVE =
            Pattern.compile("/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)(?![A-Za-z0-9])");
    private static final Pattern ESCAPED = Pattern.compile("/[A-Za-z0-9]*#[0-9A-Fa-f]{2}[A-Za-z0-9#]*");
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
        String objects = outsideStreams(text);
        if (ACTIVE.matcher(objects).find()
                || ESCAPED.matcher(objects).results().anyMatch(name -> hides(name.group()))) {
            throw new NotWhole("a PDF that acts");
        }
        return sent;
    }

    /** Compressed parts hold any bytes by chance, and among a million some look like a name. */
    private static String outsideStreams(String text) {
        StringBuilder outside = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            int begin = text.indexOf("stream", at);
            int end = begin < 0 ? -1 : text.indexOf("endstream", begin);
            if (end < 0) {
                return outside.append(text, at, text.length()).toString();
            }
            outside.append(text, at, begin);
            at = end + "endstream".length();
        }
        return outside.toString();
    }

    /** Names may be written with {@code #} and two digits for a letter. */
    private static boolean hides(String name) {
        String plain = Pattern.compile("#([0-9A-Fa-f]{2})").matcher(name).replaceAll(code -> {
            char letter = (char) Integer.parseInt(code.group(1), 16);
            return Character.isLetterOrDigit(letter) && letter < 128 ? String.valueOf(letter) : "_";
        });
        return ACTIVE.matcher(plain).find();
    }
}
