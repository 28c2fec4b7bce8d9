package coop.pools.receipt.domain;

import coop.pools.receipt.domain.ReceiptFile.NotWhole;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Walks the chunks of a WebP (RFC 9649) and copies those that make the picture. EXIF, XMP, unknown chunks and whatever
 * stands behind the end are left out.
 */
final class WebpChunks {
    private static final int HEADER = 12;
    private static final int EXIF_AND_XMP = 0x0C;
    private static final Set<String> PICTURES = Set.of("VP8 ", "VP8L", "ANMF");
    private static final Set<String> KEPT = Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP");

    private WebpChunks() {}

    static byte[] cleaned(byte[] sent) {
        ByteBuffer in = ByteBuffer.wrap(sent).order(ByteOrder.LITTLE_ENDIAN);
        long end = 8 + (in.getInt(4) & 0xFFFFFFFFL);
        if (end > sent.length || end < HEADER + 8) {
            throw new NotWhole("a length beyond the end");
        }
        KeptBytes out = new KeptBytes(sent.length);
        out.write(sent, 0, HEADER);
        boolean picture = false;
        int at = HEADER;
        while (at < end) {
            if (at + 8 > end) {
                throw new NotWhole("a broken chunk");
            }
            String type = new String(sent, at, 4, StandardCharsets.ISO_8859_1);
            long length = in.getInt(at + 4) & 0xFFFFFFFFL;
            long whole = 8 + length + (length & 1);
            if (length > end - at - 8 || at == HEADER && !type.startsWith("VP8")) {
                throw new NotWhole("a chunk out of place");
            }
            if (KEPT.contains(type)) {
                if (type.equals("VP8X") && length < 10) {
                    throw new NotWhole("a broken chunk");
                }
                out.write(sent, at, (int) Math.min(whole, end - at));
                picture |= PICTURES.contains(type);
            }
            at += (int) whole;
        }
        if (!picture) {
            throw new NotWhole("no picture");
        }
        return sealed(out.all());
    }

    /** With the new length, and no word of what was left out. */
    private static byte[] sealed(byte[] kept) {
        ByteBuffer.wrap(kept).order(ByteOrder.LITTLE_ENDIAN).putInt(4, kept.length - 8);
        if (ReceiptFile.startsWith(kept, HEADER, "VP8X")) {
            kept[HEADER + 8] &= ~EXIF_AND_XMP;
        }
        return kept;
    }
}
