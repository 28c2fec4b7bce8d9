package coop.pools.bylaws.domain;

import coop.pools.kernel.BasisPoints;

/** What a rule's number counts, and how it reads in a sentence. */
public enum RuleUnit {
    /** Whole hours; full days are added in brackets. */
    HOURS {
        @Override
        String inWords(int number) {
            String hours = counted(number, "hour", "hours");
            boolean fullDays = number > 0 && number % HOURS_PER_DAY == 0;
            return fullDays ? hours + " (" + counted(number / HOURS_PER_DAY, "day", "days") + ")" : hours;
        }
    },
    DAYS {
        @Override
        String inWords(int number) {
            return counted(number, "day", "days");
        }
    },
    MONTHS {
        @Override
        String inWords(int number) {
            return counted(number, "month", "months");
        }
    },
    PEOPLE {
        @Override
        String inWords(int number) {
            return counted(number, "person", "people");
        }
    },
    /** Basis points of a whole. */
    SHARE {
        @Override
        String inWords(int number) {
            String hundredths = number % 100 == 0
                    ? ""
                    : "." + String.valueOf(100 + number % 100).substring(1);
            return number / 100 + hundredths + " %";
        }
    },
    /** Basis points that must be exceeded; the whole cannot be, so there it means all. */
    MORE_THAN {
        @Override
        String inWords(int number) {
            String share = SHARE.inWords(number);
            return number == BasisPoints.WHOLE ? "all (" + share + ")" : "more than " + share;
        }
    };

    private static final int HOURS_PER_DAY = 24;

    /** The number with its unit, for example "120 hours (5 days)" or "more than 66.67 %". */
    abstract String inWords(int number);

    private static String counted(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
