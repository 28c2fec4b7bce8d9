package coop.pools.bench;

/**
 * Has a server work until its just-in-time compiler is at rest. A server runs for weeks; the compiler would otherwise take
 * up to half of two cores while it is measured, and more from the one with more code.
 */
final class WarmUp {
    private static final int FEWEST = 4;
    private static final int MOST = 24;
    private static final double AT_REST = 0.08;

    private WarmUp() {}

    /** A piece of the work that will be measured. */
    @FunctionalInterface
    interface Piece {
        void run() throws Exception;
    }

    /** Runs the piece again and again: no fewer than four times. */
    static void of(OwnProcess server, Piece piece) throws Exception {
        for (int i = 0; i < MOST; i++) {
            double all = server.cpu();
            double compiling = server.compiling();
            piece.run();
            boolean atRest = server.compiling() - compiling <= AT_REST * (server.cpu() - all);
            if (atRest && i + 1 >= FEWEST) {
                return;
            }
        }
    }
}
