package coop.pools.flood;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The Pools' own money in the model: cards give it, and banks take it back. */
final class ModelPools {
    final Map<String, String> currency = new TreeMap<>();
    /** What is in the Pool or was put somewhere by it: given, and not taken back. */
    final Map<String, Long> given = new TreeMap<>();

    final Map<String, Long> free = new TreeMap<>();
    /** What was taken back and was not there any more. */
    final Map<String, Long> lacking = new TreeMap<>();

    /** By Pool and month: what cards gave, and what banks gave back less what they took, as far as it was there. */
    private final Map<String, Long> cards = new TreeMap<>();

    private final Map<String, Long> banks = new TreeMap<>();

    private final List<Payment> payments = new ArrayList<>();
    Instant now;

    private static final class Payment {
        final String pool;
        final long amount;
        boolean disputed;
        boolean over;

        Payment(String pool, long amount) {
            this.pool = pool;
            this.amount = amount;
        }
    }

    void contribute(String pool, long amount) {
        payments.add(new Payment(pool, amount));
        in(pool, amount, cards);
    }

    /** Its first payment that nobody has disputed, if there is one; its number, or none below zero. */
    int disputable(String pool) {
        return numberOf(payments.stream()
                .filter(payment -> payment.pool.equals(pool) && !payment.disputed)
                .findFirst()
                .orElse(null));
    }

    /** The first payment in dispute. */
    int returnable() {
        return numberOf(payments.stream()
                .filter(payment -> payment.disputed && !payment.over)
                .findFirst()
                .orElse(null));
    }

    private int numberOf(Payment payment) {
        return payments.indexOf(payment);
    }

    void dispute(int number) {
        Payment payment = payments.get(number);
        payment.disputed = true;
        String pool = payment.pool;
        long there = Math.min(payment.amount, FloodModel.of(free, pool));
        given.merge(pool, -payment.amount, Long::sum);
        free.merge(pool, -there, Long::sum);
        lacking.merge(pool, payment.amount - there, Long::sum);
        banks.merge(month(pool, YearMonth.from(now.atOffset(ZoneOffset.UTC))), -there, Long::sum);
    }

    void giveBack(int number) {
        payments.get(number).over = true;
        in(payments.get(number).pool, payments.get(number).amount, banks);
    }

    private void in(String pool, long amount, Map<String, Long> from) {
        long back = Math.min(amount, FloodModel.of(lacking, pool));
        given.merge(pool, amount, Long::sum);
        lacking.merge(pool, -back, Long::sum);
        free.merge(pool, amount - back, Long::sum);
        from.merge(month(pool, YearMonth.from(now.atOffset(ZoneOffset.UTC))), amount - back, Long::sum);
    }

    void repay() {
        for (String pool : List.copyOf(lacking.keySet())) {
            long back = Math.min(lacking.get(pool), FloodModel.of(free, pool));
            lacking.merge(pool, -back, Long::sum);
            free.merge(pool, -back, Long::sum);
        }
    }

    boolean isStopped(String pool) {
        return FloodModel.of(lacking, pool) > 0;
    }

    /** What banks gave back counts only once what they had taken of earlier months is made good. */
    long cameIn(String pool, YearMonth from, YearMonth month) {
        long owed = 0;
        for (YearMonth each = from; each.isBefore(month); each = each.plusMonths(1)) {
            long card = FloodModel.of(cards, month(pool, each));
            long bank = FloodModel.of(banks, month(pool, each));
            if (bank > 0) {
                owed = Math.max(0, owed - bank);
            } else {
                owed += Math.min(-bank, Math.max(0, -card - bank));
            }
        }
        long bank = FloodModel.of(banks, month(pool, month));
        long counts = bank > 0 ? Math.max(0, bank - owed) : bank;
        return Math.max(0, FloodModel.of(cards, month(pool, month)) + counts);
    }

    private static String month(String pool, YearMonth month) {
        return pool + " " + month;
    }
}
