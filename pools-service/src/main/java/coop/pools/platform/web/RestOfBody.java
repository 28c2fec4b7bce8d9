package coop.pools.platform.web;

import java.io.IOException;
import java.io.InputStream;

/**
 * What a client is still sending when its answer is known. A client whose connection closes while it sends would see a
 * broken connection and not the reason, so the rest is read and thrown away, within bounds.
 */
final class RestOfBody {
    static final long MOST_BYTES = 64 * 1024 * 1024;

    private RestOfBody() {}

    static void throwAway(InputStream body) {
        try {
            body.skip(MOST_BYTES);
        } catch (IOException e) {
            // The client is gone; so is its answer.
        }
    }
}
