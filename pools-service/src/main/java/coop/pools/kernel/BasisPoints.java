package coop.pools.kernel;

import java.math.BigInteger;

/** A share from 0 to 10,000 hundredths of a percent; every comparison is in integers. */
public record BasisPoints(int value) {
    public static final int WHOLE = 10_000;

    public BasisPoints {
        if (value < 0 || value > WHOLE) {
            throw new IllegalArgumentException("not between 0 and 10000 basis points: " + value);
        }
    }

    /** As people read it: 33.34, 2.5 or 10, without the sign; for sums, more than a whole too. Zero or more. */
    public static String inPercent(long basisPoints) {
        String hundredths = String.valueOf(100 + basisPoints % 100).substring(1).replaceAll("0+$", "");
        return basisPoints / 100 + (hundredths.isEmpty() ? "" : "." + hundredths);
    }

    /** Whether {@code part} of {@code whole} is strictly more than this share. */
    public boolean isExceededBy(long part, long whole) {
        int high = Long.compare(Math.multiplyHigh(part, (long) WHOLE), Math.multiplyHigh(whole, (long) value));
        return high > 0 || high == 0 && Long.compareUnsigned(part * WHOLE, whole * value) > 0;
    }

    /** The least whole of which {@code part} is not more than this share; this share must not be zero. */
    public long leastWholeFor(long part) {
        BigInteger wanted = BigInteger.valueOf(part).multiply(BigInteger.valueOf(WHOLE));
        BigInteger share = BigInteger.valueOf(value);
        return wanted.add(share.subtract(BigInteger.ONE)).divide(share).longValueExact();
    }

    /** The least count of {@code whole} that reaches this share, rounded up. */
    public long atLeastOf(long whole) {
        return roundedDown(whole, WHOLE - 1L);
    }

    /** The least count of {@code whole} that is strictly more than this share; may be {@code whole + 1}. */
    public long moreThanOf(long whole) {
        return Math.addExact(roundedDown(whole, 0), 1);
    }

    /** In two steps, since the product of a large count and a share has no room in 64 bits. */
    private long roundedDown(long whole, long more) {
        long rest = Math.floorMod(whole, (long) WHOLE);
        return Math.floorDiv(whole, (long) WHOLE) * value + (rest * value + more) / WHOLE;
    }
}
