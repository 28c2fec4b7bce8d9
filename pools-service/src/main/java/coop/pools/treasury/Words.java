package coop.pools.treasury;

/** Words from outside, cut to what a note takes. */
final class Words {
    private static final int MOST = 250;

    private Words() {}

    static String shortened(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST);
    }

    /** What kind of accident it was; its message stays in the log. */
    static String of(Throwable accident) {
        return shortened(accident.getClass().getSimpleName());
    }
}
