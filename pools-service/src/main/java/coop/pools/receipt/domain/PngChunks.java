package coop.pools.receipt.domain;

import coop.pools.receipt.domain.ReceiptFile.NotWhole;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Walks the chunks of a PNG (ISO/IEC 15948), checks each one's sum, and copies those that make the picture. Texts, times,
 * EXIF and whatever stands behind the end are left out.
 */
final class PngChunks {
    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "pHYs", "bKGD", "cICP");

    private PngChunks() {}

    static byte[] cleaned(byte[] sent) {
        KeptBytes out = new KeptBytes(sent.length);
        out.write(sent, 0, SIGNATURE);
        ByteBuffer in = ByteBuffer.wrap(sent);
        boolean pixels = false;
        int at = SIGNATURE;
        while (true) {
            if (at + AROUND > sent.length) {
                throw new NotWhole("no end");
            }
            int length = in.getInt(at);
            if (length < 0 || length > sent.length - at - AROUND) {
                throw new NotWhole("a length beyond the end");
            }
            String type = new String(sent, at + 4, 4, StandardCharsets.ISO_8859_1);
            checkSum(in, at, length);
            if (!type.matches("[A-Za-z]{4}") || (at == SIGNATURE) != type.equals("IHDR")) {
                throw new NotWhole("a chunk out of place");
            }
            if (KEPT.contains(type)) {
                out.write(sent, at, length + AROUND);
            } else if (Character.isUpperCase(type.charAt(0))) {
                throw new NotWhole("a chunk that must be known");
            }
            pixels |= type.equals("IDAT");
            at += length + AROUND;
            if (type.equals("IEND")) {
                if (!pixels) {
                    throw new NotWhole("no picture");
                }
                return out.all();
            }
        }
    }

    private static void checkSum(ByteBuffer in, int at, int length) {
        CRC32 sum = new CRC32();
        sum.update(in.array(), at + 4, length + 4);
        if ((int) sum.getValue() != in.getInt(at + 8 + length)) {
            throw new NotWhole("a wrong sum");
        }
    }
}
