package coop.pools.receipt.domain;

import coop.pools.receipt.domain.ReceiptFile.NotWhole;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What stands compressed in a PDF. Objects may be kept in streams (ISO 32000-1, 7.5.7), so whatever a reader could unpack
 * into objects is unpacked here too; what we cannot unpack and a reader could, is refused.
 */
final class PdfStreams {
    private static final int MOST_UNPACKED = 64 * 1024 * 1024;
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_DICTIONARY = 4096;

    private static final Pattern BEGIN = Pattern.compile("stream(\r\n|\n|\r)");
    /** The keys of a stream of objects; some readers do not ask for its type. */
    private static final Pattern OF_OBJECTS = Pattern.compile("/(ObjStm|First)(?![A-Za-z0-9])");

    private static final Pattern PLAIN_OR_FLATE = Pattern.compile("(?s)(?!.*/(DecodeParms|DP|F|FFilter)(?![A-Za-z0-9]))"
            + "((?!.*/Filter(?![A-Za-z0-9])).*|.*/Filter\\s*(\\[\\s*)?/FlateDecode(?![A-Za-z0-9])(?!\\s*/[A-Z][A-Za-z0-9]*"
            + "Decode).*)");

    private final String text;
    private final byte[] bytes;
    private int unpacked;

    PdfStreams(String text, byte[] bytes) {
        this.text = text;
        this.bytes = bytes;
    }

    /** Hands over what is unpacked from every place where a stream may begin. */
    void each(Consumer<String> look) {
        Matcher begin = BEGIN.matcher(text);
        while (begin.find()) {
            String before = text.substring(Math.max(0, begin.start() - LONGEST_DICTIONARY), begin.start());
            String dictionary = before.substring(Math.max(0, before.lastIndexOf("obj")));
            if (OF_OBJECTS.matcher(dictionary).find()
                    && !PLAIN_OR_FLATE.matcher(dictionary).matches()) {
                throw new NotWhole("objects packed in an unusual way");
            }
            look.accept(unpacked(begin.end()));
        }
    }

    /** As far as it can be unpacked; empty where nothing can. */
    private String unpacked(int from) {
        // The first byte of everything that zlib writes.
        if (from >= bytes.length || (bytes[from] & 0x0F) != 8) {
            return "";
        }
        Inflater inflater = new Inflater();
        StringBuilder found = new StringBuilder();
        byte[] piece = new byte[PIECE];
        try {
            inflater.setInput(bytes, from, bytes.length - from);
            for (int read = inflater.inflate(piece); read > 0; read = inflater.inflate(piece)) {
                unpacked += read;
                if (unpacked > MOST_UNPACKED) {
                    throw new NotWhole("more in it than anybody can look through");
                }
                found.append(new String(piece, 0, read, StandardCharsets.ISO_8859_1));
            }
        } catch (DataFormatException broken) {
            return found.toString();
        } finally {
            inflater.end();
        }
        return found.toString();
    }
}
