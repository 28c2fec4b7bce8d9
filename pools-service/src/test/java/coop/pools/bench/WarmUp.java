package coop.pools.bench;

/**
 * Has a server work until its just-in-time compiler is at rest. A server runs for weeks; the compiler would otherwise take
 * up to half of two cores while it is measured, and more from the one with more code.
 */
final class WarmUp {
    /** How many pieces in a row the compiler leaves alone when it is at rest: code met later is compiled in bursts. */
    private static final int IN_A_ROW = 4;

    private static final int MOST = 40;
    private static final double AT_REST = 0.08;

    private WarmUp() {}

    /** A piece of the work that will be measured. */
    @FunctionalInterface
    interface Piece {
        void run() throws Exception;
    }

    /** Runs the piece again and again. */
    static void of(OwnProcess server, Piece piece) throws Exception {
        of(server, MOST, piece);
    }

    /** The same, so often at most. */
    static void of(OwnProcess server, int most, Piece piece) throws Exception {
        int inARow = 0;
        for (int i = 0; i < most && inARow < IN_A_ROW; i++) {
            double all = server.cpu();
            double compiling = server.compiling();
            piece.run();
            boolean atRest = server.compiling() - compiling <= AT_REST * (server.cpu() - all);
            inARow = atRest ? inARow + 1 : 0;
        }
    }
}
