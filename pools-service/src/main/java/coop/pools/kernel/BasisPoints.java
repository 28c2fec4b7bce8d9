package coop.pools.kernel;

/** A share from 0 to 10,000 hundredths of a percent; every comparison is in integers. */
public record BasisPoints(int value) {
    public static final int WHOLE = 10_000;

    public BasisPoints {
        if (value < 0 || value > WHOLE) {
            throw new IllegalArgumentException("not between 0 and 10000 basis points: " + value);
        }
    }

    /** Whether {@code part} of {@code whole} is strictly more than this share. */
    public boolean isExceededBy(long part, long whole) {
        return Math.multiplyExact(part, (long) WHOLE) > Math.multiplyExact(whole, (long) value);
    }

    /** The least count of {@code whole} that reaches this share, rounded up. */
    public long atLeastOf(long whole) {
        return Math.addExact(Math.multiplyExact(whole, (long) value), WHOLE - 1L) / WHOLE;
    }

    /** The least count of {@code whole} that is strictly more than this share; may be {@code whole + 1}. */
    public long moreThanOf(long whole) {
        return Math.multiplyExact(whole, (long) value) / WHOLE + 1;
    }
}
