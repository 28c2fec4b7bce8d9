package coop.pools.governance.web;

import coop.pools.platform.web.MoneyJson;
import java.time.Instant;
import java.util.List;

/**
 * A round to open, as the API takes it.
 *
 * @param pot what it divides among everybody in equal shares
 * @param buckets that it can give to
 * @param after what it does with money in the end; may be missing
 */
public record RoundBody(String name, MoneyJson pot, List<RoundLineBody> buckets, Times times, RoundAfter after) {
    /**
     * When it is open.
     *
     * @param opensAt from when on it can be given in; missing: as soon as it is decided
     * @param closesAt when it closes; or {@code days}, from its opening on
     */
    public record Times(Instant opensAt, Instant closesAt, Integer days) {}
}
