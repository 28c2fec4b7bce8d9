package coop.pools.ledger.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Words of a memo with escapes or with letters beyond ASCII. */
final class OddWords {
    private OddWords() {}

    /** The words in UTF-8; empty when they are not in the form in which they are usually written. */
    static Optional<byte[]> read(byte[] in, int from, int to) {
        byte[] words = new byte[to - from];
        int length = 0;
        for (int i = from; i < to; i++) {
            byte b = in[i];
            if (b == '\\') {
                b = unescaped(in[++i]);
                if (b == 0) {
                    return Optional.empty();
                }
            }
            words[length++] = b;
        }
        byte[] exact = Arrays.copyOf(words, length);
        return isUtf8(exact) ? Optional.of(exact) : Optional.empty();
    }

    private static byte unescaped(byte escaped) {
        return switch (escaped) {
            case '"', '\\' -> escaped;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> 0;
        };
    }

    private static boolean isUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
