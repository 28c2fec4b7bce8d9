package coop.pools.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class BasisPointsTest {
    private static final BigInteger WHOLE = BigInteger.valueOf(BasisPoints.WHOLE);

    @Test
    void peopleReadPerCent() {
        assertThat(BasisPoints.inPercent(0)).isEqualTo("0");
        assertThat(BasisPoints.inPercent(5)).isEqualTo("0.05");
        assertThat(BasisPoints.inPercent(250)).isEqualTo("2.5");
        assertThat(BasisPoints.inPercent(3_334)).isEqualTo("33.34");
        assertThat(BasisPoints.inPercent(10_000)).isEqualTo("100");
        assertThat(BasisPoints.inPercent(20L * Integer.MAX_VALUE)).isEqualTo("429496729.4");
    }

    @Test
    void noCountIsTooLargeToCompare() {
        List<Long> counts = List.of(
                0L, 1L, 3L, 9_999L, 10_000L, 10_001L, 1_000_000_000_000_000L, Long.MAX_VALUE / 4, Long.MAX_VALUE);
        for (int value : new int[] {0, 1, 2_500, 5_000, 6_667, 9_999, 10_000}) {
            BasisPoints share = new BasisPoints(value);
            for (long whole : counts) {
                BigInteger exact = BigInteger.valueOf(whole).multiply(BigInteger.valueOf(value));
                for (long part : counts) {
                    assertThat(share.isExceededBy(part, whole))
                            .as("%s of %s against %s", part, whole, value)
                            .isEqualTo(BigInteger.valueOf(part).multiply(WHOLE).compareTo(exact) > 0);
                }
                BigInteger[] parts = exact.divideAndRemainder(WHOLE);
                assertThat(share.atLeastOf(whole))
                        .isEqualTo(parts[0].longValueExact() + (parts[1].signum() > 0 ? 1 : 0));
                if (whole < Long.MAX_VALUE) {
                    assertThat(share.moreThanOf(whole)).isEqualTo(parts[0].longValueExact() + 1);
                }
            }
        }
    }

    @Test
    void whatIsBelowZeroIsExceededToo() {
        assertThat(new BasisPoints(2_500).isExceededBy(1, -5)).isTrue();
        assertThat(new BasisPoints(2_500).isExceededBy(-1, Long.MAX_VALUE)).isFalse();
        assertThat(new BasisPoints(2_500).isExceededBy(Long.MAX_VALUE, Long.MIN_VALUE))
                .isTrue();
    }

    @Test
    void theLeastWholeIsTheFirstOfWhichAPartIsNotTooMuch() {
        for (int value : new int[] {1, 100, 2_500, 3_333, 9_999, 10_000}) {
            BasisPoints share = new BasisPoints(value);
            for (long part : new long[] {1, 2, 3, 99, 20_000, 123_457, Long.MAX_VALUE / 10_000}) {
                long whole = share.leastWholeFor(part);
                assertThat(share.isExceededBy(part, whole)).isFalse();
                assertThat(share.isExceededBy(part, whole - 1)).isTrue();
            }
        }
    }
}
