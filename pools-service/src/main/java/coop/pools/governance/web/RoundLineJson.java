package coop.pools.governance.web;

import coop.pools.governance.domain.RoundOrder;
import coop.pools.platform.web.MoneyJson;
import java.util.Optional;

/**
 * A bucket in a round that a vote is about.
 *
 * @param bucket the slug of an open bucket; left out for a candidate
 * @param name of a candidate, with its {@code purpose}
 * @param target the most that the round can give it
 * @param minimum the least that is of use to it; left out: the target
 */
public record RoundLineJson(
        Optional<String> bucket,
        Optional<String> name,
        Optional<String> purpose,
        MoneyJson target,
        Optional<MoneyJson> minimum) {
    static RoundLineJson of(RoundOrder.Line line) {
        boolean candidate = line.bucket().isEmpty();
        return new RoundLineJson(
                line.bucket(),
                candidate ? Optional.of(line.name()) : Optional.empty(),
                candidate ? Optional.of(line.purpose()) : Optional.empty(),
                MoneyJson.of(line.target()),
                line.minimum().map(MoneyJson::of));
    }
}
