package coop.pools.bench;

/**
 * What a load came to.
 *
 * @param failed answers that were not a 2xx
 * @param micros how long each answer took, ascending
 */
record Load(int answers, int failed, double seconds, int[] micros) {
    double perSecond() {
        return answers / seconds;
    }

    int percentile(double part) {
        return micros[(int) Math.min(micros.length - 1L, (long) (micros.length * part))];
    }
}
