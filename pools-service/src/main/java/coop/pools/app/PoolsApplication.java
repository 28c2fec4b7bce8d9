package coop.pools.app;

/** The program. */
public final class PoolsApplication {
    private PoolsApplication() {}

    public static void main(String[] args) {}
}
