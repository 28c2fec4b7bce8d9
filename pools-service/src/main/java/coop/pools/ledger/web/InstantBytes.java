package coop.pools.ledger.web;

/** Whether bytes are a moment in the one form in which {@link java.time.Instant} writes it. Remembers the last one. */
final class InstantBytes {
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    private static final int DATE = 11;

    private final byte[] last = new byte[32];
    private int length;

    boolean isMoment(byte[] in, int from, int to) {
        if (to - from == length && PlainBytes.same(in, from, last, 0, length)) {
            return true;
        }
        boolean sameDay = length > DATE && to - from > DATE && PlainBytes.same(in, from, last, 0, DATE);
        if (!reads(in, from, to, sameDay)) {
            return false;
        }
        length = to - from;
        System.arraycopy(in, from, last, 0, length);
        return true;
    }

    private static boolean reads(byte[] in, int from, int to, boolean dateIsGood) {
        int size = to - from;
        if (size != 20 && size != 24 && size != 27 && size != 30 || in[to - 1] != 'Z') {
            return false;
        }
        return (dateIsGood || isDate(in, from))
                && in[from + 13] == ':'
                && in[from + 16] == ':'
                && isBelow(in, from + 11, 24)
                && isBelow(in, from + 14, 60)
                && isBelow(in, from + 17, 60)
                && (size == 20 || isFraction(in, from + 19, to - 1));
    }

    /** Eleven bytes, with the T behind the day. */
    private static boolean isDate(byte[] in, int from) {
        int year = number(in, from, 4);
        int month = number(in, from + 5, 2);
        int day = number(in, from + 8, 2);
        boolean marks = in[from + 4] == '-' && in[from + 7] == '-' && in[from + 10] == 'T';
        return marks && year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
    }

    private static boolean isBelow(byte[] in, int from, int limit) {
        int value = number(in, from, 2);
        return value >= 0 && value < limit;
    }

    /** Three, six or nine digits, the last three not all zero. */
    private static boolean isFraction(byte[] in, int from, int to) {
        return in[from] == '.' && number(in, from + 1, to - from - 1) >= 0 && number(in, to - 3, 3) > 0;
    }

    private static int daysIn(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month == 2 && leap ? 29 : DAYS[month - 1];
    }

    private static int number(byte[] in, int from, int digits) {
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = in[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }
}
