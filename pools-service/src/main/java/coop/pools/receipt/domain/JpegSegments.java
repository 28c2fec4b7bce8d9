package coop.pools.receipt.domain;

import coop.pools.receipt.domain.ReceiptFile.NotWhole;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Walks the segments of a JPEG (ITU-T T.81, annex B) and copies those that make the picture. Left out: EXIF and XMP,
 * which may hold the place and the camera, comments, and everything behind the picture's end. The pixels stay byte for
 * byte; of EXIF only the number saying which side is up is written anew.
 */
final class JpegSegments {
    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;
    private static final int APP15 = 0xEF;
    private static final int COMMENT = 0xFE;
    private static final int ORIENTATION_BYTES = 36;
    private static final String EXIF = "Exif\0\0";

    private final byte[] in;
    private final KeptBytes out;
    private int at = 2;
    private boolean framed;
    private boolean turned;

    private JpegSegments(byte[] in) {
        this.in = in;
        this.out = new KeptBytes(in.length + ORIENTATION_BYTES);
    }

    static byte[] cleaned(byte[] sent) {
        return new JpegSegments(sent).walk();
    }

    private byte[] walk() {
        out.write(0xFF);
        out.write(0xD8);
        boolean scanned = false;
        while (true) {
            int marker = marker();
            if (marker == END_OF_IMAGE) {
                if (!scanned) {
                    throw new NotWhole("no picture");
                }
                out.write(0xFF);
                out.write(END_OF_IMAGE);
                return out.all();
            }
            int length = length();
            segment(marker, length);
            at += length;
            if (marker == START_OF_SCAN) {
                if (!framed) {
                    throw new NotWhole("a scan without a frame");
                }
                scanned = true;
                pixels();
            }
        }
    }

    private int marker() {
        if (at + 1 >= in.length || (in[at] & 0xFF) != 0xFF) {
            throw new NotWhole("no marker");
        }
        while (at < in.length && (in[at] & 0xFF) == 0xFF) {
            at++;
        }
        if (at >= in.length) {
            throw new NotWhole("no marker");
        }
        int marker = in[at++] & 0xFF;
        if (marker < 0xC0 || marker == 0xD8 || marker >= 0xD0 && marker <= 0xD7) {
            throw new NotWhole("a marker out of place");
        }
        return marker;
    }

    private int length() {
        if (at + 2 > in.length) {
            throw new NotWhole("no length");
        }
        int length = (in[at] & 0xFF) << 8 | in[at + 1] & 0xFF;
        if (length < 2 || at + length > in.length) {
            throw new NotWhole("a length beyond the end");
        }
        return length;
    }

    private void segment(int marker, int length) {
        boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
        framed |= frame;
        if (marker == APP1 && ReceiptFile.startsWith(in, at + 2, EXIF)) {
            orientation(at + 8, length - 8);
        } else if (marker < APP0 || marker == APP0 || isColour(marker, length)) {
            copy(marker, length);
        } else if (marker > APP15 && marker != COMMENT) {
            throw new NotWhole("a marker out of place");
        }
    }

    /** The colour profile, and Adobe's word on how the colours are mixed. */
    private boolean isColour(int marker, int length) {
        return marker == APP2 && length > 14 && ReceiptFile.startsWith(in, at + 2, "ICC_PROFILE\0")
                || marker == APP14 && length > 7 && ReceiptFile.startsWith(in, at + 2, "Adobe");
    }

    private void copy(int marker, int length) {
        out.write(0xFF);
        out.write(marker);
        out.write(in, at, length);
    }

    /** Up to the next marker: 0xFF stands for itself before 0, and restart markers belong to the pixels. */
    private void pixels() {
        int from = at;
        while (at + 1 < in.length) {
            int next = in[at + 1] & 0xFF;
            if ((in[at] & 0xFF) == 0xFF && next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                out.write(in, from, at - from);
                return;
            }
            at++;
        }
        throw new NotWhole("pixels without an end");
    }

    /** Reads the tag 0x0112 of the first directory (TIFF 6.0) and writes it alone. */
    private void orientation(int from, int length) {
        if (length < 14 || turned) {
            return;
        }
        ByteBuffer tiff = ByteBuffer.wrap(in, from, length).slice();
        int order = tiff.getShort(0);
        if (order != 0x4949 && order != 0x4D4D) {
            return;
        }
        tiff.order(order == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        long directory = tiff.getInt(4) & 0xFFFFFFFFL;
        if (directory + 2 > length) {
            return;
        }
        int entries = tiff.getShort((int) directory) & 0xFFFF;
        for (int i = 0; i < entries && directory + 2 + 12L * (i + 1) <= length; i++) {
            int entry = (int) directory + 2 + 12 * i;
            int value = tiff.getShort(entry + 8) & 0xFFFF;
            if ((tiff.getShort(entry) & 0xFFFF) == 0x0112 && value >= 2 && value <= 8) {
                writeOrientation(value);
                return;
            }
        }
    }

    private void writeOrientation(int value) {
        ByteBuffer segment = ByteBuffer.allocate(ORIENTATION_BYTES);
        segment.putShort((short) 0xFFE1).putShort((short) 34);
        segment.put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M'});
        segment.putShort((short) 42).putInt(8).putShort((short) 1);
        segment.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        segment.putShort((short) value).putShort((short) 0).putInt(0);
        out.write(segment.array(), 0, ORIENTATION_BYTES);
        turned = true;
    }
}
