package coop.pools.integrations.groups.csv;

import coop.pools.integrations.groups.csv.CsvUnreadable.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * A file's text. The encoding follows from the byte order mark; without one it is UTF-8 if the bytes are valid UTF-8
 * and else Windows-1252, which is what Excel writes in Western Europe and the Americas.
 */
record CsvText(String text, String encoding) {
    private static final int MAX_BYTES = 20 * 1024 * 1024;
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    static CsvText decode(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw unreadable(Reason.TOO_LARGE, "The file is larger than 20 MB.");
        }
        if (startsWith(bytes, 'P', 'K', 3, 4) || startsWith(bytes, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw unreadable(
                    Reason.WORKBOOK, "This is a workbook, not a CSV file. Open it and save the sheet as CSV first.");
        }
        CsvText decoded = decoded(bytes);
        String start = decoded.text
                .substring(0, Math.min(500, decoded.text.length()))
                .strip()
                .toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml")) {
            throw unreadable(
                    Reason.WEB_PAGE,
                    "This is a web page or XML, not a CSV file. Open it in a spreadsheet and save it as CSV first.");
        }
        if (decoded.text.chars().anyMatch(CsvText::isBinary)) {
            throw unreadable(Reason.BINARY, "This is not a text file.");
        }
        return decoded;
    }

    private static CsvText decoded(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return new CsvText(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8), "UTF-8");
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new CsvText(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE), "UTF-16LE");
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new CsvText(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE), "UTF-16BE");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new CsvText(text, "UTF-8");
        } catch (CharacterCodingException notUtf8) {
            return new CsvText(new String(bytes, WINDOWS_1252), "windows-1252");
        }
    }

    /** Control characters that no text file holds; tab, line breaks, form feed and escape are let through. */
    private static boolean isBinary(int character) {
        return character < 0x20 && (character < 0x09 || character > 0x0D) && character != 0x1A && character != 0x1B;
    }

    private static boolean startsWith(byte[] bytes, int... start) {
        if (bytes.length < start.length) {
            return false;
        }
        for (int i = 0; i < start.length; i++) {
            if ((bytes[i] & 0xFF) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private static CsvUnreadable unreadable(Reason reason, String message) {
        return new CsvUnreadable(reason, 0, message);
    }
}
