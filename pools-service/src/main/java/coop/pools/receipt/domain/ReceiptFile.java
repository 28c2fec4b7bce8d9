package coop.pools.receipt.domain;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * A file that has been found to be a whole picture or PDF and nothing besides.
 *
 * @param bytes as they are kept: pictures without place, camera, comments and whatever stood behind their end
 */
public record ReceiptFile(ReceiptType type, byte[] bytes) {
    /** The largest file taken. */
    public static final int MOST_BYTES = 8 * 1024 * 1024;

    /**
     * Reads what was sent; empty when it is not wholly one of the {@link ReceiptType}s: by its first bytes and by its
     * structure to the end, so that nothing which is also a page, a script or an archive gets through.
     */
    public static Optional<ReceiptFile> read(byte[] sent) {
        if (sent.length == 0 || sent.length > MOST_BYTES) {
            return Optional.empty();
        }
        try {
            return typeOf(sent).map(type -> new ReceiptFile(type, cleaned(type, sent)));
        } catch (NotWhole broken) {
            return Optional.empty();
        }
    }

    private static Optional<ReceiptType> typeOf(byte[] sent) {
        if (startsWith(sent, 0, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(ReceiptType.JPEG);
        }
        if (startsWith(sent, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
            return Optional.of(ReceiptType.PNG);
        }
        if (startsWith(sent, 0, 'R', 'I', 'F', 'F') && startsWith(sent, 8, 'W', 'E', 'B', 'P')) {
            return Optional.of(ReceiptType.WEBP);
        }
        return startsWith(sent, 0, '%', 'P', 'D', 'F', '-') ? Optional.of(ReceiptType.PDF) : Optional.empty();
    }

    private static byte[] cleaned(ReceiptType type, byte[] sent) {
        return switch (type) {
            case JPEG -> JpegSegments.cleaned(sent);
            case PNG -> PngChunks.cleaned(sent);
            case WEBP -> WebpChunks.cleaned(sent);
            case PDF -> PdfOutline.checked(sent);
        };
    }

    static boolean startsWith(byte[] bytes, int at, int... wanted) {
        if (bytes.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[at + i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    static boolean startsWith(byte[] bytes, int at, String latin) {
        byte[] wanted = latin.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= at + wanted.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }

    /** The file ends too early or says what it cannot mean. */
    static final class NotWhole extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotWhole(String why) {
            super(why, null, false, false);
        }
    }
}
