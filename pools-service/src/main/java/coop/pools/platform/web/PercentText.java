package coop.pools.platform.web;

/** Basis points as people read them. */
public final class PercentText {
    private PercentText() {}

    /** For example {@code 10%} or {@code 2.5%}. */
    public static String of(int basisPoints) {
        String hundredths = String.valueOf(100 + basisPoints % 100).substring(1).replaceAll("0+$", "");
        return basisPoints / 100 + (hundredths.isEmpty() ? "" : "." + hundredths) + "%";
    }
}
