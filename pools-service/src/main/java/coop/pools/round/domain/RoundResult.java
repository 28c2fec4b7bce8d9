package coop.pools.round.domain;

import coop.pools.kernel.Money;
import coop.pools.kernel.MoneySplit;
import java.util.ArrayList;
import java.util.List;

/**
 * What comes of a round: a pure function of what is in its file, so that anybody can work it out again. Where the pot
 * has become smaller than what was given, all buckets are cut in proportion, by largest remainder in the order of the
 * vote; then a bucket that has less than it needs keeps that or gets nothing, as the vote said. The rest goes back.
 *
 * @param funded what each bucket gets, in the order of the lines
 */
public record RoundResult(List<Money> funded, Money returned) {
    public RoundResult {
        funded = List.copyOf(funded);
    }

    /**
     * A bucket at the close.
     *
     * @param counted what those gave who count
     * @param needed below it the bucket is of no use
     * @param open whether the bucket can take money still
     */
    public record Line(Money counted, Money needed, boolean open) {}

    public static RoundResult of(Money pot, List<Line> lines, boolean keepsPartial) {
        Money none = Money.zero(pot.currency());
        List<Money> given = lines.stream().map(Line::counted).toList();
        Money sum = given.stream().reduce(none, Money::plus);
        List<Money> parts = sum.isMoreThan(pot)
                ? MoneySplit.byWeights(
                        pot, given.stream().map(Money::minorUnits).toList())
                : given;
        List<Money> funded = new ArrayList<>();
        Money rest = pot;
        for (int i = 0; i < parts.size(); i++) {
            Line line = lines.get(i);
            boolean enough = keepsPartial || !line.needed().isMoreThan(parts.get(i));
            Money gets = line.open() && enough ? parts.get(i) : none;
            funded.add(gets);
            rest = rest.minus(gets);
        }
        return new RoundResult(funded, rest);
    }
}
